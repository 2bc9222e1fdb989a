<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\GrantedPermissions;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\Settings;

/**
 * The checks after sign-in, each standing on the ones before: token, account, permissions, Power BI, licence, workspaces. A rung
 * that does not hold names the one next action; a later one that cannot be known then is skipped. Reads only.
 *
 * Calls no WordPress function.
 */
final class Ladder
{
    public const TOKEN = 'token';
    public const ACCOUNT = 'account';
    public const PERMISSIONS = 'permissions_granted';
    public const POWER_BI = 'power_bi';
    public const LICENCE = 'licence';
    public const WORKSPACES = 'workspaces';

    /** From the lowest rung to the highest. */
    public const RUNGS = [self::TOKEN, self::ACCOUNT, self::PERMISSIONS, self::POWER_BI, self::LICENCE, self::WORKSPACES];

    /** What Power BI's two statuses of refusal become when nothing else is said. */
    private const SILENT = ['power_bi_token_refused', 'power_bi_forbidden'];

    /**
     * @param Closure(): list<string> $of_extensions Names of the permissions that other plugins need.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly TokenBroker $broker,
        private readonly PowerBi $power_bi,
        private readonly WorkspaceRoles $roles,
        private readonly Clock $clock,
        private readonly Closure $of_extensions
    ) {
    }

    /**
     * The last rung's evidence holds the workspaces, where Power BI listed any.
     *
     * @return list<ProbeResult> One for each of RUNGS.
     */
    public function climb(): array
    {
        $begun = $this->clock->milliseconds();
        try {
            $token = $this->broker->access_token();
        } catch (Failure $failure) {
            return [
                ProbeResult::failed(self::TOKEN, $failure)->after($this->clock->milliseconds() - $begun),
                ...self::skipped(self::ACCOUNT),
            ];
        }
        $state = $this->broker->state();
        $is_app = 'service_principal' === $state->method;
        $permissions = $is_app ? ProbeResult::skipped(self::PERMISSIONS) : $this->permissions($state->scopes);
        return [
            ProbeResult::passed(self::TOKEN, [
                'method' => $state->method,
                'expires_at' => $state->access_token_expires_at,
            ])->after($this->clock->milliseconds() - $begun),
            $this->account($is_app, $state->username),
            $permissions,
            ...$this->power_bi($token, $is_app, ProbeResult::FAILED === $permissions->state),
        ];
    }

    /**
     * That the directory is the one typed is settled before: a sign-in whose ID token names another is refused, and tokens are void
     * as soon as client, directory, cloud or account change.
     */
    private function account(bool $is_app, ?string $signed_in): ProbeResult
    {
        $values = $this->settings->values();
        $evidence = ['tenant_id' => $values['tenant_id'], 'client_id' => $values['client_id']];
        if ($is_app) {
            return ProbeResult::passed(self::ACCOUNT, $evidence);
        }
        $evidence['signed_in'] = $signed_in;
        if (null === $signed_in) {
            return ProbeResult::unknown(self::ACCOUNT, null, $evidence);
        }
        $typed = $values['username'];
        return '' === $typed || mb_strtolower($typed, 'UTF-8') === mb_strtolower($signed_in, 'UTF-8')
            ? ProbeResult::passed(self::ACCOUNT, $evidence)
            : ProbeResult::failed(
                self::ACCOUNT,
                new Failure('account_differs', 'username', ['signed_in' => $signed_in, 'typed' => $typed]),
                $evidence
            );
    }

    /**
     * @param list<string>|null $scopes Null where Microsoft does not say, which means all that was asked for (RFC 6749 section 5.1).
     */
    private function permissions(?array $scopes): ProbeResult
    {
        if (null === $scopes) {
            return ProbeResult::passed(self::PERMISSIONS, ['granted' => $this->contract->permissions(), 'missing' => [], 'excess' => []]);
        }
        $found = GrantedPermissions::in(implode(' ', $scopes), $this->contract, null, ($this->of_extensions)());
        $evidence = ['granted' => $found->granted, 'missing' => $found->missing, 'excess' => $found->excess];
        return [] === $found->missing
            ? ProbeResult::passed(self::PERMISSIONS, $evidence)
            : ProbeResult::failed(
                self::PERMISSIONS,
                new Failure('permissions_not_granted', null, ['permissions' => implode(', ', $found->missing)]),
                $evidence
            );
    }

