<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

use SensitiveParameter;

/**
 * Whether a text is an absolute https address with a host that browsers open ("host parser" of the WHATWG's URL standard), ASCII only and
 * without a user name; the core's host.rs reads hosts alike. Calls no WordPress function.
 */
final class HttpsUrl
{
    public static function is(#[SensitiveParameter] string $text): bool
    {
        if (1 !== preg_match('~\Ahttps://([!-.0-Z\x5B-\x7E]*)(?:/[!-\~]*)?\z~i', self::before_query($text), $match)) {
            return false;
        }
        $is_plain = 1 === preg_match('/\A[!-~]*\z/', $text);
        return $is_plain && 1 === preg_match('/\A([^@:\[\]]+|\[[^\]]*\])(?::([0-9]*))?\z/', $match[1], $part)
            && (!isset($part[2]) || '' === $part[2] || (int) substr(ltrim($part[2], '0'), 0, 6) <= 65535)
            && self::is_host($part[1]);
    }

    private static function before_query(#[SensitiveParameter] string $text): string
    {
        return substr($text, 0, strcspn($text, '?#'));
    }

    private static function is_host(#[SensitiveParameter] string $host): bool
    {
        if (str_starts_with($host, '[')) {
            return false !== filter_var(substr($host, 1, -1), FILTER_VALIDATE_IP, FILTER_FLAG_IPV6);
        }
        if (1 === preg_match('/[#%\/:<>?@[\\\\\]^|]/', $host)) {
            return false;
        }
        $labels = explode('.', str_ends_with($host, '.') ? substr($host, 0, -1) : $host);
        $last = (string) end($labels);
        return 1 === preg_match('/\A[0-9]+\z/', $last) || null !== self::number($last) ? self::is_ipv4($labels) : true;
    }

    /**
     * One to four numbers, the last of which fills what is left of four bytes.
     *
     * @param list<string> $labels
     */
    private static function is_ipv4(array $labels): bool
    {
        $last = count($labels) - 1;
        foreach ($labels as $place => $label) {
            $number = self::number($label);
            if (null === $number || $number >= 256 ** ($place === $last ? 4 - $place : 1)) {
                return false;
            }
        }
        return $last < 4;
    }

    /** Decimal, hexadecimal after `0x`, octal after `0`; `0x` alone is zero. */
    private static function number(string $text): ?int
    {
        $number = match (true) {
            1 === preg_match('/\A0x([0-9a-f]*)\z/i', $text, $match) => hexdec('' === $match[1] ? '0' : $match[1]),
            1 === preg_match('/\A0[0-7]+\z/', $text) => octdec($text),
            1 === preg_match('/\A(?:0|[1-9][0-9]*)\z/', $text) => (float) $text,
            default => null,
        };
        return null === $number || $number >= 2 ** 32 ? null : (int) $number;
    }
}
