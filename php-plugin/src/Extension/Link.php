<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

/**
 * Links that extensions give. Calls no WordPress function.
 */
final class Link
{
    private const MOST_CHARACTERS = 2000;

    /** Whether it is a web address in ASCII, which may stand in an `href`. */
    public static function is(mixed $link): bool
    {
        return is_string($link)
            && strlen($link) <= self::MOST_CHARACTERS
            && 1 === preg_match('~\Ahttps?://[A-Za-z0-9\[][!-\~]*\z~', $link)
            && 0 === preg_match('~["\'<>\\\\^`{|}]|//[^/]*@~', $link);
    }
}
