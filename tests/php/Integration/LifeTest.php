<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Activation, what stays in memory, removal.
 */
final class LifeTest extends WordPressTestCase
{
    public function test_of_a_connected_site_the_flag_alone_is_autoloaded(): void
    {
        $this->connect($this->plugin());
        self::assertNotSame([], $this->plugin()->rows()->starting_with('wkpbic_'));
        $loaded = array_filter(wp_load_alloptions(true), static fn (string $name): bool => str_contains($name, 'wkpbic'), ARRAY_FILTER_USE_KEY);
        self::assertSame(['wkpbic_flag'], array_keys($loaded));
        self::assertLessThanOrEqual(200, strlen($loaded['wkpbic_flag']));
    }

    public function test_a_damaged_contract_gives_a_notice_and_breaks_nothing(): void
    {
        $folder = sys_get_temp_dir() . '/wkpbic-empty-' . bin2hex(random_bytes(6));
        mkdir($folder, 0700);
        (new Plugin("$folder/wkpbic.php"))->attach();
        rmdir($folder);
        ob_start();
        do_action('admin_notices');
        self::assertStringContainsString('generated/contract.php', (string) ob_get_clean());
        remove_all_actions('admin_notices');
    }

    public function test_every_code_has_a_sentence_with_the_placeholders_it_has_values_for(): void
    {
        $sentences = $this->plugin()->messages()->all();
        $codes = array_merge(Repository::contract()->error_codes(), Repository::tables()['phrases']);
        self::assertEqualsCanonicalizing($codes, array_keys($sentences));
        foreach (Repository::tables()['errors'] as $code => $row) {
            preg_match_all('/\{([a-z_]+)\}/', $sentences[$code], $found);
            self::assertSame([], array_values(array_diff($found[1], $row['params'])), $code);
        }
    }

    public function test_a_sentence_is_filled_in_and_may_be_replaced(): void
    {
        $change = static fn (array $sentences): array => ['too_long' => '{actual} of {max}: {actual}'] + $sentences;
        add_filter('wkpbic_messages', $change);
        $sentence = $this->plugin()->messages()->sentence('too_long', ['max' => 5, 'actual' => '{max}']);
        remove_filter('wkpbic_messages', $change);
        self::assertSame('{max} of 5: {max}', $sentence);
        self::assertSame('no_such_code', $this->plugin()->messages()->sentence('no_such_code'));
    }

    public function test_removal_leaves_nothing(): void
    {
        global $wpdb;
        $options = static fn (): array => $wpdb->get_results("SELECT option_name, option_value FROM $wpdb->options ORDER BY option_name", ARRAY_N);
        $named = static fn (array $rows): array => array_filter(
            $rows,
            static fn (array $row): bool => str_contains($row[0] . $row[1], 'wkpbic_')
        );
        $this->connect($this->plugin());
        $this->start_sign_in($this->plugin(), 1);
        self::assertGreaterThan(4, count($named($options())));
        get_role('editor')->add_cap('wkpbic_manage_settings');

        define('WP_UNINSTALL_PLUGIN', 'wkpbic/wkpbic.php');
        require Repository::plugin_folder() . '/uninstall.php';

        self::assertSame([], array_values($named($options())));
        wp_roles()->for_site();
        foreach (wp_roles()->roles as $role) {
            self::assertArrayNotHasKey('wkpbic_manage_settings', $role['capabilities']);
        }
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        wp_roles()->for_site();
    }
}
