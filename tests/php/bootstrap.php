<?php

/**
 * Starts the stand-in for Microsoft and loads a WordPress, both for this run alone.
 *
 * WP_DOCROOT names the WordPress; WP_SEED_DB an installed wp.sqlite (a copy is used) or WP_DB_* a MariaDB; WP_SQLITE_PLUGIN the
 * SQLite integration. Without WP_DOCROOT the unit suite alone can run: it needs neither.
 */

declare(strict_types=1);

use Wkpbic\Tests\Support\StandIn;

require dirname(__DIR__, 2) . '/php-plugin/src/autoload.php';
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Wkpbic\\Tests\\')) {
        require __DIR__ . '/' . strtr(substr($class, strlen('Wkpbic\\Tests\\')), '\\', '/') . '.php';
    }
});

if (false === getenv('WP_DOCROOT')) {
    return;
}

$wkpbic_folder = sys_get_temp_dir() . '/wkpbic-php-' . bin2hex(random_bytes(6));
mkdir($wkpbic_folder, 0700);
register_shutdown_function(static function () use ($wkpbic_folder): void {
    array_map('unlink', array_filter((array) glob("$wkpbic_folder/{,.}*", GLOB_BRACE), 'is_file'));
    rmdir($wkpbic_folder);
});

if (false === getenv('WP_DB_HOST')) {
    copy((string) getenv('WP_SEED_DB'), "$wkpbic_folder/wp.sqlite");
    putenv("WP_SQLITE_DIR=$wkpbic_folder");
}
putenv('WP_URL=http://localhost:8889');
putenv("WP_LOG=$wkpbic_folder/debug.log");
touch("$wkpbic_folder/debug.log");

$wkpbic_stand_in = StandIn::start();
putenv('WKPBIC_DEVELOPMENT_MICROSOFT_URL=' . $wkpbic_stand_in->url);
putenv('WP_BED_PORTS=' . parse_url($wkpbic_stand_in->url, PHP_URL_PORT));

$_SERVER = [
    'HTTP_HOST' => 'localhost:8889',
    'SERVER_NAME' => 'localhost',
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/',
    'REMOTE_ADDR' => '127.0.0.1',
] + $_SERVER;

// PHPUnit includes this file inside a function, and WordPress takes for granted that it is loaded outside of one.
global $wp, $wpdb, $wp_query, $wp_rewrite, $wp_the_query, $wp_version, $wp_filter, $wp_actions, $wp_roles, $current_user, $table_prefix,
    $blog_id, $wp_locale, $wp_widget_factory, $wp_rest_server;
require getenv('WP_DOCROOT') . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/admin.php';
add_filter('wp_rest_server_class', static fn (): string => Wkpbic\Tests\Support\SilentRestServer::class);
