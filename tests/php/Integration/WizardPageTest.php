<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Admin\Assets;
use Wkpbic\Admin\HelpTabs;
use Wkpbic\Admin\WizardPage;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

final class WizardPageTest extends WordPressTestCase
{
    private string $folder;
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        // A plugin folder of its own, so that the test does not depend on what has been built.
        $this->folder = sys_get_temp_dir() . '/wkpbic-page-' . bin2hex(random_bytes(6));
        mkdir("$this->folder/build", 0700, true);
        symlink(\Wkpbic\Tests\Support\Repository::plugin_folder() . '/generated', "$this->folder/generated");
        $modules = ['core.js', 'core_bg.wasm', 'kit.js', 'kit_bg.wasm'];
        foreach ([...$modules, 'wizard.js', 'wizard.css', 'pages.js', 'pages.css', 'pages.asset.php'] as $file) {
            touch("$this->folder/build/$file");
        }
        file_put_contents(
            "$this->folder/build/wizard.asset.php",
            "<?php return array('dependencies' => array('wp-element', 'wp-i18n'), 'version' => 'v1');"
        );
        $this->plugin = new Plugin("$this->folder/wkpbic.php");
        $this->be_administrator();
    }

    protected function tearDown(): void
    {
        array_map('unlink', (array) glob("$this->folder/build/*"));
        rmdir("$this->folder/build");
        unlink("$this->folder/generated");
        rmdir($this->folder);
        wp_dequeue_script(Assets::HANDLE);
        wp_deregister_script(Assets::HANDLE);
        wp_dequeue_style(Assets::HANDLE);
        wp_deregister_style(Assets::HANDLE);
        unset($_GET['step']);
        parent::tearDown();
    }

    public function test_the_menu_entry_leads_to_the_registered_address(): void
    {
        $this->plugin->wizard_page()->add_menu();
        self::assertSame(admin_url('admin.php?page=wkpbic-setup-wizard'), html_entity_decode(menu_page_url('wkpbic-setup-wizard', false)));
        $entry = array_values(array_filter($GLOBALS['menu'], static fn (array $row): bool => 'wkpbic-setup-wizard' === $row[2]))[0];
        self::assertSame('wkpbic_manage_settings', $entry[1]);
        self::assertNotFalse(has_action('load-toplevel_page_wkpbic-setup-wizard'));
        self::assertFalse(has_action('admin_enqueue_scripts', [WizardPage::class, 'enqueue']));
    }

    public function test_the_help_tabs_hold_plain_paragraphs(): void
    {
        $screen = \WP_Screen::get('wkpbic-test');
        (new HelpTabs())->add_to($screen);
        (new HelpTabs())->add_to(null);
        self::assertSame(
            ['wkpbic-overview', 'wkpbic-scorecard', 'wkpbic-secrets', 'wkpbic-stuck'],
            array_keys($screen->get_help_tabs())
        );
        foreach ($screen->get_help_tabs() as $tab) {
            self::assertNotSame('', $tab['title']);
            self::assertMatchesRegularExpression('~^(<p>[^<>]+</p>)+$~', $tab['content'], $tab['id']);
        }
        $screen->remove_help_tabs();
    }

    public function test_the_page_holds_the_element_for_the_wizard(): void
    {
        $html = $this->render();
        self::assertStringContainsString('<div id="wkpbic-setup-wizard"><noscript>', $html);
        self::assertStringNotContainsString('notice-error', $html);
    }

    /**
     * @dataProvider build_files
     */
    public function test_a_missing_file_is_named(string $file): void
    {
        unlink("$this->folder/build/$file");
        $html = $this->render();
        self::assertStringContainsString($file, $html);
        self::assertStringContainsString('notice-error', $html);
        self::assertStringNotContainsString('id="wkpbic-setup-wizard"', $html);
    }

    /**
     * @return list<array{string}>
     */
    public function build_files(): array
    {
        return [
            ['core.js'], ['core_bg.wasm'], ['kit.js'], ['kit_bg.wasm'], ['wizard.js'], ['wizard.css'], ['wizard.asset.php'],
            ['pages.js'], ['pages.css'], ['pages.asset.php'],
        ];
    }

    /**
     * @dataProvider steps
     */
    public function test_the_step_is_held_within_the_steps_there_are(mixed $asked, int $step): void
    {
        $_GET['step'] = $asked;
        self::assertSame($step, $this->plugin->wizard_page()->step());
    }

    /**
     * @return list<array{mixed, int}>
     */
    public function steps(): array
    {
        return [['1', 1], ['4', 4], ['5', 4], ['0', 1], ['-3', 1], ['x', 1], ['', 1], [['2'], 1], ['2.5', 1], ['99999999999999999999', 1]];
    }

    public function test_the_files_are_enqueued_with_what_the_bundler_asks_for(): void
    {
        $this->plugin->assets()->enqueue('wizard', Assets::HANDLE, 'window.x = 1;');
        $script = wp_scripts()->registered[Assets::HANDLE];
        self::assertSame(['wp-element', 'wp-i18n'], $script->deps);
        self::assertSame('v1', $script->ver);
        self::assertContains('window.x = 1;', $script->extra['before']);
        self::assertSame(['wp-components'], wp_styles()->registered[Assets::HANDLE]->deps);
    }

    public function test_what_javascript_gets(): void
    {
        $values = json_decode((string) json_encode($this->plugin->bootstrap()->values(2, 1)), true);
        self::assertSame(
            [
                'contract_hash', 'plugin_version', 'core', 'kit', 'rest', 'step', 'site', 'development_microsoft_url', 'messages', 'setup',
                'extensions',
            ],
            array_keys($values)
        );
        self::assertSame('0.1.0', $values['plugin_version']);
        self::assertStringContainsString('/build/core_bg.wasm?ver=', $values['core']['wasm']);
        self::assertStringContainsString('/build/core.js?ver=', $values['core']['glue']);
        self::assertStringContainsString('/build/kit_bg.wasm?ver=', $values['kit']['wasm']);
        self::assertStringContainsString('/build/kit.js?ver=', $values['kit']['glue']);
        self::assertSame(['namespace' => 'wkpbic/v1'], $values['rest']);
        self::assertSame(2, $values['step']);
        self::assertSame('http://localhost:8889/wp-admin/', $values['site']['admin_url']);
        self::assertSame(StandIn::running()->url, $values['development_microsoft_url']);
        self::assertSame($values['contract_hash'], $values['setup']['contract_hash']);
    }

    public function test_the_name_of_the_shop_is_handed_over_as_people_read_it(): void
    {
        update_option('blogname', 'Joe\'s & Söhne "Café" <b>');
        self::assertSame('Joe\'s & Söhne "Café" <b>', $this->plugin->bootstrap()->values(2, 1)['site']['name']);
    }

    public function test_the_statement_cannot_end_its_script_element(): void
    {
        $this->plugin->rows()->write([\Wkpbic\Storage\Settings::OPTION => (string) json_encode(['client_id' => '</script><!--<script>\'"&'])]);
        $script = $this->plugin->bootstrap()->script(1, 1);
        self::assertStringStartsWith('window.wkpbicBootstrap = {', $script);
        self::assertDoesNotMatchRegularExpression('/[<>&\']/', $script);
        $json = json_decode(substr($script, strlen('window.wkpbicBootstrap = '), -1), true);
        self::assertSame('</script><!--<script>\'"&', $json['setup']['fields']['client_id']['value']);
    }

    public function test_version_numbers_agree(): void
    {
        $folder = \Wkpbic\Tests\Support\Repository::plugin_folder();
        $header = get_plugin_data("$folder/wkpbic.php", false, false);
        self::assertSame(Plugin::VERSION, $header['Version']);
        self::assertSame(['wkpbic', '6.8', '8.1'], [$header['TextDomain'], $header['RequiresWP'], $header['RequiresPHP']]);
        self::assertStringContainsString('Stable tag: ' . Plugin::VERSION . "\n", (string) file_get_contents("$folder/readme.txt"));
    }

    private function render(): string
    {
        ob_start();
        $this->plugin->wizard_page()->render();
        return (string) ob_get_clean();
    }
}
