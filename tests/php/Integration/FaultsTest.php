<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;
use WP_Error;

/**
 * What the plugin makes of everything that can go wrong between it and Microsoft.
 */
final class FaultsTest extends WordPressTestCase
{
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->connect($this->plugin);
    }

    /**
     * @dataProvider faults
     * @param array<string, mixed> $fault
     * @param array<string, int|string> $params
     */
    public function test_a_fault_of_the_token_endpoint(array $fault, string $code, array $params): void
    {
        StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/token']]]);
        $failure = self::failure(fn () => $this->plugin->token_client()->refresh($this->plugin->tokens()->read()->refresh_token));
        self::assertSame([$code, $params], [$failure->error_code, $failure->params]);
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, $failure . json_encode($failure->microsoft));
    }

    /**
     * @dataProvider faults
     * @param array<string, mixed> $fault
     * @param array<string, int|string> $params
     */
    public function test_the_same_fault_of_power_bi(array $fault, string $code, array $params): void
    {
        if ('aadsts' === $fault['kind']) {
            $fault = ['kind' => 'status', 'status' => 400, 'body' => ['error' => ['code' => 'BadRequest']]];
            [$code, $params] = ['power_bi_unknown', ['status' => 400]];
        }
        StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/groups']]]);
        $failure = self::failure(fn () => $this->plugin->power_bi()->groups());
        if (307 === ($fault['status'] ?? 0)) {
            [$code, $params] = ['power_bi_unknown', ['status' => 307]];
        }
        self::assertSame([$code, $params], [$failure->error_code, $failure->params]);
    }

    /**
     * @return array<string, array{array<string, mixed>, string, array<string, int|string>}>
     */
    public function faults(): array
    {
        $unreadable = ['microsoft_unreadable_answer', []];
        return [
            '429' => [['kind' => 'status', 'status' => 429, 'retry_after' => 17], 'microsoft_throttled', ['seconds' => 17]],
            '429 without a time' => [['kind' => 'status', 'status' => 429], 'microsoft_throttled', ['seconds' => 0]],
            '500' => [['kind' => 'status', 'status' => 500], 'microsoft_unavailable', ['status' => 500]],
            '504' => [['kind' => 'status', 'status' => 504], 'microsoft_unavailable', ['status' => 504]],
            'connection cut' => [['kind' => 'cut'], 'microsoft_unreachable', ['transport' => 'reset']],
            'body cut' => [['kind' => 'truncated'], 'microsoft_unreachable', ['transport' => 'truncated']],
            'malformed' => [['kind' => 'malformed'], ...$unreadable],
            'html' => [['kind' => 'html', 'status' => 200], ...$unreadable],
            'empty' => [['kind' => 'empty', 'status' => 200], ...$unreadable],
            'huge' => [['kind' => 'huge', 'bytes' => 3 * 1024 * 1024], 'microsoft_answer_too_large', []],
            'redirect' => [
                ['kind' => 'status', 'status' => 307, 'headers' => ['Location' => 'http://127.0.0.1:1/'], 'body' => '{}'],
                ...$unreadable,
            ],
            'number without a row' => [
                ['kind' => 'aadsts', 'code' => 59999, 'error' => 'brand_new', 'status' => 400],
                'microsoft_unknown',
                ['error' => 'brand_new', 'aadsts' => 59999],
            ],
            'unknown client' => [['kind' => 'aadsts', 'code' => 700016], 'client_unknown', []],
        ];
    }

    /**
     * @dataProvider transports
     */
    public function test_a_transport_fault_is_named(string $error, string $message, string $transport): void
    {
        $answer = static fn (): WP_Error => new WP_Error($error, $message);
        add_filter('pre_http_request', $answer, 99);
        $failure = self::failure(fn () => $this->plugin->power_bi()->groups());
        remove_filter('pre_http_request', $answer, 99);
        self::assertSame(['microsoft_unreachable', ['transport' => $transport]], [$failure->error_code, $failure->params]);
    }

    /**
     * @return list<array{string, string, string}>
     */
    public function transports(): array
    {
        return [
            ['http_request_failed', 'cURL error 6: Could not resolve host: x', 'dns'],
            ['http_request_failed', 'cURL error 7: Failed to connect', 'refused'],
            ['http_request_failed', 'cURL error 28: Operation timed out', 'timeout'],
            ['http_request_failed', 'cURL error 60: SSL certificate problem', 'tls'],
            ['http_request_failed', 'cURL error 52: Empty reply from server', 'reset'],
            ['http_request_failed', 'cURL error 18: transfer closed', 'truncated'],
            ['http_request_failed', 'cURL error 3: URL using bad format', 'other'],
            ['http_request_failed', 'fsocket timed out', 'timeout'],
            ['http_request_failed', 'A valid URL was not provided.', 'blocked'],
            ['http_request_not_executed', 'User has blocked requests through HTTP.', 'blocked'],
            ['http_failure', 'There are no HTTP transports available.', 'other'],
        ];
    }

    public function test_a_real_refused_port_and_a_real_block(): void
    {
        $no_guard = fn (Closure $action): Failure => $this->without_guard($action);
        $closed = stream_socket_server('tcp://127.0.0.1:0');
        $port = (int) substr((string) strrchr((string) stream_socket_get_name($closed, false), ':'), 1);
        fclose($closed);
        $ports = static fn (array $ports): array => array_merge($ports, [$port]);
        $token = $this->plugin->tokens()->read()->access_token;
        add_filter('http_allowed_safe_ports', $ports);
        self::assertSame('refused', $no_guard(fn () => $this->plugin->http()->get("http://127.0.0.1:$port/", $token))->params['transport']);
        remove_filter('http_allowed_safe_ports', $ports);
        self::assertSame('blocked', $no_guard(fn () => $this->plugin->http()->get("http://127.0.0.1:$port/", $token))->params['transport']);
        self::assertSame('blocked', $no_guard(fn () => $this->plugin->http()->get('http://203.0.113.1/', $token))->params['transport']);
    }

    /**
     * @dataProvider power_bi_refusals
     * @param array<string, mixed> $fault
     */
    public function test_power_bi_says_no(array $fault, string $code): void
    {
        StandIn::running()->control('faults', [$fault + ['kind' => 'status', 'match' => ['path' => '/groups']]]);
        self::assertSame($code, self::failure(fn () => $this->plugin->power_bi()->groups())->error_code);
    }

    /**
     * @return list<array{array<string, mixed>, string}>
     */
    public function power_bi_refusals(): array
    {
        $says = static fn (string $code): array => ['body' => ['error' => ['code' => $code]]];
        return [
            [['status' => 401, 'body' => ''], 'power_bi_token_refused'],
            [['status' => 403, 'body' => ''], 'power_bi_forbidden'],
            [['status' => 403] + $says('TokenExpired'), 'power_bi_token_refused'],
            [['status' => 401] + $says('PowerBINotAuthorizedException'), 'power_bi_forbidden'],
            [['status' => 401] + $says('PowerBINotLicensedException'), 'power_bi_no_licence'],
            [['status' => 403] + $says('PowerBINotLicensedException'), 'power_bi_no_licence'],
            [['status' => 403, 'body' => '', 'headers' => ['X-PowerBI-Error-Info' => 'PowerBINotLicensedException']], 'power_bi_no_licence'],
            [['status' => 403, 'body' => ['Message' => 'API is not accessible for application']], 'power_bi_app_not_accessible'],
            [['status' => 404, 'body' => ''], 'power_bi_not_found'],
            [['status' => 404] + $says('PowerBIEntityNotFound'), 'power_bi_not_found'],
            [['status' => 410] + $says('FeatureDeprecatedError'), 'power_bi_feature_retired'],
            [['status' => 409, 'body' => ''], 'power_bi_unknown'],
            [
                ['status' => 401, 'body' => '', 'headers' => ['X-PowerBI-Error-Info' => 'ServicePrincipalIsNotAllowedByTenantAdminSwitch']],
                'power_bi_service_principals_off',
            ],
            [['status' => 200, 'body' => ['value' => 'x']], 'microsoft_unreadable_answer'],
            [['status' => 200, 'body' => ['value' => ['a' => 1]]], 'microsoft_unreadable_answer'],
            [['status' => 200, 'body' => ['value' => [['id' => 1, 'name' => 'x']]]], 'microsoft_unreadable_answer'],
            [['status' => 200, 'body' => ['value' => ['x']]], 'microsoft_unreadable_answer'],
            [['status' => 200, 'body' => '[]'], 'microsoft_unreadable_answer'],
        ];
    }

    /** A licence that the account does not have, played by the stand-in itself. */
    public function test_an_account_without_a_licence(): void
    {
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['licensed' => false]]]);
        self::assertSame('power_bi_no_licence', self::failure(fn () => $this->plugin->power_bi()->groups())->error_code);
    }

    /**
     * @param Closure(): mixed $action
     */
    private function without_guard(Closure $action): Failure
    {
        remove_filter('pre_http_request', [$this, 'guard_http'], 1);
        $failure = self::failure($action);
        add_filter('pre_http_request', [$this, 'guard_http'], 1, 3);
        return $failure;
    }
}
