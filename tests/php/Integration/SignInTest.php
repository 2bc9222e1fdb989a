<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The sign-in from the wizard's request to the stored tokens, with the stand-in as Microsoft.
 */
final class SignInTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;
    private int $user_id;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->user_id = $this->be_administrator();
        $this->store_keys($this->plugin);
    }

    public function test_the_whole_way(): void
    {
        $this->connect($this->plugin);
        $setup = $this->plugin->setup_report()->for_user($this->user_id);
        self::assertSame('connected', $setup['connection']['state']);
        self::assertSame(StandIn::USERNAME, $setup['connection']['username']);
        self::assertSame($this->clock->now(), $setup['connection']['connected_at']);
        self::assertGreaterThan($this->clock->now() + 3000, $setup['connection']['access_token_expires_at']);
        self::assertSame(['signed_in', 'signed_in'], [$setup['sign_in']['outcome'], $setup['sign_in']['code']]);
        self::assertSame([], $setup['problems']);
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
        $login = StandIn::running()->url . '/login.microsoftonline.com/' . StandIn::TENANT_ID;
        self::assertSame(["POST $login/oauth2/v2.0/token", "GET $login/discovery/v2.0/keys"], $this->calls);
        self::assertCount(3, $this->plugin->power_bi()->groups());
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
    }

    public function test_the_token_call_looks_as_microsoft_asks(): void
    {
        $seen = [];
        $watch = static function (mixed $answer, array $arguments, string $url) use (&$seen): mixed {
            $seen[] = [$arguments, $url];
            return $answer;
        };
        add_filter('pre_http_request', $watch, 5, 3);
        $this->connect($this->plugin);
        remove_filter('pre_http_request', $watch, 5);

        [$arguments, $url] = $seen[0];
        self::assertStringEndsWith('/login.microsoftonline.com/' . StandIn::TENANT_ID . '/oauth2/v2.0/token', $url);
        self::assertSame(
            [0, true, true, 10, []],
            [$arguments['redirection'], $arguments['sslverify'], $arguments['reject_unsafe_urls'], $arguments['timeout'], $arguments['cookies']]
        );
        self::assertEqualsCanonicalizing(['Accept', 'Accept-Encoding', 'Content-Type'], array_keys($arguments['headers']));
        parse_str($arguments['body'], $body);
        self::assertSame(
            ['client_id', 'scope', 'grant_type', 'code', 'redirect_uri', 'code_verifier', 'client_secret'],
            array_keys($body)
        );
        self::assertSame(self::REDIRECT_URI, $body['redirect_uri']);
        self::assertStringContainsString('offline_access', $body['scope']);
        self::assertSame(StandIn::CLIENT_SECRET, $body['client_secret']);
    }

    /** Old secrets hold + / = & ~ %, which a careless form encoding changes on the way. */
    public function test_a_secret_of_every_printable_character_reaches_microsoft_unchanged(): void
    {
        $secret = implode('', array_map('chr', range(0x21, 0x7E)));
        $this->microsoft_knows_secret($secret);
        $this->plugin->save_fields()->save(['client_secret' => $secret]);
        $this->sign_in();
        self::assertSame('signed_in', $this->result()['code']);
    }

    public function test_a_reload_is_told_and_calls_nobody(): void
    {
        $query = $this->come_back();
        $this->plugin->sign_in_callback()->handle($query);
        $calls = count($this->calls);
        self::assertSame(self::REDIRECT_URI, $this->plugin->sign_in_callback()->handle($query));
        self::assertSame(['already_done', 'sign_in_already_done'], [$this->result()['outcome'], $this->result()['code']]);
        self::assertCount($calls, $this->calls);
        self::assertSame('connected', $this->state());
    }

    public function test_a_reload_does_not_hide_a_failure(): void
    {
        $query = $this->come_back(decision: 'cancel');
        $this->plugin->sign_in_callback()->handle($query);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('sign_in_declined', $this->result()['code']);
    }

    public function test_somebody_else_with_a_used_state(): void
    {
        $query = $this->come_back();
        $this->plugin->sign_in_callback()->handle($query);
        $calls = count($this->calls);
        $this->user_id = $this->be_new('administrator');
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('state_reused', $this->result()['code']);
        self::assertCount($calls, $this->calls);
    }

    public function test_another_user_is_refused_and_the_rightful_one_still_finishes(): void
    {
        $query = $this->come_back();
        $rightful = $this->user_id;
        $this->user_id = $this->be_new('administrator');
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('sign_in_other_user', $this->result()['code']);
        self::assertSame([], $this->calls);

        $this->user_id = $rightful;
        wp_set_current_user($rightful);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('signed_in', $this->result()['code']);
    }

    public function test_another_browser_is_refused_and_the_rightful_one_still_finishes(): void
    {
        $query = $this->come_back();
        $cookie = $_COOKIE[SignInCookie::NAME];
        unset($_COOKIE[SignInCookie::NAME]);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('sign_in_other_browser', $this->result()['code']);
        $_COOKIE[SignInCookie::NAME] = self::random_text();
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('sign_in_other_browser', $this->result()['code']);
        self::assertSame([], $this->calls);
        $_COOKIE[SignInCookie::NAME] = $cookie;
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('signed_in', $this->result()['code']);
    }

    public function test_two_administrators_sign_in_at_once_and_each_sees_his_own_result(): void
    {
        $first = $this->come_back(decision: 'cancel');
        $first_user = $this->user_id;
        $first_cookie = $_COOKIE[SignInCookie::NAME];
        unset($_COOKIE[SignInCookie::NAME]);
        $this->user_id = $this->be_new('administrator');
        $second = $this->come_back();
        $second_cookie = $_COOKIE[SignInCookie::NAME];
        self::assertNotSame($first_cookie, $second_cookie);

        $this->plugin->sign_in_callback()->handle($second);
        wp_set_current_user($first_user);
        $_COOKIE[SignInCookie::NAME] = $first_cookie;
        $this->plugin->sign_in_callback()->handle($first);
        self::assertSame('signed_in', $this->plugin->sign_in_results()->read($this->user_id)['code'] ?? null);
        self::assertSame('sign_in_declined', $this->plugin->sign_in_results()->read($first_user)['code'] ?? null);
    }

    public function test_a_right_that_was_taken_away_on_the_way_finishes_nothing(): void
    {
        $query = $this->come_back();
        $_SERVER['QUERY_STRING'] = $query;
        get_user_by('id', $this->user_id)->set_role('editor');
        wp_set_current_user(0);
        $response = $this->rest('GET', 'callback');
        unset($_SERVER['QUERY_STRING']);
        self::assertSame([303, self::REDIRECT_URI], [$response->get_status(), $response->get_headers()['Location']]);
        self::assertSame('not_allowed', $this->result()['code']);
        self::assertSame([], $this->calls);
    }

    public function test_a_late_return(): void
    {
        $query = $this->come_back();
        $this->clock->advance(900);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame(['failed', 'sign_in_expired'], [$this->result()['outcome'], $this->result()['code']]);
        self::assertSame([], $this->calls);
    }

    /**
     * @dataProvider answers_without_an_attempt
     */
    public function test_an_answer_that_belongs_to_no_attempt(string $query, ?string $code): void
    {
        $address = $this->plugin->sign_in_callback()->handle($query);
        self::assertSame(null === $code ? null : self::REDIRECT_URI, $address);
        self::assertSame($code, $this->plugin->sign_in_results()->read($this->user_id)['code'] ?? null);
    }

    /**
     * @return array<string, array{string, string|null}>
     */
    public function answers_without_an_attempt(): array
    {
        $state = 'Zm9vYmFyYmF6cXV4Zm9vYmFyYmF6cXV4Zm9vYmFyYmE';
        return [
            'unknown state' => ["code=abc&state=$state", 'state_unknown'],
            'unknown state with an error' => ["error=access_denied&state=$state", 'state_unknown'],
            'state twice' => ["code=abc&state=$state&state=$state", 'callback_duplicate_parameter'],
            'no state' => ['code=abc', 'callback_state_missing'],
            'no code' => ["state=$state", 'callback_incomplete'],
            'the page itself' => ['page=wkpbic-setup-wizard&step=3', null],
            'admin consent' => ["admin_consent=True&tenant=x&state=$state", null],
            'admin consent refused' => ["admin_consent=True&error=access_denied&state=$state", null],
            'error without state' => ['error=server_error', null],
        ];
    }

    public function test_nobody_without_the_right_can_finish_a_sign_in(): void
    {
        $query = $this->come_back();
        foreach ([0, $this->be_new('subscriber')] as $user_id) {
            wp_set_current_user($user_id);
            self::assertNull($this->plugin->sign_in_callback()->handle($query));
        }
        self::assertSame([], $this->calls);
    }

    public function test_a_declined_consent_is_kept_with_microsofts_details(): void
    {
        $query = $this->come_back(decision: 'cancel');
        $this->plugin->sign_in_callback()->handle($query);
        $result = $this->result();
        self::assertSame(['failed', 'sign_in_declined'], [$result['outcome'], $result['code']]);
        self::assertSame('access_denied', $result['microsoft']['error']);
        self::assertSame([65004], $result['microsoft']['error_codes']);
        self::assertMatchesRegularExpression('/\A[0-9a-f-]{36}\z/', $result['microsoft']['trace_id']);
        self::assertMatchesRegularExpression('/\A[0-9a-f-]{36}\z/', $result['microsoft']['correlation_id']);
        self::assertStringNotContainsString('+', $result['microsoft']['error_description']);
        self::assertSame([], $this->calls);
    }

    public function test_a_wrong_secret_is_named_and_the_old_tokens_stay(): void
    {
        $this->connect($this->plugin);
        $before = $this->plugin->rows()->read(\Wkpbic\Storage\Tokens::OPTION);
        $this->plugin->save_fields()->save(['client_secret' => str_replace('Xy48', 'Yx48', StandIn::CLIENT_SECRET)]);
        $this->sign_in();
        self::assertSame('client_secret_wrong', $this->result()['code']);
        self::assertSame('invalid_client', $this->result()['microsoft']['error']);
        self::assertSame($before, $this->plugin->rows()->read(\Wkpbic\Storage\Tokens::OPTION));
        self::assertSame('connected', $this->state());
    }

    public function test_a_code_that_lay_too_long(): void
    {
        $query = $this->come_back();
        StandIn::running()->control('clock', ['offset_seconds' => 120]);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('code_expired', $this->result()['code']);
    }

    public function test_a_change_of_client_or_tenant_during_the_sign_in_makes_no_call(): void
    {
        $query = $this->come_back();
        $this->plugin->save_fields()->save(['tenant_id' => 'contoso.example']);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('failed', $this->result()['outcome']);
        self::assertSame([], $this->calls);
    }

    public function test_a_disconnection_during_the_sign_in_wins(): void
    {
        $query = $this->come_back();
        $this->plugin->disconnect()->disconnect();
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('state_unknown', $this->result()['code']);
        self::assertSame('not_connected', $this->state());
    }

    public function test_a_new_attempt_forgets_the_last_result(): void
    {
        $this->plugin->sign_in_callback()->handle('code=abc');
        self::assertNotNull($this->plugin->sign_in_results()->read($this->user_id));
        $this->start_sign_in($this->plugin, $this->user_id);
        self::assertNull($this->plugin->sign_in_results()->read($this->user_id));
    }

    /**
     * @dataProvider bad_attempts
     * @param array<mixed> $change
     */
    public function test_a_bad_attempt_is_refused(array $change, string $code, ?string $field): void
    {
        $attempt = array_map(static fn (): string => self::random_text(), ['state' => 0, 'code_verifier' => 0, 'nonce' => 0]);
        $attempt['redirect_uri'] = self::REDIRECT_URI;
        $posted = array_filter($change + $attempt, static fn (mixed $value): bool => null !== $value);
        $failure = self::failure(fn () => $this->plugin->start_sign_in()->start($posted, $this->user_id));
        self::assertSame([$code, $field], [$failure->error_code, $failure->field]);
        self::assertSame([], $this->plugin->rows()->starting_with('wkpbic_attempt_'));
    }

    /**
     * @return list<array{array<mixed>, string, string|null}>
     */
    public function bad_attempts(): array
    {
        $address = 'http://localhost:8889/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';
        return [
            [['state' => null], 'sign_in_malformed', 'state'],
            [['state' => str_repeat('a', 42)], 'sign_in_malformed', 'state'],
            [['state' => str_repeat('a', 44)], 'sign_in_malformed', 'state'],
            [['state' => str_repeat('a', 42) . '='], 'sign_in_malformed', 'state'],
            [['state' => str_repeat('a', 43) . "\n"], 'sign_in_malformed', 'state'],
            [['state' => ['a']], 'sign_in_malformed', 'state'],
            [['code_verifier' => null], 'sign_in_malformed', 'code_verifier'],
            [['code_verifier' => str_repeat('a', 42)], 'sign_in_malformed', 'code_verifier'],
            [['code_verifier' => str_repeat('a', 129)], 'sign_in_malformed', 'code_verifier'],
            [['code_verifier' => str_repeat('a', 50) . '+'], 'sign_in_malformed', 'code_verifier'],
            [['nonce' => null], 'sign_in_malformed', 'nonce'],
            [['nonce' => str_repeat('a', 44)], 'sign_in_malformed', 'nonce'],
            [['nonce' => str_repeat('a', 42) . '+'], 'sign_in_malformed', 'nonce'],
            [['redirect_uri' => null], 'sign_in_malformed', 'redirect_uri'],
            [['redirect_uri' => 7], 'sign_in_malformed', 'redirect_uri'],
            [['redirect_uri' => "$address "], 'redirect_uri_not_this_site', 'redirect_uri'],
            [['redirect_uri' => strtr($address, ['wp-admin' => 'WP-admin'])], 'redirect_uri_not_this_site', 'redirect_uri'],
            [['redirect_uri' => 'https://evil.example/'], 'redirect_uri_not_this_site', 'redirect_uri'],
            [['redirect_uri' => strtr($address, ['&' => '&amp;'])], 'redirect_uri_not_this_site', 'redirect_uri'],
            [['user_id' => 1], 'field_unknown', 'user_id'],
        ];
    }

    public function test_an_incomplete_setup_is_named_by_field(): void
    {
        $rows = $this->plugin->rows();
        $rows->delete(\Wkpbic\Storage\ClientSecret::OPTION);
        $start = fn () => $this->start_sign_in($this->plugin, $this->user_id);
        self::assertSame('client_secret', self::failure($start)->field);
        $rows->write([\Wkpbic\Storage\Settings::OPTION => (string) json_encode(['client_id' => StandIn::CLIENT_ID])]);
        self::assertSame('tenant_id', self::failure($start)->field);
        $rows->delete(\Wkpbic\Storage\Settings::OPTION);
        $failure = self::failure($start);
        self::assertSame(['setup_incomplete', 'client_id'], [$failure->error_code, $failure->field]);
    }

    /** A sign-in begun here, gone through at Microsoft. */
    private function come_back(string $decision = 'accept'): string
    {
        $microsoft = $this->allow_microsoft();
        $attempt = $this->start_sign_in($this->plugin, $this->user_id);
        return (new Person($microsoft))->sign_in($attempt, [], $decision);
    }

    private function sign_in(): void
    {
        $this->plugin->sign_in_callback()->handle($this->come_back());
    }

    /**
     * @return array<string, mixed>
     */
    private function result(): array
    {
        return $this->plugin->sign_in_results()->read($this->user_id) ?? [];
    }

    private function state(): string
    {
        return $this->plugin->setup_report()->for_user($this->user_id)['connection']['state'];
    }

    private function microsoft_knows_secret(string $value): void
    {
        $secrets = [['id' => 'd0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b', 'value' => $value, 'expires' => '2099-01-01T00:00:00Z']];
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['secrets' => $secrets]]]);
    }
}
