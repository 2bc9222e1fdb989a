<?php

declare(strict_types=1);

// php -S 127.0.0.1:PORT -t DOCUMENT_ROOT router.php   what a web server's rewrite rules do for WordPress

// The server itself runs none ahead of its router.
if ('' !== (string) ini_get('auto_prepend_file')) {
    require_once ini_get('auto_prepend_file');
}

$root = rtrim($_SERVER['DOCUMENT_ROOT'], '/');
$path = rawurldecode((string) parse_url($_SERVER['REQUEST_URI'], PHP_URL_PATH));
// No dot files (and so no ../), no databases, no logs.
if (preg_match('#(^|/)\.|\.(sqlite|log)$#', $path)) {
    http_response_code(404);
    return true;
}
$file = $root . $path; // Not realpath(): the plugin is a link that leads out of the document root.
if (is_dir($file) && is_file(rtrim($file, '/') . '/index.php')) {
    if ('/' !== substr($path, -1)) {
        header('Location: ' . $path . '/', true, 301);
        return true;
    }
    $path .= 'index.php';
    $file = $root . $path;
}
if (! is_file($file)) {
    $path = '/index.php'; // Pretty addresses, /wp-json/ among them.
    $file = $root . $path;
} elseif ('.php' !== substr($file, -4)) {
    return false; // A plain file: the server sends it.
}
$_SERVER['SCRIPT_NAME'] = $path;
$_SERVER['PHP_SELF'] = $path;
$_SERVER['SCRIPT_FILENAME'] = $file;
unset($_SERVER['PATH_INFO']);
chdir(dirname($file));
require $file;
