<?php

/**
 * php in-wordpress.php JOB ARGUMENT…   runs one of the jobs below in a WordPress of its own and prints its answer.
 *
 * For tests that need several processes. The database and the stand-in come from the environment, as in the test run itself.
 */

declare(strict_types=1);

use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;

$_SERVER = [
    'HTTP_HOST' => 'localhost:8889',
    'SERVER_NAME' => 'localhost',
    'SERVER_PROTOCOL' => 'HTTP/1.1',
    'REQUEST_METHOD' => 'GET',
    'REQUEST_URI' => '/',
    'REMOTE_ADDR' => '127.0.0.1',
] + $_SERVER;

[, $job, $first, $second, $third] = $argv + array_fill(0, 5, '');

if ('front' === $job) {
    // A page of the shop as a visitor gets it, with the plugin active or, for comparison, not.
    define('SAVEQUERIES', true);
    define('WP_USE_THEMES', true);
    if ('off' === $first) {
        $GLOBALS['wp_filter'] = ['pre_option_active_plugins' => [10 => [['accepted_args' => 0, 'function' => static fn (): array => []]]]];
    }
    ob_start();
    require getenv('WP_DOCROOT') . '/wp-blog-header.php';
    $page = (string) ob_get_clean();
    echo json_encode([
        'active' => in_array('wkpbic/wkpbic.php', (array) get_option('active_plugins'), true),
        'classes' => array_values(array_filter(
            [...get_declared_classes(), ...get_declared_interfaces()],
            static fn (string $class): bool => str_starts_with($class, 'Wkpbic\\')
        )),
        'queries' => count($GLOBALS['wpdb']->queries),
        'page' => $page,
    ]);
    exit;
}

require dirname(__DIR__, 3) . '/php-plugin/src/autoload.php';
require getenv('WP_DOCROOT') . '/wp-load.php';
$plugin = new Plugin(dirname(__DIR__, 3) . '/php-plugin/wkpbic.php');

// All processes begin at the same moment: when the one that started them says so.
echo "ready\n";
fflush(STDOUT);
while (!is_file($first)) {
    usleep(200);
}

if ('write' === $job) {
    // Writes and swaps rows that belong together, for ever; whoever started it ends it in the middle.
    for ($i = 1; true; $i++) {
        $rows = ['wkpbic_one' => $i . str_repeat(' one', 5000), 'wkpbic_two' => $i . str_repeat(' two', 5000)];
        if (0 === $i % 2) {
            $old = array_map($plugin->rows()->read(...), array_combine(array_keys($rows), array_keys($rows)));
            $plugin->rows()->swap_all(array_combine(array_keys($rows), array_map(null, $old, $rows)));
        } else {
            $plugin->rows()->write($rows);
        }
        echo "$i\n";
        fflush(STDOUT);
    }
}

if ('access-tokens' === $job) {
    // Ten requests, each with objects of its own, as the web server makes them.
    for ($i = 0; $i < 10; $i++) {
        try {
            $request = new Plugin(dirname(__DIR__, 3) . '/php-plugin/wkpbic.php');
            echo hash('sha256', $request->token_broker()->access_token()->reveal()), "\n";
        } catch (Failure $failure) {
            echo $failure->error_code, "\n";
        }
    }
    exit;
}

try {
    switch ($job) {
        case 'claim':
            $plugin->sign_in_attempts()->claim(new Secret($second), 11, new Secret($third));
            echo 'won';
            break;
        case 'access-token':
            echo hash('sha256', $plugin->token_broker()->access_token()->reveal());
            break;
    }
} catch (Failure $failure) {
    echo $failure->error_code;
}
