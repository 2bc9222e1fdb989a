<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Log\Event;
use Wkpbic\Log\LogTable;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The log's table is missing: everything else goes on as if it were there. Not in a transaction, which a refused statement
 * would end.
 */
final class LogOutOfOrderTest extends WordPressTestCase
{
    private Plugin $plugin;

    /** @var list<string> What the database refused. */
    private array $refused = [];

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        // The name is changed on the way rather than the table dropped, which other tests need.
        add_filter('query', [$this, 'misplace']);
    }

    protected function tearDown(): void
    {
        remove_filter('query', [$this, 'misplace']);
        $rows = $this->plugin->rows();
        $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        parent::tearDown();
    }

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function misplace(string $sql): string
    {
        if (!str_contains($sql, 'wkpbic_log')) {
            return $sql;
        }
        $this->refused[] = strtok($sql, ' ');
        return str_replace('wkpbic_log', 'wkpbic_no_such_table', $sql);
    }

    public function test_calls_and_changes_go_on_and_nothing_is_printed(): void
    {
        ob_start();
        $this->connect($this->plugin);
        self::assertCount(3, $this->plugin->power_bi()->groups());
        $this->plugin->journal()->audit(Event::DISCONNECTED);
        self::assertTrue($this->plugin->retention()->clean());
        self::assertSame('', ob_get_clean());
        self::assertContains('INSERT', $this->refused);
        self::assertContains('SELECT', $this->refused);
        self::assertNull($this->plugin->log_table()->select('*', 'WHERE kind = %s', [LogTable::CALL]));
    }

    public function test_a_failure_reaches_the_caller_unchanged(): void
    {
        $this->connect($this->plugin);
        StandIn::running()->control('faults', [['match' => ['path' => '/groups'], 'kind' => 'status', 'status' => 503]]);
        $failure = self::failure(fn () => $this->plugin->power_bi()->groups());
        self::assertSame(['microsoft_unavailable', ['status' => 503]], [$failure->error_code, $failure->params]);
        self::assertContains('INSERT', $this->refused);
    }
}
