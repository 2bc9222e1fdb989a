<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

use LogicException;
use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * The rules of an extension's field: data, checked when it is declared, run like the built-in ones; one method or expression for each kind
 * of the contract's table. The core's extension.rs judges alike, held so by tests/vectors. Calls no WordPress function.
 */
final class ExtensionRules
{
    /**
     * @param list<array<string, mixed>> $rules Checked.
     * @param array<int, Pattern> $patterns Place of a rule => its pattern.
     */
    private function __construct(
        private readonly array $rules,
        private readonly array $patterns,
        private readonly Contract $contract
    ) {
    }

    /**
     * @param array<mixed> $declarations Each `{kind, …params}`.
     * @throws Failure rule_kind_unknown with kind, rule_parameter_missing with kind and parameter, rule_too_many with max, or what
     *                 Pattern::parse() says, of the first bad one.
     */
    public static function from(array $declarations, Contract $contract): self
    {
        $max = $contract->limit('extension_rules');
        if (count($declarations) > $max) {
            throw new Failure('rule_too_many', null, ['max' => $max]);
        }
        [$rules, $patterns] = [[], []];
        foreach (array_values($declarations) as $place => $declaration) {
            $rules[] = $rule = self::checked(is_array($declaration) ? $declaration : [], $contract);
            if ('pattern' === $rule['kind']) {
                $patterns[$place] = Pattern::parse($rule['pattern'], $contract);
            }
        }
        return new self($rules, $patterns, $contract);
    }

    /**
     * @return list<array<string, mixed>> The declarations, without what does not belong to them.
     */
    public function to_array(): array
    {
        return $this->rules;
    }

    /** The first rule that fails is the verdict. An empty text is good unless a rule requires one. */
    public function judge(#[SensitiveParameter] string $text): Verdict
    {
        $actual = mb_strlen($text, 'UTF-8');
        $longest = $this->contract->limit('pattern_subject_chars');
        if ($actual > $longest) {
            return new Verdict(Verdict::ERROR, 'too_long', ['max' => $longest, 'actual' => $actual]);
        }
        foreach ($this->rules as $place => $rule) {
            $params = '' === $text || 'required' === $rule['kind']
                ? ('' === $text && 'required' === $rule['kind'] ? [] : null)
                : $this->failure($rule, $place, $text, $actual);
            if (null !== $params) {
                return new Verdict(Verdict::ERROR, $this->contract->extensions()['rules'][$rule['kind']]['code'], $params);
            }
        }
        return new Verdict();
    }

    /**
     * @param array<string, mixed> $rule
     * @return array<string, int>|null Null when the text passes.
     */
    private function failure(array $rule, int $place, #[SensitiveParameter] string $text, int $actual): ?array
    {
        return match ($rule['kind']) {
            'min_chars' => $actual < $rule['min'] ? ['min' => $rule['min'], 'actual' => $actual] : null,
            'max_chars' => $actual > $rule['max'] ? ['max' => $rule['max'], 'actual' => $actual] : null,
            'guid' => FieldValidator::is_guid($text) ? null : [],
            'not_guid' => FieldValidator::is_guid($text) ? [] : null,
            'one_of' => in_array($text, $rule['values'], true) ? null : [],
            'not_one_of' => in_array(FieldValidator::lower($text), array_map(FieldValidator::lower(...), $rule['values']), true) ? [] : null,
            'email' => FieldValidator::is_email($text) ? null : [],
            'https_url' => HttpsUrl::is($text) ? null : [],
            'iso_date' => FieldValidator::is_iso_date($text) ? null : [],
            'pattern' => $this->patterns[$place]->matches($text) ? null : [],
            default => throw new LogicException("The contract has a rule kind '{$rule['kind']}' that PHP does not know."),
        };
    }

    /**
     * @param array<mixed> $declaration
     * @return array<string, mixed>
     * @throws Failure
     */
    private static function checked(array $declaration, Contract $contract): array
    {
        $kind = is_string($declaration['kind'] ?? null) ? mb_scrub($declaration['kind'], 'UTF-8') : '';
        $known = $contract->extensions()['rules'][$kind] ?? null;
        if (null === $known) {
            throw new Failure('rule_kind_unknown', null, ['kind' => mb_substr($kind, 0, 64, 'UTF-8')]);
        }
        $parameter = $known['parameter'];
        if (null === $parameter) {
            return ['kind' => $kind];
        }
        $value = $declaration[$parameter] ?? null;
        $is_usable = match ($parameter) {
            'min', 'max' => is_int($value) && 0 <= $value && $value < 2 ** 32,
            'values' => is_array($value) && [] !== $value && array_filter($value, self::is_text(...)) === $value,
            default => self::is_text($value),
        };
        if (!$is_usable) {
            throw new Failure('rule_parameter_missing', null, ['kind' => $kind, 'parameter' => $parameter]);
        }
        if ('values' === $parameter && count($value) > $contract->limit('extension_values')) {
            throw new Failure('rule_too_many', null, ['max' => $contract->limit('extension_values')]);
        }
        return ['kind' => $kind, $parameter => is_array($value) ? array_values($value) : $value];
    }

    private static function is_text(mixed $value): bool
    {
        return is_string($value) && mb_check_encoding($value, 'UTF-8');
    }
}
