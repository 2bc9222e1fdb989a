<?php

/**
 * Removes everything the plugin has stored: every option, every sign-in attempt, the capability. On a network, on every site.
 */

declare(strict_types=1);

defined('WP_UNINSTALL_PLUGIN') || exit;

require __DIR__ . '/src/autoload.php';

(static function (): void {
    $remove = static function (): void {
        $rows = new Wkpbic\Storage\OptionRows($GLOBALS['wpdb']);
        $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        (new Wkpbic\Capability())->revoke();
    };
    if (!is_multisite()) {
        $remove();
        return;
    }
    foreach (get_sites(['fields' => 'ids', 'number' => 0]) as $site) {
        switch_to_blog((int) $site);
        $remove();
        restore_current_blog();
    }
})();
