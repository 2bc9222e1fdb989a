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

if ('die' === $job && 'rekey' === $second) {
    define('WKPBIC_ENCRYPTION_KEY', 'a new key for everything that is stored');
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

if ('die' === $job) {
    // Does one thing and is killed in front of its n-th query; nothing of PHP runs after that.
    $queries = 0;
    add_filter('query', static function (string $query) use (&$queries, $third): string {
        if (++$queries === (int) $third) {
            posix_kill((int) getmypid(), SIGKILL);
        }
        return $query;
    });
    match ($second) {
        'save' => $plugin->save_fields()->save([
            'client_id' => '9d2e7a41-5c3b-4f60-8e17-c04b6a9f3d25', 'client_secret' => 'the-new-secret-of-the-app', 'password' => 'new',
        ]),
        'refresh' => $plugin->token_broker()->access_token(),
        'rekey' => $plugin->rekey()->rekey(),
        'disconnect' => $plugin->disconnect()->disconnect(),
    };
    echo 'lived';
    exit;
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
