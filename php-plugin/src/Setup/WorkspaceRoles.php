<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\ParallelCalls;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Security\Secret;

/**
 * Finds the connection's own role in workspaces: a call each, side by side, for the first few of them.
 *
 * Power BI does not say "your role is"; it lists who is in a workspace. Somebody who is in by way of a group is not found, and the
 * role stays unknown. Calls no WordPress function itself.
 */
final class WorkspaceRoles
{
    public function __construct(
        private readonly Contract $contract,
        private readonly PowerBi $power_bi,
        private readonly ParallelCalls $calls
    ) {
    }

    /**
     * @param list<array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}> $groups
     * @param string|null $account Who signed in, if Microsoft said so.
     * @param bool $is_app Whether the app itself is connected, and no person.
     * @return list<array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool, role: string|null}>
     */
    public function add_to(array $groups, Secret $access_token, ?string $account, bool $is_app): array
    {
        $tasks = [];
        if ($is_app || null !== $account) {
            foreach (array_slice($groups, 0, $this->contract->limit('role_workspaces_max')) as $at => $group) {
                $tasks["workspace $at"] = $this->lookup($group['id'], $access_token, $account, $is_app);
            }
        }
        $roles = $this->calls->run(
            $tasks,
            1000 * $this->contract->limit('check_timeout_seconds'),
            1000 * $this->contract->limit('checks_together_seconds')
        );
        $with_role = [];
        foreach ($groups as $at => $group) {
            $with_role[] = $group + ['role' => $roles["workspace $at"] ?? null];
        }
        return $with_role;
    }

    /**
     * @return Closure(): (string|null)
     */
    private function lookup(string $group_id, Secret $access_token, ?string $account, bool $is_app): Closure
    {
        return function () use ($group_id, $access_token, $account, $is_app): ?string {
            try {
                $members = $this->power_bi->members($group_id, $access_token);
            } catch (Failure) {
                return null;
            }
            return $is_app ? self::role_of_app($members) : self::role_of_person($members, (string) $account);
        };
    }

    /**
     * @param list<array{role: string, kind: string, account: string}> $members
     */
    private static function role_of_person(array $members, string $account): ?string
    {
        foreach ($members as $member) {
            if ('User' === $member['kind'] && mb_strtolower($account, 'UTF-8') === $member['account']) {
                return $member['role'];
            }
        }
        return null;
    }

    /**
     * An app stands there under an ID that is nowhere in the set-up. Where it is the only app and no group could hold another one, the
     * one that was let in is the one that asks.
     *
     * @param list<array{role: string, kind: string, account: string}> $members
     */
    private static function role_of_app(array $members): ?string
    {
        $apps = array_values(array_filter($members, static fn (array $member): bool => 'App' === $member['kind']));
        $is_only_one = 1 === count($apps) && !in_array('Group', array_column($members, 'kind'), true);
        return $is_only_one ? $apps[0]['role'] : null;
    }
}
