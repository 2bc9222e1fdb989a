<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

use LogicException;
use SensitiveParameter;
use Wkpbic\Contract;

/**
 * Interprets the contract's rules: one method for each kind of rule, and no rule of its own.
 *
 * Every method returns null when the text passes, else the parameters of the failure. Lengths and positions count Unicode
 * scalar values; positions start at 1. The core's rule.rs has the same kinds; tests/vectors holds both to one truth.
 * Calls no WordPress function.
 */
final class FieldValidator
{
    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * The first rule that fails is the verdict.
     *
     * @param array<string, string> $context What the other fields hold; rules that compare two fields read it.
     * @throws LogicException When the contract has a kind of rule that this class does not know.
     */
    public function validate(string $field, #[SensitiveParameter] string $text, array $context): Verdict
    {
        $row = $this->contract->all_fields()[$field] ?? throw new LogicException("No field '$field'.");
        if ('' === $text && !$row['required']) {
            return new Verdict();
        }
        foreach ($row['rules'] as $rule) {
            $params = $this->check($rule, $text, $context);
            if (null !== $params) {
                return new Verdict($rule['level'], $rule['code'], $params);
            }
        }
        return new Verdict();
    }

    /** Whether the text is a GUID (8-4-4-4-12) or a domain name. */
    public function is_guid_or_domain(string $text): bool
    {
        return self::is_guid($text) || self::is_domain($text);
    }

    /**
     * @param array<string, mixed> $rule
     * @param array<string, string> $context
     * @return array<string, int|string>|null
     */
    private function check(array $rule, #[SensitiveParameter] string $text, array $context): ?array
    {
        return match ($rule['kind']) {
            'required' => self::unless('' !== $text),
            'no_edge' => $this->no_edge($text, $rule['set']),
            'no_characters' => $this->no_characters($text, $rule['set']),
            'max_chars' => self::max_chars($text, $rule['max']),
            'min_chars' => self::min_chars($text, $rule['min']),
            'guid' => self::unless(self::is_guid($text)),
            'not_guid' => self::unless(!self::is_guid($text)),
            'not_one_of' => self::not_one_of($text, $rule['values']),
            'one_of' => self::unless(in_array($text, $rule['values'], true)),
            'guid_or_domain' => self::unless($this->is_guid_or_domain($text)),
            'email' => self::unless(self::is_email($text)),
            'not_mail_domain' => self::not_mail_domain($text, $rule['domains']),
            'differs_from' => self::differs_from($text, $rule['field'], $context),
            'no_prefix' => self::no_prefix($text, $rule['prefixes']),
            'iso_date' => self::unless(self::is_iso_date($text)),
            'entra_secret' => self::unless(1 === preg_match('/\A[A-Za-z0-9_~.-]{3}[0-9]Q~[A-Za-z0-9_~.-]{31,34}\z/', $text)),
            default => throw new LogicException("The contract has a rule kind '{$rule['kind']}' that PHP does not know."),
        };
    }

    /**
     * @return array{}|null
     */
    private static function unless(bool $passes): ?array
    {
        return $passes ? null : [];
    }

    /**
     * @return array{}|null
     */
    private function no_edge(#[SensitiveParameter] string $text, string $set): ?array
    {
        return self::unless(
            '' === $text
            || !$this->is_in_set(mb_substr($text, 0, 1, 'UTF-8'), $set)
            && !$this->is_in_set(mb_substr($text, -1, 1, 'UTF-8'), $set)
        );
    }

    /**
     * @return array{position: int, code_point: string}|null
     */
    private function no_characters(#[SensitiveParameter] string $text, string $set): ?array
    {
        foreach (mb_str_split($text, 1, 'UTF-8') as $index => $character) {
            if ($this->is_in_set($character, $set)) {
                return ['position' => $index + 1, 'code_point' => sprintf('U+%04X', mb_ord($character, 'UTF-8'))];
            }
        }
        return null;
    }

    private function is_in_set(#[SensitiveParameter] string $character, string $set): bool
    {
        $code_point = mb_ord($character, 'UTF-8');
        foreach ($this->contract->character_set($set) as [$from, $to]) {
            if ($from <= $code_point && $code_point <= $to) {
                return true;
            }
        }
        return false;
    }

    /**
     * @return array{max: int, actual: int}|null
     */
    private static function max_chars(#[SensitiveParameter] string $text, int $max): ?array
    {
        $actual = mb_strlen($text, 'UTF-8');
        return $actual <= $max ? null : ['max' => $max, 'actual' => $actual];
    }

    /**
     * @return array{min: int, actual: int}|null
     */
    private static function min_chars(#[SensitiveParameter] string $text, int $min): ?array
    {
        $actual = mb_strlen($text, 'UTF-8');
        return $actual >= $min ? null : ['min' => $min, 'actual' => $actual];
    }

    /**
     * @param list<string> $values
     * @return array{value: string}|null
     */
    private static function not_one_of(#[SensitiveParameter] string $text, array $values): ?array
    {
        foreach ($values as $value) {
            if (self::lower($text) === self::lower($value)) {
                return ['value' => self::lower($value)];
            }
        }
        return null;
    }

    /**
     * @param list<string> $prefixes
     * @return array{prefix: string}|null
     */
    private static function no_prefix(#[SensitiveParameter] string $text, array $prefixes): ?array
    {
        foreach ($prefixes as $prefix) {
            if (self::lower(substr($text, 0, strlen($prefix))) === $prefix) {
                return ['prefix' => $prefix];
            }
        }
        return null;
    }

    /** A day of the Gregorian calendar as `YYYY-MM-DD`, from the year 1970 on (ISO 8601). */
    public static function is_iso_date(string $text): bool
    {
        return 1 === preg_match('/\A([0-9]{4})-([0-9]{2})-([0-9]{2})\z/', $text, $part)
            && $part[1] >= '1970'
            && checkdate((int) $part[2], (int) $part[3], (int) $part[1]);
    }

    /**
     * @param list<string> $domains
     * @return array{domain: string}|null
     */
    private static function not_mail_domain(string $text, array $domains): ?array
    {
        $at = strrpos($text, '@');
        $domain = false === $at ? '' : self::lower(substr($text, $at + 1));
        return in_array($domain, $domains, true) ? ['domain' => $domain] : null;
    }

    /**
     * @param array<string, string> $context
     * @return array{field: string}|null
     */
    private static function differs_from(#[SensitiveParameter] string $text, string $field, array $context): ?array
    {
        $other = $context[$field] ?? '';
        return '' !== $other && self::lower($other) === self::lower($text) ? ['field' => $field] : null;
    }

    public static function is_guid(#[SensitiveParameter] string $text): bool
    {
        return 1 === preg_match('/\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z/', $text);
    }

    /** At least two labels, the last one not just digits (RFC 1035 section 2.3.4 for the lengths). */
    private static function is_domain(string $text): bool
    {
        $label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?';
        return strlen($text) >= 4
            && strlen($text) <= 253
            && 1 === preg_match("/\A(?:$label\.)+(?=[A-Za-z0-9-]*[A-Za-z])$label\z/", $text);
    }

    /** A dot-atom, `@`, a domain (RFC 5322 section 3.4.1 without quoted strings and comments). */
    public static function is_email(string $text): bool
    {
        $parts = explode('@', $text);
        $atom = '[A-Za-z0-9!#$%&\'*+\/=?^_`{|}~-]+';
        return 2 === count($parts)
            && strlen($parts[0]) <= 64
            && 1 === preg_match("/\A$atom(?:\.$atom)*\z/", $parts[0])
            && self::is_domain($parts[1]);
    }

    /** Lower case for the 26 letters of ASCII and no other, whatever the server's locale. */
    public static function lower(#[SensitiveParameter] string $text): string
    {
        return strtr($text, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz');
    }
}
