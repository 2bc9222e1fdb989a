<?php

/**
 * php token-requests.php   what the plugin's TokenClient sends, as JSON; nothing leaves the process.
 *
 * Reads a list of {job, fields, code, code_verifier, redirect_uri, refresh_token} from standard input: `fields` are stored first, as the
 * wizard stores them. WP_DOCROOT and WP_SQLITE_DIR name a site whose settings may change.
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
require dirname(__DIR__, 2) . '/php-plugin/src/autoload.php';
require getenv('WP_DOCROOT') . '/wp-load.php';

$wkpbic_sent = [];
add_filter('pre_http_request', static function (mixed $answer, array $arguments, string $url) use (&$wkpbic_sent): WP_Error {
    $wkpbic_sent[] = [
        'method' => $arguments['method'], 'url' => $url, 'headers' => $arguments['headers'], 'body' => $arguments['body'],
    ];
    return new WP_Error('seen', 'Seen, and not sent.');
}, 1, 3);

foreach (json_decode((string) stream_get_contents(STDIN), true) as $wkpbic_ask) {
    $wkpbic_plugin = new Plugin(dirname(__DIR__, 2) . '/php-plugin/wkpbic.php');
    $wkpbic_plugin->save_fields()->save($wkpbic_ask['fields']);
    $wkpbic_client = $wkpbic_plugin->token_client();
    try {
        match ($wkpbic_ask['job']) {
            'code' => $wkpbic_client->redeem_code(
                new Secret($wkpbic_ask['code']),
                new Secret($wkpbic_ask['code_verifier']),
                $wkpbic_ask['redirect_uri']
            ),
            'refresh' => $wkpbic_client->refresh(new Secret($wkpbic_ask['refresh_token'])),
            'client_credentials' => $wkpbic_client->client_credentials(),
            'password' => $wkpbic_client->password(new Secret($wkpbic_ask['password'])),
        };
    } catch (Failure $wkpbic_failure) {
        if ('microsoft_unreachable' !== $wkpbic_failure->error_code) {
            throw $wkpbic_failure;
        }
    }
}
echo json_encode($wkpbic_sent, JSON_THROW_ON_ERROR | JSON_UNESCAPED_SLASHES);
