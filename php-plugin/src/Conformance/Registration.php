<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

use Wkpbic\Contract;
use Wkpbic\Extension\Check;
use Wkpbic\Extension\Extensions;
use Wkpbic\Extension\Field;
use Wkpbic\Extension\Listeners;
use Wkpbic\Extension\Problems;

/**
 * What one extension registers when it is asked anew, apart from what the request has already made of it.
 */
final class Registration
{
    private function __construct(
        private readonly string $plugin,
        public readonly Extensions $extensions,
        public readonly Listeners $listeners,
        public readonly Problems $problems
    ) {
    }

    /**
     * @param string $plugin What its ids begin with, before the slash.
     */
    public static function of(string $plugin, Contract $contract): self
    {
        $problems = new Problems();
        $listeners = new Listeners($problems);
        $extensions = new Extensions($contract, $problems, $listeners);
        $extensions->parts();
        return new self($plugin, $extensions, $listeners, $problems);
    }

    /**
     * @return array<string, Field> By id.
     */
    public function fields(): array
    {
        return $this->own($this->extensions->parts()->fields());
    }

    /**
     * @return array<string, Check> By id.
     */
    public function checks(): array
    {
        return $this->own($this->extensions->parts()->checks());
    }

    /**
     * Texts that people read, without the choices of a select, which are often names.
     *
     * @return list<array{id: string, parameter: string, text: string}>
     */
    public function texts(): array
    {
        $parts = $this->extensions->parts();
        $texts = [];
        foreach (
            [
                [$parts->steps(), ['title', 'description']],
                [$parts->fields(), ['label', 'help', 'where']],
                [$parts->checks(), ['label']],
                [$parts->permissions(), ['reason']],
                [$parts->diagnoses(), ['sentence']],
            ] as [$all, $parameters]
        ) {
            foreach ($this->own($all) as $id => $part) {
                foreach ($parameters as $parameter) {
                    $texts[] = ['id' => $id, 'parameter' => $parameter, 'text' => $part->$parameter];
                }
            }
        }
        return array_values(array_filter($texts, static fn (array $text): bool => '' !== $text['text']));
    }

    /**
     * @return list<array{code: string, id: string, plugin: string|null, params: array<string, int|string>}> Those of this extension.
     */
    public function problems(): array
    {
        return array_values(array_filter(
            $this->problems->all(),
            fn (array $problem): bool => str_starts_with($problem['id'], "$this->plugin/")
                || str_starts_with((string) $problem['plugin'], "$this->plugin/")
        ));
    }

    /**
     * @template T
     * @param array<string, T> $parts
     * @return array<string, T>
     */
    private function own(array $parts): array
    {
        return array_filter($parts, fn (string $id): bool => str_starts_with($id, "$this->plugin/"), ARRAY_FILTER_USE_KEY);
    }
}
