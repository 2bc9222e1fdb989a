<?php

/**
 * php wp.php COMMAND… [--option[=value]…]   stands for the `wp` command: loads a WordPress and runs one command of a plugin in it.
 *
 * It keeps to what WP-CLI's handbook says of WP_CLI::add_command ("Commands cookbook", "Internal API"): the synopsis decides which
 * arguments a command takes, an unknown option ends the call with exit code 1 before the command sees it, a flag may come with a
 * value, `--no-name` is false, defaults and lists of values come from the synopsis.
 */

declare(strict_types=1);

$_SERVER = ['HTTP_HOST' => 'localhost:8889', 'SERVER_NAME' => 'localhost', 'SERVER_PROTOCOL' => 'HTTP/1.1', 'REMOTE_ADDR' => '127.0.0.1'] + $_SERVER;

define('WP_CLI', true);
require __DIR__ . '/functions.php';
require __DIR__ . '/class-wp-cli.php';
require getenv('WP_DOCROOT') . '/wp-load.php';

exit(WP_CLI::main(array_slice($argv, 1)));
