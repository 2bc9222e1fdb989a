<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Closure;
use Wkpbic\Contract;

/**
 * The fields that are no secret: client ID, tenant ID, cloud, account.
 *
 * A constant in wp-config.php overrides what is stored and locks the field.
 */
final class Settings
{
    public const OPTION = 'wkpbic_settings';

    /**
     * @param Closure(string): (string|null) $constant Value of a constant, or null when it is not defined.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Contract $contract,
        private readonly Closure $constant
    ) {
    }

    /** What the field holds: the constant, else the stored value, else its default, else ''. */
    public function value(string $field): string
    {
        return $this->values()[$field];
    }

    /**
     * @return array<string, string> Every field that is no secret => what it holds.
     */
    public function values(): array
    {
        $stored = $this->stored();
        $values = [];
        foreach ($this->contract->fields() as $field => $row) {
            if (!$row['secret']) {
                $values[$field] = ($this->constant)($row['constant']) ?? $stored[$field] ?? $row['default'] ?? '';
            }
        }
        return $values;
    }

    /** Whether a constant in wp-config.php holds the field; secrets included. */
    public function is_locked(string $field): bool
    {
        return null !== ($this->constant)($this->contract->fields()[$field]['constant']);
    }

    /**
     * A fingerprint of everything that tokens belong to. Tokens got under another one are void.
     *
     * @param array<string, string>|null $values The values to take instead of those now in force.
     */
    public function identity(?array $values = null): string
    {
        $values ??= $this->values();
        $parts = [];
        foreach ($this->contract->fields() as $field => $row) {
            if ($row['identity'] && !$row['secret']) {
                $parts[] = $field . '=' . mb_strtolower($values[$field] ?? '', 'UTF-8');
            }
        }
        return hash('sha256', implode("\n", $parts));
    }

    /**
     * The text of the row that holds the stored values with these changes made.
     *
     * @param array<string, string> $changes
     */
    public function encode_with(array $changes): string
    {
        return (string) json_encode(array_merge($this->stored(), $changes), JSON_UNESCAPED_SLASHES);
    }

    /**
     * @return array<string, string>
     */
    private function stored(): array
    {
        $stored = json_decode($this->rows->read(self::OPTION) ?? '', true);
        return is_array($stored) ? array_filter($stored, 'is_string') : [];
    }
}
