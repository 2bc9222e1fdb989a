<?php

declare(strict_types=1);

// php install.php DOCUMENT_ROOT [plugin-folder/plugin-file.php ...]   installs the site unless it is, activates the plugins.
// The database and the address come from the environment, as in wp-config.php.

$docroot = rtrim($argv[1], '/');
$address = parse_url((string) getenv('WP_URL'));
if (! isset($address['host'])) {
    fwrite(STDERR, "WP_URL must hold the address of the site.\n");
    exit(1);
}
$_SERVER = array(
    'HTTP_HOST' => $address['host'] . (isset($address['port']) ? ':' . $address['port'] : ''),
    'SERVER_NAME' => $address['host'],
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_URI' => '/',
    'REQUEST_METHOD' => 'GET',
    'REMOTE_ADDR' => '127.0.0.1',
) + $_SERVER;

define('WP_INSTALLING', true);
require $docroot . '/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

if (! is_blog_installed()) {
    wp_install('Test bed', 'admin', 'admin@example.test', true, '', 'password');
    update_option('permalink_structure', '/%postname%/');
    update_option('show_avatars', 0); // They would be fetched from outside.
    flush_rewrite_rules(false);
}
foreach (array_slice($argv, 2) as $plugin) {
    // WP_INSTALLING is set, so the list of active plugins was not loaded: an active one is left alone.
    $error = is_plugin_active($plugin) ? null : activate_plugin($plugin);
    if (is_wp_error($error)) {
        fwrite(STDERR, "{$plugin} cannot be activated: " . $error->get_error_message() . "\n");
        exit(1);
    }
}
global $wpdb, $wp_version;
echo "WordPress {$wp_version}, PHP ", PHP_VERSION, ', ', getenv('WP_SQLITE_DIR') ? 'SQLite' : 'MariaDB', ' as MySQL ', $wpdb->db_version(), "\n";
