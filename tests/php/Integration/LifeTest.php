<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What stays in memory, what a damaged installation does, and the sentences.
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

    protected function tearDown(): void
    {
        parent::tearDown();
        wp_roles()->for_site();
    }
}
