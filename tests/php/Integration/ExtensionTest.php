<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Error;
use RuntimeException;
use Wkpbic\Extension\CheckContext;
use Wkpbic\Extension\CheckResult;
use Wkpbic\Extension\Explanations;
use Wkpbic\Extension\Registry;
use Wkpbic\Tests\Support\ExtensionTestCase;

/**
 * What other plugins register: taken as it should be, or reported, and never in the way of anybody else.
 */
final class ExtensionTest extends ExtensionTestCase
{
    /**
     * @dataProvider errors
     */
    public function test_an_error_is_explained_by_its_number_or_its_name_as_a_word(string $text, bool $said): void
    {
        $this->register(self::warehouse(...));
        $explanations = new Explanations(fn (): array => $this->plugin->extensions()->parts()->diagnoses());
        self::assertSame(
            $said ? [[
                'id' => 'my-plugin/gateway', 'sentence' => 'The gateway sleeps.', 'actor' => 'entra_admin', 'wait' => 'none',
                'link' => 'https://my-plugin.example/gateway',
            ]] : [],
            $explanations->of($text)
        );
    }

    /**
     * @return array<string, array{string, bool}>
     */
    public function errors(): array
    {
        return [
            'its number' => ['AADSTS50105: The signed in user is not assigned to a role.', true],
            'its name in JSON' => ['{"error":{"code":"GatewayLost"}}', true],
            'a longer number' => ['AADSTS501051: something else', false],
            'a longer name' => ['GatewayLostAgain', false],
            'nothing of it' => ['AADSTS50011', false],
        ];
    }

    public function test_everything_that_is_registered_reaches_the_page(): void
    {
        $this->register(self::warehouse(...));
        $found = $this->bootstrap();
        self::assertSame([], $found['problems']);
        self::assertSame([[
            'id' => 'my-plugin/warehouse', 'title' => 'Your warehouse', 'description' => 'Where goods come from.', 'before' => null,
            'after' => 'check-and-finish',
        ]], $found['steps']);
        self::assertSame([
            'id' => 'my-plugin/warehouse_code', 'step' => 'my-plugin/warehouse', 'type' => 'text', 'label' => 'Code <b>of</b> it', 'help' => '',
            'where' => 'On the door.', 'choices' => [],
            'rules' => [['kind' => 'required'], ['kind' => 'pattern', 'pattern' => '[A-Z]{2}-[0-9]+']],
        ], $found['fields'][0]);
        self::assertSame(['my-plugin/warehouse_code', 'my-plugin/key', 'my-plugin/kind'], array_column($found['fields'], 'id'));
        self::assertSame([['kind' => 'one_of', 'values' => ['1', 'b']]], $found['fields'][2]['rules'], 'a number is a text as well');
        self::assertSame([['id' => 'my-plugin/stock', 'step' => 'my-plugin/warehouse', 'label' => 'Stock']], $found['checks']);
        self::assertSame([['id' => 'my-plugin/capacity', 'scopes' => ['Capacity.Read.All'], 'reason' => 'To see it.']], $found['permissions']);
        self::assertSame([[
            'id' => 'my-plugin/gateway', 'aadsts' => [50105], 'power_bi' => ['GatewayLost'], 'sentence' => 'The gateway sleeps.',
            'actor' => 'entra_admin', 'wait' => 'none', 'link' => 'https://my-plugin.example/gateway',
        ]], $found['diagnoses']);
        self::assertSame(1, did_action('wkpbic_register_steps') - $this->fired_before);
    }

    public function test_types_bring_their_rules(): void
    {
        $kinds = [];
        $this->register(static function (Registry $registry): void {
            foreach (['text', 'secret', 'guid', 'url', 'email', 'date', 'toggle'] as $type) {
                $registry->add_field("my-plugin/$type", ['step' => 'sign-in', 'type' => $type, 'label' => $type]);
            }
            $registry->add_field('my-plugin/twice', ['step' => 'sign-in', 'type' => 'guid', 'label' => 'x', 'rules' => [['kind' => 'guid']]]);
        });
        foreach ($this->bootstrap()['fields'] as $field) {
            $kinds[$field['type']] = array_column($field['rules'], 'kind');
        }
        self::assertSame([
            'text' => [], 'secret' => [], 'guid' => ['guid'], 'url' => ['https_url'], 'email' => ['email'], 'date' => ['iso_date'],
            'toggle' => ['one_of'],
        ], $kinds);
    }