    /**
     * @return list<ProbeResult> The rungs from POWER_BI on.
     */
    private function power_bi(Secret $token, bool $is_app, bool $lacks_permissions): array
    {
        [$groups, $took] = $this->timed(fn (): array|Failure => $this->groups());
        if ($groups instanceof Failure) {
            $results = $this->refused($groups, $is_app, $lacks_permissions);
            return [$results[0]->after($took), ...array_slice($results, 1)];
        }
        [$workspaces, $looked] = $this->timed(fn (): ProbeResult => $this->workspaces($groups, $token, $is_app));
        return [
            ProbeResult::passed(self::POWER_BI)->after($took),
            // Which licence it is, Power BI does not say: workspaces are listed for a free one too.
            $is_app ? ProbeResult::skipped(self::LICENCE) : ProbeResult::passed(self::LICENCE, ['kind' => 'unknown']),
            $workspaces->after($looked),
        ];
    }

    /**
     * What a refusal of the list of workspaces says, and what it leaves open.
     *
     * @return list<ProbeResult> The rungs from POWER_BI on.
     */
    private function refused(Failure $failure, bool $is_app, bool $lacks_permissions): array
    {
        $named = $failure->microsoft['error'] ?? '';
        $evidence = '' === $named ? [] : ['said' => $named];
        $answers = ProbeResult::passed(self::POWER_BI);
        if ('' === $named && in_array($failure->error_code, self::SILENT, true)) {
            // A status without a word: licence, tenant setting, workspace or token, nobody can tell which.
            $status = 'power_bi_token_refused' === $failure->error_code ? 401 : 403;
            $silent = new Failure('power_bi_refused_silently', null, ['status' => $status]);
            return [
                ProbeResult::failed(self::POWER_BI, $silent, ['status' => $status]),
                $is_app ? ProbeResult::skipped(self::LICENCE) : ProbeResult::unknown(self::LICENCE),
                ProbeResult::skipped(self::WORKSPACES),
            ];
        }
        return match ($failure->error_code) {
            'power_bi_no_licence' => [
                $answers,
                ProbeResult::failed(self::LICENCE, $failure, $evidence),
                ProbeResult::skipped(self::WORKSPACES),
            ],
            // It speaks of the right to the list, not of the licence; and a missing permission further down explains it.
            'power_bi_forbidden' => [
                $answers,
                $is_app ? ProbeResult::skipped(self::LICENCE) : ProbeResult::unknown(self::LICENCE),
                $lacks_permissions ? ProbeResult::skipped(self::WORKSPACES) : ProbeResult::failed(self::WORKSPACES, $failure, $evidence),
            ],
            default => [ProbeResult::failed(self::POWER_BI, $failure, $evidence), ...self::skipped(self::LICENCE)],
        };
    }

    /**
     * @param list<array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}> $groups
     */
    private function workspaces(array $groups, Secret $token, bool $is_app): ProbeResult
    {
        if ([] === $groups) {
            return ProbeResult::failed(self::WORKSPACES, new Failure('power_bi_no_workspace'), ['workspaces' => []]);
        }
        $account = $is_app ? null : $this->broker->state()->username;
        $evidence = ['workspaces' => $this->roles->add_to($groups, $token, $account, $is_app)];
        $may_write = array_map(self::may_write(...), $evidence['workspaces']);
        return match (true) {
            in_array(true, $may_write, true) => ProbeResult::passed(self::WORKSPACES, $evidence),
            in_array(null, $may_write, true) => ProbeResult::unknown(self::WORKSPACES, null, $evidence),
            default => ProbeResult::failed(self::WORKSPACES, new Failure('power_bi_read_only'), $evidence),
        };
    }

    /**
     * @param array{role: string|null, is_read_only: bool} $workspace
     * @return bool|null Null where nobody can tell.
     */
    private static function may_write(array $workspace): ?bool
    {
        return match (true) {
            null !== $workspace['role'] => PowerBi::READ_ONLY_ROLE !== $workspace['role'],
            $workspace['is_read_only'] => false,
            default => null,
        };
    }

    /**
     * @return list<array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}>|Failure
     */
    private function groups(): array|Failure
    {
        try {
            return $this->power_bi->groups();
        } catch (Failure $failure) {
            return $failure;
        }
    }

    /**
     * @template T
     * @param Closure(): T $action
     * @return array{T, int} What it gave, and the milliseconds it took.
     */
    private function timed(Closure $action): array
    {
        $begun = $this->clock->milliseconds();
        $result = $action();
        return [$result, $this->clock->milliseconds() - $begun];
    }

    /**
     * @return list<ProbeResult> From that rung on.
     */
    private static function skipped(string $from): array
    {
        return array_map(ProbeResult::skipped(...), array_slice(self::RUNGS, (int) array_search($from, self::RUNGS, true)));
    }
}
