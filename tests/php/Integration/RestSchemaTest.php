<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Rest\Route;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;
use WP_REST_Request;

/**
 * What the interface says about itself, and whether it is true.
 */
final class RestSchemaTest extends WordPressTestCase
{
    /**
     * @dataProvider routes
     */
    public function test_a_route_tells_its_arguments_and_its_answer(Route $route): void
    {
        $help = rest_do_request(new WP_REST_Request('OPTIONS', "/wkpbic/v1/$route->path"))->get_data();
        self::assertContains($route->method, $help['methods']);
        $endpoint = array_values(array_filter($help['endpoints'], static fn (array $row): bool => [$route->method] === $row['methods']))[0];
        self::assertSame(array_keys($route->arguments), array_keys($endpoint['args']));
        foreach ($route->arguments as $name => $argument) {
            self::assertSame($argument, array_intersect_key($endpoint['args'][$name], $argument), $name);
        }
        self::assertSame("wkpbic-$route->answer", $help['schema']['title']);
        self::assertSame('object', $help['schema']['type']);
        self::assertMatchesRegularExpression('/\A[A-Z].*\.\z/', $route->summary);
    }

    /**
     * @return array<string, array{Route}>
     */
    public function routes(): array
    {
        $rows = [];
        foreach ((new Plugin(Repository::plugin_folder() . '/wkpbic.php'))->routes()->table() as $route) {
            $rows["$route->method $route->path"] = [$route];
        }
        return $rows;
    }

    public function test_the_arguments_come_from_the_contract(): void
    {
        $arguments = $this->arguments('setup/fields');
        $fields = Repository::contract()->fields();
        self::assertSame(array_keys($fields), array_keys($arguments));
        self::assertSame(array_keys(Repository::tables()['clouds']), $arguments['cloud']['enum']);
        self::assertSame(512, $arguments['client_secret']['maxLength']);
        self::assertStringContainsString('Write-only', $arguments['client_secret']['description']);
        self::assertArrayNotHasKey('default', $arguments['cloud'], 'WordPress would put it into every request');
        $attempt = $this->arguments('setup/sign-in');
        self::assertSame([43, 128], [$attempt['code_verifier']['minLength'], $attempt['code_verifier']['maxLength']]);
    }

    public function test_answers_fit_their_schemas(): void
    {
        $this->be_administrator();
        $this->fits('setup', 'GET', 'setup', null, 200);
        $this->fits('setup', 'POST', 'setup/fields', ['client_id' => StandIn::CLIENT_ID, 'client_secret' => StandIn::CLIENT_SECRET], 200);
        $setup = $this->fits('setup', 'POST', 'setup/claims', ['consent' => true, 'app_created' => true], 200);
        self::assertSame(['app_created', 'consent'], array_keys($setup['claims']));
        $attempt = array_map(static fn (): string => self::random_text(), ['state' => 0, 'code_verifier' => 0, 'nonce' => 0]);
        $attempt['redirect_uri'] = self::REDIRECT_URI;
        $this->rest('POST', 'setup/fields', ['tenant_id' => StandIn::TENANT_ID]);
        $this->fits('sign_in_attempt', 'POST', 'setup/sign-in', $attempt, 201);

        $plugin = $this->plugin();
        $this->connect($plugin);
        $this->fits('setup', 'GET', 'setup', null, 200);
        $this->fits('test', 'POST', 'setup/test', null, 200);
        $this->fits('support_bundle', 'GET', 'setup/support-bundle', null, 200);
        add_filter('pre_http_request', [$this, 'answer_for_site'], 0, 3);
        $checks = $this->fits('checks', 'POST', 'setup/preflight', [], 200)['results'];
        remove_filter('pre_http_request', [$this, 'answer_for_site'], 0);
        self::assertContains('app_token_issued', array_column($checks, 'id'));
        $plugin->last_failure()->write(new \Wkpbic\Error\Failure('microsoft_unavailable', null, ['status' => 503]), 'transient', 1, 1);
        $attempt = $this->start_sign_in($plugin, get_current_user_id());
        $plugin->sign_in_callback()->handle("error=access_denied&error_description=AADSTS65004&state={$attempt['state']}");
        $plugin->rows()->write([\Wkpbic\Storage\ClientSecret::OPTION => '{"record":"broken"}']);
        $setup = $this->fits('setup', 'GET', 'setup', null, 200);
        self::assertSame('failing', $setup['connection']['state']);
        self::assertSame('failed', $setup['sign_in']['outcome']);
        self::assertCount(1, $setup['problems']);
        $this->fits('roles', 'GET', 'setup/roles', null, 200);
        $this->fits('roles', 'POST', 'setup/roles', [], 200);
        $log = $this->fits('log', 'GET', 'log', null, 200);
        self::assertSame(['audit', 'call'], array_values(array_unique(array_column($log['entries'], 'kind'))));
        $this->fits('setup', 'POST', 'setup/rotate-secret', ['client_secret' => StandIn::CLIENT_SECRET], 200);
        $this->fits('setup', 'POST', 'setup/site', ['choice' => 'moved'], 200);
        $this->fits('setup', 'DELETE', 'setup/connection', null, 200);
    }

    /** The site of this test is served by nobody. */
    public function answer_for_site(mixed $answer, array $arguments, string $url): mixed
    {
        $body = ['body' => '{"namespace":"wkpbic/v1"}', 'response' => ['code' => 200, 'message' => ''], 'headers' => [], 'cookies' => []];
        return str_starts_with($url, home_url('/')) ? $body : $answer;
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        return str_starts_with($url, home_url('/')) ? $answer : parent::guard_http($answer, $arguments, $url);
    }

    /**
     * @param array<mixed>|null $body
     * @return array<string, mixed>
     */
    private function fits(string $answer, string $method, string $path, ?array $body, int $status): array
    {
        $response = $this->rest($method, $path, $body);
        self::assertSame($status, $response->get_status(), (string) json_encode($response->get_data()));
        self::assertSame('no-store, private', $response->get_headers()['Cache-Control']);
        $data = json_decode((string) json_encode($response->get_data()), true);
        $schema = rest_do_request(new WP_REST_Request('OPTIONS', "/wkpbic/v1/$path"))->get_data()['schema'];
        self::assertSame("wkpbic-$answer", $schema['title']);
        $verdict = rest_validate_value_from_schema($data, $schema, 'answer');
        self::assertTrue($verdict, is_wp_error($verdict) ? "$method $path: " . $verdict->get_error_message() : '');
        return $data;
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    private function arguments(string $path): array
    {
        return rest_do_request(new WP_REST_Request('OPTIONS', "/wkpbic/v1/$path"))->get_data()['endpoints'][0]['args'];
    }
}
