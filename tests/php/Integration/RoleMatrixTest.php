<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Capability;
use Wkpbic\Log\Event;
use Wkpbic\Plugin;
use Wkpbic\RoleMatrix;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Who may be given which right, and that somebody always keeps it.
 */
final class RoleMatrixTest extends WordPressTestCase
{
    private Plugin $plugin;
    private RoleMatrix $matrix;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->matrix = $this->plugin->role_matrix();
        wp_roles()->for_site();
        add_role('shop_manager', 'Shop manager', ['read' => true, 'edit_posts' => true]);
        add_role('customer', 'Customer', ['read' => true]);
    }

    protected function tearDown(): void
    {
        parent::tearDown();
        wp_roles()->for_site();
    }

    public function test_roles_that_work_in_wp_admin_are_offered_and_others_are_not(): void
    {
        $matrix = $this->matrix->read();
        self::assertSame(['administrator', 'editor', 'author', 'contributor', 'shop_manager'], array_keys($matrix));
        self::assertSame(
            ['name' => 'Administrator', 'fixed' => true, 'manage_settings' => true, 'view_logs' => true],
            $matrix['administrator']
        );
        self::assertSame(
            ['name' => 'Shop manager', 'fixed' => false, 'manage_settings' => false, 'view_logs' => false],
            $matrix['shop_manager']
        );
    }

    public function test_a_role_that_people_get_by_registering_is_not_offered(): void
    {
        update_option('default_role', 'contributor');
        self::assertArrayNotHasKey('contributor', $this->matrix->read());
    }

    public function test_a_right_is_given_taken_and_noted(): void
    {
        $this->matrix->write(['shop_manager' => ['view_logs' => true]]);
        $this->be_new('shop_manager');
        self::assertSame([false, true], [$this->plugin->capability()->held(), $this->plugin->capability()->held(Capability::VIEW_LOGS)]);
        $this->matrix->write(['shop_manager' => ['view_logs' => false, 'manage_settings' => true], 'editor' => []]);
        self::assertSame([true, false], array_values(array_intersect_key(
            $this->matrix->read()['shop_manager'],
            ['manage_settings' => 1, 'view_logs' => 1]
        )));
        $rows = $this->plugin->log_table()->select('facts', 'WHERE event = %s ORDER BY id DESC LIMIT 2', [Event::ROLES_CHANGED]);
        self::assertSame([
            '{"before":{"role":"shop_manager","manage_settings":false,"view_logs":true},'
                . '"after":{"role":"shop_manager","manage_settings":true,"view_logs":false}}',
            '{"before":{"role":"shop_manager","manage_settings":false,"view_logs":false},'
                . '"after":{"role":"shop_manager","manage_settings":false,"view_logs":true}}',
        ], array_column((array) $rows, 'facts'));
    }

    public function test_administrators_cannot_lock_everybody_out(): void
    {
        $before = $this->matrix->read();
        $alone = ['administrator' => ['manage_settings' => false]];
        $beside = ['editor' => ['view_logs' => true], 'administrator' => ['view_logs' => false]];
        foreach ([$alone, $beside] as $posted) {
            $failure = self::failure(fn () => $this->matrix->write($posted));
            self::assertSame(['role_keeps_rights', ['role' => 'administrator']], [$failure->error_code, $failure->params]);
        }
        self::assertSame($before, $this->matrix->read(), 'a refused part refuses all');
        $this->matrix->write(['administrator' => ['manage_settings' => true]]);
        self::assertSame($before, $this->matrix->read());
    }

    public function test_without_administrators_the_last_role_keeps_the_right(): void
    {
        $this->matrix->write(['editor' => ['manage_settings' => true]]);
        remove_role('administrator');
        $failure = self::failure(fn () => $this->matrix->write(['editor' => ['manage_settings' => false]]));
        self::assertSame(['role_keeps_rights', ['role' => 'editor']], [$failure->error_code, $failure->params]);
        $this->matrix->write(['author' => ['manage_settings' => true], 'editor' => ['manage_settings' => false]]);
        self::assertFalse($this->matrix->read()['editor']['manage_settings'] ?? false);
    }

    /**
     * @dataProvider hostile
     * @param array<mixed> $posted
     */
    public function test_what_is_no_role_or_no_right_is_refused(array $posted): void
    {
        $before = $this->matrix->read();
        self::assertSame('role_right_unknown', self::failure(fn () => $this->matrix->write($posted))->error_code);
        self::assertSame($before, $this->matrix->read());
    }

    /**
     * @return list<array{array<mixed>}>
     */
    public function hostile(): array
    {
        return [
            [['no_such_role' => ['view_logs' => true]]], [['subscriber' => ['view_logs' => true]]], [['customer' => ['manage_settings' => true]]],
            [['editor' => ['manage_options' => true]]], [['editor' => true]], [['editor' => null]], [['editor' => ['view_logs' => 'true']]],
            [['editor' => ['view_logs' => 1]]], [['editor' => ['view_logs' => true], 7 => ['view_logs' => true]]], [["\xFF" => []]],
            [[str_repeat('x', 300) => ['view_logs' => true]]],
        ];
    }

    public function test_only_who_may_give_people_roles_may_change_it(): void
    {
        self::assertFalse($this->matrix->may_change());
        $this->matrix->write(['shop_manager' => ['manage_settings' => true]]);
        $this->be_new('shop_manager');
        self::assertFalse($this->matrix->may_change(), 'or a shop manager could give the right to everybody');
        $this->be_administrator();
        self::assertTrue($this->matrix->may_change());
    }
}