    /**
     * @dataProvider refused
     * @param array<mixed> $arguments
     */
    public function test_what_cannot_be_taken_is_reported_and_nothing_else_is_lost(string $code, string $method, array $arguments): void
    {
        $taken = null;
        $this->register(static function (Registry $registry) use ($method, $arguments, &$taken): void {
            self::warehouse($registry);
            $taken = $registry->$method(...$arguments);
        });
        $found = $this->bootstrap();
        self::assertSame([$code], array_column($found['problems'], 'code'), (string) json_encode($arguments, JSON_PARTIAL_OUTPUT_ON_ERROR));
        self::assertSame('extension_step_unknown' === $code, $taken);
        self::assertCount(1, $found['steps']);
        self::assertCount(3, $found['fields']);
        self::assertLessThanOrEqual(64, mb_strlen($found['problems'][0]['id'], 'UTF-8'));
        self::assertStringEndsWith('ExtensionTest.php', $found['problems'][0]['plugin']);
        self::assertStringStartsNotWith('/', $found['problems'][0]['plugin']);
        $this->assert_told();
    }

    /**
     * @return array<string, array{string, string, array<mixed>}>
     */
    public function refused(): array
    {
        $step = ['title' => 'x'];
        $field = ['step' => 'my-plugin/warehouse', 'type' => 'text', 'label' => 'x'];
        $rule = static fn (array $rule): array => ['my-plugin/x', ['rules' => [$rule]] + $field];
        $check = ['step' => 'my-plugin/warehouse', 'label' => 'x', 'run' => 'time'];
        $diagnosis = ['aadsts' => [1], 'sentence' => 'x', 'actor' => 'you'];
        $invalid = 'extension_part_invalid';
        return [
            'id without a slash' => ['extension_id_invalid', 'add_step', ['warehouse', $step]],
            'id of 10 kB' => ['extension_id_invalid', 'add_step', ['a/' . str_repeat('x', 10240), $step]],
            'id of ours' => ['extension_id_invalid', 'add_field', ['wkpbic/x', $field]],
            'step of ours' => ['extension_id_invalid', 'add_step', ['check-and-finish', $step]],
            'field of ours' => ['extension_id_invalid', 'add_field', ['client_secret', $field]],
            'id with markup' => ['extension_id_invalid', 'add_step', ['<script>alert(1)</script>/x', $step]],
            'id with a line end' => ['extension_id_invalid', 'add_step', ["my-plugin/x\n", $step]],
            'id that is no UTF-8' => ['extension_id_invalid', 'add_step', ["my-plugin/\xff", $step]],
            'id that is no text' => ['extension_id_invalid', 'add_step', [['x'], $step]],
            'taken step' => ['extension_id_taken', 'add_step', ['my-plugin/warehouse', $step]],
            'taken field' => ['extension_id_taken', 'add_field', ['my-plugin/key', $field]],
            'step that is no array' => [$invalid, 'add_step', ['my-plugin/x', 'x']],
            'no title' => [$invalid, 'add_step', ['my-plugin/x', []]],
            'blank title' => [$invalid, 'add_step', ['my-plugin/x', ['title' => " \u{a0} "]]],
            'title that is no text' => [$invalid, 'add_step', ['my-plugin/x', ['title' => new Error('x')]]],
            'title with a line end' => [$invalid, 'add_step', ['my-plugin/x', ['title' => "a\nb"]]],
            'title that is no UTF-8' => [$invalid, 'add_step', ['my-plugin/x', ['title' => "\xff"]]],
            'long title' => [$invalid, 'add_step', ['my-plugin/x', ['title' => str_repeat('x', 201)]]],
            'a slip in a name' => [$invalid, 'add_step', ['my-plugin/x', $step + ['afer' => 'sign-in']]],
            'neighbour that is no id' => [$invalid, 'add_step', ['my-plugin/x', $step + ['after' => 'step 3']]],
            'condition that cannot be called' => [$invalid, 'add_step', ['my-plugin/x', $step + ['is_shown' => 'no_such_function_xyz']]],
            'unknown type' => [$invalid, 'add_field', ['my-plugin/x', ['type' => 'colour'] + $field]],
            'select without choices' => [$invalid, 'add_field', ['my-plugin/x', ['type' => 'select'] + $field]],
            'choices of a text' => [$invalid, 'add_field', ['my-plugin/x', $field + ['choices' => ['a' => 'A']]]],
            'choice without a label' => [$invalid, 'add_field', ['my-plugin/x', ['type' => 'select'] + $field + ['choices' => ['a' => '']]]],
            'too many choices' => [
                'rule_too_many', 'add_field', ['my-plugin/x', ['type' => 'select'] + $field + ['choices' => array_fill(0, 257, 'x')]],
            ],
            'default that is not offered' => [
                $invalid, 'add_field', ['my-plugin/x', ['type' => 'select', 'choices' => ['a' => 'A'], 'default' => 'b'] + $field],
            ],
            'default of a secret' => [$invalid, 'add_field', ['my-plugin/x', ['type' => 'secret', 'default' => 'abc'] + $field]],
            'unknown step' => ['extension_step_unknown', 'add_field', ['my-plugin/x', ['step' => 'my-plugin/no'] + $field]],
            'check of an unknown step' => ['extension_step_unknown', 'add_check', ['my-plugin/x', ['step' => 'my-plugin/no'] + $check]],
            'unknown rule' => ['rule_kind_unknown', 'add_field', $rule(['kind' => 'luhn'])],
            'rule that is no array' => ['rule_kind_unknown', 'add_field', ['my-plugin/x', ['rules' => ['required']] + $field]],
            'rules that are none' => [$invalid, 'add_field', ['my-plugin/x', ['rules' => 'required'] + $field]],
            'bad pattern' => ['rule_pattern_unsupported', 'add_field', $rule(['kind' => 'pattern', 'pattern' => '(?=x)'])],
            'pattern that is no UTF-8' => ['rule_parameter_missing', 'add_field', $rule(['kind' => 'pattern', 'pattern' => "\xff"])],
            'number as a text' => ['rule_parameter_missing', 'add_field', $rule(['kind' => 'max_chars', 'max' => '7'])],
            'no callback' => [$invalid, 'add_check', ['my-plugin/x', ['run' => null] + $check]],
            'scope of another kind' => [
                $invalid, 'add_permissions', ['my-plugin/x', ['scopes' => ['https://evil.example/.default'], 'reason' => 'x']],
            ],
            'no scope' => [$invalid, 'add_permissions', ['my-plugin/x', ['scopes' => [], 'reason' => 'x']]],
            'no reason' => [$invalid, 'add_permissions', ['my-plugin/x', ['scopes' => ['A.B']]]],
            'diagnosis of nothing' => [$invalid, 'add_diagnosis', ['my-plugin/x', ['aadsts' => []] + $diagnosis]],
            'number as a text in a diagnosis' => [$invalid, 'add_diagnosis', ['my-plugin/x', ['aadsts' => ['50105']] + $diagnosis]],
            'unknown actor' => [$invalid, 'add_diagnosis', ['my-plugin/x', ['actor' => 'god'] + $diagnosis]],
            'link that is a script' => [$invalid, 'add_diagnosis', ['my-plugin/x', $diagnosis + ['link' => 'javascript:alert(1)']]],
            'link with a user name' => [$invalid, 'add_diagnosis', ['my-plugin/x', $diagnosis + ['link' => 'https://microsoft.com@evil.example/']]],
        ];
    }

