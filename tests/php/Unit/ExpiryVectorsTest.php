<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Setup\SecretExpiry;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;

/**
 * PHP counts the days as tests/vectors/expiry.json says, as does the core.
 */
final class ExpiryVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_days(array $case): void
    {
        $found = SecretExpiry::count($case['input']['today'], $case['input']['expires_on'], Repository::contract());
        self::assertSame($case['expect'], ['days_left' => $found->days_left, 'stage' => $found->stage], $case['why']);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        return array_filter(
            Repository::vectors('expiry'),
            static fn (array $case): bool => 'days_left' === $case[0]['call']
        );
    }
}
