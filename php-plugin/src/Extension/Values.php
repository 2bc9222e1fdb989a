<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use SensitiveParameter;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ExtensionValues;

/**
 * What the fields of extensions hold: read for them, and stored all or none. Values are refused, never repaired.
 */
final class Values
{
    /** So many fields one entry of the log names. */
    private const MOST_NAMED = 16;

    public function __construct(
        private readonly Extensions $extensions,
        private readonly ExtensionValues $stored,
        private readonly Journal $journal
    ) {
    }

    /** What a plain field holds, or its default; null for a secret and for a field that nobody has registered. */
    public function setting(string $id): ?string
    {
        $field = $this->extensions->parts()->fields()[$id] ?? null;
        return null === $field || $field->is_secret() ? null : $this->stored->text($id) ?? $field->default;
    }

    /**
     * What a secret field holds; null where nothing is stored, and for every other field.
     *
     * @throws Failure Those of a sealed record that does not open.
     */
    public function secret(string $id): ?Secret
    {
        $field = $this->extensions->parts()->fields()[$id] ?? null;
        return true === $field?->is_secret() ? $this->stored->secret($id) : null;
    }

    /**
     * As the wizard may know it.
     *
     * @return array<string, array{value: string}|array{stored: bool, stored_on: string|null}> Id => a value, or whether a secret is stored
     *         and on which day (UTC, `YYYY-MM-DD`).
     */
    public function report(): array
    {
        $fields = $this->extensions->parts()->fields();
        $stored = [] === $fields ? [] : $this->stored->all();
        $report = [];
        foreach ($fields as $id => $field) {
            $at = $stored[$id]['stored_at'] ?? null;
            $report[$id] = $field->is_secret()
                ? ['stored' => null !== $at, 'stored_on' => null === $at ? null : gmdate('Y-m-d', $at)]
                : ['value' => $stored[$id]['value'] ?? $field->default];
        }
        return $report;
    }

    /**
     * @param array<mixed> $posted Id => value, as it came; null erases, an empty text leaves a stored secret alone.
     * @throws Failure A rule's code, field_unknown, field_not_text, encryption_unavailable, storage_failed; then nothing is stored.
     */
    public function save(#[SensitiveParameter] array $posted): void
    {
        $values = $this->checked($posted);
        if ([] === $values) {
            return;
        }
        $this->stored->write($values);
        $names = array_slice(array_keys($values), 0, self::MOST_NAMED);
        $this->journal->audit(Event::SETTINGS_SAVED, [], ['extension_fields' => implode(', ', $names), 'entries' => count($values)]);
    }

    /** Whether a field that somebody has registered is a secret; null for every other name. */
    public function is_secret(string $id): ?bool
    {
        return ($this->extensions->parts()->fields()[$id] ?? null)?->is_secret();
    }

    /**
     * What would be stored.
     *
     * @param array<mixed> $posted As save() takes it.
     * @return array<string, string|Secret|null>
     * @throws Failure As save(), but for the last two.
     */
    public function checked(#[SensitiveParameter] array $posted): array
    {
        $fields = $this->extensions->parts()->fields();
        $values = [];
        foreach ($posted as $id => $text) {
            $field = $fields[$id] ?? throw Failure::unknown_field($id);
            if (null !== $text && (!is_string($text) || !mb_check_encoding($text, 'UTF-8'))) {
                throw new Failure('field_not_text', $field->id, ['field' => $field->id]);
            }
            if ('' === $text && $field->is_secret()) {
                continue;
            }
            $verdict = null === $text ? null : $field->rules->judge($text);
            if (null !== $verdict && $verdict->is_error()) {
                throw new Failure($verdict->code, $field->id, $verdict->params);
            }
            $values[$field->id] = null !== $text && $field->is_secret() ? new Secret($text) : $text;
        }
        return $values;
    }
}
