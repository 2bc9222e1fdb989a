<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Contract;

/**
 * The forms that a stored value must have to be shown to strangers; whatever has another one becomes null. No secret fits one of
 * them. Calls no WordPress function.
 */
final class Form
{
    private const ID = '/\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z/i';
    private const DOMAIN = '/\A(?=.{4,253}\z)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+\z/i';

    /** A word of ours: small letters and `_`. */
    public static function word(mixed $value): ?string
    {
        return self::matching('/\A[a-z_]{1,32}\z/', $value);
    }

    /** An ID of Microsoft's. */
    public static function id(mixed $value): ?string
    {
        return self::matching(self::ID, $value);
    }

    /** A directory: its ID or its domain. */
    public static function tenant(mixed $value): ?string
    {
        return self::id($value) ?? self::domain($value);
    }

    public static function domain(mixed $value): ?string
    {
        return self::matching(self::DOMAIN, $value);
    }

    /** YYYY-MM-DD. */
    public static function date(mixed $value): ?string
    {
        return self::matching('/\A\d{4}-\d\d-\d\d\z/', $value);
    }

    public static function number(mixed $value): ?int
    {
        return is_int($value) ? $value : null;
    }

    /** An error code of the contract. */
    public static function code(mixed $value, Contract $contract): ?string
    {
        return is_string($value) && $contract->has_error($value) ? $value : null;
    }

    /** The kind of address that was called, as the log has it, or an event of the audit trail. */
    public static function event(mixed $value): ?string
    {
        return self::matching('#\A(?:[A-Za-z_-]{1,32}|\{id\})(?:/(?:[A-Za-z_-]{1,32}|\{id\})){0,7}\z#', $value);
    }

    private static function matching(string $pattern, mixed $value): ?string
    {
        return is_string($value) && 1 === preg_match($pattern, $value) ? $value : null;
    }
}
