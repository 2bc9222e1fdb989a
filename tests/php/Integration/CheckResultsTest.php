<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Setup\CheckResults;
use Wkpbic\Setup\Ladder;
use Wkpbic\Setup\Preflight;
use Wkpbic\Setup\Probe\AppTokenProbe;
use Wkpbic\Setup\Probe\RedirectUriProbe;
use Wkpbic\Setup\Probe\TenantProbe;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The evidence behind the scorecard: what each check leaves, and how long it counts.
 */
final class CheckResultsTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
    }

    public function test_an_empty_site_has_none(): void
    {
        self::assertSame([], $this->plugin->check_results()->evidence());
    }

    public function test_every_proof_names_a_check_that_exists(): void
    {
        $ours = [...Ladder::RUNGS, TenantProbe::ID, AppTokenProbe::ID, RedirectUriProbe::ID];
        $checks = Repository::contract()->scorecard_checks();
        foreach (Repository::contract()->scorecard_proofs() as $proof) {
            self::assertContains($proof['probe'], $ours);
            self::assertArrayHasKey($proof['check'], $checks);
        }
        foreach ([CheckResults::APP_TOKEN_ISSUED, CheckResults::SIGNED_IN, CheckResults::ADMIN_CONSENT_REPORTED] as $check) {
            self::assertArrayHasKey($check, $checks);
        }
    }

    public function test_stored_fields_prove_their_form_since_they_were_stored(): void
    {
        $this->store_keys($this->plugin);
        $at = $this->clock->now();
        $this->clock->advance(60);
        $this->plugin->save_fields()->save(['client_id' => StandIn::CLIENT_ID, 'username' => 'somebody@contoso.example']);
        $saved = static fn (string $check): array => ['check' => $check, 'passed' => true, 'at' => $at, 'code' => '', 'params' => [], 'item' => null];
        self::assertSame(
            [$saved('client_id_saved'), $saved('tenant_id_saved'), $saved('client_secret_saved')],
            $this->plugin->check_results()->evidence()
        );
    }

    public function test_a_secret_that_does_not_open_fails_now(): void
    {
        $this->store_keys($this->plugin);
        $this->clock->advance(60);
        $this->plugin->rows()->write([ClientSecret::OPTION => '{"record":"broken"}']);
        $at = $this->clock->now();
        $expected = ['check' => 'client_secret_saved', 'passed' => false, 'at' => $at, 'code' => 'secret_unreadable', 'params' => [], 'item' => null];
        self::assertSame($expected, $this->evidence('client_secret_saved'));
    }

    public function test_a_sign_in_and_the_ladder_leave_what_they_found(): void
    {
        $this->connect($this->plugin);
        self::assertTrue($this->evidence('signed_in')['passed'] ?? null);
        self::assertNull($this->evidence('permissions_granted'));
        $this->be_administrator();
        self::assertSame(200, $this->rest('POST', 'setup/test')->get_status());
        self::assertTrue($this->evidence('permissions_granted')['passed'] ?? null);
        self::assertNull($this->evidence('password_sign_in'), 'A person has signed in, by no password of ours.');
        self::assertNull($this->evidence('service_principal_answered'));
    }

    public function test_an_app_by_itself_proves_that_power_bi_takes_it(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
        $this->watch(ProbeResult::passed('power_bi'));
        self::assertTrue($this->evidence('service_principal_answered')['passed'] ?? null);
        $this->watch(ProbeResult::failed('power_bi', new Failure('power_bi_service_principals_off')));
        $found = $this->evidence('service_principal_answered');
        self::assertSame([false, 'power_bi_service_principals_off', 'tenant_api_settings'], [$found['passed'], $found['code'], $found['item']]);
    }

    public function test_a_password_proves_public_client_flows_only_without_a_secret(): void
    {
        $this->plugin->save_fields()->save(['sign_in_method' => 'ropc', 'password' => 'correct horse']);
        $this->watch(ProbeResult::failed('token', new Failure('password_wrong')));
        self::assertNull($this->evidence('password_sign_in'), 'A wrong password says nothing about the registration.');
        $this->watch(ProbeResult::failed('token', new Failure('client_secret_missing')));
        self::assertSame('public_client_flows', $this->evidence('password_sign_in')['item'] ?? null);
        $this->watch(ProbeResult::passed('token'));
        self::assertTrue($this->evidence('password_sign_in')['passed'] ?? null);
        $this->plugin->save_fields()->save(['client_secret' => StandIn::CLIENT_SECRET]);
        self::assertNull($this->evidence('password_sign_in'), 'The secret may have been what let it in.');
        $this->watch(ProbeResult::passed('token'));
        self::assertNull($this->evidence('password_sign_in'));
    }

    public function test_preflight_names_the_item_that_is_wrong(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['client_secret' => 'Wrong~Secret.That-Is-Long-Enough-0123456789']);
        $at = $this->clock->now();
        add_filter('pre_http_request', [$this, 'answer_for_site'], 0, 3);
        $this->plugin->preflight()->run();
        remove_filter('pre_http_request', [$this, 'answer_for_site'], 0);
        $expected = ['check' => 'app_token_issued', 'passed' => false, 'at' => $at, 'code' => 'client_secret_wrong', 'params' => []];
        self::assertSame($expected + ['item' => 'client_secret'], $this->evidence('app_token_issued'));
        self::assertTrue($this->evidence('tenant_discovered')['passed'] ?? null);
        self::assertNull($this->evidence('redirect_uri_answered'), 'Without a browser nobody asked.');
    }

    /**
     * @dataProvider failures_that_say_nothing
     */
    public function test_a_failure_about_something_else_leaves_the_earlier_outcome(string $code): void
    {
        $this->store_keys($this->plugin);
        $this->watch(ProbeResult::passed('app_token_issued'));
        $before = $this->evidence('app_token_issued');
        $this->clock->advance(60);
        $this->watch(ProbeResult::failed('app_token_issued', new Failure($code)));
        self::assertSame($before, $this->evidence('app_token_issued'), $code);
    }

    /**
     * @return list<array{string}>
     */
    public function failures_that_say_nothing(): array
    {
        return [['microsoft_unreachable'], ['microsoft_unavailable'], ['blocked_by_policy'], ['consent_required']];
    }

    public function test_a_failure_keeps_what_its_sentence_mentions(): void
    {
        $this->store_keys($this->plugin);
        $failure = new Failure('permissions_not_granted', null, ['permissions' => 'Content.Create, Report.Read.All']);
        $this->watch(ProbeResult::failed('permissions_granted', $failure));
        self::assertSame($failure->params, $this->evidence('permissions_granted')['params'] ?? null);
        $rows = $this->plugin->rows();
        $broken = str_replace('"Content.Create, Report.Read.All"', '["a", {"b": 1}]', (string) $rows->read(CheckResults::OPTION));
        $rows->write([CheckResults::OPTION => $broken]);
        self::assertSame([], $this->evidence('permissions_granted')['params'] ?? null, 'What cannot stand in a sentence is left out.');
    }

    public function test_unknown_and_skipped_say_nothing(): void
    {
        $this->store_keys($this->plugin);
        $this->watch(ProbeResult::unknown('app_token_issued', new Failure('client_secret_wrong')), ProbeResult::skipped('tenant_discovered'));
        self::assertNull($this->evidence('app_token_issued'));
        self::assertNull($this->evidence('tenant_discovered'));
    }

    /**
     * @dataProvider changes
     *
     * @param array<string, string> $change
     * @param list<string> $left
     */
    public function test_a_changed_field_takes_away_what_was_found_about_it(array $change, array $left): void
    {
        $this->store_keys($this->plugin);
        $results = $this->plugin->check_results();
        $this->watch(ProbeResult::passed('tenant_discovered'), ProbeResult::passed('app_token_issued'), ProbeResult::passed('permissions_granted'));
        $results->keep(CheckResults::SIGNED_IN);
        $results->keep(CheckResults::ADMIN_CONSENT_REPORTED);
        $this->plugin->save_fields()->save($change);
        $found = array_column($results->evidence(), 'check');
        self::assertSame($left, array_values(array_diff($found, ['client_id_saved', 'tenant_id_saved', 'client_secret_saved'])));
    }

    /**
     * @return array<string, array{array<string, string>, list<string>}>
     */
    public function changes(): array
    {
        $all = ['tenant_discovered', 'app_token_issued', 'signed_in', 'admin_consent_reported', 'permissions_granted'];
        $without = static fn (string ...$gone): array => array_values(array_diff($all, $gone));
        return [
            'client ID' => [['client_id' => '7d0c1f3e-52b8-4a96-8e47-1b6f9a2c5d08'], ['tenant_discovered']],
            'tenant ID' => [['tenant_id' => 'fabrikam.example'], []],
            'cloud' => [['cloud' => 'china'], []],
            'client secret' => [['client_secret' => StandIn::CLIENT_SECRET], $without('app_token_issued')],
            'account' => [['username' => 'other@contoso.example'], $without('signed_in', 'permissions_granted')],
            'day of expiry' => [['client_secret_expires_on' => '2099-01-31'], $all],
            'the same in capital letters' => [['client_id' => strtoupper(StandIn::CLIENT_ID)], $all],
        ];
    }

    public function test_values_that_change_during_a_check_are_not_what_was_checked(): void
    {
        $this->store_keys($this->plugin);
        $this->plugin->check_results()->watch(function (): array {
            $this->plugin->save_fields()->save(['client_secret' => 'Another~Secret.That-Is-Long-Enough-012345678']);
            return [ProbeResult::passed('app_token_issued')];
        });
        self::assertNull($this->evidence('app_token_issued'));
    }

    public function test_a_site_with_another_address_has_another_redirect_uri(): void
    {
        $this->store_keys($this->plugin);
        $this->watch(ProbeResult::passed('redirect_uri_answered'), ProbeResult::passed('tenant_discovered'));
        $elsewhere = static fn (): string => 'https://new.example/wp-admin/';
        add_filter('admin_url', $elsewhere);
        self::assertNull($this->evidence('redirect_uri_answered'));
        self::assertNotNull($this->evidence('tenant_discovered'));
        remove_filter('admin_url', $elsewhere);
        self::assertNotNull($this->evidence('redirect_uri_answered'), 'the same site again');
    }

    public function test_a_rotated_secret_is_proved_at_once(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->rotate_secret()->rotate(new Secret(StandIn::CLIENT_SECRET), null);
        self::assertTrue($this->evidence('app_token_issued')['passed'] ?? null);
        self::assertTrue($this->evidence('client_secret_saved')['passed'] ?? null);
    }

    public function test_a_report_of_consent_counts_for_the_own_directory_alone(): void
    {
        $this->be_administrator();
        $this->store_keys($this->plugin);
        $callback = $this->plugin->sign_in_callback();
        $callback->handle('admin_consent=True&tenant=11111111-2222-4333-8444-555555555555');
        $callback->handle('admin_consent=True&error=access_denied&tenant=' . StandIn::TENANT_ID);
        $callback->handle('admin_consent=True');
        self::assertNull($this->evidence('admin_consent_reported'));
        wp_set_current_user(0);
        $callback->handle('admin_consent=True&tenant=' . StandIn::TENANT_ID);
        self::assertNull($this->evidence('admin_consent_reported'), 'Nobody with the right has opened it.');
        $this->be_administrator();
        $callback->handle('admin_consent=True&tenant=' . strtoupper(StandIn::TENANT_ID));
        self::assertTrue($this->evidence('admin_consent_reported')['passed'] ?? null);
    }

    public function test_a_damaged_row_is_no_evidence(): void
    {
        $this->store_keys($this->plugin);
        $this->watch(ProbeResult::passed('app_token_issued'));
        foreach (['nonsense', '7', '{"app_token_issued":"x"}', '{"app_token_issued":{"at":"1","about":1,"code":[]}}'] as $row) {
            $this->plugin->rows()->write([CheckResults::OPTION => $row]);
            self::assertNull($this->evidence('app_token_issued'), $row);
        }
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

    private function watch(ProbeResult ...$results): void
    {
        $this->plugin->check_results()->watch(static fn (): array => $results);
    }

    /**
     * @return array<string, mixed>|null
     */
    private function evidence(string $check): ?array
    {
        return array_column($this->plugin->check_results()->evidence(), null, 'check')[$check] ?? null;
    }
}
