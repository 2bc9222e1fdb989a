<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Validation\FieldValidator;

/**
 * PHP's verdicts on fields are those of tests/vectors/fields.json, as are the core's.
 */
final class FieldVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_verdict(array $case): void
    {
        self::assertSame('validate_field', $case['call']);
        $input = $case['input'];
        $verdict = (new FieldValidator(Repository::contract()))->validate($input['field'], $input['text'], $input['context']);
        self::assertSame(
            $case['expect'],
            ['level' => $verdict->level, 'code' => $verdict->code, 'params' => $verdict->params],
            $case['why']
        );
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        return Repository::vectors('fields');
    }

    public function test_every_rule_of_the_contract_fails_in_some_case(): void
    {
        $failed = [];
        foreach (Repository::vectors('fields') as [$case]) {
            $failed[$case['input']['field'] . ' ' . $case['expect']['code']] = true;
        }
        $kinds = [];
        foreach (Repository::contract()->all_fields() as $field => $row) {
            foreach ($row['rules'] as $rule) {
                if (isset($failed["$field {$rule['code']}"])) {
                    $kinds[$rule['kind']] = true;
                }
            }
        }
        $all = array_unique(array_merge(...array_map(
            static fn (array $row): array => array_column($row['rules'], 'kind'),
            array_values(Repository::contract()->all_fields())
        )));
        self::assertSame([], array_values(array_diff($all, array_keys($kinds))), 'kinds of rule that no case exercises');
    }
}
