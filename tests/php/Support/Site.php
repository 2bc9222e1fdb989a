<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * The site of this test run, served over HTTP, and a browser at it that keeps cookies.
 */
final class Site
{
    /** @var array<string, string> */
    private array $cookies = [];

    private function __construct(public readonly string $url, private readonly BackgroundProcess $server)
    {
    }

    public static function start(): self
    {
        $probe = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($probe, false), ':'), 1);
        fclose($probe);
        $router = dirname(__DIR__, 2) . '/wordpress/router.php';
        $serve = [PHP_BINARY, '-d', 'display_errors=0', '-S', "127.0.0.1:$port", '-t', (string) getenv('WP_DOCROOT'), $router];
        // It says on standard error that it listens. One worker is enough: no page calls the site itself.
        $server = BackgroundProcess::start(['sh', '-c', 'exec "$@" 2>&1', 'sh', ...$serve], ['WP_URL' => "http://localhost:$port"]);
        $server->first_line('[');
        return new self("http://localhost:$port", $server);
    }

    public function end(): void
    {
        $this->server->end();
    }

    /** A browser without any of this one's cookies. */
    public function other_browser(): self
    {
        return new self($this->url, $this->server);
    }

    /** The same browser without WordPress's own cookies, as a link from another site finds it where they are SameSite=Strict. */
    public function without_log_in(): self
    {
        $browser = $this->other_browser();
        $is_wordpress = static fn (string $name): bool => str_starts_with($name, 'wordpress');
        $browser->cookies = array_filter($this->cookies, static fn (string $name): bool => !$is_wordpress($name), ARRAY_FILTER_USE_KEY);
        return $browser;
    }

    public function log_in(string $user, string $password): HttpReply
    {
        $this->get('/wp-login.php');
        return $this->post('/wp-login.php', ['log' => $user, 'pwd' => $password, 'wp-submit' => 'Log In', 'testcookie' => '1']);
    }

    public function get(string $path): HttpReply
    {
        return $this->send($path, 'GET', '', []);
    }

    /**
     * @param array<string, string> $fields
     */
    public function post(string $path, array $fields): HttpReply
    {
        return $this->send($path, 'POST', http_build_query($fields), ['Content-Type' => 'application/x-www-form-urlencoded']);
    }

    /**
     * @param array<mixed> $body
     * @param array<string, string> $headers
     */
    public function rest(string $method, string $route, array $body, ?string $nonce, array $headers = []): HttpReply
    {
        $headers += ['Content-Type' => 'application/json'] + (null === $nonce ? [] : ['X-WP-Nonce' => $nonce]);
        return $this->send("/wp-json/wkpbic/v1/$route", $method, (string) json_encode((object) $body), $headers);
    }

    /**
     * @param array<string, string> $headers
     */
    private function send(string $path, string $method, string $body, array $headers): HttpReply
    {
        $cookies = [];
        foreach ($this->cookies as $name => $value) {
            $cookies[] = "$name=$value";
        }
        $address = str_replace('localhost', '127.0.0.1', $this->url) . $path;
        $headers += ['Host' => (string) parse_url($this->url, PHP_URL_HOST) . ':' . parse_url($this->url, PHP_URL_PORT)];
        $reply = (new HttpRequest($address, $method, $body, $headers + ['Cookie' => implode('; ', $cookies)]))->send();
        $this->cookies = $reply->cookies() + $this->cookies;
        return $reply;
    }
}
