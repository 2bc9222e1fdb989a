<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Validation\FieldValidator;

final class EndpointsTest extends TestCase
{
    private const TENANT = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';

    public function test_every_cloud_has_its_own_addresses(): void
    {
        foreach (Repository::tables()['clouds'] as $cloud => $hosts) {
            $endpoints = self::endpoints();
            self::assertSame(
                "https://{$hosts['login_host']}/" . self::TENANT . '/oauth2/v2.0/token',
                $endpoints->token($cloud, self::TENANT)
            );
            self::assertSame("https://{$hosts['api_host']}/v1.0/myorg/groups", $endpoints->power_bi($cloud, '/groups'));
        }
    }

    /**
     * @dataProvider bad_tenants
     */
    public function test_a_tenant_cannot_bend_the_address(string $tenant): void
    {
        $this->expectExceptionObject(new Failure('tenant_id_invalid', 'tenant_id'));
        self::endpoints()->token('global', $tenant);
    }

    /**
     * @return array<string, array{string}>
     */
    public function bad_tenants(): array
    {
        $bad = [
            '', 'common', 'contoso.example/..', '../contoso.example', 'contoso.example?x=', 'contoso.example#', "contoso.example\n",
            'contoso.example%2f', '@evil.example', 'a@evil.example', ' contoso.example', self::TENANT . "\n", self::TENANT . '/', 'cöntoso.example',
            '.contoso.example', 'contoso..example', 'contoso.example.', '127.0.0.1',
        ];
        return array_combine(array_map('json_encode', $bad), array_map(static fn (string $tenant): array => [$tenant], $bad));
    }

    public function test_an_unknown_cloud_has_no_address(): void
    {
        $this->expectExceptionObject(new Failure('cloud_unknown', 'cloud'));
        self::endpoints()->power_bi('evil.example', '/groups');
    }

    public function test_the_development_address_stands_in_for_every_host(): void
    {
        $endpoints = self::endpoints('http://127.0.0.1:9143/');
        self::assertSame(
            'http://127.0.0.1:9143/login.microsoftonline.com/contoso.example/oauth2/v2.0/token',
            $endpoints->token('global', 'contoso.example')
        );
        self::assertSame('http://127.0.0.1:9143/api.powerbi.com/v1.0/myorg/groups', $endpoints->power_bi('global', '/groups'));
    }

    /**
     * @dataProvider overrides
     */
    public function test_development_address(?string $url, string $environment, ?string $accepted, bool $refused): void
    {
        $override = new DevelopmentOverride($url, $environment);
        self::assertSame($accepted, $override->url());
        self::assertSame($refused, $override->is_refused());
    }

    /**
     * @return list<array{string|null, string, string|null, bool}>
     */
    public function overrides(): array
    {
        $rows = [
            [null, 'local', null, false],
            [null, 'production', null, false],
            ['http://127.0.0.1:9143', 'local', 'http://127.0.0.1:9143', false],
            ['http://localhost:9143/', 'development', 'http://localhost:9143', false],
            ['https://[::1]:9143', 'local', 'https://[::1]:9143', false],
            ['http://127.0.0.1:9143', 'production', null, true],
            ['http://127.0.0.1:9143', 'staging', null, true],
        ];
        $bad = [
            'http://evil.example', 'http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://127.0.0.1@evil.example',
            'http://evil.example@127.0.0.1', 'http://127.0.0.1:9143/path', 'http://127.0.0.1?x', 'http://127.0.0.1#x', 'ftp://127.0.0.1',
            '//127.0.0.1', '127.0.0.1:9143', 'http://127.0.0.2', 'http://0x7f.1', 'http:///x', 'http://[::1',
        ];
        foreach ($bad as $url) {
            $rows[] = [$url, 'local', null, true];
        }
        return $rows;
    }

    private static function endpoints(?string $url = null): Endpoints
    {
        $contract = Repository::contract();
        return new Endpoints($contract, new FieldValidator($contract), new DevelopmentOverride($url, 'local'));
    }
}
