<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Error\Failure;

/**
 * Everything that extensions have added, in the order in which it came. Calls no WordPress function.
 */
final class Parts
{
    /** @var array{steps: array<string, Step>, fields: array<string, Field>, checks: array<string, Check>,
     *             permissions: array<string, Permissions>, diagnoses: array<string, Diagnosis>} */
    private array $parts = ['steps' => [], 'fields' => [], 'checks' => [], 'permissions' => [], 'diagnoses' => []];

    /** @var array<string, string|null> Kind and id => where the part comes from. */
    private array $plugins = [];

    /**
     * @param string $kind One of the keys above.
     * @param string|null $plugin Where it comes from.
     * @throws Failure extension_id_taken, extension_too_many
     */
    public function add(string $kind, string $id, object $part, int $max, ?string $plugin): void
    {
        if (isset($this->parts[$kind][$id])) {
            throw new Failure('extension_id_taken');
        }
        if (count($this->parts[$kind]) >= $max) {
            throw new Failure('extension_too_many', null, ['max' => $max]);
        }
        $this->parts[$kind][$id] = $part;
        $this->plugins["$kind $id"] = $plugin;
    }

    public function is_empty(): bool
    {
        return [] === array_filter($this->parts);
    }

    /** Where a part comes from, or null. */
    public function plugin(string $kind, string $id): ?string
    {
        return $this->plugins["$kind $id"] ?? null;
    }

    public function remove(string $kind, string $id): void
    {
        unset($this->parts[$kind][$id]);
    }

    /**
     * @return array<string, Step>
     */
    public function steps(): array
    {
        return $this->parts['steps'];
    }

    /**
     * @return array<string, Field>
     */
    public function fields(): array
    {
        return $this->parts['fields'];
    }

    /**
     * @return array<string, Check>
     */
    public function checks(): array
    {
        return $this->parts['checks'];
    }

    /**
     * @return array<string, Permissions>
     */
    public function permissions(): array
    {
        return $this->parts['permissions'];
    }

    /**
     * @return array<string, Diagnosis>
     */
    public function diagnoses(): array
    {
        return $this->parts['diagnoses'];
    }
}
