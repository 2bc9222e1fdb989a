<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use RuntimeException;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Tests\Support\Repository;

final class ContractTest extends TestCase
{
    public function test_a_missing_file_is_an_exception(): void
    {
        $this->expectException(RuntimeException::class);
        Contract::from_file(__DIR__ . '/no-such-file.php');
    }

    public function test_a_file_without_a_contract_is_an_exception(): void
    {
        $this->expectException(RuntimeException::class);
        Contract::from_file(Repository::plugin_folder() . '/src/autoload.php');
    }

    public function test_a_missing_table_is_named(): void
    {
        $tables = Repository::tables();
        unset($tables['clouds']);
        $this->expectExceptionMessage('clouds');
        new Contract($tables);
    }

    public function test_an_unknown_limit_is_an_exception(): void
    {
        $this->expectException(RuntimeException::class);
        Repository::contract()->limit('no_such_limit');
    }

    public function test_an_unknown_cloud_is_a_failure(): void
    {
        $this->expectExceptionObject(new Failure('cloud_unknown', 'cloud'));
        Repository::contract()->cloud('mars');
    }

    public function test_scopes_are_those_of_the_cloud(): void
    {
        $scopes = Repository::contract()->scopes('china');
        self::assertContains('offline_access', $scopes);
        self::assertContains('https://analysis.chinacloudapi.cn/powerbi/api/Dataset.ReadWrite.All', $scopes);
        self::assertCount(count(Repository::tables()['permissions']) + count(Repository::tables()['oidc_scopes']), $scopes);
    }

    /** Hosts and paths of Microsoft's pages are spelled by the Rust core only. */
    public function test_php_spells_no_address_that_a_browser_is_sent_to(): void
    {
        $names = array_merge(...array_map('array_values', array_values(Repository::tables()['clouds'])));
        $names = array_merge(...array_map(static fn (mixed $name): array => (array) $name, $names));
        $hosts = array_unique(array_filter($names, static fn (?string $name): bool => str_contains((string) $name, '.')));
        self::assertContains('login.microsoftonline.us', $hosts);
        $words = array_merge($hosts, ['v2.0/authorize', 'adminconsent', 'code_challenge', 'response_type']);
        $folder = Repository::plugin_folder() . '/src';
        $read = 0;
        foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS)) as $file) {
            $text = (string) file_get_contents((string) $file);
            foreach ($words as $word) {
                self::assertStringNotContainsString($word, $text, (string) $file);
            }
            $read++;
        }
        self::assertGreaterThan(30, $read);
    }

    /** An exception's message ends up in logs. */
    public function test_a_failure_says_its_code_and_nothing_that_was_typed_or_sent(): void
    {
        $detail = ['error' => 'x', 'error_description' => 'marker', 'error_codes' => [], 'trace_id' => null, 'correlation_id' => null];
        $failure = new Failure('too_long', 'client_id', ['actual' => 'marker'], $detail + ['timestamp' => null]);
        self::assertSame('too_long', $failure->getMessage());
    }

    /** Every code that PHP gives is one of the contract's. */
    public function test_every_code_in_php_is_in_the_contract(): void
    {
        $folder = Repository::plugin_folder() . '/src';
        $codes = [];
        foreach (new \RecursiveIteratorIterator(new \RecursiveDirectoryIterator($folder, \FilesystemIterator::SKIP_DOTS)) as $file) {
            preg_match_all("/new Failure\\(\\s*'([a-z0-9_]+)'/", (string) file_get_contents((string) $file), $found);
            array_push($codes, ...$found[1]);
        }
        self::assertGreaterThan(30, count($codes));
        self::assertSame([], array_values(array_diff(array_unique($codes), Repository::contract()->error_codes())));
    }
}
