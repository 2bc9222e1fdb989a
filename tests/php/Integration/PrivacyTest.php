<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Plugin;
use Wkpbic\Setup\ExpiryReminder;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What is known about a person is handed out, and forgotten, by WordPress's own tools.
 */
final class PrivacyTest extends WordPressTestCase
{
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin(new FakeClock());
    }

    public function test_wordpress_knows_both(): void
    {
        rest_get_server(); // The plugin is loaded now, if not before.
        foreach (['wp_privacy_personal_data_exporters', 'wp_privacy_personal_data_erasers'] as $hook) {
            self::assertIsCallable(apply_filters($hook, [])['wkpbic']['callback'], $hook);
        }
    }

    public function test_every_entry_of_a_person_is_exported_page_by_page_and_no_one_elses(): void
    {
        [$person, $address] = $this->person();
        [$other, $other_address] = $this->person();
        $this->entries($person, 120);
        $this->entries($other, 3);
        $found = [];
        for ($page = 1, $done = false; !$done; $page++) {
            self::assertLessThan(9, $page, 'It never ends.');
            ['data' => $data, 'done' => $done] = $this->plugin->privacy()->export($address, $page);
            self::assertLessThanOrEqual(50, count($data));
            $found = [...$found, ...array_column($data, 'item_id')];
        }
        self::assertCount(120, $found);
        self::assertSame($found, array_unique($found));
        self::assertCount(3, $this->plugin->privacy()->export($other_address)['data']);
        $names = array_column($data[0]['data'], 'value', 'name');
        self::assertSame('claimed', $names['What was done']);
        self::assertMatchesRegularExpression('/\A\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\z/', $names['Time']);
    }

    public function test_a_stranger_has_nothing(): void
    {
        $this->entries($this->person()[0], 2);
        foreach (['nobody@shop.example', '', 'no address', "' OR 1=1 --"] as $address) {
            self::assertSame(['data' => [], 'done' => true], $this->plugin->privacy()->export($address), $address);
            $erased = $this->plugin->privacy()->erase($address);
            self::assertSame([false, false, [], true], array_values($erased), $address);
        }
    }

    public function test_the_last_sign_in_and_addresses_in_the_setup_are_exported(): void
    {
        [$person, $address] = $this->person();
        $this->plugin->sign_in_results()->failed($person, null, new Failure('interaction_required'));
        $this->plugin->save_fields()->save(['username' => strtoupper($address), 'reminder_email' => $address]);
        $data = array_column($this->plugin->privacy()->export($address)['data'], 'data', 'group_id');
        self::assertSame('interaction_required', $data['wkpbic-sign-in'][1]['value']);
        self::assertSame('username, reminder_email', $data['wkpbic-setup'][0]['value']);
    }

    public function test_erasing_forgets_who_and_keeps_what(): void
    {
        [$person, $address] = $this->person();
        [$other] = $this->person();
        $this->entries($person, 3);
        $this->entries($other, 2);
        $this->plugin->sign_in_results()->failed($person, null, new Failure('interaction_required'));
        update_user_option($person, ExpiryReminder::DISMISSED, '2099-01-31 14');
        $this->be_administrator();
        $all = $this->number_of('1 = 1');

        $erased = $this->plugin->privacy()->erase($address);
        self::assertSame(['items_removed' => true, 'items_retained' => false, 'messages' => [], 'done' => true], $erased);
        self::assertSame([0, 2], [$this->number_of("user_id = $person"), $this->number_of("user_id = $other")]);
        self::assertSame($all + 1, $this->number_of('1 = 1'), 'What was done is still there, and that somebody has erased.');
        self::assertNull($this->plugin->sign_in_results()->read($person));
        self::assertFalse(get_user_option(ExpiryReminder::DISMISSED, $person));
        $noted = $this->plugin->log_table()->select('facts', 'WHERE event = %s', [Event::PERSONAL_DATA_ERASED])[0]['facts'];
        self::assertSame('{"before":{},"after":{"users":1,"entries":3}}', $noted);
        self::assertSame([], $this->plugin->privacy()->export($address)['data']);
        self::assertFalse($this->plugin->privacy()->erase($address)['items_removed'], 'Nothing is left to remove.');
    }

    public function test_whoever_erases_himself_leaves_no_new_entry(): void
    {
        [$person, $address] = $this->person();
        $this->entries($person, 1);
        wp_set_current_user($person);
        $this->plugin->privacy()->erase($address);
        self::assertSame(0, $this->number_of("user_id = $person"));
    }

    public function test_an_address_that_the_connection_needs_is_kept_and_that_is_said(): void
    {
        [, $address] = $this->person();
        $this->plugin->save_fields()->save(['username' => $address]);
        $erased = $this->plugin->privacy()->erase($address);
        self::assertSame([false, true], [$erased['items_removed'], $erased['items_retained']]);
        self::assertStringContainsString('(username)', $erased['messages'][0]);
        self::assertSame($address, $this->plugin->settings()->value('username'));
    }

    public function test_the_policy_names_the_days_of_the_contract(): void
    {
        require_once ABSPATH . 'wp-admin/includes/class-wp-privacy-policy-content.php';
        set_current_screen('dashboard');
        $GLOBALS['wp_current_filter'][] = 'admin_init';
        $this->plugin->privacy()->suggest_policy();
        array_pop($GLOBALS['wp_current_filter']);
        unset($GLOBALS['current_screen']);
        $texts = \WP_Privacy_Policy_Content::get_suggested_policy_text();
        $own = array_values(array_filter($texts, static fn (array $text): bool => str_contains($text['plugin_name'], 'Power BI')));
        self::assertStringContainsString('90 days', $own[0]['policy_text']);
        self::assertStringContainsString('30 days', $own[0]['policy_text']);
    }

    /**
     * @return array{int, string} A new user's ID and mail address.
     */
    private function person(): array
    {
        $name = 'person' . bin2hex(random_bytes(4));
        $id = wp_insert_user(['user_login' => $name, 'user_email' => "$name@shop.example", 'user_pass' => bin2hex(random_bytes(12))]);
        self::assertIsInt($id);
        return [$id, "$name@shop.example"];
    }

    private function entries(int $user_id, int $number): void
    {
        for ($i = 0; $i < $number; $i++) {
            $this->plugin->log_table()->insert([
                'kind' => 'audit', 'at' => 1_800_000_000 + $i, 'event' => Event::CLAIMED, 'user_id' => $user_id, 'source' => 'rest',
                'facts' => '{"before":{},"after":{}}',
            ]);
        }
    }

    private function number_of(string $where): int
    {
        return (int) $this->plugin->log_table()->select('COUNT(*) AS total', "WHERE $where", [])[0]['total'];
    }
}
