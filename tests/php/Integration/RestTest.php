<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;
use WP_REST_Request;

final class RestTest extends WordPressTestCase
{
    public function test_the_report_of_an_empty_site(): void
    {
        $this->be_administrator();
        self::assertSame([
            'contract_hash' => $this->plugin()->contract()->hash(),
            'fields' => [
                'client_id' => ['value' => '', 'locked' => false],
                'tenant_id' => ['value' => '', 'locked' => false],
                'client_secret' => ['has_value' => false, 'stored_at' => null, 'locked' => false],
                'username' => ['value' => '', 'locked' => false],
                'password' => ['has_value' => false, 'stored_at' => null, 'locked' => false],
                'client_secret_expires_on' => ['value' => '', 'locked' => false],
                'cloud' => ['value' => 'global', 'locked' => false],
                'sign_in_method' => ['value' => 'delegated', 'locked' => false],
                'reminder_email' => ['value' => '', 'locked' => false],
            ],
            'connection' => [
                'state' => 'not_connected', 'username' => null, 'connected_at' => null,
                'access_token_expires_at' => null, 'refresh_at' => null, 'last_failure' => null,
            ],
            'sign_in' => null,
            'claims' => [],
            'evidence' => [],
            'progress' => ['answers' => [], 'route' => null],
            'expiry' => null,
            'site' => null,
            'may_change_roles' => true,
            'problems' => [],
            'extensions' => ['fields' => []],
        ], json_decode((string) json_encode($this->rest('GET', 'setup')->get_data()), true));
    }

    public function test_fields_are_stored_and_reported_without_the_secret(): void
    {
        $this->be_administrator();
        $response = $this->rest('POST', 'setup/fields', [
            'client_id' => StandIn::CLIENT_ID, 'client_secret' => StandIn::CLIENT_SECRET,
        ]);
        self::assertSame(200, $response->get_status());
        self::assertSame('no-store, private', $response->get_headers()['Cache-Control']);
        self::assertSame(StandIn::CLIENT_ID, $response->get_data()['fields']['client_id']['value']);
        self::assertTrue($response->get_data()['fields']['client_secret']['has_value']);
        self::assertStringNotContainsString('Xy48', (string) json_encode($response->get_data()));
    }

    /** WordPress unslashes forms, and its sanitisers would take %41, tags and blanks out. */
    public function test_a_secret_reaches_the_store_untouched(): void
    {
        $this->be_administrator();
        $secret = "\\'\"%41<script>&amp;\\\\n+/=~";
        self::assertSame(200, $this->rest('POST', 'setup/fields', ['client_secret' => $secret])->get_status());
        self::assertSame($secret, $this->plugin()->client_secret()->read()?->reveal());
    }

    /**
     * @dataProvider refusals
     * @param array<mixed> $body
     * @param array<string, int|string> $params
     */
    public function test_refusals_have_one_shape(string $route, array $body, int $status, string $code, ?string $field, array $params): void
    {
        $this->be_administrator();
        $response = $this->rest('POST', $route, $body);
        self::assertSame($status, $response->get_status());
        $data = json_decode((string) json_encode($response->get_data()), true);
        self::assertSame(['code', 'message', 'data'], array_keys($data));
        self::assertSame($code, $data['code']);
        self::assertSame(['status' => $status, 'field' => $field, 'params' => $params], $data['data']);
        self::assertGreaterThan(10, strlen($data['message']));
        self::assertDoesNotMatchRegularExpression('/\{[a-z_]+\}/', $data['message']);
        self::assertSame([], $this->stored());
    }

    /**
     * @return list<array{string, array<mixed>, int, string, string|null, array<string, int|string>}>
     */
    public function refusals(): array
    {
        return [
            ['setup/fields', ['client_id' => 'x'], 400, 'client_id_not_guid', 'client_id', []],
            ['setup/fields', ['client_id' => 7], 400, 'field_not_text', 'client_id', ['field' => 'client_id']],
            ['setup/fields', ['client_id' => ['x' => 'y']], 400, 'field_not_text', 'client_id', ['field' => 'client_id']],
            ['setup/fields', ['nickname' => 'x'], 400, 'field_unknown', 'nickname', ['field' => 'nickname']],
            ['setup/fields', ['a list'], 400, 'field_unknown', '0', ['field' => '0']],
            ['setup/fields', ['cloud' => ''], 400, 'cloud_unknown', 'cloud', []],
            ['setup/fields', ['client_secret' => StandIn::CLIENT_ID], 400, 'client_secret_is_guid', 'client_secret', []],
            ['setup/sign-in', ['state' => 'x'], 400, 'sign_in_malformed', 'state', ['field' => 'state']],
            ['setup/sign-in', ['state' => 7], 400, 'sign_in_malformed', 'state', ['field' => 'state']],
            ['setup/sign-in', ['code' => 'x'], 400, 'field_unknown', 'code', ['field' => 'code']],
            ['setup/sign-in', [
                'state' => str_repeat('s', 43), 'code_verifier' => str_repeat('v', 43), 'nonce' => str_repeat('n', 43),
                'redirect_uri' => 'https://evil.example/',
            ], 400, 'redirect_uri_not_this_site', 'redirect_uri', []],
            ['setup/sign-in', [
                'state' => str_repeat('s', 43), 'code_verifier' => str_repeat('v', 43), 'nonce' => str_repeat('n', 43),
                'redirect_uri' => self::REDIRECT_URI,
            ], 409, 'setup_incomplete', 'client_id', ['field' => 'client_id']],
        ];
    }

