<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Contract;
use Wkpbic\Cron;
use Wkpbic\Log\Event;
use Wkpbic\Log\LogFilter;
use Wkpbic\Log\LogTable;
use Wkpbic\Log\Retention;
use Wkpbic\Microsoft\Exchange;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Reading the log, taking it away as a file, and what goes by itself.
 */
final class LogQueryTest extends WordPressTestCase
{
    private const NOW = 1_795_500_000;

    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock(self::NOW);
        $this->plugin = $this->plugin($this->clock);
        $GLOBALS['wpdb']->query("DELETE FROM {$this->plugin->log_table()->name()}");
    }

    public function test_entries_come_newest_first_and_in_pages(): void
    {
        $rows = $this->plugin->contract()->limit('log_page_rows');
        $this->calls($rows + 1);
        $first = $this->page([]);
        self::assertSame([1, 2, $rows + 1], [$first['page'], $first['pages'], $first['total']]);
        self::assertCount($rows, $first['entries']);
        $second = $this->page(['page' => '2']);
        self::assertCount(1, $second['entries']);
        self::assertGreaterThan($second['entries'][0]['id'], $first['entries'][$rows - 1]['id']);
        self::assertGreaterThan($first['entries'][1]['id'], $first['entries'][0]['id']);
        self::assertSame([], $this->page(['page' => 3])['entries']);
    }

    public function test_an_entry_of_each_kind(): void
    {
        $id = $this->be_administrator();
        $this->plugin->journal()->audit(Event::SETTINGS_SAVED, ['cloud' => 'global'], ['cloud' => 'gcc'], 'storage_failed');
        $this->plugin->journal()->call(new Exchange('GET', 'api.powerbi.com', 'groups', 401, 12, 'power_bi_forbidden', 'a-1', 'b-2', -3));
        $common = ['at' => self::NOW, 'user_id' => $id, 'user' => 'admin', 'source' => 'admin'];
        $entries = array_map(static fn (array $entry): array => array_diff_key($entry, ['id' => true]), $this->page([])['entries']);
        self::assertEquals([
            [
                'kind' => 'call', 'event' => 'groups', 'code' => 'power_bi_forbidden', 'method' => 'GET', 'host' => 'api.powerbi.com',
                'status' => 401, 'milliseconds' => 12, 'trace_id' => 'a-1', 'correlation_id' => 'b-2', 'clock_offset' => -3,
            ] + $common,
            [
                'kind' => 'audit', 'event' => 'settings_saved', 'code' => 'storage_failed',
                'before' => (object) ['cloud' => 'global'], 'after' => (object) ['cloud' => 'gcc'],
            ] + $common,
        ], $entries);
        self::assertSame(['seconds' => -3, 'at' => self::NOW], $this->plugin->log_query()->clock_offset());
    }

    public function test_each_filter_narrows(): void
    {
        $this->plugin->journal()->audit(Event::DISCONNECTED);
        $this->clock->advance(86400);
        $this->calls(1, 'token', 'client_secret_wrong');
        $this->calls(1, 'groups');
        foreach (
            [
                [['kind' => 'audit'], ['disconnected']],
                [['kind' => 'call'], ['groups', 'token']],
                [['event' => 'token'], ['token']],
                [['code' => 'client_secret_wrong'], ['token']],
                [['from' => (string) (self::NOW + 1)], ['groups', 'token']],
                [['to' => (string) self::NOW], ['disconnected']],
                [['from' => gmdate('Y-m-d', self::NOW), 'to' => gmdate('Y-m-d', self::NOW)], ['disconnected']],
                [['kind' => 'audit', 'event' => 'token'], []],
            ] as [$asked, $events]
        ) {
            self::assertSame($events, array_column($this->page($asked)['entries'], 'event'), (string) json_encode($asked));
        }
    }

    public function test_the_file_holds_every_entry_and_is_noted(): void
    {
        $this->calls(3);
        $file = $this->download(LogFilter::all(), $this->with_limits(['log_batch_rows' => 2]));
        self::assertSame(self::NOW, $file['exported_at']);
        self::assertSame(['groups', 'groups', 'groups'], array_column($file['entries'], 'event'));
        self::assertCount(3, array_unique(array_column($file['entries'], 'id')));
        $noted = $this->page(['kind' => 'audit'])['entries'][0];
        self::assertSame([Event::LOG_DOWNLOADED, 3], [$noted['event'], $noted['after']->entries]);
        self::assertMatchesRegularExpression('/\Awkpbic-log-[0-9-]+\.json\z/', $this->plugin->log_export()->file_name());
        self::assertSame([], $this->download(LogFilter::from(['event' => 'nothing'], $this->plugin->contract()))['entries']);
    }

    public function test_entries_go_when_their_time_is_over(): void
    {
        $this->plugin->journal()->audit(Event::DISCONNECTED);
        $this->calls(5);
        $cleaner = new Retention($this->plugin->log_table(), $this->with_limits(['log_batch_rows' => 2]), $this->clock);
        foreach ([30 * 86400 => ['call' => 5, 'audit' => 1], 1 => ['audit' => 1], 60 * 86400 - 1 => ['audit' => 1], 2 => []] as $later => $left) {
            $this->clock->advance($later);
            self::assertTrue($cleaner->clean());
            self::assertEquals($left, $this->kinds(), "$later seconds later");
        }
    }

    public function test_too_many_entries_push_the_oldest_of_their_kind_out(): void
    {
        $this->plugin->journal()->audit(Event::DISCONNECTED);
        $this->calls(7);
        $newest = $this->page([])['entries'][0]['id'];
        $limits = ['log_max_rows' => 4, 'log_batch_rows' => 2];
        self::assertTrue((new Retention($this->plugin->log_table(), $this->with_limits($limits), $this->clock))->trim());
        self::assertEquals(['audit' => 1, 'call' => 4], $this->kinds());
        self::assertSame($newest, $this->page([])['entries'][0]['id']);
    }

    public function test_a_clean_up_stops_after_so_many_and_says_that_there_is_more(): void
    {
        $this->calls(50);
        $this->clock->advance(40 * 86400);
        $cleaner = new Retention($this->plugin->log_table(), $this->with_limits(['log_batch_rows' => 1]), $this->clock);
        self::assertFalse($cleaner->clean());
        self::assertSame(['call' => 11], $this->kinds(), 'one of the 40 statements found no audit entry');
        self::assertTrue($cleaner->clean());
        self::assertSame([], $this->kinds());
    }

    public function test_writing_many_entries_keeps_the_cap_between_two_clean_ups(): void
    {
        $retention = new Retention($this->plugin->log_table(), $this->with_limits(['log_max_rows' => 20]), $this->clock);
        $journal = new \Wkpbic\Log\Journal($this->plugin->log_table(), $retention, $this->clock, static fn (): array => [0, 'cron']);
        for ($i = 0; $i < 250; $i++) {
            $journal->audit(Event::DISCONNECTED);
            self::assertLessThanOrEqual(20 + 100, $this->kinds()['audit']);
        }
    }

    public function test_the_event_does_the_cleaning_and_comes_back_when_there_is_more(): void
    {
        $this->calls(1);
        $GLOBALS['wpdb']->query("UPDATE {$this->plugin->log_table()->name()} SET at = 1000000000");
        rest_get_server(); // The plugin is loaded now, if not before.
        do_action(Cron::CLEANUP);
        self::assertSame([], $this->kinds());
    }

    public function test_a_missing_table_has_a_name(): void
    {
        // Asked through another prefix: dropping the table would end the test's transaction.
        $database = clone $GLOBALS['wpdb'];
        $database->prefix = 'no_such_';
        $query = new \Wkpbic\Log\LogQuery(new LogTable($database), $this->plugin->contract());
        self::assertSame('log_unavailable', self::failure(static fn () => $query->page(LogFilter::all()))->error_code);
        self::assertNull($query->clock_offset());
    }

    private function calls(int $count, string $path = 'groups', ?string $code = null): void
    {
        for ($i = 0; $i < $count; $i++) {
            $this->plugin->journal()->call(new Exchange('GET', 'api.powerbi.com', $path, 200, 5, $code, null, null, 0));
        }
    }

    /**
     * @param array<string, mixed> $asked
     * @return array{entries: list<array<string, mixed>>, page: int, pages: int, total: int}
     */
    private function page(array $asked): array
    {
        return $this->plugin->log_query()->page(LogFilter::from($asked, $this->plugin->contract()));
    }

    /**
     * @return array{exported_at: int, entries: list<array<string, mixed>>}
     */
    private function download(LogFilter $filter, ?Contract $contract = null): array
    {
        $query = new \Wkpbic\Log\LogQuery($this->plugin->log_table(), $contract ?? $this->plugin->contract());
        $export = new \Wkpbic\Log\LogExport($query, $this->plugin->journal(), $this->clock);
        return json_decode(implode('', iterator_to_array($export->pieces($filter), false)), true, 512, JSON_THROW_ON_ERROR);
    }

    /**
     * @return array<string, int> Kind => how many entries there are.
     */
    private function kinds(): array
    {
        $rows = (array) $this->plugin->log_table()->select('kind, COUNT(*) AS many', 'GROUP BY kind', []);
        return array_map('intval', array_column($rows, 'many', 'kind'));
    }

    /**
     * @param array<string, int> $limits
     */
    private function with_limits(array $limits): Contract
    {
        $tables = Repository::tables();
        $tables['limits'] = $limits + $tables['limits'];
        return new Contract($tables);
    }
}
