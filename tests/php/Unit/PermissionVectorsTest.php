<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Microsoft\GrantedPermissions;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;

/**
 * PHP compares scopes as tests/vectors/permissions.json says, as does the core.
 */
final class PermissionVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_scope(array $case): void
    {
        self::assertSame('granted_permissions', $case['call']);
        $found = GrantedPermissions::in($case['input']['scope'], Repository::contract(), $case['input']['wanted'] ?? null);
        self::assertSame(
            $case['expect'],
            ['granted' => $found->granted, 'missing' => $found->missing, 'excess' => $found->excess],
            $case['why']
        );
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        return Repository::vectors('permissions');
    }
}
