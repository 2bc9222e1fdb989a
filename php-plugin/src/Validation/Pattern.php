<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * A pattern that an extension brings for a field; it must match the whole text. The dialect is that of the core's pattern.rs, and what
 * the two engines read differently (`\w` and its like beyond ASCII) is spelled out for PCRE. PCRE tries one way after another where the
 * core is linear: a text that it cannot decide within its own limit does not match. Calls no WordPress function.
 */
final class Pattern
{
    private const CLASSES = ['d' => '0-9', 'w' => '0-9A-Za-z_', 's' => '\t\n\x0B\f\r '];

    /** What is in none of them, spelled for the inside of brackets. */
    private const REST = [
        'D' => '\x00-\/:-\x{10FFFF}',
        'W' => '\x00-\/:-@\[-^`{-\x{10FFFF}',
        'S' => '\x00-\x08\x0E-\x1F!-\x{10FFFF}',
    ];

    private const BOUNDARY = '(?:(?<=[0-9A-Za-z_])(?![0-9A-Za-z_])|(?<![0-9A-Za-z_])(?=[0-9A-Za-z_]))';

    private function __construct(private readonly string $regex, private readonly int $longest)
    {
    }

    /**
     * @throws Failure rule_pattern_too_long with max and actual; rule_pattern_unsupported with the position, from 1, of what is not in the
     *                 dialect, or 0 where the pattern as a whole is at fault.
     */
    public static function parse(string $text, Contract $contract): self
    {
        $characters = mb_str_split($text, 1, 'UTF-8');
        $max = $contract->limit('pattern_chars');
        if (count($characters) > $max) {
            throw new Failure('rule_pattern_too_long', null, ['max' => $max, 'actual' => count($characters)]);
        }
        $position = PatternDialect::foreign_syntax($characters, $contract->extensions()['pattern_escapes']);
        $is_small = PatternDialect::is_small($characters, $contract->limit('pattern_nesting'), $contract->limit('pattern_bytes'));
        $spelled = null === $position && $is_small ? self::spelled($characters) : '';
        // The pattern alone first: `a)|(b` is none, though it would be one between the parentheses added here.
        $regex = "~(*NO_JIT)\\A(?:$spelled)\\z~uD";
        if (null !== $position || !$is_small || !self::compiles("~$spelled~uD") || !self::compiles($regex)) {
            throw new Failure('rule_pattern_unsupported', null, ['position' => $position ?? 0]);
        }
        return new self($regex, $contract->limit('pattern_subject_chars'));
    }

    /** Whether the whole text matches. One that is too long never does. */
    public function matches(#[SensitiveParameter] string $text): bool
    {
        return mb_strlen($text, 'UTF-8') <= $this->longest && 1 === preg_match($this->regex, $text);
    }

    private static function compiles(string $regex): bool
    {
        set_error_handler(static fn (): bool => true);
        try {
            return false !== preg_match($regex, '');
        } finally {
            restore_error_handler();
        }
    }

    /**
     * @param list<string> $characters A pattern of the dialect.
     */
    private static function spelled(array $characters): string
    {
        $spelled = '';
        $in_class = false;
        for ($at = 0; $at < count($characters); $at++) {
            $character = $characters[$at];
            if ('\\' === $character) {
                $spelled .= self::escaped($characters[++$at] ?? '', $in_class);
                continue;
            }
            $in_class = '[' === $character || ($in_class && ']' !== $character);
            $spelled .= match (true) {
                '~' === $character => '\~',
                // What is no character may be repeated all the same.
                !$in_class && ('^' === $character || '$' === $character) => "(?:$character)",
                default => $character,
            };
        }
        return $spelled;
    }

    private static function escaped(string $letter, bool $in_class): string
    {
        $set = self::CLASSES[$letter] ?? self::REST[$letter] ?? null;
        return match (true) {
            null !== $set => $in_class ? $set : "[$set]",
            'b' === $letter => self::BOUNDARY,
            default => "\\$letter",
        };
    }
}
