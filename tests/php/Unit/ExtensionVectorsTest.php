<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Validation\ExtensionRules;
use Wkpbic\Validation\Pattern;

/**
 * PHP takes the rules and patterns of extensions, and judges by them, as tests/vectors/extension.json and pattern.json say, as does the
 * core.
 */
final class ExtensionVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_case(array $case): void
    {
        $input = $case['input'];
        try {
            $found = match ($case['call']) {
                'extension_rules' => (static function () use ($input): array {
                    $verdict = ExtensionRules::from($input['rules'], Repository::contract())->judge($input['text']);
                    return ['level' => $verdict->level, 'code' => $verdict->code, 'params' => $verdict->params];
                })(),
                'pattern' => Pattern::parse($input['pattern'], Repository::contract())->matches($input['text']),
            };
        } catch (Failure $failure) {
            $found = ['refused' => ['level' => 'error', 'code' => $failure->error_code, 'params' => $failure->params]];
        }
        self::assertSame($case['expect'], $found, $case['why']);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        $cases = [];
        foreach (['extension', 'pattern'] as $topic) {
            foreach (Repository::vectors($topic) as $name => $case) {
                $cases["$topic: $name"] = $case;
            }
        }
        return $cases;
    }

    public function test_every_kind_of_rule_fails_in_some_case(): void
    {
        $failed = array_map(static fn (array $case): string => $case[0]['expect']['code'] ?? '', Repository::vectors('extension'));
        foreach (Repository::contract()->extensions()['rules'] as $kind => $row) {
            self::assertContains($row['code'], $failed, "no case fails by the rule kind $kind");
        }
    }
}
