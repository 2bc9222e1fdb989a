<?php

declare(strict_types=1);

namespace Wkpbic;

use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;

/**
 * Which roles hold which of the two rights. Administrators always hold both, so nobody can lock everybody out; a role that people get
 * by registering is not offered.
 */
final class RoleMatrix
{
    /** Name in the matrix => capability. */
    private const RIGHTS = ['manage_settings' => Capability::MANAGE_SETTINGS, 'view_logs' => Capability::VIEW_LOGS];

    private const ADMINISTRATOR = 'administrator';

    public function __construct(private readonly Journal $journal)
    {
    }

    /** Whether the current user may give rights away: who may change the settings and give people roles. */
    public function may_change(): bool
    {
        return current_user_can(Capability::MANAGE_SETTINGS) && current_user_can('promote_users');
    }

    /**
     * @return array<string, array{name: string, fixed: bool, manage_settings: bool, view_logs: bool}> Role => what it holds; `fixed` where
     *         that cannot be changed.
     */
    public function read(): array
    {
        $matrix = [];
        foreach (wp_roles()->roles as $role => $row) {
            if ($this->is_offered((string) $role, $row['capabilities'])) {
                $rights = array_map(static fn (string $capability): bool => !empty($row['capabilities'][$capability]), self::RIGHTS);
                $matrix[$role] = ['name' => translate_user_role($row['name']), 'fixed' => self::ADMINISTRATOR === $role] + $rights;
            }
        }
        return $matrix;
    }

    /**
     * Changes some of the matrix: all of what is posted, or nothing when a part of it is refused.
     *
     * @param array<mixed> $posted Role => array{manage_settings?: bool, view_logs?: bool}.
     * @throws Failure role_right_unknown, role_keeps_rights
     */
    public function write(array $posted): void
    {
        $before = $this->read();
        $after = $before;
        foreach ($posted as $role => $rights) {
            $name = mb_substr(mb_scrub((string) $role, 'UTF-8'), 0, 64, 'UTF-8');
            $known = isset($before[$role]) && is_array($rights) && [] === array_diff_key($rights, self::RIGHTS);
            if (!$known || $rights !== array_filter($rights, 'is_bool')) {
                throw new Failure('role_right_unknown', $name, ['role' => $name]);
            }
            $after[$role] = array_replace($before[$role], $rights);
            if ($before[$role]['fixed'] && in_array(false, $rights, true)) {
                throw new Failure('role_keeps_rights', $name, ['role' => $name]);
            }
        }
        // On a site without the administrator role.
        if ([] === array_filter(array_column($after, 'manage_settings')) && [] !== array_filter(array_column($before, 'manage_settings'))) {
            $last = (string) array_search(true, array_combine(array_keys($before), array_column($before, 'manage_settings')), true);
            throw new Failure('role_keeps_rights', $last, ['role' => $last]);
        }
        foreach ($after as $role => $rights) {
            if ($rights !== $before[$role]) {
                $this->apply((string) $role, $before[$role], $rights);
            }
        }
    }

    /**
     * @param array<string, bool|string> $before
     * @param array<string, bool|string> $after
     */
    private function apply(string $role, array $before, array $after): void
    {
        foreach (self::RIGHTS as $right => $capability) {
            if ($before[$right] !== $after[$right]) {
                $after[$right] ? get_role($role)?->add_cap($capability) : get_role($role)?->remove_cap($capability);
            }
        }
        $this->journal->audit(Event::ROLES_CHANGED, ['role' => $role] + $before, ['role' => $role] + $after);
    }

    /**
     * @param array<string, bool> $capabilities
     */
    private function is_offered(string $role, array $capabilities): bool
    {
        if (self::ADMINISTRATOR === $role || [] !== array_filter(array_intersect_key($capabilities, array_flip(self::RIGHTS)))) {
            return true;
        }
        return !empty($capabilities['edit_posts']) && $role !== get_option('default_role');
    }
}
