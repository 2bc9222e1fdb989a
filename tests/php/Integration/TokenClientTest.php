<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The four grants as they leave the site, and what comes of them at the stand-in.
 */
final class TokenClientTest extends WordPressTestCase
{
    private const RESOURCE = 'https://analysis.windows.net/powerbi/api';

    private Plugin $plugin;

    /** @var list<array{string, array<string, mixed>}> Address and arguments of each HTTP call. */
    private array $sent = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->be_administrator();
        $this->store_keys($this->plugin);
        $this->allow_microsoft();
        add_filter('pre_http_request', [$this, 'remember'], 5, 3);
    }

    protected function tearDown(): void
    {
        remove_filter('pre_http_request', [$this, 'remember'], 5);
        parent::tearDown();
    }

    public function remember(mixed $answer, array $arguments, string $url): mixed
    {
        $this->sent[] = [$url, $arguments];
        return $answer;
    }

    public function test_client_credentials_ask_for_the_default_scope_and_bring_no_refresh_token(): void
    {
        $answer = $this->plugin->token_client()->client_credentials();
        self::assertNull($answer->refresh_token);
        self::assertNull($answer->id_token);
        self::assertGreaterThan(3000, $answer->expires_in);
        self::assertSame([
            'client_id' => StandIn::CLIENT_ID,
            'scope' => self::RESOURCE . '/.default',
            'grant_type' => 'client_credentials',
            'client_secret' => StandIn::CLIENT_SECRET,
        ], $this->form(0));
        self::assertSame(['client_credentials'], StandIn::running()->token_calls());
    }

    public function test_a_new_secret_is_tried_without_being_stored(): void
    {
        $row = $this->plugin->rows()->read('wkpbic_client_secret');
        $failure = self::failure(fn () => $this->plugin->token_client()->client_credentials(new Secret('not-the-secret-of-this-app')));
        self::assertSame('client_secret_wrong', $failure->error_code);
        self::assertSame('not-the-secret-of-this-app', $this->form(0)['client_secret']);
        self::assertSame($row, $this->plugin->rows()->read('wkpbic_client_secret'));
    }

    public function test_the_secret_of_another_cloud_is_asked_for_at_that_cloud(): void
    {
        $this->plugin->save_fields()->save(['cloud' => 'gcc_high']);
        StandIn::running()->control('faults', [['kind' => 'status', 'status' => 500]]);
        self::failure(fn () => $this->plugin->token_client()->client_credentials());
        self::assertStringContainsString('/login.microsoftonline.us/' . StandIn::TENANT_ID . '/oauth2/v2.0/token', $this->sent[0][0]);
        self::assertSame('https://high.analysis.usgovcloudapi.net/powerbi/api/.default', $this->form(0)['scope']);
    }

    public function test_a_password_signs_in_and_brings_a_refresh_token(): void
    {
        $this->connect($this->plugin); // Consent: a password grant cannot ask for it.
        $this->sent = [];
        $answer = $this->plugin->token_client()->password(new Secret(StandIn::PASSWORD));
        self::assertNotNull($answer->refresh_token);
        self::assertNotNull($answer->id_token);
        self::assertContains(self::RESOURCE . '/Dataset.ReadWrite.All', $answer->scopes ?? []);
        self::assertSame(StandIn::USERNAME, $this->plugin->id_token()->verify($answer->id_token, null));
        $form = $this->form(0);
        self::assertSame(['client_id', 'scope', 'grant_type', 'username', 'password', 'client_secret'], array_keys($form));
        self::assertSame([StandIn::USERNAME, StandIn::PASSWORD], [$form['username'], $form['password']]);
        self::assertStringContainsString('openid', $form['scope']);
        self::assertStringContainsString('offline_access', $form['scope']);
    }

    public function test_a_wrong_password_is_named_and_sent_once(): void
    {
        $failure = self::failure(fn () => $this->plugin->token_client()->password(new Secret('wrong')));
        self::assertSame('password_wrong', $failure->error_code);
        self::assertCount(1, $this->sent);
    }

    public function test_a_public_app_gets_the_password_without_the_secret(): void
    {
        $this->connect($this->plugin);
        $this->sent = [];
        StandIn::running()->control('faults', [
            ['match' => ['grant_type' => 'password'], 'kind' => 'aadsts', 'code' => 700025, 'error' => 'invalid_client'],
        ]);
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['allow_public_client' => true]]]);
        $this->plugin->token_client()->password(new Secret(StandIn::PASSWORD));
        self::assertCount(2, $this->sent);
        self::assertArrayHasKey('client_secret', $this->form(0));
        self::assertArrayNotHasKey('client_secret', $this->form(1));
    }

    public function test_nothing_is_sent_while_a_needed_value_is_missing(): void
    {
        $rows = $this->plugin->rows();
        $client = $this->plugin->token_client();
        $rows->delete('wkpbic_client_secret');
        self::assertSame('client_secret', self::failure(static fn () => $client->client_credentials())->field);
        self::assertSame('client_secret', self::failure(static fn () => $client->refresh(new Secret('r')))->field);
        $rows->write(['wkpbic_settings' => (string) json_encode(['tenant_id' => StandIn::TENANT_ID])]);
        self::assertSame('client_id', self::failure(static fn () => $client->client_credentials(new Secret('s')))->field);
        self::assertSame('username', self::failure(static fn () => $client->password(new Secret('p')))->field);
        $rows->write(['wkpbic_settings' => (string) json_encode(['client_id' => StandIn::CLIENT_ID, 'tenant_id' => 'a/../b'])]);
        self::assertSame('tenant_id_invalid', self::failure(static fn () => $client->client_credentials(new Secret('s')))->error_code);
        self::assertSame([], $this->sent);
    }

    /**
     * Old secrets and passwords hold + / = & ~ %, which a careless form encoding changes on the way. The body is read back by the
     * rules of the form itself (WHATWG URL Standard, "application/x-www-form-urlencoded parsing"), not by PHP's.
     */
    public function test_every_printable_character_survives_the_form_in_every_grant(): void
    {
        $text = implode('', array_map('chr', range(0x20, 0x7E))) . 'äß€😀 %41+%20';
        $secret = new Secret($text);
        $this->plugin->rows()->write(['wkpbic_client_secret' => $this->plugin->client_secret()->encode($secret)]);
        $answer = ['headers' => [], 'body' => '{"error":"invalid_client"}', 'response' => ['code' => 401, 'message' => ''], 'cookies' => []];
        $refuse = static fn (): array => $answer;
        add_filter('pre_http_request', $refuse, 9);
        $client = $this->plugin->token_client();
        $address = 'http://localhost:8889/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
        $grants = [
            'code' => static fn () => $client->redeem_code($secret, $secret, $address),
            'refresh_token' => static fn () => $client->refresh($secret),
            'password' => static fn () => $client->password($secret),
            'client_secret' => static fn () => $client->client_credentials($secret),
        ];
        foreach (array_keys($grants) as $index => $name) {
            self::failure($grants[$name]);
            $form = $this->form($index);
            self::assertSame($text, $form[$name], $name);
            self::assertSame($text, $form['client_secret'], $name);
            self::assertMatchesRegularExpression('/\A[A-Za-z0-9_.~%=&-]+\z/', $this->sent[$index][1]['body'], 'no character is left to chance');
        }
        remove_filter('pre_http_request', $refuse, 9);
        self::assertSame($text, $this->form(0)['code_verifier']);
        self::assertSame($address, $this->form(0)['redirect_uri']);
    }

    public function test_no_request_carries_an_origin_and_none_follows_a_redirect(): void
    {
        $_SERVER['HTTP_ORIGIN'] = 'http://localhost:8889';
        $this->plugin->token_client()->client_credentials();
        unset($_SERVER['HTTP_ORIGIN']);
        $exchange = ((array) StandIn::running()->control('log'))[0];
        self::assertArrayNotHasKey('origin', $exchange);
        [, $arguments] = $this->sent[0];
        self::assertEqualsCanonicalizing(['Accept', 'Accept-Encoding', 'Content-Type'], array_keys($arguments['headers']));
        self::assertSame(
            [0, true, true, 10, 1048577],
            [
                $arguments['redirection'], $arguments['sslverify'], $arguments['reject_unsafe_urls'], $arguments['timeout'],
                $arguments['limit_response_size'],
            ]
        );
    }

    public function test_a_refusal_says_whether_only_a_person_helps(): void
    {
        $cases = [
            [['code' => 50057, 'error' => 'invalid_grant'], 'account_disabled', true],
            [['code' => 99999, 'error' => 'interaction_required'], 'interaction_required', true],
            [['code' => 50126, 'error' => 'invalid_grant', 'suberror' => 'user_password_expired'], 'password_wrong', true],
            [['code' => 7000222, 'error' => 'invalid_client'], 'client_secret_expired', false],
            [['code' => 90033, 'error' => 'temporarily_unavailable'], 'microsoft_busy', false],
        ];
        foreach ($cases as [$fault, $code, $needs_person]) {
            StandIn::running()->control('faults', [['match' => ['path' => '/token'], 'kind' => 'aadsts'] + $fault]);
            $failure = self::failure(fn () => $this->plugin->token_client()->refresh(new Secret('r')));
            self::assertSame([$code, $needs_person], [$failure->error_code, $failure->interaction_required], (string) json_encode($fault));
        }
    }

    public function test_the_time_that_microsoft_asks_for_is_kept(): void
    {
        foreach ([429 => 'microsoft_throttled', 503 => 'microsoft_unavailable'] as $status => $code) {
            StandIn::running()->control('faults', [
                ['match' => ['path' => '/token'], 'kind' => 'status', 'status' => $status, 'retry_after' => 77],
            ]);
            $failure = self::failure(fn () => $this->plugin->token_client()->client_credentials());
            self::assertSame([$code, 77], [$failure->error_code, $failure->retry_after]);
        }
    }

    /**
     * @return array<string, string>
     */
    private function form(int $index): array
    {
        $form = [];
        foreach (explode('&', $this->sent[$index][1]['body']) as $pair) {
            [$name, $value] = array_map(static fn (string $part): string => rawurldecode(strtr($part, '+', ' ')), explode('=', $pair));
            $form[$name] = $value;
        }
        return $form;
    }
}
