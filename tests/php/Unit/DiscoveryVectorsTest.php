<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Microsoft\DiscoveryReader;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;

/**
 * PHP reads discovery documents as tests/vectors/discovery.json says, as does the core.
 */
final class DiscoveryVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider cases
     * @param array<string, mixed> $case
     */
    public function test_document(array $case): void
    {
        self::assertSame('read_discovery', $case['call']);
        $found = (new DiscoveryReader(Repository::contract()))->read($case['input'], $case['input']['cloud']);
        self::assertEquals($case['expect'], [
            'tenant_id' => $found->tenant_id,
            'cloud' => $found->cloud,
            'verdict' => ['level' => $found->verdict->level, 'code' => $found->verdict->code, 'params' => $found->verdict->params],
        ], $case['why']);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function cases(): array
    {
        return Repository::vectors('discovery');
    }

    public function test_members_of_another_type_count_as_absent(): void
    {
        $document = [
            'issuer' => 'https://login.microsoftonline.com/8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9/v2.0',
            'cloud_instance_name' => ['microsoftonline.us'],
            'tenant_region_scope' => 7,
            'tenant_region_sub_scope' => true,
        ];
        $reader = new DiscoveryReader(Repository::contract());
        self::assertSame('global', $reader->read($document, 'global')->cloud);
        self::assertSame('discovery_issuer_unreadable', $reader->read(['issuer' => [1]], 'global')->verdict->code);
    }
}
