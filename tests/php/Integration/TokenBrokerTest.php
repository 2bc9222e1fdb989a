<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\BackOff;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\Renewal;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Lock;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

final class TokenBrokerTest extends WordPressTestCase
{
    private const REFRESH = ['match' => ['grant_type' => 'refresh_token']];

    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->connect($this->plugin);
        $this->calls = [];
    }

    public function test_a_token_that_is_good_for_a_while_is_handed_out_without_a_call(): void
    {
        $this->until_expiry(301);
        $first = $this->plugin->token_broker()->access_token();
        self::assertTrue($first->equals($this->plugin->token_broker()->access_token()));
        self::assertSame([], $this->calls);
    }

    public function test_a_token_near_its_end_is_refreshed_once(): void
    {
        $old = $this->plugin->tokens()->read();
        $this->until_expiry(300);
        $first = $this->plugin->token_broker()->access_token();
        self::assertFalse($first->equals($old->access_token));
        self::assertTrue($first->equals($this->plugin->token_broker()->access_token()));
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
        $new = $this->plugin->tokens()->read();
        self::assertFalse($new->refresh_token->equals($old->refresh_token), 'the new refresh token takes the place of the old one');
        self::assertSame($old->connected_at, $new->connected_at);
        self::assertSame($old->username, $new->username);
        self::assertGreaterThan($this->clock->now() + 3000, $new->access_token_expires_at);
        self::assertCount(3, $this->plugin->power_bi()->groups());
    }

    public function test_without_tokens_nobody_is_called(): void
    {
        $this->plugin->disconnect()->disconnect();
        self::assertSame('not_connected', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame([], $this->calls);
    }

    public function test_a_withdrawn_grant_asks_for_a_new_sign_in_keeps_the_tokens_and_is_not_asked_twice(): void
    {
        $row = $this->plugin->rows()->read(Tokens::OPTION);
        $this->until_expiry(0);
        $this->fault(['kind' => 'aadsts', 'code' => 50173, 'error' => 'invalid_grant']);
        for ($i = 0; $i < 2; $i++) {
            self::assertSame('grant_revoked', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        }
        self::assertCount(1, $this->calls);
        self::assertSame($row, $this->plugin->rows()->read(Tokens::OPTION));
        self::assertSame('sign_in_again', $this->connection()['state']);
        self::assertSame('grant_revoked', $this->connection()['last_failure']['code']);
    }

    public function test_a_new_sign_in_mends_it(): void
    {
        $this->test_a_withdrawn_grant_asks_for_a_new_sign_in_keeps_the_tokens_and_is_not_asked_twice();
        StandIn::running()->control('clock', ['offset_seconds' => $this->clock->now() - time()]);
        $this->connect($this->plugin);
        self::assertSame('connected', $this->connection()['state']);
        self::assertNull($this->connection()['last_failure']);
        $this->plugin->token_broker()->access_token();
    }

    public function test_a_fault_of_the_set_up_is_named_and_mended_by_the_set_up(): void
    {
        $this->until_expiry(0);
        $this->fault(['kind' => 'aadsts', 'code' => 7000222, 'error' => 'invalid_client']);
        self::assertSame('client_secret_expired', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame('failing', $this->connection()['state']);
        $this->plugin->save_fields()->save(['client_secret' => StandIn::CLIENT_SECRET]);
        $this->plugin->token_broker()->access_token();
        self::assertSame('connected', $this->connection()['state']);
    }

    public function test_a_refused_token_is_renewed_once_where_it_is_not_fresh(): void
    {
        $groups = ['match' => ['path' => '/groups'], 'kind' => 'status', 'status' => 401, 'body' => '', 'times' => 0];
        StandIn::running()->control('faults', [$groups]);
        $asked = fn (): array => array_map(
            static fn (string $call): string => str_contains($call, '/token') ? 'token' : 'groups',
            $this->calls
        );
        $refuse = fn () => self::assertSame('power_bi_token_refused', self::failure(fn () => $this->plugin->power_bi()->groups())->error_code);
        $refuse();
        self::assertSame(['groups'], $asked(), 'got just now');
        $this->clock->advance(600);
        $refuse();
        self::assertSame(['groups', 'groups', 'token', 'groups'], $asked());
        $this->calls = [];
        $refuse();
        self::assertSame(['groups'], $asked(), 'The new token is refused as well: it is not the token.');
        self::assertSame('connected', $this->connection()['state']);
    }

    public function test_a_renewed_token_serves_the_same_call(): void
    {
        $this->clock->advance(600);
        StandIn::running()->control('faults', [['match' => ['path' => '/groups'], 'kind' => 'power_bi', 'status' => 403, 'name' => 'TokenExpired']]);
        self::assertCount(3, $this->plugin->power_bi()->groups());
        self::assertCount(3, $this->calls);
    }

    /** Nobody tells the plugin that wp-config.php was edited. */
    public function test_another_secret_in_wp_config_is_tried_at_once(): void
    {
        $given = 'Wrong~Secret.That-Is-Long-Enough-0123456789';
        $secret = new ClientSecret($this->plugin->rows(), $this->plugin->cipher(), $this->clock, static function () use (&$given): Secret {
            return new Secret($given);
        });
        $broker = $this->broker_with($secret);
        $this->until_expiry(0);
        for ($time = 0; $time < 2; $time++) {
            self::assertSame('client_secret_wrong', self::failure(fn () => $broker->access_token())->error_code);
        }
        $refused = count($this->calls);
        $given = StandIn::CLIENT_SECRET;
        self::assertNotSame('', $broker->access_token()->reveal());
        self::assertCount($refused + 1, $this->calls, 'One call for the new secret; the repetition before made none.');
    }

    private function broker_with(ClientSecret $secret): TokenBroker
    {
        $plugin = $this->plugin;
        $client = new TokenClient(
            $plugin->contract(),
            $plugin->settings(),
            $secret,
            $plugin->endpoints(),
            $plugin->http(),
            new ErrorDetail($plugin->contract())
        );
        return new TokenBroker(
            $plugin->contract(),
            $plugin->site_identity(),
            $plugin->tokens(),
            new Renewal($plugin->contract(), $plugin->settings(), $client, $plugin->id_token(), $secret, $plugin->password()),
            new BackOff($plugin->contract(), random_int(...)),
            $plugin->last_failure(),
            $this->other_lock(),
            $this->clock,
            $plugin->events_for_extensions()
        );
    }

    public function test_a_passing_fault_hands_out_the_token_while_it_lasts_and_keeps_it(): void
    {
        $row = $this->plugin->rows()->read(Tokens::OPTION);
        $old = $this->plugin->tokens()->read();
        $this->until_expiry(200);
        $this->fault(['kind' => 'status', 'status' => 503, 'times' => 2]);
        self::assertTrue($this->plugin->token_broker()->access_token()->equals($old->access_token));
        self::assertSame('microsoft_unavailable', $this->connection()['last_failure']['code']);
        $this->clock->advance(200);
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame(['microsoft_unavailable', ['status' => 503]], [$failure->error_code, $failure->params]);
        self::assertSame($row, $this->plugin->rows()->read(Tokens::OPTION));
        $this->clock->advance(21);
        $this->plugin->token_broker()->access_token();
        self::assertSame('connected', $this->connection()['state']);
    }

    public function test_between_two_tries_microsoft_is_left_alone(): void
    {
        $this->until_expiry(0);
        $this->fault(['kind' => 'status', 'status' => 503, 'times' => 0]);
        for ($i = 0; $i < 5; $i++) {
            $failure = self::failure(fn () => $this->plugin($this->clock)->token_broker()->access_token());
            self::assertSame(['microsoft_unavailable', ['status' => 503]], [$failure->error_code, $failure->params]);
        }
        self::assertCount(1, $this->calls);
        $waits = [];
        for ($i = 1; $i <= 4; $i++) {
            $waits[] = $this->connection()['last_failure']['retry_at'] - $this->clock->now();
            $this->clock->advance(end($waits) - 1);
            self::failure(fn () => $this->plugin->token_broker()->access_token());
            self::assertCount($i, $this->calls, 'a second too early');
            $this->clock->advance(1);
            self::failure(fn () => $this->plugin->token_broker()->access_token());
            self::assertCount($i + 1, $this->calls);
        }
        foreach ($waits as $index => $wait) {
            self::assertGreaterThanOrEqual(5 * 2 ** $index, $wait);
            self::assertLessThanOrEqual(10 * 2 ** $index, $wait);
        }
        self::assertNull($this->plugin->flag()->get('connection'), 'what passes needs no notice');
    }

    /**
     * @dataProvider retry_after
     */
    public function test_the_time_that_microsoft_asks_for_binds_every_process_and_every_person(int $status, string $header, int $seconds): void
    {
        $this->until_expiry(0);
        $header = 'date' === $header ? gmdate('D, d M Y H:i:s \G\M\T', time() + 120) : $header;
        $this->fault(['kind' => 'status', 'status' => $status, 'headers' => ['Retry-After' => $header]]);
        self::failure(fn () => $this->plugin->token_broker()->access_token());
        $this->clock->advance($seconds - 1);
        $this->plugin($this->clock)->token_broker()->try_again();
        self::failure(fn () => $this->plugin($this->clock)->token_broker()->access_token());
        self::assertCount(1, $this->calls);
        $this->clock->advance(60);
        $this->plugin->token_broker()->access_token();
        self::assertCount(2, $this->calls);
    }

    /**
     * @return array<string, array{int, string, int}>
     */
    public function retry_after(): array
    {
        return ['429' => [429, '90', 90], '503' => [503, '90', 90], 'a date in two minutes' => [429, 'date', 90]];
    }

    public function test_a_person_may_ask_before_it_is_time(): void
    {
        $this->until_expiry(0);
        $this->fault(['kind' => 'aadsts', 'code' => 53003, 'error' => 'interaction_required', 'times' => 1]);
        self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame('sign_in_again', $this->connection()['state']);
        self::assertNull($this->connection()['refresh_at']);
        self::assertSame('blocked_by_policy', $this->plugin->flag()->get('connection'));
        $this->plugin->token_broker()->try_again();
        $this->plugin->token_broker()->access_token();
        self::assertSame('connected', $this->connection()['state']);
        self::assertNull($this->plugin->flag()->get('connection'));
        self::assertCount(2, $this->calls);
    }

    public function test_a_refused_refresh_needs_a_person_whatever_the_number(): void
    {
        $this->until_expiry(0);
        $this->fault(['kind' => 'aadsts', 'code' => 50057, 'error' => 'invalid_grant', 'times' => 0]);
        for ($i = 0; $i < 2; $i++) {
            self::assertSame('account_disabled', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        }
        self::assertSame('sign_in_again', $this->connection()['state']);
        self::assertCount(1, $this->calls);
    }

    public function test_a_token_of_a_short_life_is_used_for_half_of_it(): void
    {
        $this->until_expiry(0);
        $this->fault(['kind' => 'status', 'status' => 200, 'body' => ['token_type' => 'Bearer', 'expires_in' => 200, 'access_token' => 'short']]);
        $this->plugin->token_broker()->access_token();
        $this->clock->advance(99);
        self::assertSame('short', $this->plugin->token_broker()->access_token()->reveal());
        self::assertCount(1, $this->calls);
        $this->clock->advance(1);
        self::assertNotSame('short', $this->plugin->token_broker()->access_token()->reveal());
        self::assertCount(2, $this->calls);
    }

    public function test_a_clock_that_was_set_back_neither_keeps_an_old_token_nor_waits_for_ever(): void
    {
        $old = $this->plugin->tokens()->read();
        $this->clock->advance(-86400);
        self::assertFalse($this->plugin->token_broker()->access_token()->equals($old->access_token));
        self::assertCount(1, $this->calls);
        $this->until_expiry(0);
        $this->fault(['kind' => 'status', 'status' => 503]);
        self::failure(fn () => $this->plugin->token_broker()->access_token());
        $this->clock->advance(-2 * 86400);
        $this->plugin->token_broker()->access_token();
        self::assertCount(3, $this->calls);
    }

    public function test_the_daily_job_renews_what_nobody_has_used(): void
    {
        $first = $this->plugin->tokens()->read();
        $this->plugin->token_broker()->keep_alive();
        self::assertSame([], $this->calls, 'the tokens are young');
        $this->clock->advance(86400);
        $this->plugin->token_broker()->keep_alive();
        self::assertCount(1, $this->calls);
        self::assertFalse($this->plugin->tokens()->read()->refresh_token->equals($first->refresh_token));
        $this->clock->advance(86400);
        $this->fault(['kind' => 'aadsts', 'code' => 7000222, 'error' => 'invalid_client']);
        $this->plugin->token_broker()->keep_alive();
        self::assertSame('client_secret_expired', $this->connection()['last_failure']['code'], 'found out before somebody needs it');
        $this->plugin->token_broker()->keep_alive();
        self::assertCount(2, $this->calls);
    }

    public function test_the_daily_job_is_an_event_of_wordpress(): void
    {
        $this->plugin->attach();
        $this->clock->advance(86400);
        do_action('wkpbic_keep_alive');
        self::assertCount(1, $this->calls);
        self::assertSame('daily', \Wkpbic\Cron::EVENTS['wkpbic_keep_alive']);
    }

    public function test_the_state_says_as_whom_since_when_and_until_when(): void
    {
        $tokens = $this->plugin->tokens()->read();
        $state = $this->plugin->token_broker()->state();
        self::assertSame(
            ['connected', 'delegated', StandIn::USERNAME, $tokens->connected_at, $tokens->access_token_expires_at - 300, null],
            [$state->state, $state->method, $state->username, $state->connected_at, $state->refresh_at, $state->last_failure]
        );
        self::assertContains('https://analysis.windows.net/powerbi/api/Dataset.ReadWrite.All', $state->scopes ?? []);
        self::assertSame([], $this->calls);
    }

    public function test_a_withdrawn_grant_is_not_asked_for_again_while_the_token_lasts(): void
    {
        $old = $this->plugin->tokens()->read();
        $this->until_expiry(200);
        $this->fault(['kind' => 'aadsts', 'code' => 50173, 'error' => 'invalid_grant', 'times' => 0]);
        for ($i = 0; $i < 3; $i++) {
            self::assertTrue($this->plugin->token_broker()->access_token()->equals($old->access_token));
        }
        self::assertCount(1, $this->calls);
        self::assertSame('sign_in_again', $this->connection()['state']);
    }

    public function test_a_grant_without_refresh_token_ends_in_a_new_sign_in(): void
    {
        $this->strip_refresh_token();
        $this->until_expiry(0);
        self::assertSame('interaction_required', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame([], $this->calls);
    }

    public function test_an_answer_without_a_new_refresh_token_keeps_the_old_one(): void
    {
        $old = $this->plugin->tokens()->read();
        $this->until_expiry(0);
        $this->fault(['kind' => 'status', 'status' => 200, 'body' => [
            'token_type' => 'Bearer', 'expires_in' => 3600, 'access_token' => 'fresh',
        ]]);
        self::assertSame('fresh', $this->plugin->token_broker()->access_token()->reveal());
        self::assertTrue($this->plugin->tokens()->read()->refresh_token->equals($old->refresh_token));
    }

    public function test_a_second_comer_waits_and_takes_what_the_first_got(): void
    {
        $this->until_expiry(0);
        $first = $this->other_lock();
        self::assertTrue($first->acquire());
        $waits = 0;
        $this->clock->during_pause = function () use (&$waits, $first): void {
            if (3 === ++$waits) {
                $tokens = $this->plugin->tokens();
                $tokens->replace($tokens->read(), $this->plugin->token_client()->refresh($tokens->read()->refresh_token));
                $first->release();
            }
        };
        $this->plugin->token_broker()->access_token();
        self::assertSame(3, $waits);
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
    }

    public function test_who_gets_the_lock_right_after_a_refresh_takes_what_it_brought(): void
    {
        $this->until_expiry(0);
        $between = function (string $sql) use (&$between): string {
            if (str_contains($sql, 'INSERT IGNORE') && str_contains($sql, TokenBroker::LOCK)) {
                remove_filter('query', $between);
                $this->plugin($this->clock)->token_broker()->access_token();
            }
            return $sql;
        };
        add_filter('query', $between);
        $token = $this->plugin->token_broker()->access_token();
        self::assertFalse(has_filter('query', $between), 'nobody came in between');
        self::assertTrue($token->equals($this->plugin->tokens()->read()->access_token));
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
        self::assertTrue($this->other_lock()->acquire(), 'the lock is free again');
    }

    public function test_while_the_token_lasts_nobody_waits_for_another_refresh(): void
    {
        $old = $this->plugin->tokens()->read();
        $this->until_expiry(100);
        $this->other_lock()->acquire();
        $this->clock->during_pause = static fn () => self::fail('waited');
        self::assertTrue($this->plugin->token_broker()->access_token()->equals($old->access_token));
        self::assertSame([], $this->calls);
    }

    public function test_waiting_ends(): void
    {
        $this->until_expiry(0);
        $this->other_lock(3600)->acquire();
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame(['microsoft_unreachable', ['transport' => 'timeout']], [$failure->error_code, $failure->params]);
        self::assertSame([], $this->calls);
    }

    public function test_a_holder_that_died_does_not_block_for_ever(): void
    {
        $this->until_expiry(0);
        $this->other_lock(5)->acquire();
        $this->plugin->token_broker()->access_token();
        self::assertCount(1, $this->calls);
    }

    public function test_a_disconnection_during_the_refresh_wins(): void
    {
        $this->until_expiry(0);
        $disconnect = function (mixed $answer): mixed {
            $this->plugin->disconnect()->disconnect();
            return $answer;
        };
        add_filter('http_response', $disconnect);
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        remove_filter('http_response', $disconnect);
        self::assertSame('not_connected', $failure->error_code);
        self::assertNull($this->plugin->tokens()->read());
    }

    public function test_tokens_sealed_with_other_keys_are_named(): void
    {
        $other_salts = static fn (string $salt): string => strrev($salt);
        add_filter('salt', $other_salts);
        $plugin = $this->plugin($this->clock);
        $failure = self::failure(static fn () => $plugin->token_broker()->access_token());
        $setup = $plugin->setup_report()->for_user(1);
        remove_filter('salt', $other_salts);
        self::assertSame('site_keys_changed', $failure->error_code);
        self::assertSame('sign_in_again', $setup['connection']['state']);
        self::assertSame(['site_keys_changed'], array_column($setup['problems'], 'code'));
        self::assertTrue($setup['fields']['client_secret']['has_value']);
    }

    public function test_damaged_rows_are_named_and_never_taken_for_absent(): void
    {
        foreach (['no json', '{}', '{"record":7}', '[]', '"x"'] as $text) {
            $this->plugin->rows()->write([Tokens::OPTION => $text, \Wkpbic\Storage\ClientSecret::OPTION => $text]);
            self::assertSame('secret_unreadable', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
            self::assertSame('secret_unreadable', self::failure(fn () => $this->plugin->client_secret()->read())->error_code);
            self::assertTrue($this->plugin->client_secret()->has_value());
            self::assertSame('sign_in_again', $this->connection()['state']);
        }
    }

    private function until_expiry(int $seconds): void
    {
        $this->clock->advance($this->plugin->tokens()->summary()['access_token_expires_at'] - $this->clock->now() - $seconds);
    }

    private function other_lock(int $lifetime = 20): Lock
    {
        return new Lock($this->plugin->rows(), $this->clock, TokenBroker::LOCK, $lifetime);
    }

    /**
     * @param array<string, mixed> $fault
     */
    private function fault(array $fault): void
    {
        StandIn::running()->control('faults', [$fault + self::REFRESH]);
    }

    private function strip_refresh_token(): void
    {
        $row = json_decode((string) $this->plugin->rows()->read(Tokens::OPTION), true);
        $sealed = json_decode($this->plugin->cipher()->open($row['record'], Tokens::OPTION)->reveal(), true);
        $sealed['refresh_token'] = null;
        $secret = new \Wkpbic\Security\Secret((string) json_encode($sealed));
        unset($row['record_length']);
        $row['record'] = $this->plugin->cipher()->seal($secret, Tokens::OPTION);
        $this->plugin->rows()->write([Tokens::OPTION => (string) json_encode($row)]);
    }

    /**
     * @return array<string, mixed>
     */
    private function connection(): array
    {
        return $this->plugin->setup_report()->for_user(1)['connection'];
    }
}
