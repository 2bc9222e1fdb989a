<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use RuntimeException;
use Wkpbic\Microsoft\PowerBiRequest;
use Wkpbic\Tests\Support\Canary;
use Wkpbic\Tests\Support\ExtensionTestCase;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\StandIn;
use WP_Error;

/**
 * What other plugins get of us: values of their fields, events, Power BI. A secret of theirs is kept as ours are.
 */
final class ExtensionValuesTest extends ExtensionTestCase
{
    private const SECRET = 'tH3-wareh0use-key_~q/+&<"\'';

    private FakeClock $clock;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        wkpbic_api(fn () => $this->plugin->api());
        $this->register(self::warehouse(...));
        $this->be_administrator();
    }

    public function test_values_are_stored_sealed_reported_read_and_erased(): void
    {
        self::assertSame(
            [
                'my-plugin/warehouse_code' => ['value' => ''],
                'my-plugin/key' => ['stored' => false, 'stored_on' => null],
                'my-plugin/kind' => ['value' => 'b'],
            ],
            $this->plugin->extension_values()->report()
        );
        $answer = $this->extension_rest('extension-fields', ['values' => [
            'my-plugin/warehouse_code' => 'AB-12', 'my-plugin/key' => self::SECRET, 'my-plugin/kind' => '1',
        ]]);
        self::assertSame(200, $answer->get_status(), (string) json_encode($answer->get_data()));
        self::assertEquals((object) [
            'my-plugin/warehouse_code' => ['value' => 'AB-12'],
            'my-plugin/key' => ['stored' => true, 'stored_on' => gmdate('Y-m-d', $this->clock->now())],
            'my-plugin/kind' => ['value' => '1'],
        ], $answer->get_data()['extensions']['fields']);
        self::assertSame('AB-12', wkpbic_setting('my-plugin/warehouse_code'));
        self::assertNull(wkpbic_setting('my-plugin/key'));
        self::assertNull(wkpbic_setting('client_id'));
        self::assertSame(self::SECRET, wkpbic_secret('my-plugin/key'));
        self::assertNull(wkpbic_secret('client_secret'));
        self::assertNull(wkpbic_secret('my-plugin/warehouse_code'));

        $this->extension_rest('extension-fields', ['values' => ['my-plugin/key' => '', 'my-plugin/kind' => null]]);
        self::assertSame(self::SECRET, wkpbic_secret('my-plugin/key'), 'an empty text leaves a secret alone');
        self::assertSame('b', wkpbic_setting('my-plugin/kind'));
        $this->extension_rest('extension-fields', ['values' => ['my-plugin/key' => null]]);
        self::assertNull(wkpbic_secret('my-plugin/key'));
    }

    public function test_the_secret_lies_nowhere_in_the_clear(): void
    {
        $canary = new Canary();
        $canary->add('secret of an extension', self::SECRET);
        $said = json_encode($this->extension_rest('extension-fields', ['values' => ['my-plugin/key' => self::SECRET]])->get_data());
        $said .= json_encode($this->bootstrap());
        $said .= json_encode($this->plugin->support_bundle()->build());
        $misplaced = ['my-plugin/key' => self::SECRET . 'é', 'my-plugin/kind' => self::SECRET];
        $said .= json_encode($this->extension_rest('extension-fields', ['values' => $misplaced])->get_data());
        foreach ($GLOBALS['wpdb']->get_results("SELECT * FROM {$GLOBALS['wpdb']->options}", ARRAY_A) as $row) {
            $said .= implode(' ', $row);
            if (str_starts_with($row['option_name'], 'wkpbic_ext_')) {
                self::assertSame('off', $row['autoload']);
            }
        }
        $said .= json_encode($this->plugin->log_query()->page(\Wkpbic\Log\LogFilter::all()));
        self::assertSame([], $canary->found_in($said));
        self::assertSame(self::SECRET, wkpbic_secret('my-plugin/key'), 'and it was stored');
    }

    public function test_a_record_of_another_field_does_not_open(): void
    {
        $this->plugin->extension_values()->save(['my-plugin/key' => self::SECRET]);
        $rows = $this->plugin->rows();
        $this->register(static fn ($registry) => $registry->add_field('evil/key', ['step' => 'sign-in', 'type' => 'secret', 'label' => 'x']));
        $rows->write(['wkpbic_ext_evil/key' => (string) $rows->read('wkpbic_ext_my-plugin/key')]);
        $this->plugin = $this->plugin($this->clock);
        self::assertNull(wkpbic_secret('evil/key'));
        self::assertContains('secret_moved', array_column($this->plugin->extensions()->problems(), 'code'));
    }

    /**
     * @dataProvider refused
     * @param array<mixed> $values
     */
    public function test_all_or_none_is_stored(array $values, string $code, string $field): void
    {
        $answer = $this->extension_rest('extension-fields', ['values' => ['my-plugin/kind' => '1'] + $values]);
        self::assertSame([$code, $field, 400], [
            $answer->get_data()['code'], $answer->get_data()['data']['field'], $answer->get_status(),
        ]);
        self::assertSame('b', wkpbic_setting('my-plugin/kind'));
    }

    /**
     * @return array<string, array{array<mixed>, string, string}>
     */
    public function refused(): array
    {
        return [
            'another form' => [['my-plugin/warehouse_code' => "AB-1\n"], 'value_pattern_mismatch', 'my-plugin/warehouse_code'],
            'empty' => [['my-plugin/warehouse_code' => ''], 'value_required', 'my-plugin/warehouse_code'],
            'too short' => [['my-plugin/key' => 'short'], 'value_too_short', 'my-plugin/key'],
            'too long' => [['my-plugin/key' => str_repeat('x', 4097)], 'too_long', 'my-plugin/key'],
            'no text' => [['my-plugin/key' => ['x']], 'field_not_text', 'my-plugin/key'],
            'a field of ours' => [['client_id' => '1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37'], 'field_unknown', 'client_id'],
            'nobody\'s field' => [['my-plugin/none' => 'x'], 'field_unknown', 'my-plugin/none'],
        ];
    }

    public function test_no_secret_and_no_token_for_those_who_may_not_change_the_connection(): void
    {
        $this->connect($this->plugin);
        $this->plugin->extension_values()->save(['my-plugin/key' => self::SECRET, 'my-plugin/kind' => '1']);
        foreach ([0, $this->be_new('subscriber')] as $user) {
            wp_set_current_user($user);
            self::assertNull(wkpbic_secret('my-plugin/key'));
            self::assertSame('not_allowed', wkpbic_access_token()->get_error_code());
            self::assertSame('not_allowed', wkpbic_power_bi_request('GET', '/groups')->get_error_code());
            self::assertSame('1', wkpbic_setting('my-plugin/kind'), 'what is no secret is for every page');
        }
        $this->assert_told();
        $this->be_administrator();
        self::assertIsString(wkpbic_access_token());
    }

    public function test_power_bi_is_asked_and_left_alone_after_a_passing_fault(): void
    {
        $this->connect($this->plugin);
        self::assertArrayHasKey('value', wkpbic_power_bi_request('GET', '/groups', ['query' => ['$top' => 1]]));
        self::assertStringEndsWith('/v1.0/myorg/groups?%24top=1', (string) end($this->calls));
        $this->calls = [];
        StandIn::running()->control('faults', [
            ['kind' => 'status', 'status' => 429, 'retry_after' => 30, 'match' => ['path' => '/groups'], 'times' => 1],
        ]);
        self::assertSame('microsoft_throttled', wkpbic_power_bi_request('GET', '/groups')->get_error_code());
        $again = wkpbic_power_bi_request('GET', '/groups');
        self::assertSame('microsoft_throttled', $again->get_error_code());
        self::assertGreaterThanOrEqual(30, $again->get_error_data()['retry_after']);
        self::assertCount(1, $this->calls, 'nobody asks before it is time');
        $this->clock->advance($again->get_error_data()['retry_after'] + 1);
        self::assertIsArray(wkpbic_power_bi_request('GET', '/groups'));
        self::assertNull($this->plugin->rows()->read(PowerBiRequest::OPTION));
    }

    public function test_a_refused_token_is_renewed_once(): void
    {
        $this->connect($this->plugin);
        $this->clock->advance(400);
        StandIn::running()->control('faults', [
            ['kind' => 'power_bi', 'name' => 'TokenExpired', 'status' => 403, 'match' => ['path' => '/groups'], 'times' => 1],
        ]);
        self::assertIsArray(wkpbic_power_bi_request('GET', '/groups'));
        self::assertContains('refresh_token', StandIn::running()->token_calls());
    }

    /**
     * @dataProvider strange_requests
     * @param array<mixed> $args
     */
    public function test_a_request_cannot_leave_the_interface(string $method, string $path, array $args, string $parameter): void
    {
        $answer = wkpbic_power_bi_request($method, $path, $args);
        self::assertInstanceOf(WP_Error::class, $answer);
        self::assertSame(['extension_part_invalid', ['parameter' => $parameter]], [$answer->get_error_code(), $answer->get_error_data()['params']]);
        self::assertSame([], $this->calls);
    }

    /**
     * @return list<array{string, string, array<mixed>, string}>
     */
    public function strange_requests(): array
    {
        $paths = [
            '', 'groups', '//evil.example', '/..', '/../../x', '/a/../b', '/./a', '/a//b', '/%2e%2e/x', '/a?b=c', '/a#b', '/a\\b', "/a\nb",
            '/a b', '/é', '/' . str_repeat('a', 1001), 'https://evil.example/',
        ];
        return [
            ...array_map(static fn (string $path): array => ['GET', $path, [], 'path'], $paths),
            ['TRACE', '/groups', [], 'method'],
            ["GET\r\nX: y", '/groups', [], 'method'],
            ['get', '/groups', [], 'method'],
            ['GET', '/groups', ['query' => 'a=b'], 'query'],
            ['GET', '/groups', ['query' => ['a' => ['b']]], 'query'],
            ['POST', '/groups', ['body' => 'x'], 'body'],
            ['POST', '/groups', ['body' => ["\xff"]], 'body'],
        ];
    }

    public function test_events_are_told_and_a_listener_that_throws_harms_nobody(): void
    {
        $heard = [];
        foreach (['connected', 'disconnected', 'token_refreshed', 'refresh_failed', 'secret_expiring'] as $event) {
            add_action("wkpbic_$event", static fn () => throw new RuntimeException('x'), 1);
            add_action("wkpbic_$event", static function (mixed $value) use ($event, &$heard): void {
                $heard[] = [$event, $value];
            });
        }
        try {
            $this->connect($this->plugin);
            self::assertSame([['connected', ['method' => 'delegated', 'connected_at' => $this->clock->now()]]], $heard);
            $this->clock->advance(7200);
            StandIn::running()->control('faults', [['kind' => 'aadsts', 'code' => 7000222, 'match' => ['path' => '/token'], 'times' => 1]]);
            self::failure($this->plugin->token_broker()->access_token(...));
            self::assertSame(['refresh_failed', 'client_secret_expired'], end($heard));
            $this->plugin->token_broker()->try_again();
            $this->plugin->token_broker()->access_token();
            $expires_at = $this->plugin->tokens()->read()->access_token_expires_at;
            self::assertSame(['token_refreshed', $expires_at], end($heard));
            $this->plugin->disconnect()->disconnect();
            self::assertSame(['disconnected', 'requested'], end($heard));
            $in_seven_days = (string) wp_date('Y-m-d', $this->clock->now() + 7 * DAY_IN_SECONDS);
            $this->plugin->save_fields()->save(['client_secret_expires_on' => $in_seven_days]);
            add_filter('pre_wp_mail', '__return_true');
            $this->plugin->expiry_reminder()->remind();
            self::assertSame(['secret_expiring', 7], end($heard));
            self::assertCount(5, $heard);
        } finally {
            remove_filter('pre_wp_mail', '__return_true');
            foreach (['connected', 'disconnected', 'token_refreshed', 'refresh_failed', 'secret_expiring'] as $event) {
                remove_all_actions("wkpbic_$event");
            }
        }
    }

    public function test_other_values_of_ours_end_the_connection(): void
    {
        $heard = [];
        add_action('wkpbic_disconnected', static function (string $why) use (&$heard): void {
            $heard[] = $why;
        });
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['client_id' => '1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37']);
        $this->plugin->save_fields()->save(['client_id' => '2f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37']);
        remove_all_actions('wkpbic_disconnected');
        self::assertSame(['settings_changed'], $heard);
    }

    public function test_the_command_line_sets_shows_and_checks(): void
    {
        $console = $this->command('set', ['my-plugin/warehouse_code=AB-1=2', 'my-plugin/key'], [], [self::SECRET]);
        self::assertStringContainsString('value_pattern', $this->json_code($console), $console->printed);
        $console = $this->command('set', ['my-plugin/warehouse_code=AB-1', 'my-plugin/key'], [], [self::SECRET]);
        self::assertSame(0, $console->exit_code, $console->printed);
        self::assertSame(['AB-1', self::SECRET], [wkpbic_setting('my-plugin/warehouse_code'), wkpbic_secret('my-plugin/key')]);
        self::assertSame('secret_in_argument', $this->json_code($this->command('set', ['my-plugin/key=' . self::SECRET], [])));
        self::assertSame('field_unknown', $this->json_code($this->command('set', ['my-plugin/none=1'], [])));
        $shown = $this->command('status', [], ['format' => 'table'])->printed;
        self::assertStringContainsString('my-plugin/warehouse_code | AB-1', $shown);
        self::assertStringContainsString('my-plugin/key | stored on ', $shown);
        self::assertStringNotContainsString(self::SECRET, $shown);
    }

    public function test_a_failing_check_of_another_plugin_counts_only_when_it_is_asked_for(): void
    {
        $this->connect($this->plugin);
        $this->register(static fn ($registry) => $registry->add_check('my-plugin/broken', [
            'step' => 'sign-in', 'label' => 'x', 'run' => static fn () => throw new RuntimeException('x'),
        ]));
        $this->plugin = $this->plugin($this->clock);
        $lenient = $this->command('test', [], []);
        self::assertSame(0, $lenient->exit_code, $lenient->printed);
        self::assertSame('failed', json_decode($lenient->printed, true)['extensions']['my-plugin/broken']['state']);
        self::assertSame('passed', json_decode($lenient->printed, true)['extensions']['my-plugin/stock']['state']);
        self::assertNotSame(0, $this->command('test', [], ['strict' => true])->exit_code);
    }

    public function test_site_health_names_every_problem(): void
    {
        self::assertSame('good', $this->site_health()['status']);
        $this->register(static fn ($registry) => $registry->add_step('<b>bad</b>', ['title' => 'x']));
        $this->plugin = $this->plugin($this->clock);
        $found = $this->site_health();
        self::assertSame('recommended', $found['status']);
        self::assertStringContainsString('&lt;b&gt;bad&lt;/b&gt;', $found['description']);
        self::assertStringContainsString('ExtensionValuesTest.php', $found['description']);
        remove_all_actions('wkpbic_register_steps');
        $this->plugin = $this->plugin($this->clock);
        self::assertArrayNotHasKey('wkpbic_extensions', $this->plugin->site_health()->add_tests([])['direct']);
    }

    public function test_the_support_bundle_says_what_is_set(): void
    {
        $this->plugin->extension_values()->save(['my-plugin/key' => self::SECRET]);
        self::assertSame([
            ['id' => 'my-plugin/warehouse_code', 'is_set' => false],
            ['id' => 'my-plugin/key', 'is_set' => true],
            ['id' => 'my-plugin/kind', 'is_set' => true],
        ], $this->plugin->support_bundle()->build()['extensions']);
    }

    /**
     * @return array<string, mixed>
     */
    private function site_health(): array
    {
        return ($this->plugin->site_health()->add_tests([])['direct']['wkpbic_extensions']['test'])();
    }

    /**
     * @param list<string> $arguments
     * @param array<string, mixed> $options
     * @param list<string> $lines What stands on standard input.
     */
    private function command(string $name, array $arguments, array $options, array $lines = []): RecordingConsole
    {
        $console = new RecordingConsole($lines);
        $commands = $this->plugin->commands($console);
        foreach ($commands->table() as $command) {
            if ($command->name === $name) {
                $commands->call($command, $arguments, $options + ['format' => 'json']);
            }
        }
        return $console;
    }

    private function json_code(RecordingConsole $console): string
    {
        return (string) (json_decode((string) strstr($console->printed, '{'), true)['code'] ?? '');
    }
}
