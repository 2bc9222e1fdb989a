<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use Wkpbic\Error\Failure;

/**
 * A step that an extension adds. Calls no WordPress function.
 */
final class Step
{
    /**
     * @param (Closure(array<string, mixed>): bool)|null $is_shown Gets what `GET setup` answers; without one the step is always shown.
     */
    private function __construct(
        public readonly string $id,
        public readonly string $title,
        public readonly string $description,
        public readonly ?string $before,
        public readonly ?string $after,
        public readonly ?Closure $is_shown
    ) {
    }

    /**
     * @throws Failure extension_part_invalid
     */
    public static function from(string $id, Given $given): self
    {
        $given->allow('title', 'description', 'before', 'after', 'is_shown');
        return new self(
            $id,
            $given->label('title'),
            $given->sentence('description'),
            $given->step_or_none('before'),
            $given->step_or_none('after'),
            $given->callback_or_none('is_shown')
        );
    }

    /**
     * @return array{id: string, title: string, description: string, before: string|null, after: string|null}
     */
    public function to_array(): array
    {
        return [
            'id' => $this->id, 'title' => $this->title, 'description' => $this->description, 'before' => $this->before, 'after' => $this->after,
        ];
    }
}
