<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Extension\CheckResult;
use Wkpbic\Extension\Registry;
use Wkpbic\Plugin;
use Wkpbic\SystemClock;
use WP_REST_Response;
use WP_REST_Server;

/**
 * A test with other plugins that add something to the set-up.
 */
abstract class ExtensionTestCase extends WordPressTestCase
{
    protected Plugin $plugin;

    /** How often the hook had fired when the test began. */
    protected int $fired_before;

    /** @var list<string> What developers were told. */
    protected array $told = [];

    protected function setUp(): void
    {
        parent::setUp();
        remove_all_actions('wkpbic_register_steps');
        $this->fired_before = did_action('wkpbic_register_steps');
        $this->plugin = $this->plugin();
        add_filter('doing_it_wrong_trigger_error', '__return_false');
        add_action('doing_it_wrong_run', [$this, 'hear'], 10, 2);
    }

    protected function tearDown(): void
    {
        remove_all_actions('wkpbic_register_steps');
        remove_filter('doing_it_wrong_trigger_error', '__return_false');
        remove_action('doing_it_wrong_run', [$this, 'hear'], 10);
        parent::tearDown();
    }

    public function hear(string $function, string $message): void
    {
        $this->told[] = "$function $message";
    }

    protected function assert_told(): void
    {
        self::assertNotSame([], array_filter($this->told, static fn (string $text): bool => str_starts_with($text, 'wkpbic_register_steps ')));
    }

    /**
     * @param Closure(Registry): void $callback
     */
    protected function register(Closure $callback): void
    {
        add_action('wkpbic_register_steps', $callback);
    }

    /**
     * What the page is told of extensions.
     *
     * @return array<string, mixed>
     */
    protected function bootstrap(): array
    {
        $setup = $this->plugin->setup_report()->for_user($this->be_administrator());
        return json_decode((string) json_encode($this->plugin->declarations()->for_setup($setup)), true);
    }

    /**
     * POST to a route of extensions, at a server that knows this test's plugin only.
     *
     * @param array<mixed> $body
     */
    protected function extension_rest(string $route, array $body): WP_REST_Response
    {
        $server = rest_get_server();
        try {
            $GLOBALS['wp_rest_server'] = new WP_REST_Server();
            $this->plugin->routes()->register();
            return $this->rest('POST', "setup/$route", $body);
        } finally {
            $GLOBALS['wp_rest_server'] = $server;
        }
    }

    protected static function warehouse(Registry $registry): void
    {
        $registry->add_step('my-plugin/warehouse', [
            'title' => 'Your warehouse', 'description' => 'Where goods come from.', 'after' => 'check-and-finish',
        ]);
        $registry->add_field('my-plugin/warehouse_code', [
            'step' => 'my-plugin/warehouse', 'type' => 'text', 'label' => 'Code <b>of</b> it', 'where' => 'On the door.',
            'rules' => [['kind' => 'required'], ['kind' => 'pattern', 'pattern' => '[A-Z]{2}-[0-9]+', 'more' => new \stdClass()]],
        ]);
        $registry->add_field('my-plugin/key', [
            'step' => 'my-plugin/warehouse', 'type' => 'secret', 'label' => 'Key', 'rules' => [['kind' => 'min_chars', 'min' => 8]],
        ]);
        $registry->add_field('my-plugin/kind', [
            'step' => 'check-and-finish', 'type' => 'select', 'label' => 'Kind', 'choices' => ['1' => 'One', 'b' => 'B'], 'default' => 'b',
        ]);
        $registry->add_check('my-plugin/stock', [
            'step' => 'my-plugin/warehouse', 'label' => 'Stock', 'run' => static fn (): CheckResult => CheckResult::passed(),
        ]);
        $registry->add_permissions('my-plugin/capacity', ['scopes' => ['Capacity.Read.All'], 'reason' => 'To see it.']);
        $registry->add_diagnosis('my-plugin/gateway', [
            'aadsts' => [50105], 'power_bi' => ['GatewayLost'], 'sentence' => 'The gateway sleeps.', 'actor' => 'entra_admin',
            'link' => 'https://my-plugin.example/gateway',
        ]);
    }
}
