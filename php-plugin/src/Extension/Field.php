<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Error\Failure;
use Wkpbic\Validation\ExtensionRules;

/**
 * A field that an extension adds. Calls no WordPress function.
 */
final class Field
{
    public const SECRET = 'secret';

    /**
     * @param array<int|string, string> $choices Value => label.
     * @param string $default What it holds while nothing is stored.
     * @param ExtensionRules $rules Those of its type first.
     */
    private function __construct(
        public readonly string $id,
        public readonly string $step,
        public readonly string $type,
        public readonly string $label,
        public readonly string $help,
        public readonly string $where,
        public readonly array $choices,
        public readonly string $default,
        public readonly ExtensionRules $rules
    ) {
    }

    /**
     * @throws Failure extension_part_invalid, rule_*
     */
    public static function from(string $id, Given $given): self
    {
        $given->allow('step', 'type', 'label', 'help', 'where', 'choices', 'default', 'rules');
        $type = $given->word('type', array_keys($given->contract->extensions()['types']));
        $choices = self::choices($type, $given);
        $rules = ExtensionRules::from(self::with_rule_of_type($type, $choices, $given), $given->contract);
        $default = $given->value('default');
        if ('' !== $default && (self::SECRET === $type || $rules->judge($default)->is_error())) {
            throw Given::invalid('default');
        }
        return new self(
            $id,
            $given->step('step'),
            $type,
            $given->label('label'),
            $given->sentence('help'),
            $given->sentence('where'),
            $choices,
            $default,
            $rules
        );
    }

    public function is_secret(): bool
    {
        return self::SECRET === $this->type;
    }

    /**
     * @return array{id: string, step: string, type: string, label: string, help: string, where: string,
     *               choices: list<array{value: string, label: string}>, rules: list<array<string, mixed>>}
     */
    public function to_array(): array
    {
        $choices = [];
        foreach ($this->choices as $value => $label) {
            $choices[] = ['value' => (string) $value, 'label' => $label];
        }
        return [
            'id' => $this->id, 'step' => $this->step, 'type' => $this->type, 'label' => $this->label, 'help' => $this->help,
            'where' => $this->where, 'choices' => $choices, 'rules' => $this->rules->to_array(),
        ];
    }

    /**
     * @return array<int|string, string>
     * @throws Failure extension_part_invalid, rule_too_many
     */
    private static function choices(string $type, Given $given): array
    {
        $choices = $given->list('choices');
        $max = $given->contract->limit('extension_values');
        if (count($choices) > $max) {
            throw new Failure('rule_too_many', null, ['max' => $max]);
        }
        if (('select' === $type) === ([] === $choices)) {
            throw Given::invalid('choices');
        }
        foreach ($choices as $value => $label) {
            (new Given(['choices' => $label], $given->contract))->label('choices');
            (new Given(['choices' => (string) $value], $given->contract))->label('choices');
        }
        return $choices;
    }

    /**
     * @param array<int|string, string> $choices
     * @return list<mixed>
     * @throws Failure extension_part_invalid
     */
    private static function with_rule_of_type(string $type, array $choices, Given $given): array
    {
        $rules = array_values($given->list('rules'));
        $kind = $given->contract->extensions()['types'][$type];
        $values = array_map('strval', 'toggle' === $type ? [$given->contract->extensions()['toggle_on']] : array_keys($choices));
        $own = 'one_of' === $kind ? ['kind' => $kind, 'values' => $values] : ['kind' => $kind];
        return null === $kind || in_array($own, $rules, true) ? $rules : [$own, ...$rules];
    }
}
