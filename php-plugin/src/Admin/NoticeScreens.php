<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use WP_Screen;

/**
 * Where notices of this plugin stand: on its own pages, on the dashboard and on the list of plugins. Nobody who writes a post is
 * disturbed.
 */
final class NoticeScreens
{
    private const WORDPRESS = ['dashboard', 'plugins'];

    /**
     * @param string $own With what the names of the plugin's own pages begin.
     */
    public function __construct(private readonly string $own)
    {
    }

    public function include(?WP_Screen $screen): bool
    {
        return null !== $screen && (in_array($screen->base, self::WORDPRESS, true) || str_contains($screen->base, "_page_$this->own"));
    }
}
