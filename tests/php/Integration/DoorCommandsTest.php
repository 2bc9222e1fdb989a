<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Log\Event;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * `wp wkpbic rotate` and `wp wkpbic log`.
 */
final class DoorCommandsTest extends WordPressTestCase
{
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->plugin->log_table()->create();
    }

    public function test_a_new_secret_is_asked_for_tried_and_stored(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $console = $this->call('rotate', ['client_secret_expires_on' => '2099-01-31'], [StandIn::CLIENT_SECRET]);
        self::assertSame(0, $console->exit_code, $console->printed);
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, $console->printed);
        self::assertCount(1, $this->calls);
        self::assertSame('2099-01-31', $this->plugin->settings()->value('client_secret_expires_on'));
    }

    /**
     * @dataProvider refusals
     *
     * @param array<string, mixed> $options
     * @param list<string> $lines
     */
    public function test_a_refused_secret_changes_nothing(array $options, array $lines, int $exit_code, string $code): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $before = $this->plugin->rows()->starting_with('wkpbic_client_secret');
        $console = $this->call('rotate', ['format' => 'json'] + $options, $lines);
        self::assertSame($exit_code, $console->exit_code, $console->printed);
        self::assertStringContainsString("\"code\": \"$code\"", $console->printed);
        self::assertSame($before, $this->plugin->rows()->starting_with('wkpbic_client_secret'));
    }

    /**
     * @return array<string, array{array<string, mixed>, list<string>, int, string}>
     */
    public function refusals(): array
    {
        return [
            'wrong' => [[], ['Wrong~Secret.That-Is-Long-Enough-0123456789'], 1, 'client_secret_wrong'],
            'a GUID' => [[], [StandIn::CLIENT_ID], 2, 'client_secret_is_guid'],
            'as an argument' => [['client_secret' => StandIn::CLIENT_SECRET], [], 2, 'secret_in_argument'],
            'nothing typed' => [[], [], 2, 'secret_not_given'],
            'no day' => [['client_secret_expires_on' => 'tomorrow'], [StandIn::CLIENT_SECRET], 2, 'date_not_iso'],
        ];
    }

    public function test_the_log_tells_changes_and_calls(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->token_client()->client_credentials();
        $this->plugin->journal()->audit(Event::CLAIMED, ['item' => 'consent', 'claimed' => false], ['item' => 'consent', 'claimed' => true]);
        $printed = $this->call('log')->printed;
        self::assertMatchesRegularExpression('/ UTC \| audit \| claimed \| admin \| +\| item: consent -> consent; claimed: no -> yes\n/', $printed);
        self::assertMatchesRegularExpression('/ UTC \| call \| .* \| POST login\.microsoftonline\.com 200 \d+ ms/', $printed);
        self::assertStringContainsString('Success: Page 1 of 1; entries: ', $printed);
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, $printed);
    }

    public function test_filters_count_in_both_formats(): void
    {
        $this->plugin->journal()->audit(Event::CLAIMED, [], ['item' => 'consent', 'claimed' => true]);
        $this->plugin->journal()->audit(Event::DISCONNECTED, [], ['connected' => false]);
        $json = json_decode($this->call('log', ['event' => 'claimed', 'format' => 'json'])->printed, true, 16, JSON_THROW_ON_ERROR);
        self::assertSame(['claimed'], array_column($json['entries'], 'event'));
        self::assertStringNotContainsString('disconnected', $this->call('log', ['event' => 'claimed'])->printed);
        foreach (['kind' => 'secret', 'code' => 'no_such_code', 'from' => 'yesterday', 'page' => '0'] as $name => $value) {
            $console = $this->call('log', [$name => $value]);
            self::assertSame(2, $console->exit_code, $console->printed);
            self::assertStringContainsString("Error: $name: ", $console->printed);
        }
    }

    public function test_an_empty_log_is_no_error(): void
    {
        $console = $this->call('log', ['from' => '2099-01-01']);
        self::assertSame([0, "Success: Page 1 of 1; entries: 0.\n"], [$console->exit_code, $console->printed]);
    }

    /**
     * @param array<string, mixed> $options
     * @param list<string> $lines
     */
    private function call(string $name, array $options = [], array $lines = []): RecordingConsole
    {
        $this->be_administrator();
        $console = new RecordingConsole($lines);
        $commands = $this->plugin->commands($console);
        $commands->call(array_column($commands->table(), null, 'name')[$name], [], $options);
        return $console;
    }
}