    /**
     * @dataProvider thrown
     */
    public function test_a_callback_that_throws_loses_only_what_comes_after(\Throwable $thrown): void
    {
        $this->register(static function (Registry $registry) use ($thrown): void {
            $registry->add_step('first/step', ['title' => 'Before']);
            echo 'printed';
            ob_start();
            throw $thrown;
        });
        $this->register(self::warehouse(...));
        $level = ob_get_level();
        $found = $this->bootstrap();
        self::assertSame($level, ob_get_level());
        self::assertSame(['first/step', 'my-plugin/warehouse'], array_column($found['steps'], 'id'));
        self::assertSame(['extension_failed'], array_column($found['problems'], 'code'));
        $this->assert_told();
        self::assertStringNotContainsString('s3cret', implode(' ', $this->told), 'a message may hold anything');
    }

    /**
     * @return list<array{\Throwable}>
     */
    public function thrown(): array
    {
        return [[new RuntimeException('s3cret')], [new Error('s3cret')], [new \TypeError('s3cret')], [new \ParseError('s3cret')]];
    }

    public function test_conditions_decide_and_cannot_break_the_page(): void
    {
        $seen = null;
        $this->register(static function (Registry $registry) use (&$seen): void {
            $conditions = [
                'yes' => static function (array $setup) use (&$seen): bool {
                    $seen = $setup;
                    return true;
                },
                'no' => static fn (): bool => false,
                'throws' => static fn (): bool => throw new Error('x'),
                'odd' => static fn (): string => 'yes',
            ];
            foreach ($conditions as $name => $is_shown) {
                $registry->add_step("my-plugin/$name", ['title' => $name, 'is_shown' => $is_shown]);
                $registry->add_field("my-plugin/$name-field", ['step' => "my-plugin/$name", 'type' => 'text', 'label' => 'x']);
            }
        });
        $found = $this->bootstrap();
        self::assertSame(['my-plugin/yes'], array_column($found['steps'], 'id'));
        self::assertSame(['my-plugin/yes-field'], array_column($found['fields'], 'id'));
        self::assertSame(
            ['my-plugin/throws' => 'extension_failed', 'my-plugin/odd' => 'extension_part_invalid'],
            array_column($found['problems'], 'code', 'id')
        );
        self::assertSame('not_connected', $seen['connection']['state']);
    }

