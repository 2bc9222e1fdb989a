<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use Wkpbic\Error\Failure;

/**
 * A check that an extension adds. Calls no WordPress function.
 */
final class Check
{
    /**
     * @param Closure(CheckContext): CheckResult $run What it gives is not proved: RunCheck looks at it.
     */
    private function __construct(
        public readonly string $id,
        public readonly string $step,
        public readonly string $label,
        public readonly Closure $run
    ) {
    }

    /**
     * @throws Failure extension_part_invalid
     */
    public static function from(string $id, Given $given): self
    {
        $given->allow('step', 'label', 'run');
        return new self($id, $given->step('step'), $given->label('label'), $given->callback('run'));
    }

    /**
     * @return array{id: string, step: string, label: string}
     */
    public function to_array(): array
    {
        return ['id' => $this->id, 'step' => $this->step, 'label' => $this->label];
    }
}
