<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * Goes through the sites of this installation: one, or those of a WordPress network.
 */
final class Network
{
    private const BATCH = 100;

    /**
     * Runs the action once for each site, as that site.
     *
     * @param callable(): void $action
     * @param int|null $most Sites after which to stop; null for all of them.
     */
    public function each_site(callable $action, ?int $most = null): void
    {
        if (!is_multisite()) {
            $action();
            return;
        }
        for ($done = 0; null === $most || $done < $most; $done += self::BATCH) {
            $sites = get_sites([
                'fields' => 'ids',
                'orderby' => 'id',
                'number' => null === $most ? self::BATCH : min(self::BATCH, $most - $done),
                'offset' => $done,
            ]);
            foreach ($sites as $site) {
                $this->on_site((int) $site, $action);
            }
            if (count($sites) < self::BATCH) {
                return;
            }
        }
    }

    /** Whether the plugin is active on every site of the network. */
    public function has_active(string $main_file): bool
    {
        $active = is_multisite() ? get_site_option('active_sitewide_plugins') : [];
        return is_array($active) && isset($active[plugin_basename($main_file)]);
    }

    /**
     * Runs the action as one site of the network.
     *
     * @param callable(): void $action
     */
    public function on_site(int $site, callable $action): void
    {
        switch_to_blog($site);
        try {
            $action();
        } finally {
            restore_current_blog();
        }
    }
}
