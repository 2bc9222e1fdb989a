<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Connections that nobody signs in for: the app by itself, and with a password.
 */
final class UnattendedTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->be_administrator();
        $this->allow_microsoft();
    }

    public function test_the_app_gets_its_first_token_by_itself_and_each_further_one_at_the_end_of_the_last(): void
    {
        $this->service_principal();
        self::assertSame('not_connected', $this->plugin->token_broker()->state()->state);
        $first = $this->plugin->token_broker()->access_token();
        self::assertTrue($first->equals($this->plugin->token_broker()->access_token()));
        self::assertSame(['client_credentials'], StandIn::running()->token_calls());
        $state = $this->plugin->token_broker()->state();
        self::assertSame(
            ['connected', 'service_principal', null, $this->clock->now()],
            [$state->state, $state->method, $state->username, $state->connected_at]
        );
        self::assertSame($state->access_token_expires_at - 300, $state->refresh_at);
        $this->clock->advance($state->access_token_expires_at - $this->clock->now() - 299);
        self::assertFalse($first->equals($this->plugin->token_broker()->access_token()));
        self::assertSame(['client_credentials', 'client_credentials'], StandIn::running()->token_calls());
        self::assertSame($state->connected_at, $this->plugin->token_broker()->state()->connected_at);
    }

    public function test_a_failing_app_says_so_before_it_was_ever_connected(): void
    {
        $this->service_principal();
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['secrets' => []]]]);
        self::assertSame('client_secret_wrong', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $state = $this->plugin->token_broker()->state();
        self::assertSame(['failing', 'client_secret_wrong'], [$state->state, $state->last_failure['code'] ?? null]);
        self::assertGreaterThan($this->clock->now(), $state->refresh_at);
        self::assertSame('client_secret_wrong', $this->plugin->flag()->get('connection'));
    }

    public function test_a_disconnected_app_stays_so_until_a_person_asks(): void
    {
        $this->service_principal();
        $this->plugin->token_broker()->access_token();
        $this->plugin->disconnect()->disconnect();
        self::assertSame('not_connected', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $this->plugin->token_broker()->keep_alive();
        self::assertSame('not_connected', $this->plugin->token_broker()->state()->state);
        self::assertSame(['client_credentials'], StandIn::running()->token_calls());
        $this->plugin->token_broker()->try_again();
        $this->plugin->token_broker()->access_token();
        self::assertSame('connected', $this->plugin->token_broker()->state()->state);
    }

    public function test_a_disconnection_during_the_first_call_wins(): void
    {
        $this->service_principal();
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

    public function test_a_password_signs_in_once_and_the_refresh_token_does_the_rest(): void
    {
        $this->ropc();
        $this->plugin->token_broker()->access_token();
        $state = $this->plugin->token_broker()->state();
        self::assertSame(['connected', StandIn::USERNAME], [$state->state, $state->username]);
        $this->expire();
        $this->plugin->token_broker()->access_token();
        self::assertSame(['password', 'refresh_token'], StandIn::running()->token_calls());
    }

    public function test_a_grant_that_has_ended_is_begun_again_by_the_password(): void
    {
        $this->ropc();
        $this->plugin->token_broker()->access_token();
        $this->expire();
        StandIn::running()->control('faults', [
            ['match' => ['grant_type' => 'refresh_token'], 'kind' => 'aadsts', 'code' => 50173, 'error' => 'invalid_grant'],
        ]);
        $this->plugin->token_broker()->access_token();
        self::assertSame(['password', 'refresh_token', 'password'], StandIn::running()->token_calls());
    }

    public function test_a_passing_fault_is_no_reason_to_send_the_password(): void
    {
        $this->ropc();
        $this->plugin->token_broker()->access_token();
        $this->expire();
        StandIn::running()->control('faults', [['match' => ['grant_type' => 'refresh_token'], 'kind' => 'status', 'status' => 503]]);
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame('microsoft_unavailable', $failure->error_code);
        self::assertSame(['password', 'refresh_token'], StandIn::running()->token_calls());
        self::assertNotNull($this->plugin->tokens()->read()->refresh_token);
    }

    /** Each wrong password counts towards the account's lockout. */
    public function test_a_wrong_password_is_sent_once_whoever_asks_and_however_often(): void
    {
        $this->ropc();
        $this->change_password_at_microsoft('Another-Horse-8!');
        for ($i = 0; $i < 3; $i++) {
            self::assertSame('password_wrong', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        }
        self::assertSame('sign_in_again', $this->plugin->token_broker()->state()->state);
        $this->clock->advance(30 * 86400);
        $this->plugin->token_broker()->try_again();
        self::assertSame('password_wrong', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2027-01-31', 'client_secret' => StandIn::CLIENT_SECRET]);
        self::assertSame('password_wrong', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $this->plugin->rekey()->rekey();
        self::assertSame('password_wrong', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame(['password'], StandIn::running()->token_calls());
        self::assertSame([], StandIn::running()->control('faults'));
    }

    public function test_an_id_token_that_does_not_fit_keeps_the_password_from_being_sent_in_a_loop(): void
    {
        $this->ropc();
        StandIn::running()->control('faults', [['kind' => 'id_token', 'set' => ['aud' => 'another app'], 'times' => 0]]);
        for ($i = 0; $i < 3; $i++) {
            $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
            self::assertSame('id_token_audience_wrong', $failure->error_code);
        }
        self::assertSame(['password'], StandIn::running()->token_calls());
        self::assertNull($this->plugin->tokens()->read());
    }

    public function test_a_newly_entered_password_is_sent_again(): void
    {
        $this->ropc();
        $this->change_password_at_microsoft('Another-Horse-8!');
        self::failure(fn () => $this->plugin->token_broker()->access_token());
        $this->plugin->save_fields()->save(['password' => 'Another-Horse-8!']);
        $this->plugin->token_broker()->access_token();
        self::assertSame(['password', 'password'], StandIn::running()->token_calls());
        self::assertNull($this->plugin->rows()->read(Password::REFUSED_OPTION));
    }

    public function test_a_password_that_needs_a_second_factor_is_not_tried_again_by_itself(): void
    {
        $this->ropc();
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['mfa' => true]]]);
        for ($i = 0; $i < 2; $i++) {
            self::assertSame('interaction_required', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        }
        self::assertSame(['password'], StandIn::running()->token_calls());
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['mfa' => false]]]);
        $this->plugin->token_broker()->try_again();
        $this->plugin->token_broker()->access_token();
        self::assertSame('connected', $this->plugin->token_broker()->state()->state);
    }

    public function test_a_missing_password_calls_nobody_and_is_mended_at_once(): void
    {
        $this->ropc();
        $this->plugin->rows()->delete(Password::OPTION);
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame(['setup_incomplete', ['field' => 'password']], [$failure->error_code, $failure->params]);
        self::assertSame([], StandIn::running()->token_calls());
        $this->plugin->rows()->write([Password::OPTION => $this->plugin->password()->encode(new \Wkpbic\Security\Secret(StandIn::PASSWORD))]);
        $this->plugin->token_broker()->access_token();
        self::assertSame(['password'], StandIn::running()->token_calls());
    }

    /**
     * @dataProvider identity_changes
     * @param array<string, string> $change
     */
    public function test_a_change_of_client_tenant_cloud_account_or_method_erases_the_tokens(array $change): void
    {
        $this->service_principal();
        $this->plugin->token_broker()->access_token();
        $this->plugin->save_fields()->save($change);
        self::assertNull($this->plugin->rows()->read(Tokens::OPTION));
    }

    /**
     * @return list<array{array<string, string>}>
     */
    public function identity_changes(): array
    {
        return [
            [['client_id' => '9d2e7a41-5c3b-4f60-8e17-c04b6a9f3d25']], [['tenant_id' => 'contoso.example']], [['cloud' => 'gcc']],
            [['username' => 'clerk@contoso.example']], [['sign_in_method' => 'delegated']],
        ];
    }

    private function service_principal(): void
    {
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
    }

    /** A person has consented before, since a password grant cannot ask for it. */
    private function ropc(): void
    {
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['sign_in_method' => 'ropc', 'password' => StandIn::PASSWORD]);
        StandIn::running()->control('log', [], 'DELETE');
    }

    private function change_password_at_microsoft(string $password): void
    {
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['password' => $password]]]);
    }

    private function expire(): void
    {
        $this->clock->advance($this->plugin->tokens()->summary()['access_token_expires_at'] - $this->clock->now());
        StandIn::running()->control('clock', ['offset_seconds' => $this->clock->now() - time()]);
    }
}
