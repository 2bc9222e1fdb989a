<?php

/**
 * Writes the pages that are printed from the plugin's tables and source: `make docs`, `make surface`.
 */

declare(strict_types=1);

use Wkpbic\Tests\Support\Reference;

$root = dirname(__DIR__, 2);
require $root . '/php-plugin/src/autoload.php';
spl_autoload_register(static function (string $class): void {
    $prefix = 'Wkpbic\\Tests\\';
    if (str_starts_with($class, $prefix)) {
        require __DIR__ . '/' . strtr(substr($class, strlen($prefix)), '\\', '/') . '.php';
    }
});

foreach (Reference::pages() as $file => $text) {
    if (!is_file("$root/$file") || $text !== file_get_contents("$root/$file")) {
        is_dir(dirname("$root/$file")) || mkdir(dirname("$root/$file"), 0o777, true);
        file_put_contents("$root/$file", $text);
        echo "wrote $file\n";
    }
}
