<?php

declare(strict_types=1);

// Configuration of a WordPress of the test bed. Everything that varies comes from the environment; nothing here is for a real site.

$bed = static function (string $name, string $default = ''): string {
    $value = getenv($name);
    return false === $value ? $default : $value;
};

define('DB_NAME', $bed('WP_DB_NAME', 'wordpress'));
define('DB_USER', $bed('WP_DB_USER', 'wp'));
define('DB_PASSWORD', $bed('WP_DB_PASSWORD', 'wp'));
define('DB_HOST', $bed('WP_DB_HOST', 'localhost'));
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
if ('' !== $bed('WP_SQLITE_DIR')) {
    // Read by the SQLite integration that db.php loads.
    define('DB_DIR', $bed('WP_SQLITE_DIR'));
    define('DB_FILE', 'wp.sqlite');
}
$table_prefix = $bed('WP_TABLE_PREFIX', 'wp_');

foreach (array('AUTH', 'SECURE_AUTH', 'LOGGED_IN', 'NONCE') as $bed_scheme) {
    define($bed_scheme . '_KEY', hash('sha256', $bed_scheme . ' key of a test bed'));
    define($bed_scheme . '_SALT', hash('sha256', $bed_scheme . ' salt of a test bed'));
}

if ('https' === ($_SERVER['HTTP_X_FORWARDED_PROTO'] ?? '')) {
    $_SERVER['HTTPS'] = 'on';
}
$bed_url = $bed('WP_URL');
if ('' === $bed_url) {
    $bed_url = (empty($_SERVER['HTTPS']) ? 'http://' : 'https://') . ($_SERVER['HTTP_HOST'] ?? 'localhost');
}
$bed_network = $bed('WP_NETWORK');
if ('' === $bed_network) {
    define('WP_HOME', $bed_url);
    define('WP_SITEURL', $bed_url);
} else {
    // `prepared` while the tables of a network are made, `yes` from then on. Its sites lie in folders.
    define('WP_ALLOW_MULTISITE', true);
    if ('yes' === $bed_network) {
        define('MULTISITE', true);
        define('SUBDOMAIN_INSTALL', false);
        define('DOMAIN_CURRENT_SITE', (string) preg_replace('#\Ahttps?://#', '', $bed_url));
        define('PATH_CURRENT_SITE', '/');
        define('SITE_ID_CURRENT_SITE', 1);
        define('BLOG_ID_CURRENT_SITE', 1);
    }
}

define('WP_ENVIRONMENT_TYPE', 'local');
define('WP_DEBUG', true);
define('WP_DEBUG_DISPLAY', false);
define('WP_DEBUG_LOG', $bed('WP_LOG', '/dev/stderr'));
define('SCRIPT_DEBUG', '' !== $bed('WP_SCRIPT_DEBUG'));

// No call leaves the machine: an update check or a mail fails at once instead of waiting for a name look-up.
define('WP_HTTP_BLOCK_EXTERNAL', true);
define('WP_ACCESSIBLE_HOSTS', 'localhost,127.0.0.1');
define('AUTOMATIC_UPDATER_DISABLED', true);
define('DISABLE_WP_CRON', true);
define('FS_METHOD', 'direct');

if ('' !== $bed('WKPBIC_DEVELOPMENT_MICROSOFT_URL')) {
    define('WKPBIC_DEVELOPMENT_MICROSOFT_URL', $bed('WKPBIC_DEVELOPMENT_MICROSOFT_URL'));
}

// What an owner would write here by hand; a spec writes it into a file beside its database.
$bed_constants = $bed('WP_SQLITE_DIR') . '/constants.json';
if ('' !== $bed('WP_SQLITE_DIR') && is_file($bed_constants)) {
    foreach (json_decode((string) file_get_contents($bed_constants), true) as $bed_name => $bed_value) {
        define($bed_name, $bed_value);
    }
}

if (! defined('ABSPATH')) {
    define('ABSPATH', __DIR__ . '/');
}
require_once ABSPATH . 'wp-settings.php';
