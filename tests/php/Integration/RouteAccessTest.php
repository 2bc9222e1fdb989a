<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Rest\Route;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Who may call what: every route of the table against every kind of caller. A route without a row below fails.
 */
final class RouteAccessTest extends WordPressTestCase
{
    private const CALLERS = ['anonymous', 'subscriber', 'shop manager without the right', 'administrator without a nonce', 'administrator'];

    /**
     * Route => the status for each of the callers, in their order, on a site on which nothing is stored; then the body.
     */
    private const EXPECTED = [
        'GET setup' => [401, 403, 403, 401, 200, null],
        'POST setup/fields' => [401, 403, 403, 401, 200, []],
        'POST setup/claims' => [401, 403, 403, 401, 200, ['consent' => true]],
        'POST setup/progress' => [401, 403, 403, 401, 200, ['answers' => ['account' => 'unsure']]],
        'POST setup/sign-in' => [401, 403, 403, 401, 400, []],
        'GET callback' => [303, 303, 303, 303, 303, null],
        'POST setup/preflight' => [401, 403, 403, 401, 400, ['authorize_url' => 7]],
        'POST setup/test' => [401, 403, 403, 401, 200, null],
        'POST setup/extension-fields' => [401, 403, 403, 401, 200, ['values' => []]],
        'POST setup/extension-check' => [401, 403, 403, 401, 400, ['id' => 'nobody/nothing']],
        'GET setup/support-bundle' => [401, 403, 403, 401, 200, null],
        'GET site-health' => [401, 403, 403, 401, 400, null],
        'POST setup/rotate-secret' => [401, 403, 403, 401, 400, []],
        'POST setup/site' => [401, 403, 403, 401, 200, ['choice' => 'moved']],
        'GET setup/roles' => [401, 403, 403, 401, 200, null],
        'POST setup/roles' => [401, 403, 403, 401, 200, []],
        'GET log' => [401, 403, 403, 401, 200, null],
        'GET log/export' => [401, 403, 403, 401, 200, null],
        'DELETE setup/connection' => [401, 403, 403, 401, 200, null],
    ];

    /** What each kind of access asks for. */
    private const RIGHTS = [
        'ManageSettings' => ['wkpbic_manage_settings'],
        'ViewLogs' => ['wkpbic_view_logs'],
        'ChangeRoles' => ['wkpbic_manage_settings', 'promote_users'],
        'PublicByState' => [],
    ];

    protected function tearDown(): void
    {
        remove_role('shop_manager');
        unset($_SERVER['HTTP_X_WP_NONCE']);
        $GLOBALS['wp_rest_auth_cookie'] = null;
        parent::tearDown();
    }

    public function test_every_route_has_a_row_and_every_row_a_route(): void
    {
        $routes = array_map(static fn (Route $route): string => "$route->method $route->path", self::table());
        self::assertEqualsCanonicalizing($routes, array_keys(self::EXPECTED));
    }

    public function test_every_registered_route_stands_in_the_table(): void
    {
        $registered = [];
        foreach (rest_get_server()->get_routes('wkpbic/v1') as $path => $endpoints) {
            foreach ($endpoints as $endpoint) {
                foreach (array_keys($endpoint['methods']) as $method) {
                    $registered[] = "$method $path";
                }
            }
        }
        $table = array_map(static fn (Route $route): string => "$route->method /wkpbic/v1/$route->path", self::table());
        self::assertEqualsCanonicalizing(['GET /wkpbic/v1', ...$table], $registered);
    }

    /**
     * @dataProvider cases
     */
    public function test_who_may_call(string $method, string $path, int $index): void
    {
        $row = self::EXPECTED["$method $path"] ?? self::fail("RouteAccessTest::EXPECTED has no row '$method $path'.");
        $this->be(self::CALLERS[$index]);
        $before = $this->stored();
        $response = $this->rest($method, $path, $row[5]);
        self::assertSame($row[$index], $response->get_status(), (string) json_encode($response->get_data()));
        if (in_array($row[$index], [401, 403], true)) {
            $data = json_decode((string) json_encode($response->get_data()), true);
            self::assertSame('not_allowed', $data['code']);
            self::assertSame(['status' => $row[$index], 'field' => null, 'params' => []], $data['data']);
            self::assertSame($before, $this->stored());
        }
    }

    /**
     * @return array<string, array{string, string, int}>
     */
    public function cases(): array
    {
        $cases = [];
        foreach (self::table() as $route) {
            foreach (self::CALLERS as $index => $caller) {
                $cases["$route->method $route->path, $caller"] = [$route->method, $route->path, $index];
            }
        }
        return $cases;
    }

    /**
     * @dataProvider routes
     */
    public function test_the_right_alone_opens_a_route(Route $route): void
    {
        $row = self::EXPECTED["$route->method $route->path"];
        $this->be_new('subscriber');
        foreach (self::RIGHTS[$route->access->name] as $right) {
            wp_get_current_user()->add_cap($right);
        }
        self::assertSame($row[4], $this->rest($route->method, $route->path, $row[5])->get_status());
    }

    /**
     * @dataProvider routes
     */
    public function test_every_other_right_opens_nothing(Route $route): void
    {
        $needed = self::RIGHTS[$route->access->name];
        $row = self::EXPECTED["$route->method $route->path"];
        $this->be_new('editor'); // Holds a lot, but none of these.
        foreach (array_diff(array_merge(...array_values(self::RIGHTS)), array_slice($needed, -1)) as $right) {
            wp_get_current_user()->add_cap($right);
        }
        self::assertSame([] === $needed ? $row[4] : 403, $this->rest($route->method, $route->path, $row[5])->get_status());
    }

    /**
     * @return array<string, array{Route}>
     */
    public function routes(): array
    {
        $rows = [];
        foreach (self::table() as $route) {
            $rows["$route->method $route->path"] = [$route];
        }
        return $rows;
    }

    private function be(string $caller): void
    {
        match ($caller) {
            'anonymous' => null,
            'subscriber' => $this->be_new('subscriber'),
            'shop manager without the right' => $this->be_shop_manager(),
            'administrator without a nonce' => $this->log_in_by_cookie(false),
            'administrator' => $this->log_in_by_cookie(true),
        };
    }

    /** As WooCommerce makes the role: it may do nearly everything in the shop. */
    private function be_shop_manager(): void
    {
        $rights = ['read', 'edit_posts', 'edit_others_posts', 'upload_files', 'manage_categories', 'list_users', 'manage_woocommerce'];
        add_role('shop_manager', 'Shop manager', array_fill_keys($rights, true));
        $this->be_new('shop_manager');
        self::assertTrue(current_user_can('manage_woocommerce'));
    }

    /** Goes through WordPress's own check of cookie and nonce. */
    private function log_in_by_cookie(bool $nonce): void
    {
        $this->be_administrator();
        $GLOBALS['wp_rest_auth_cookie'] = true;
        if ($nonce) {
            $_SERVER['HTTP_X_WP_NONCE'] = wp_create_nonce('wp_rest');
        }
        self::assertTrue(rest_cookie_check_errors(null));
    }

    /**
     * @return list<Route>
     */
    private static function table(): array
    {
        return (new Plugin(Repository::plugin_folder() . '/wkpbic.php'))->routes()->table();
    }

    /**
     * @return array<string, string>
     */
    private function stored(): array
    {
        return $this->plugin()->rows()->starting_with('wkpbic_');
    }
}
