<?php

/**
 * PSR-4 for the namespace Wkpbic\, so that nothing has to be installed beside the plugin.
 */

declare(strict_types=1);

spl_autoload_register(static function (string $class): void {
    if (!str_starts_with($class, 'Wkpbic\\')) {
        return;
    }
    $file = __DIR__ . '/' . strtr(substr($class, strlen('Wkpbic\\')), '\\', '/') . '.php';
    if (is_file($file)) {
        require $file;
    }
});
