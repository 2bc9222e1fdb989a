<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

/**
 * What may stand in a pattern of an extension; the core's pattern.rs has the same two questions. Calls no WordPress function.
 */
final class PatternDialect
{
    private const STATE_BYTES = 32;
    private const RANGE_BYTES = 3;
    private const SPLIT_BYTES = 48;

    private const PUNCTUATION = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~';

    /**
     * The position, from 1, of the first thing that is not in the dialect; null when there is none.
     *
     * @param list<string> $characters
     * @param string $escapes Letters that may follow a backslash.
     */
    public static function foreign_syntax(array $characters, string $escapes): ?int
    {
        $in_class = false;
        $quantified = false;
        $count = count($characters);
        for ($at = 0; $at < $count; $at++) {
            $position = $at + 1;
            $next = $characters[$at + 1] ?? null;
            $is_quantifier = false;
            switch ($characters[$at]) {
                case '\\':
                    if (null === $next) {
                        return null;
                    }
                    $at++;
                    $is_letter = str_contains($escapes, $next);
                    if ((!str_contains(self::PUNCTUATION, $next) && !$is_letter) || ($in_class && 'b' === $next)) {
                        return $position;
                    }
                    // A range from or to a class of characters: an error here, three literals there.
                    if ($in_class && $is_letter && '-' === ($characters[$at + 1] ?? null)) {
                        return $position;
                    }
                    break;
                case '[':
                    if ($in_class) {
                        return $position;
                    }
                    $in_class = true;
                    $at += '^' === $next ? 1 : 0;
                    if (']' === ($characters[$at + 1] ?? null)) {
                        return $position;
                    }
                    break;
                case ']':
                    $in_class = false;
                    break;
                case '&':
                case '~':
                    if ($in_class && $next === $characters[$at]) {
                        return $position;
                    }
                    break;
                case '-':
                    if ($in_class && in_array($next, ['-', '\\', '['], true)) {
                        return $position;
                    }
                    break;
                case '(':
                    if (!$in_class && ('*' === $next || ('?' === $next && ':' !== ($characters[$at + 2] ?? null)))) {
                        return $position;
                    }
                    $at += !$in_class && '?' === $next ? 2 : 0;
                    break;
                case '*':
                case '+':
                case '?':
                case '{':
                    if ($in_class) {
                        break;
                    }
                    $is_quantifier = true;
                    $counted = '{' === $characters[$at] ? self::counted($characters, $at) : '';
                    if ($quantified || null === $counted) {
                        return $position;
                    }
                    $at += strlen($counted);
            }
            $quantified = $is_quantifier;
        }
        return null;
    }

    /**
     * Whether groups are not nested too deep, and the pattern with its repetitions written out is not too large for the core's engine,
     * whose states are counted here about as large as they are there.
     *
     * @param list<string> $characters
     * @param int $nesting Groups in groups, with the one that the core puts around the whole.
     * @param int $bytes What a compiled pattern may weigh.
     */
    public static function is_small(array $characters, int $nesting, int $bytes): bool
    {
        $sizes = [0]; // Of each group that is open, and of the whole.
        $last = 0; // What a quantifier would repeat.
        for ($at = 0; $at < count($characters); $at++) {
            $character = $characters[$at];
            $counted = '{' === $character ? self::counted($characters, $at) : null;
            $added = 0;
            if (null !== $counted) {
                [$from, $to] = [...explode(',', rtrim($counted, '}')), null];
                $optional = null === $to ? 0 : max(0, (int) $to - (int) $from);
                $added = ((int) $from + $optional - 1) * $last + $optional * self::SPLIT_BYTES;
                $at += strlen($counted);
            } elseif (in_array($character, ['*', '+', '?', '|'], true)) {
                $added = self::SPLIT_BYTES;
            } elseif ('(' === $character) {
                $sizes[] = self::STATE_BYTES * ('?' === ($characters[$at + 1] ?? '') ? 0 : 2);
                $at += '?' === ($characters[$at + 1] ?? '') ? 2 : 0;
                $last = 0;
            } elseif (')' === $character && count($sizes) > 1) {
                $added = $last = (int) array_pop($sizes);
            } else {
                $end = '[' === $character ? self::end_of_class($characters, $at) : $at + ('\\' === $character ? 1 : 0);
                $added = $last = self::STATE_BYTES + self::RANGE_BYTES * ($end - $at);
                $at = $end;
            }
            $sizes[array_key_last($sizes)] += $added;
            if (count($sizes) > $nesting || array_sum($sizes) > $bytes) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param list<string> $characters
     */
    private static function end_of_class(array $characters, int $at): int
    {
        for ($at++; $at < count($characters) && ']' !== $characters[$at]; $at++) {
            $at += '\\' === $characters[$at] ? 1 : 0;
        }
        return $at;
    }

    /**
     * What follows a brace up to its end, such as `3}`, `3,}` or `3,5}`; null when it is none of these.
     *
     * @param list<string> $characters
     */
    private static function counted(array $characters, int $brace): ?string
    {
        $text = implode('', array_slice($characters, $brace + 1, 8));
        return 1 === preg_match('/\A[0-9]{1,3}(?:,[0-9]{0,3})?}/', $text, $found) ? $found[0] : null;
    }
}
