<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;

/**
 * What a command's exit code says. Calls no WordPress function.
 */
final class ExitCode
{
    public const OK = 0;
    public const NEEDS_ACTION = 1;
    public const BAD_INPUT = 2;
    public const MICROSOFT_NOT_REACHABLE = 3;

    /** The exit code for one of the contract's error codes. */
    public static function of(string $code, Contract $contract): int
    {
        return match ($contract->exit($code)) {
            'ok' => self::OK,
            'bad_input' => self::BAD_INPUT,
            'microsoft_not_reachable' => self::MICROSOFT_NOT_REACHABLE,
            'needs_action' => self::NEEDS_ACTION,
        };
    }

    /**
     * The exit code for several checks: what needs somebody outweighs what waiting mends.
     *
     * @param list<int> $exit_codes
     */
    public static function worst(array $exit_codes): int
    {
        foreach ([self::NEEDS_ACTION, self::BAD_INPUT, self::MICROSOFT_NOT_REACHABLE] as $exit_code) {
            if (in_array($exit_code, $exit_codes, true)) {
                return self::BAD_INPUT === $exit_code ? self::NEEDS_ACTION : $exit_code;
            }
        }
        return self::OK;
    }
}
