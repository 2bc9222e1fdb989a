<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Error\Failure;

/**
 * Permissions of Power BI that an extension needs besides ours. Calls no WordPress function.
 */
final class Permissions
{
    /**
     * @param list<string> $scopes Such as `Capacity.Read.All`.
     */
    private function __construct(public readonly string $id, public readonly array $scopes, public readonly string $reason)
    {
    }

    /**
     * @throws Failure extension_part_invalid
     */
    public static function from(string $id, Given $given): self
    {
        $given->allow('scopes', 'reason');
        $scopes = $given->names('scopes', $given->contract->extensions()['scope_pattern']);
        return new self($id, [] === $scopes ? throw Given::invalid('scopes') : $scopes, $given->sentence('reason', false));
    }

    /**
     * @return array{id: string, scopes: list<string>, reason: string}
     */
    public function to_array(): array
    {
        return ['id' => $this->id, 'scopes' => $this->scopes, 'reason' => $this->reason];
    }
}
