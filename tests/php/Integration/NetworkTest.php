<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Cron;
use Wkpbic\Tests\Support\OwnSite;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The plugin on a WordPress network: from its activation for all sites to its removal from all of them, in this order.
 */
final class NetworkTest extends WordPressTestCase
{
    private static ?OwnSite $network = null;

    /** @var array<string, list<string>> The database before the plugin came. */
    private static array $before = [];

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public static function tearDownAfterClass(): void
    {
        self::$network?->end();
        self::$network = null;
        parent::tearDownAfterClass();
    }

    public function test_activation_prepares_every_site(): void
    {
        $network = self::$network = OwnSite::install(true);
        self::assertSame(2, $network->run('new-site', 'two'));
        self::$before = $network->run('dump');
        $bare = ['table' => false, 'events' => [], 'right' => false];
        self::assertSame([1 => $bare, 2 => $bare], $network->run('prepared'));
        self::assertTrue($network->run('activate', 'network'));
        $this->assert_prepared([1, 2]);
    }

    /**
     * @depends test_activation_prepares_every_site
     */
    public function test_a_new_site_is_prepared_at_once(): void
    {
        self::assertSame(3, self::$network->run('new-site', 'three'));
        $this->assert_prepared([1, 2, 3]);
    }

    /**
     * @depends test_a_new_site_is_prepared_at_once
     */
    public function test_a_connection_belongs_to_one_site(): void
    {
        $this->allow_microsoft();
        $used = self::$network->run('use', '3', 'service_principal');
        self::assertContains('wkpbic_tokens', $used['options']);
        $states = self::$network->run('states');
        self::assertSame(['not_connected', 'not_connected', 'failing'], array_values($states));
        self::$network->run('use', '2', 'service_principal');
        self::$network->run('use', '1', 'delegated');
        self::assertSame(['failing', 'failing', 'failing'], array_values(self::$network->run('states')));
    }

    /**
     * @depends test_a_connection_belongs_to_one_site
     */
    public function test_a_deleted_site_leaves_neither_tables_nor_user_meta(): void
    {
        self::assertTrue(self::$network->run('delete-site', '3'));
        $dump = self::$network->run('dump');
        $of_site = array_filter(array_keys($dump), static fn (string $table): bool => str_contains($table, '_3_'));
        self::assertSame([], array_values($of_site));
        self::assertStringNotContainsString('_3_wkpbic', (string) json_encode($dump));
        self::assertStringContainsString('_2_wkpbic', (string) json_encode($dump), 'The other sites keep theirs.');
        self::assertSame(['failing', 'failing'], array_values(self::$network->run('states')));
    }

    /**
     * @depends test_a_deleted_site_leaves_neither_tables_nor_user_meta
     */
    public function test_deactivation_stops_the_jobs_of_every_site_and_keeps_the_rest(): void
    {
        self::$network->run('deactivate', 'network');
        foreach (self::$network->run('prepared') as $site => $found) {
            self::assertSame(['table' => true, 'events' => [], 'right' => true], $found, "site $site");
        }
    }

    /**
     * @depends test_deactivation_stops_the_jobs_of_every_site_and_keeps_the_rest
     */
    public function test_removal_leaves_the_database_of_before(): void
    {
        self::$network->run('uninstall');
        $after = self::$network->run('dump');
        self::assertStringNotContainsString('wkpbic', (string) json_encode($after));
        self::assertSame($this->without_registrations(self::$before), $this->without_registrations($after));
        self::assertSame('', self::$network->debug_log());
    }

    /**
     * WordPress notes for ever which sites were registered, the deleted third one too.
     *
     * @param array<string, list<string>> $dump
     * @return array<string, list<string>>
     */
    private function without_registrations(array $dump): array
    {
        return array_filter($dump, static fn (string $table): bool => !str_ends_with($table, '_registration_log'), ARRAY_FILTER_USE_KEY);
    }

    /**
     * @param list<int> $sites
     */
    private function assert_prepared(array $sites): void
    {
        $prepared = ['table' => true, 'events' => array_keys(Cron::EVENTS), 'right' => true];
        self::assertSame(array_fill_keys($sites, $prepared), self::$network->run('prepared'));
    }
}
