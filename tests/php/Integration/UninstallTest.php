<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Cron;
use Wkpbic\Tests\Support\OwnSite;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Whoever removes the plugin has the database of before: every table, row by row.
 */
final class UninstallTest extends WordPressTestCase
{
    private static ?OwnSite $site = null;

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public static function tearDownAfterClass(): void
    {
        self::$site?->end();
        self::$site = null;
        parent::tearDownAfterClass();
    }

    public function test_activated_and_removed(): void
    {
        $site = $this->site();
        $before = $site->run('dump');
        self::assertGreaterThan(10, count($before));
        self::assertTrue($site->run('activate'));
        $prepared = ['table' => true, 'events' => array_keys(Cron::EVENTS), 'right' => true];
        self::assertSame([$prepared], $site->run('prepared'));
        self::assertNotSame($before, $site->run('dump'));
        $site->run('deactivate');
        $site->run('uninstall');
        self::assertSame($before, $site->run('dump'));
        self::assertSame('', $site->debug_log());
    }

    /**
     * @depends test_activated_and_removed
     */
    public function test_used_and_removed(): void
    {
        $this->allow_microsoft();
        $site = $this->site();
        $before = $site->run('dump');
        $site->run('activate');
        $used = $site->run('use', '0', 'delegated');
        self::assertSame('failing', $used['state']);
        $kinds = [
            'wkpbic_attempt_', 'wkpbic_claims', 'wkpbic_client_secret', 'wkpbic_expiry_mailed', 'wkpbic_flag', 'wkpbic_installed_version',
            'wkpbic_last_failure', 'wkpbic_password', 'wkpbic_password_refused', 'wkpbic_settings', 'wkpbic_sign_in_result_', 'wkpbic_site',
            'wkpbic_tokens',
        ];
        foreach ($kinds as $kind) {
            $found = array_filter($used['options'], static fn (string $name): bool => str_starts_with($name, $kind));
            self::assertNotSame([], $found, "$kind was stored.");
        }
        self::assertCount(1, $used['user_meta']);
        $site->run('deactivate');
        $site->run('uninstall');
        $after = $site->run('dump');
        self::assertSame($before, $after);
        self::assertStringNotContainsString('wkpbic', (string) json_encode($after));
        self::assertSame('', $site->debug_log());
    }

    private function site(): OwnSite
    {
        return self::$site ??= OwnSite::install();
    }
}
