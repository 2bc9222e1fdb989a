<?php

declare(strict_types=1);

namespace ExtraStep\Tests;

use WP_Hook;
use Wkpbic\Tests\Support\ExtensionTestCase;
use Wkpbic\Tests\Support\RecordingConsole;

use function ExtraStep\feed_signature;

/**
 * The example with WordPress, its database and the stand-in for Microsoft.
 */
final class ExtraStepTest extends ExtensionTestCase
{
    private const FEED_KEY = 'Feed-Key-Of-The-Warehouse-0815';

    private static WP_Hook $hooked;

    public static function setUpBeforeClass(): void
    {
        remove_all_actions('wkpbic_register_steps');
        require_once dirname(__DIR__) . '/extra-step.php';
        self::$hooked = clone $GLOBALS['wp_filter']['wkpbic_register_steps'];
    }

    protected function setUp(): void
    {
        parent::setUp();
        $GLOBALS['wp_filter']['wkpbic_register_steps'] = clone self::$hooked;
        wkpbic_api(fn () => $this->plugin->api());
        $this->be_administrator();
    }

    public function test_everything_is_taken(): void
    {
        $found = $this->bootstrap();
        self::assertSame([], $found['problems']);
        self::assertSame(['extra-step/warehouse'], array_column($found['steps'], 'id'));
        self::assertSame(['text', 'text', 'secret'], array_column($found['fields'], 'type'));
        self::assertSame([['Gateway.Read.All']], array_column($found['permissions'], 'scopes'));
        self::assertSame([['DM_GWPipeline_Client_GatewayUnreachable']], array_column($found['diagnoses'], 'power_bi'));
    }

    /**
     * @dataProvider warehouse_codes
     */
    public function test_a_warehouse_code_has_its_form(string $code, ?string $refusal): void
    {
        $answer = $this->extension_rest('extension-fields', ['values' => ['extra-step/warehouse_code' => $code]]);
        self::assertSame($refusal, $answer->get_data()['code'] ?? null, $code);
        self::assertSame(null === $refusal ? null : 'extra-step/warehouse_code', $answer->get_data()['data']['field'] ?? null, $code);
        self::assertSame(null === $refusal ? $code : '', wkpbic_setting('extra-step/warehouse_code'));
    }

    /**
     * @return list<array{string, string|null}>
     */
    public function warehouse_codes(): array
    {
        $mismatch = 'value_pattern_mismatch';
        return [['DE-12', null], ['FR-1', null], ['de-12', $mismatch], ['DE-12345', $mismatch], ["DE-12\n", $mismatch], ['', 'value_required']];
    }

    public function test_the_key_signs_and_is_never_read_back(): void
    {
        self::assertNull(feed_signature('2026-11-24'));
        $values = ['extra-step/warehouse_code' => 'DE-12', 'extra-step/feed_key' => self::FEED_KEY];
        $answer = $this->extension_rest('extension-fields', ['values' => $values]);
        self::assertSame(200, $answer->get_status());
        self::assertStringNotContainsString(self::FEED_KEY, (string) wp_json_encode($answer->get_data()));
        self::assertSame(hash_hmac('sha256', 'DE-12 2026-11-24', self::FEED_KEY), feed_signature('2026-11-24'));
        wp_set_current_user(0);
        self::assertNull(feed_signature('2026-11-24'), 'a visitor of the shop signs nothing');
    }

    public function test_the_check_looks_for_the_workspace(): void
    {
        self::assertSame('skipped', $this->look_for_workspace());
        $this->connect($this->plugin);
        $this->calls = [];
        foreach (['Sales' => 'passed', 'sales' => 'failed', '<b>Sales</b>' => 'failed'] as $name => $state) {
            $this->plugin->extension_values()->save(['extra-step/workspace' => $name]);
            self::assertSame($state, $this->look_for_workspace(), $name);
        }
        self::assertCount(3, $this->calls);
        foreach ($this->calls as $call) {
            self::assertMatchesRegularExpression('~^GET .*/api\.powerbi\.com/v1\.0/myorg/groups$~', $call);
        }
    }

    public function test_without_a_connection_the_check_cannot_tell(): void
    {
        $this->plugin->extension_values()->save(['extra-step/workspace' => 'Sales']);
        self::assertSame('unknown', $this->look_for_workspace());
    }

    public function test_it_keeps_what_every_extension_has_to_keep(): void
    {
        $console = new RecordingConsole();
        $commands = $this->plugin->commands($console);
        $conformance = array_values(array_filter($commands->table(), static fn ($command): bool => 'conformance' === $command->name));
        $commands->call($conformance[0], ['extra-step'], ['format' => 'table']);
        self::assertSame(0, $console->exit_code, $console->printed);
    }

    private function look_for_workspace(): string
    {
        return $this->plugin->extension_checks()->run('extra-step/workspace-there')['state'];
    }
}
