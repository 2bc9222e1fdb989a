<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Lock;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The site's salts change under stored secrets, and the old ones bring them back.
 */
final class RekeyTest extends WordPressTestCase
{
    private const OPTIONS = [ClientSecret::OPTION, Password::OPTION, Tokens::OPTION];

    private Plugin $plugin;
    private Secret $old_salts;

    protected function setUp(): void
    {
        parent::setUp();
        $plugin = $this->plugin();
        $this->connect($plugin);
        $plugin->rows()->write([Password::OPTION => $plugin->password()->encode(new Secret(StandIn::PASSWORD))]);
        $this->old_salts = new Secret(wp_salt('auth') . wp_salt('secure_auth'));
        add_filter('salt', [$this, 'other_salts']);
        $this->plugin = $this->plugin(new FakeClock());
    }

    protected function tearDown(): void
    {
        remove_filter('salt', [$this, 'other_salts']);
        parent::tearDown();
    }

    public function other_salts(string $salt): string
    {
        return strrev($salt);
    }

    public function test_changed_salts_are_named_and_never_an_empty_secret(): void
    {
        foreach ([$this->plugin->client_secret(), $this->plugin->password(), $this->plugin->tokens()] as $stored) {
            self::assertSame('site_keys_changed', self::failure(static fn () => $stored->read())->error_code);
        }
        self::assertTrue($this->plugin->client_secret()->has_value());
        $failure = self::failure(fn () => $this->plugin->token_client()->client_credentials());
        self::assertSame('site_keys_changed', $failure->error_code);
        $report = $this->plugin->setup_report()->for_user(1);
        self::assertSame(['site_keys_changed'], array_column($report['problems'], 'code'));
    }

    public function test_the_old_salts_bring_everything_back(): void
    {
        self::assertSame(3, $this->plugin->rekey()->rekey($this->old_salts));
        self::assertSame(StandIn::CLIENT_SECRET, $this->plugin->client_secret()->read()?->reveal());
        self::assertSame(StandIn::PASSWORD, $this->plugin->password()->read()?->reveal());
        self::assertSame(StandIn::USERNAME, $this->plugin->tokens()->read()?->username);
        self::assertCount(3, $this->plugin->power_bi()->groups());
        self::assertFalse($this->plugin->rekey()->is_needed());
        self::assertSame(0, $this->plugin->rekey()->rekey(), 'nothing is left to be done');
    }

    public function test_a_wrong_key_changes_nothing(): void
    {
        $before = $this->rows();
        foreach ([null, new Secret(str_repeat('wrong ', 20))] as $key) {
            self::assertSame('site_keys_changed', self::failure(fn () => $this->plugin->rekey()->rekey($key))->error_code);
        }
        $short = self::failure(fn () => $this->plugin->rekey()->rekey(new Secret('short')));
        self::assertSame('encryption_unavailable', $short->error_code);
        self::assertSame($before, $this->rows());
        self::assertNull($this->plugin->rows()->read(TokenBroker::LOCK), 'the lock is given back');
    }

    public function test_one_record_that_does_not_open_leaves_all_as_they_are(): void
    {
        $this->plugin->rows()->write([Tokens::OPTION => (string) $this->plugin->rows()->read(ClientSecret::OPTION)]);
        $before = $this->rows();
        $failure = self::failure(fn () => $this->plugin->rekey()->rekey($this->old_salts));
        self::assertSame('secret_moved', $failure->error_code);
        self::assertSame($before, $this->rows());
    }

    public function test_it_waits_for_a_refresh(): void
    {
        $clock = new FakeClock();
        $plugin = $this->plugin($clock);
        $other = new Lock($plugin->rows(), $clock, TokenBroker::LOCK, 3600);
        self::assertTrue($other->acquire());
        $failure = self::failure(fn () => $plugin->rekey()->rekey($this->old_salts));
        self::assertSame('storage_failed', $failure->error_code);
        $other->release();
        self::assertSame(3, $plugin->rekey()->rekey($this->old_salts));
    }

    /**
     * @return array<string, string|null>
     */
    private function rows(): array
    {
        return array_map($this->plugin->rows()->read(...), array_combine(self::OPTIONS, self::OPTIONS));
    }
}
