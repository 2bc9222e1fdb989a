<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Log\Event;
use Wkpbic\Log\LogTable;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What the log holds after things have happened, and that it never stands in their way.
 */
final class JournalTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->empty_log();
    }

    public function test_a_call_that_works(): void
    {
        $this->connect($this->plugin);
        $this->plugin->power_bi()->groups();
        $calls = $this->rows(LogTable::CALL);
        $login = 'login.microsoftonline.com';
        self::assertSame(['token', 'keys', 'groups'], array_column($calls, 'event'));
        self::assertSame([$login, $login, 'api.powerbi.com'], array_column($calls, 'host'));
        self::assertSame(['POST', 'GET', 'GET'], array_column($calls, 'method'));
        foreach ($calls as $call) {
            self::assertSame(['200', null], [$call['status'], $call['code']]);
            self::assertSame($this->clock->now(), (int) $call['at']);
            self::assertLessThan(5, abs((int) $call['clock_offset']));
            self::assertNull($call['facts']);
        }
        self::assertMatchesRegularExpression('/\A[0-9a-f-]{36}\z/', (string) $calls[2]['trace_id']);
    }

    /**
     * @dataProvider faults
     * @param array<string, mixed> $fault
     */
    public function test_a_call_that_fails_is_noted_with_the_code_that_the_caller_gets(array $fault, string $code, ?int $status): void
    {
        $this->connect($this->plugin);
        $this->empty_log();
        StandIn::running()->control('faults', [$fault]);
        $refresh_token = $this->plugin->tokens()->read()->refresh_token;
        $failure = str_contains($fault['match']['path'], 'token')
            ? self::failure(fn () => $this->plugin->token_client()->refresh($refresh_token))
            : self::failure(fn () => $this->plugin->power_bi()->groups());
        self::assertSame($code, $failure->error_code);
        $calls = $this->rows(LogTable::CALL);
        self::assertCount(1, $calls);
        self::assertSame($code, $calls[0]['code']);
        self::assertSame($status, null === $calls[0]['status'] ? null : (int) $calls[0]['status']);
        self::assertSame($failure->microsoft['trace_id'] ?? $calls[0]['trace_id'], $calls[0]['trace_id']);
        self::assertSame($failure->microsoft['correlation_id'] ?? $calls[0]['correlation_id'], $calls[0]['correlation_id']);
    }

    /**
     * @return array<string, array{array<string, mixed>, string, int|null}>
     */
    public function faults(): array
    {
        $token = ['match' => ['path' => '/token']];
        $groups = ['match' => ['path' => '/groups']];
        return [
            'wrong secret' => [$token + ['kind' => 'aadsts', 'code' => 7000215], 'client_secret_wrong', 401],
            'throttled' => [$token + ['kind' => 'status', 'status' => 429], 'microsoft_throttled', 429],
            'out of order' => [$token + ['kind' => 'status', 'status' => 503], 'microsoft_unavailable', 503],
            'cut off' => [$token + ['kind' => 'cut'], 'microsoft_unreachable', null],
            'a page' => [$token + ['kind' => 'html', 'status' => 200], 'microsoft_unreadable_answer', 200],
            'nothing' => [$token + ['kind' => 'empty'], 'microsoft_unreadable_answer', 200],
            'too much' => [$token + ['kind' => 'huge'], 'microsoft_answer_too_large', null],
            'a JSON that says nothing' => [
                $token + ['kind' => 'status', 'status' => 400, 'body' => ['a' => 1]], 'microsoft_unreadable_answer', 400,
            ],
            'no licence' => [
                $groups + ['kind' => 'status', 'status' => 403, 'body' => ['error' => ['code' => 'PowerBINotLicensedException']]],
                'power_bi_no_licence', 403,
            ],
            'silent refusal' => [$groups + ['kind' => 'status', 'status' => 401, 'body' => ''], 'power_bi_token_refused', 401],
            'Power BI throttles' => [$groups + ['kind' => 'status', 'status' => 429], 'microsoft_throttled', 429],
        ];
    }

    public function test_the_audit_trail_says_who_what_and_how_it_was(): void
    {
        $id = $this->be_administrator();
        $this->plugin->journal()->audit(Event::SETTINGS_SAVED, ['cloud' => 'global'], ['cloud' => 'gcc', 'has_client_secret' => true]);
        $rows = $this->rows(LogTable::AUDIT);
        self::assertCount(1, $rows);
        self::assertSame([Event::SETTINGS_SAVED, $id, 'admin'], [$rows[0]['event'], (int) $rows[0]['user_id'], $rows[0]['source']]);
        self::assertSame(
            ['before' => ['cloud' => 'global'], 'after' => ['cloud' => 'gcc', 'has_client_secret' => true]],
            json_decode((string) $rows[0]['facts'], true)
        );
    }

    public function test_a_set_up_leaves_a_trail_without_a_name_of_anybody(): void
    {
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['cloud' => 'gcc', 'username' => StandIn::USERNAME]);
        $this->plugin->claims()->set(['app_created' => true]);
        $this->plugin->rekey()->rekey();
        $this->plugin->disconnect()->disconnect();
        $trail = array_map(
            static fn (array $row): array => [$row['event'], $row['facts']],
            $this->rows(LogTable::AUDIT)
        );
        $id = StandIn::CLIENT_ID;
        $tenant = StandIn::TENANT_ID;
        self::assertSame([
            ['settings_saved', '{"before":{"has_client_secret":false},"after":{"fields":"client_id, tenant_id, client_secret, username",'
                . "\"client_id\":\"$id\",\"tenant_id\":\"$tenant\",\"account_domain\":\"contoso.example\",\"has_client_secret\":true}}"],
            ['sign_in_started', '{"before":{},"after":{}}'],
            ['signed_in', '{"before":{},"after":{"connected":true}}'],
            ['settings_saved', '{"before":{"cloud":"global"},"after":{"fields":"cloud, username","cloud":"gcc"}}'],
            ['claimed', '{"before":{"item":"app_created","claimed":false},"after":{"item":"app_created","claimed":true}}'],
            ['rekeyed', '{"before":{},"after":{"entries":0}}'],
            ['disconnected', '{"before":{},"after":{"connected":false}}'],
        ], $trail);
    }

    public function test_a_refused_sign_in_is_noted_and_a_made_up_one_is_not(): void
    {
        $this->allow_microsoft();
        $user_id = $this->be_administrator();
        $this->store_keys($this->plugin);
        $attempt = $this->start_sign_in($this->plugin, $user_id);
        $this->empty_log();
        $this->plugin->sign_in_callback()->handle('error=access_denied&state=' . self::random_text());
        self::assertSame([], $this->rows(LogTable::AUDIT), 'or anybody could fill the log');
        $this->plugin->sign_in_callback()->handle("error=access_denied&state={$attempt['state']}");
        $rows = $this->rows(LogTable::AUDIT);
        self::assertSame([['sign_in_failed', 'sign_in_declined']], array_map(
            static fn (array $row): array => [$row['event'], $row['code']],
            $rows
        ));
    }

    public function test_what_is_no_allowed_fact_is_not_written(): void
    {
        $secret = StandIn::CLIENT_SECRET;
        $this->plugin->journal()->audit(
            Event::SETTINGS_SAVED,
            ['client_secret' => $secret, 'note' => $secret, 'client_id' => $secret, 'tenant_id' => $secret, 'cloud' => $secret],
            ['fields' => new Secret($secret), 'cloud' => [$secret], 'entries' => $secret, 'has_password' => $secret, 'username' => 'a@b.example']
        );
        $facts = $this->rows(LogTable::AUDIT)[0]['facts'];
        self::assertSame('{"before":{},"after":{}}', $facts);
    }

    public function test_an_observer_that_throws_does_not_break_the_call(): void
    {
        $this->connect($this->plugin);
        $calls = 0;
        $throw = static function () use (&$calls): never {
            $calls++;
            throw new \LogicException('The log is out of order.');
        };
        add_filter('query', $filter = static function (string $sql) use ($throw): string {
            return str_contains($sql, 'INSERT INTO') && str_contains($sql, 'wkpbic_log') ? $throw() : $sql;
        });
        try {
            self::assertCount(3, $this->plugin->power_bi()->groups());
        } finally {
            remove_filter('query', $filter);
        }
        self::assertSame(1, $calls);
    }

    private function empty_log(): void
    {
        $table = $this->plugin->log_table();
        $table->delete(array_map('intval', array_column((array) $table->select('id', '', []), 'id')));
    }

    /**
     * @return list<array<string, string|null>>
     */
    private function rows(string $kind): array
    {
        return $this->plugin->log_table()->select('*', 'WHERE kind = %s ORDER BY id', [$kind]) ?? self::fail('The log cannot be read.');
    }
}
