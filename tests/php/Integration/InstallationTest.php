<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Capability;
use Wkpbic\Cron;
use Wkpbic\Installation;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What activation makes, an update makes up for, and deactivation stops.
 */
final class InstallationTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        wp_roles()->for_site();
    }

    public function test_activation_has_given_both_rights_to_administrators_alone(): void
    {
        foreach (Capability::ALL as $capability) {
            self::assertSame(['administrator'], $this->holders($capability));
        }
    }

    public function test_activation_has_scheduled_every_event(): void
    {
        rest_get_server(); // The plugin is loaded now, if not before.
        foreach (Cron::EVENTS as $hook => $recurrence) {
            self::assertNotNull($this->plugin->cron()->next($hook), $hook);
            self::assertSame($recurrence, wp_get_schedule($hook));
            self::assertTrue(has_action($hook), "$hook has an action");
        }
    }

    public function test_deactivation_takes_every_event_off_and_keeps_the_rest(): void
    {
        $this->store_keys($this->plugin);
        $this->plugin->cron()->soon(Cron::CLEANUP);
        $this->plugin->deactivate();
        foreach (array_keys(Cron::EVENTS) as $hook) {
            self::assertNull($this->plugin->cron()->next($hook), $hook);
        }
        self::assertSame(['administrator'], $this->holders(Capability::MANAGE_SETTINGS));
        self::assertTrue($this->plugin->client_secret()->has_value());
    }

    public function test_the_first_admin_request_after_an_update_makes_what_is_missing_and_the_next_one_nothing(): void
    {
        $this->plugin->deactivate();
        $this->plugin->capability()->revoke();
        $this->plugin->rows()->write([Installation::OPTION => '0.0.1']);

        $this->plugin->installation()->keep_up();
        $next = $this->plugin->cron()->next(Cron::CLEANUP);
        self::assertGreaterThan($this->clock->now(), $next);
        self::assertLessThanOrEqual($this->clock->now() + 3600, $next);
        self::assertSame(['administrator'], $this->holders(Capability::VIEW_LOGS));
        self::assertSame(Plugin::VERSION, $this->plugin->rows()->read(Installation::OPTION));

        $this->plugin->capability()->revoke();
        $this->plugin->installation()->keep_up();
        self::assertSame([], $this->holders(Capability::VIEW_LOGS));
    }

    public function test_making_what_is_there_changes_nothing(): void
    {
        $next = $this->plugin->cron()->next(Cron::CLEANUP);
        $this->plugin->installation()->install();
        self::assertSame($next, $this->plugin->cron()->next(Cron::CLEANUP));
        self::assertSame(1, array_sum(array_map(
            static fn (array $hooks): int => count($hooks[Cron::CLEANUP] ?? []),
            array_filter(_get_cron_array(), 'is_array')
        )));
    }

    public function test_a_right_given_to_a_person_is_taken_too(): void
    {
        $this->be_new('subscriber');
        $user = wp_get_current_user();
        $user->add_cap(Capability::VIEW_LOGS);
        self::assertTrue($this->plugin->capability()->held(Capability::VIEW_LOGS));
        $this->plugin->capability()->revoke();
        clean_user_cache($user->ID);
        self::assertArrayNotHasKey(Capability::VIEW_LOGS, get_user_by('id', $user->ID)->caps);
    }

    /**
     * @return list<string> Roles that hold the right.
     */
    private function holders(string $capability): array
    {
        return array_keys(array_filter(wp_roles()->roles, static fn (array $role): bool => !empty($role['capabilities'][$capability])));
    }
}
