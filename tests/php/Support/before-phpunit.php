<?php

/**
 * Runs ahead of PHPUnit on the PHP builds of tests/run-php-unit.mjs, and makes up for two things about them.
 */

declare(strict_types=1);

echo 'PHP ', PHP_VERSION, "\n";

// They have no sodium extension. Nor has many a host: there WordPress brings the same functions in PHP, and so does this.
require getenv('WP_SODIUM_COMPAT') . '/autoload.php';

// Debian's PHPUnit and its libraries are older than PHP 8.4 and compile with deprecations; those of our own files still count.
spl_autoload_register(static function (string $class): void {
    if (str_starts_with($class, 'Wkpbic\\')) {
        return;
    }
    $level = error_reporting(error_reporting() & ~E_DEPRECATED);
    foreach (array_slice(spl_autoload_functions(), 1) as $load) {
        $load($class);
    }
    error_reporting($level);
}, true, true);
