<?php

declare(strict_types=1);

// Drop-in of the test bed: SQLite when WP_SQLITE_DIR is set, WordPress's own MySQL/MariaDB class otherwise.
// Both databases thus run on one and the same document root.
if (getenv('WP_SQLITE_DIR')) {
    define('SQLITE_DB_DROPIN_VERSION', '1.8.0');
    define('DATABASE_TYPE', 'sqlite');
    define('DB_ENGINE', 'sqlite');
    require_once getenv('WP_SQLITE_PLUGIN') . '/wp-includes/sqlite/db.php';
}
