<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Capability;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;

/** The pages of wp-admin beside the wizard's. */
final class ScreenPagesTest extends WordPressTestCase
{
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = new Plugin(Repository::plugin_folder() . '/wkpbic.php');
        $this->be_administrator();
        wp_get_current_user()->add_cap(Capability::VIEW_LOGS);
    }

    protected function tearDown(): void
    {
        unset($GLOBALS['menu'], $GLOBALS['submenu']);
        parent::tearDown();
    }

    public function test_each_page_stands_under_the_wizard_s_entry_behind_a_right_of_its_own(): void
    {
        $this->plugin->wizard_page()->add_menu();
        foreach ($this->plugin->screen_pages() as $page) {
            $page->add_menu();
        }
        $this->plugin->help_page()->add_menu();
        $entries = array_column($GLOBALS['submenu']['wkpbic-setup-wizard'], 1, 2);
        self::assertSame([
            'wkpbic-setup-wizard' => Capability::MANAGE_SETTINGS,
            'wkpbic-connection' => Capability::MANAGE_SETTINGS,
            'wkpbic-log' => Capability::VIEW_LOGS,
            'wkpbic-help' => Capability::MANAGE_SETTINGS,
        ], $entries);
    }

    public function test_who_reads_the_log_is_told_nothing_of_the_set_up(): void
    {
        self::assertSame(
            ['screen', 'rest', 'site', 'messages', 'events'],
            array_keys($this->plugin->bootstrap()->log_values())
        );
    }

    public function test_the_help_has_a_place_for_every_code_that_a_link_can_name(): void
    {
        ob_start();
        $this->plugin->help_page()->render();
        $html = (string) ob_get_clean();
        preg_match_all('/<section id="([a-z0-9_]+)"/', $html, $places);
        self::assertEqualsCanonicalizing(Repository::contract()->error_codes(), $places[1]);
        self::assertStringContainsString('AADSTS7000222', $html);
        self::assertDoesNotMatchRegularExpression('/\{[a-z_]+\}/', $html, 'A placeholder without its value.');
    }

    public function test_who_reads_the_log_may_read_what_its_codes_mean(): void
    {
        $this->be_new('editor');
        wp_get_current_user()->add_cap(Capability::VIEW_LOGS);
        $this->plugin->wizard_page()->add_menu();
        $this->plugin->help_page()->add_menu();
        self::assertContains(
            ['wkpbic-help', Capability::VIEW_LOGS],
            array_map(static fn (array $entry): array => [$entry[2], $entry[1]], $GLOBALS['submenu']['wkpbic-setup-wizard'])
        );
    }

    public function test_a_page_without_its_files_names_them(): void
    {
        $folder = sys_get_temp_dir() . '/wkpbic-screens-' . bin2hex(random_bytes(6));
        mkdir($folder);
        symlink(Repository::plugin_folder() . '/generated', "$folder/generated");
        ob_start();
        (new Plugin("$folder/wkpbic.php"))->screen_pages()[0]->render();
        $html = (string) ob_get_clean();
        unlink("$folder/generated");
        rmdir($folder);
        self::assertStringContainsString('pages.js', $html);
        self::assertStringNotContainsString('id="wkpbic-page"', $html);
    }
}