    /**
     * @dataProvider bad_bodies
     */
    public function test_a_body_that_is_no_json_is_refused_in_the_same_shape(string $type, string $body): void
    {
        $this->be_administrator();
        $request = new WP_REST_Request('POST', '/wkpbic/v1/setup/fields');
        $request->set_header('Content-Type', $type);
        $request->set_body($body);
        $response = rest_do_request($request);
        self::assertSame(400, $response->get_status());
        foreach (['status', 'field', 'params'] as $key) {
            self::assertArrayHasKey($key, $response->get_data()['data']);
        }
        self::assertSame([], $this->stored());
    }

    /**
     * @return list<array{string, string}>
     */
    public function bad_bodies(): array
    {
        return [
            ['application/json', '{'],
            ['application/json', "{\"client_id\":\"\xFF\"}"],
            ['application/x-www-form-urlencoded', 'client_id=x'],
            ['text/plain', '{"client_id":"x"}'],
        ];
    }

    public function test_values_in_the_address_are_not_read(): void
    {
        $this->be_administrator();
        $request = new WP_REST_Request('POST', '/wkpbic/v1/setup/fields');
        $request->set_query_params(['client_id' => StandIn::CLIENT_ID]);
        self::assertSame(200, rest_do_request($request)->get_status());
        self::assertSame([], $this->stored());
    }

    public function test_a_refusal_of_another_plugins_route_is_left_alone(): void
    {
        rest_get_server();
        $error = new \WP_Error('theirs', 'x', ['status' => 418]);
        $same = apply_filters('rest_request_before_callbacks', $error, [], new WP_REST_Request('GET', '/wp/v2/posts'));
        self::assertSame(['status' => 418], $same->get_error_data());
    }

    public function test_a_whole_sign_in_over_rest(): void
    {
        $user_id = $this->be_administrator();
        $microsoft = $this->allow_microsoft();
        $this->rest('POST', 'setup/fields', [
            'client_id' => StandIn::CLIENT_ID, 'tenant_id' => StandIn::TENANT_ID,
            'client_secret' => StandIn::CLIENT_SECRET, 'username' => StandIn::USERNAME,
        ]);
        $attempt = array_map(static fn (): string => self::random_text(), ['state' => 0, 'code_verifier' => 0, 'nonce' => 0]);
        $attempt['redirect_uri'] = self::REDIRECT_URI;
        $response = $this->rest('POST', 'setup/sign-in', $attempt);
        self::assertSame(201, $response->get_status());
        self::assertEqualsWithDelta(time() + 900, $response->get_data()['expires_at'], 5);
        $query = (new \Wkpbic\Tests\Support\Person($microsoft))->sign_in($attempt);
        $this->plugin()->sign_in_callback()->handle($query);

        $setup = $this->rest('GET', 'setup')->get_data();
        self::assertSame('connected', $setup['connection']['state']);
        self::assertSame('signed_in', $setup['sign_in']['code']);
        self::assertArrayNotHasKey('attempt', $setup['sign_in']);
        self::assertNotNull($this->plugin()->sign_in_results()->read($user_id));

        $test = $this->rest('POST', 'setup/test');
        self::assertSame(200, $test->get_status());
        self::assertSame(['id', 'name', 'is_read_only', 'is_on_dedicated_capacity', 'role'], array_keys($test->get_data()['workspaces'][0]));
        self::assertSame('token', $test->get_data()['results'][0]['id']);
        self::assertEqualsCanonicalizing(['Sales', 'Finance', 'Archive'], array_column($test->get_data()['workspaces'], 'name'));

        $setup = $this->rest('DELETE', 'setup/connection')->get_data();
        self::assertSame('not_connected', $setup['connection']['state']);
        self::assertNull($setup['sign_in']);
        self::assertSame(StandIn::CLIENT_ID, $setup['fields']['client_id']['value']);
    }

    /**
     * @return array<string, string>
     */
    private function stored(): array
    {
        return $this->plugin()->rows()->starting_with('wkpbic_');
    }
}
