<?php

declare(strict_types=1);

// php package.php   dist/wkpbic-VERSION.zip from php-plugin: one folder `wkpbic`, plugin files and nothing else.
// The same files give the same bytes: entries are sorted and carry one fixed date.

$root = dirname(__DIR__, 2);
$source = "{$root}/php-plugin";
$stop = static function (string $sentence): never {
    fwrite(STDERR, "Stopped: {$sentence}\n");
    exit(1);
};

// Whatever is not named here stays out: notes, editor files, tests.
$top = array('wkpbic.php', 'uninstall.php', 'readme.txt', 'LICENSE', 'src', 'generated', 'build', 'languages', 'assets');
$required = array(
    'wkpbic.php', 'uninstall.php', 'readme.txt', 'generated/contract.php', 'generated/messages.php',
    'build/core.js', 'build/core_bg.wasm', 'build/kit.js', 'build/kit_bg.wasm', 'build/wizard.js', 'build/wizard.css', 'build/wizard.asset.php',
    'build/pages.js', 'build/pages.css', 'build/pages.asset.php', 'build/types/wkpbic.d.ts',
);
foreach ($required as $file) {
    is_file("{$source}/{$file}") || $stop("php-plugin/{$file} is missing.");
}
if (1 !== preg_match('/^ \* Version:\s+(\d+\.\d+\.\d+\S*)$/m', file_get_contents("{$source}/wkpbic.php"), $match)) {
    $stop('php-plugin/wkpbic.php holds no version.');
}

$files = array('LICENSE' => "{$root}/LICENSE");
$iterator = new RecursiveIteratorIterator(new RecursiveDirectoryIterator($source, FilesystemIterator::SKIP_DOTS));
foreach ($iterator as $file) {
    $name = substr($file->getPathname(), strlen($source) + 1);
    $shipped = in_array(explode('/', $name)[0], $top, true) && 1 === preg_match('/\.(php|js|d\.ts|css|wasm|txt|svg|png|pot|mo|json)$/', $name);
    if ($shipped && 1 !== preg_match('#(^|/)\.#', $name)) {
        $files[$name] = $file->getPathname();
    }
}
ksort($files, SORT_STRING);

is_dir("{$root}/dist") || mkdir("{$root}/dist");
$target = "{$root}/dist/wkpbic-{$match[1]}.zip";
$zip = new ZipArchive();
true === $zip->open("{$target}.part", ZipArchive::CREATE | ZipArchive::OVERWRITE) || $stop("{$target} cannot be written.");
foreach ($files as $name => $path) {
    $zip->addFile($path, "wkpbic/{$name}");
    $zip->setMtimeName("wkpbic/{$name}", gmmktime(0, 0, 0, 1, 1, 2026));
    $zip->setExternalAttributesName("wkpbic/{$name}", ZipArchive::OPSYS_UNIX, 0100644 << 16);
}
$zip->close() || $stop("{$target} cannot be written.");
rename("{$target}.part", $target);
printf("%s: %d files, %d kB\n", substr($target, strlen($root) + 1), count($files), (int) ceil(filesize($target) / 1024));