    public function test_a_registry_that_was_kept_takes_nothing_later(): void
    {
        $kept = null;
        $this->register(static function (Registry $registry) use (&$kept): void {
            $kept = $registry;
        });
        $this->bootstrap();
        self::assertFalse($kept->add_step('my-plugin/late', ['title' => 'Late']));
        $found = $this->bootstrap();
        self::assertSame([], $found['steps']);
        self::assertSame(['extension_failed'], array_column($found['problems'], 'code'));
    }

    public function test_there_is_an_end_to_how_much_may_be_registered(): void
    {
        $this->register(static function (Registry $registry): void {
            for ($step = 0; $step < 50; $step++) {
                $registry->add_step("my-plugin/s$step", ['title' => "Step $step"]);
                for ($field = 0; $field < 50; $field++) {
                    $registry->add_field("my-plugin/s$step-f$field", ['step' => "my-plugin/s$step", 'type' => 'guid', 'label' => 'x']);
                }
            }
        });
        $found = $this->bootstrap();
        self::assertCount(2000, $found['fields']);
        self::assertSame(['extension_too_many'], array_values(array_unique(array_column($found['problems'], 'code'))));
        self::assertLessThanOrEqual(100, count($found['problems']));
    }

    /**
     * @dataProvider outcomes
     * @param array<string, mixed> $expected
     */
    public function test_a_check_has_an_outcome_whatever_it_does(callable $run, array $expected): void
    {
        $this->be_administrator();
        $this->register(static function (Registry $registry) use ($run): void {
            $registry->add_check('my-plugin/check', ['step' => 'sign-in', 'label' => 'x', 'run' => $run]);
        });
        $answer = $this->extension_rest('extension-check', ['id' => 'my-plugin/check']);
        self::assertSame(200, $answer->get_status());
        $data = json_decode((string) json_encode($answer->get_data()), true);
        self::assertSame($expected + ['state' => 'failed', 'code' => null, 'params' => [], 'sentence' => null, 'link' => null], $data + $expected);
    }

    /**
     * @return array<string, array{callable, array<string, mixed>}>
     */
    public function outcomes(): array
    {
        $broken = ['state' => 'failed', 'code' => 'extension_failed'];
        return [
            'passed' => [static fn () => CheckResult::passed(), ['state' => 'passed', 'code' => null]],
            'failed' => [
                static fn () => CheckResult::failed('<b>No</b> stock.', 'https://my-plugin.example/'),
                ['state' => 'failed', 'code' => null, 'params' => [], 'sentence' => '<b>No</b> stock.', 'link' => 'https://my-plugin.example/'],
            ],
            'asks' => [
                static fn (CheckContext $context) => CheckResult::unknown($context->connection_state() . $context->setting('my-plugin/none')),
                ['state' => 'unknown', 'code' => null, 'params' => [], 'sentence' => 'not_connected'],
            ],
            'throws' => [static fn () => throw new RuntimeException('s3cret'), $broken],
            'throws an error' => [static fn () => throw new Error('s3cret'), $broken],
            'gives nothing' => [static fn () => null, $broken],
            'gives a word' => [static fn () => 'passed', $broken],
            'gives a link that is a script' => [static fn () => CheckResult::failed('x', 'javascript:alert(1)'), $broken],
            'is no UTF-8' => [
                static fn () => CheckResult::skipped("a\xffb\0c"),
                ['state' => 'skipped', 'code' => null, 'params' => [], 'sentence' => 'a?b c'],
            ],
            'prints' => [
                static function () {
                    echo 'x';
                    return CheckResult::passed();
                },
                ['state' => 'passed', 'code' => null],
            ],
        ];
    }

    public function test_an_unknown_check_is_refused(): void
    {
        $this->be_administrator();
        $answer = $this->extension_rest('extension-check', ['id' => 'my-plugin/nothing']);
        self::assertSame(['extension_part_invalid', 400], [$answer->get_data()['code'], $answer->get_status()]);
    }
}
