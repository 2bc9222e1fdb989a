<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

/**
 * What the wizard's page is told about extensions: plain texts and data, no code and no value.
 */
final class Declarations
{
    public function __construct(
        private readonly Extensions $extensions,
        private readonly Listeners $listeners,
        private readonly Problems $problems
    ) {
    }

    /**
     * Steps that do not want to be shown are left out, with what belongs to them.
     *
     * @param array<string, mixed> $setup What `GET setup` answers.
     * @return array{steps: list<array<string, mixed>>, fields: list<array<string, mixed>>, checks: list<array<string, mixed>>,
     *               permissions: list<array<string, mixed>>, diagnoses: list<array<string, mixed>>,
     *               problems: list<array{code: string, id: string, plugin: string|null, params: object}>}
     */
    public function for_setup(array $setup): array
    {
        $parts = $this->extensions->parts();
        $hidden = array_filter($parts->steps(), fn (Step $step): bool => !$this->is_shown($step, $setup));
        $shown = static fn (array $all): array => array_map(
            static fn (Field|Check $part): array => $part->to_array(),
            array_values(array_filter($all, static fn (Field|Check $part): bool => !isset($hidden[$part->step])))
        );
        return [
            'steps' => array_map(static fn (Step $step): array => $step->to_array(), array_values(array_diff_key($parts->steps(), $hidden))),
            'fields' => $shown($parts->fields()),
            'checks' => $shown($parts->checks()),
            'permissions' => array_map(static fn (Permissions $part): array => $part->to_array(), array_values($parts->permissions())),
            'diagnoses' => array_map(static fn (Diagnosis $part): array => $part->to_array(), array_values($parts->diagnoses())),
            'problems' => array_map(
                static fn (array $problem): array => ['params' => (object) $problem['params']] + $problem,
                $this->extensions->problems()
            ),
        ];
    }

    /**
     * @param array<string, mixed> $setup
     */
    private function is_shown(Step $step, array $setup): bool
    {
        if (null === $step->is_shown) {
            return true;
        }
        $this->problems->of($this->extensions->parts()->plugin('steps', $step->id));
        $answer = $this->listeners->guarded($step->id, static fn (): mixed => ($step->is_shown)($setup), false);
        if (!is_bool($answer)) {
            $this->problems->add('extension_part_invalid', $step->id, ['parameter' => 'is_shown']);
        }
        $this->problems->of(null);
        return true === $answer;
    }
}
