<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Closure;

/**
 * A page of wp-admin beside the wizard's, under the same menu entry: an element for the screen to fill, and its files on this
 * page only.
 */
final class ScreenPage
{
    public const HANDLE = 'wkpbic-pages';

    /**
     * @param string $parent Slug of the wizard's page.
     * @param string $slug Slug of this page.
     * @param string $capability Who may see it.
     * @param Closure(): string $title Translated, and so asked for late.
     * @param Closure(): array<string, mixed> $bootstrap What is printed for the page's JavaScript. Holds no secret.
     */
    public function __construct(
        private readonly string $parent,
        private readonly string $slug,
        private readonly string $capability,
        private readonly Closure $title,
        private readonly Closure $bootstrap,
        private readonly Assets $assets
    ) {
    }

    /** For the `admin_menu` action, after the wizard's page. */
    public function add_menu(): void
    {
        $title = ($this->title)();
        $hook = add_submenu_page($this->parent, $title, $title, $this->capability, $this->slug, $this->render(...));
        if (false !== $hook) {
            add_action("load-$hook", $this->on_load(...));
        }
    }

    /** Before any output of this page. */
    private function on_load(): void
    {
        header('Cache-Control: no-store, private');
        add_action('admin_enqueue_scripts', $this->enqueue(...));
    }

    private function enqueue(): void
    {
        if ([] === $this->assets->missing()) {
            $json = Bootstrap::json(($this->bootstrap)());
            $this->assets->enqueue('pages', self::HANDLE, "window.wkpbicPage = $json;");
        }
    }

    public function render(): void
    {
        echo '<div class="wrap">';
        $missing = $this->assets->missing();
        if ([] !== $missing) {
            $this->assets->print_missing(($this->title)(), $missing);
        } else {
            echo '<hr class="wp-header-end"><div id="wkpbic-page"><noscript><p>';
            esc_html_e('This page needs JavaScript. Switch it on in your browser and load it again.', 'wkpbic');
            echo '</p></noscript></div>';
        }
        echo '</div>';
    }
}
