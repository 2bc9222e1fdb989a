<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Microsoft\Callback;
use Wkpbic\Microsoft\CallbackReader;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;

/**
 * PHP reads Microsoft's answers as tests/vectors/callback.json says, as does the core.
 */
final class CallbackVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_answer(array $case): void
    {
        self::assertSame('read_callback', $case['call']);
        $callback = (new CallbackReader(Repository::contract()))->read($case['input']['query']);
        self::assertEquals($case['expect'], self::wire($callback), $case['why']);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        return Repository::vectors('callback');
    }

    public function test_every_kind_of_answer_occurs(): void
    {
        $kinds = array_map(static fn (array $case): string => $case[0]['expect']['kind'], Repository::vectors('callback'));
        foreach (['none', 'code', 'error', 'admin_consent_granted', 'admin_consent_refused', 'invalid'] as $kind) {
            self::assertContains($kind, $kinds);
        }
    }

    /**
     * @return array<string, mixed> The answer in the form that the core gives it.
     */
    private static function wire(Callback $callback): array
    {
        $state = ['state' => $callback->state?->reveal()];
        $error = ['error' => $callback->error, 'error_description' => $callback->error_description];
        $failure = $callback->failure;
        $unknown = [] === $callback->unknown ? [] : ['unknown' => $callback->unknown];
        return ['kind' => $callback->kind] + $unknown + match ($callback->kind) {
            Callback::NONE => [],
            Callback::CODE => ['code' => $callback->code?->reveal()] + $state,
            Callback::ERROR, Callback::ADMIN_CONSENT_REFUSED => $error + $state,
            Callback::ADMIN_CONSENT_GRANTED => ['tenant' => $callback->tenant] + $state,
            Callback::INVALID => [
                'verdict' => ['level' => 'error', 'code' => $failure?->error_code, 'params' => $failure?->params],
            ],
        };
    }
}
