<?php

/**
 * php life.php JOB ARGUMENT…   one step in the life of a site of its own (OwnSite), in a process of its own; prints JSON.
 */

declare(strict_types=1);

use Wkpbic\Capability;
use Wkpbic\Cron;
use Wkpbic\Plugin;

const WKPBIC_PLUGIN = 'wkpbic/wkpbic.php';

[, $job, $first, $second] = $argv + array_fill(0, 4, '');

$_SERVER = [
    'HTTP_HOST' => 'localhost:8889',
    'SERVER_NAME' => 'localhost',
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/',
    'REMOTE_ADDR' => '127.0.0.1',
] + $_SERVER;
if (in_array($job, ['install', 'make-network'], true)) {
    define('WP_INSTALLING', true);
}
if ('make-network' === $job) {
    define('WP_INSTALLING_NETWORK', true);
}
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Wkpbic\\Tests\\')) {
        require dirname(__DIR__) . '/' . strtr(substr($class, strlen('Wkpbic\\Tests\\')), '\\', '/') . '.php';
    }
});
require getenv('WP_DOCROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
if (function_exists('wp_initialize_site')) {
    require_once ABSPATH . 'wp-admin/includes/ms.php';
}

// What the plugin has left behind for whoever removes it.
$on_sites = static function (callable $look): array {
    $found = [];
    foreach (is_multisite() ? get_sites(['fields' => 'ids', 'orderby' => 'id']) : [0] as $site) {
        is_multisite() && switch_to_blog((int) $site);
        $found[$site] = $look();
        is_multisite() && restore_current_blog();
    }
    return $found;
};

$jobs = [
    'install' => static function (): bool {
        wp_install('A site of its own', 'admin', 'admin@example.test', true, '', 'password');
        update_option('permalink_structure', '/%postname%/');
        wp_insert_user(['user_login' => 'anna', 'user_email' => 'anna@example.test', 'user_pass' => 'password', 'role' => 'editor']);
        return true;
    },
    'make-network' => static function () use ($first): bool {
        foreach ($GLOBALS['wpdb']->tables('ms_global') as $table => $prefixed) {
            $GLOBALS['wpdb']->$table = $prefixed;
        }
        install_network();
        $made = populate_network(1, $first, 'admin@example.test', 'A network of its own', '/', false);
        return !is_wp_error($made) || 'no_wildcard_dns' === $made->get_error_code();
    },
    'new-site' => static function () use ($first): int {
        $site = (int) wpmu_create_blog(DOMAIN_CURRENT_SITE, "/$first/", $first, 1);
        add_user_to_blog($site, 2, 'editor');
        // The schedule of a site is a row as soon as anything was ever on it.
        switch_to_blog($site);
        wp_schedule_single_event(time() + 600, 'of_another_plugin');
        wp_unschedule_hook('of_another_plugin');
        restore_current_blog();
        return $site;
    },
    'delete-site' => static fn (): bool => !is_wp_error(wp_delete_site((int) $first)),
    'activate' => static fn (): bool => null === activate_plugin(WKPBIC_PLUGIN, '', 'network' === $first),
    'deactivate' => static function () use ($first): bool {
        deactivate_plugins(WKPBIC_PLUGIN, false, 'network' === $first);
        return true;
    },
    'uninstall' => static fn (): bool => (bool) uninstall_plugin(WKPBIC_PLUGIN),
    // What activation makes, site by site.
    'prepared' => static fn (): array => $on_sites(static fn (): array => [
        'table' => '' !== (string) $GLOBALS['wpdb']->get_var("SHOW TABLES LIKE '{$GLOBALS['wpdb']->prefix}wkpbic_log'"),
        'events' => array_values(array_filter(array_keys(Cron::EVENTS), static fn (string $hook): bool => (bool) wp_next_scheduled($hook))),
        'right' => (bool) get_role('administrator')?->has_cap(Capability::MANAGE_SETTINGS),
    ]),
    // Everything the plugin can store, on one site.
    'use' => static function () use ($first, $second): array {
        is_multisite() && switch_to_blog((int) $first);
        require __DIR__ . '/life-use.php';
        $state = wkpbic_use($second);
        is_multisite() && restore_current_blog();
        return $state;
    },
    'states' => static fn (): array => $on_sites(
        static fn (): string => (new Plugin(WP_PLUGIN_DIR . '/' . WKPBIC_PLUGIN))->token_broker()->state()->state
    ),
    // Every row of every table, without the numbers that the database gives them.
    'dump' => static function (): array {
        $dump = [];
        foreach ($GLOBALS['wpdb']->get_col("SHOW TABLES LIKE '{$GLOBALS['wpdb']->base_prefix}%'") as $table) {
            $rows = array_map(
                static fn (array $row): string => (string) json_encode(
                    array_diff_key($row, ['option_id' => 0, 'umeta_id' => 0, 'meta_id' => 0]),
                    JSON_INVALID_UTF8_SUBSTITUTE
                ),
                $GLOBALS['wpdb']->get_results("SELECT * FROM `$table`", ARRAY_A)
            );
            sort($rows);
            $dump[$table] = $rows;
        }
        ksort($dump);
        return $dump;
    },
    'drop' => static function (): bool {
        foreach ($GLOBALS['wpdb']->get_col("SHOW TABLES LIKE '{$GLOBALS['wpdb']->base_prefix}%'") as $table) {
            $GLOBALS['wpdb']->query("DROP TABLE `$table`");
        }
        return true;
    },
];

if (!class_exists(Plugin::class)) {
    require_once dirname(__DIR__, 3) . '/php-plugin/src/autoload.php';
}
echo "\nanswer ", json_encode($jobs[$job]()), "\n";
