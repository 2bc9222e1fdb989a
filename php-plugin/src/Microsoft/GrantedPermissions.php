<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;

/**
 * What a token grants beside what was wanted.
 *
 * The core's permission.rs compares in the same way, and tests/vectors/permissions.json holds both to one truth. Calls no
 * WordPress function.
 */
final class GrantedPermissions
{
    /** Entra's own answers hold a handful. */
    private const MAX_SCOPES = 200;
    private const MAX_SCOPE_CHARS = 120;

    /**
     * @param list<string> $granted Wanted permissions that the token has, by their names in the portal.
     * @param list<string> $missing Wanted permissions that it lacks.
     * @param list<string> $excess What it has beyond that, as Microsoft wrote it.
     */
    private function __construct(
        public readonly array $granted,
        public readonly array $missing,
        public readonly array $excess
    ) {
    }

    /**
     * @param string $scope The `scope` of a token answer: blank-separated, with or without prefix, in any case.
     * @param list<string>|null $wanted Names of permissions; null: those of the contract.
     * @param list<string> $of_extensions What other plugins have said that they need: not wanted here, and not too much.
     */
    public static function in(string $scope, Contract $contract, ?array $wanted = null, array $of_extensions = []): self
    {
        $wanted ??= $contract->permissions();
        $found = [];
        foreach (array_slice((array) preg_split('/[\t\n\f\r ]+/', $scope, -1, PREG_SPLIT_NO_EMPTY), 0, self::MAX_SCOPES) as $one) {
            $slash = strrpos((string) $one, '/');
            $short = false === $slash ? (string) $one : substr((string) $one, $slash + 1);
            $found[] = mb_substr(mb_scrub($short, 'UTF-8'), 0, self::MAX_SCOPE_CHARS, 'UTF-8');
        }
        $lower = array_map('strtolower', $found);
        // Write permissions include reading.
        $covered = [...$lower, ...str_replace('.readwrite.', '.read.', $lower)];
        $has = static fn (string $name): bool => in_array(strtolower($name), $covered, true);
        $known = ['', ...array_map('strtolower', [...$wanted, ...$of_extensions]), ...$contract->harmless_scopes()];
        $excess = [];
        foreach ($found as $at => $one) {
            if (!in_array($lower[$at], $known, true)) {
                $excess[$lower[$at]] ??= $one;
            }
        }
        return new self(
            array_values(array_filter($wanted, $has)),
            array_values(array_filter($wanted, static fn (string $name): bool => !$has($name))),
            array_values($excess)
        );
    }
}
