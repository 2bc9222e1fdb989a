<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\Secret;

/**
 * Values of extensions' fields, each in a row of its own; those of secret fields sealed with the row's name, which holds the field's id,
 * as associated data. What a row is does not depend on what the field says it is now. Calls no WordPress function.
 */
final class ExtensionValues
{
    /** Before the id of the field; not autoloaded. */
    public const PREFIX = 'wkpbic_ext_';

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly Clock $clock
    ) {
    }

    /** Name of the row of a field. */
    public static function option(string $id): string
    {
        return self::PREFIX . $id;
    }

    /** What is stored for a plain field, or null. */
    public function text(string $id): ?string
    {
        return self::value_of($this->rows->read(self::option($id)));
    }

    /**
     * What is stored for a secret field, or null.
     *
     * @throws Failure Those of a sealed record that does not open.
     */
    public function secret(string $id): ?Secret
    {
        $text = $this->rows->read(self::option($id));
        return null === self::stored_at_of($text) ? null : $this->row($id)->open((string) $text);
    }

    /**
     * Everything, read at once.
     *
     * @return array<string, array{value: string|null, stored_at: int|null}> Id => a value, or when a secret was stored.
     */
    public function all(): array
    {
        $all = [];
        foreach ($this->rows->starting_with(self::PREFIX) as $option => $text) {
            $all[substr($option, strlen(self::PREFIX))] = ['value' => self::value_of($text), 'stored_at' => self::stored_at_of($text)];
        }
        return $all;
    }

    /**
     * Stores or erases values, in one statement.
     *
     * @param array<string, string|Secret|null> $values Id => value; null erases.
     * @throws Failure encryption_unavailable, storage_failed; then nothing has changed.
     */
    public function write(array $values): void
    {
        $rows = [];
        foreach ($values as $id => $value) {
            $rows[self::option($id)] = match (true) {
                null === $value => '',
                $value instanceof Secret => $this->row($id)->encode(['stored_at' => $this->clock->now()], $value),
                default => (string) json_encode(['value' => $value], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE),
            };
        }
        $this->rows->write($rows);
    }

    /**
     * @return list<string> Names of the rows that hold something sealed.
     */
    public function sealed_options(): array
    {
        return array_keys(array_filter(
            $this->rows->starting_with(self::PREFIX),
            static fn (string $text): bool => null !== self::stored_at_of($text)
        ));
    }

    private function row(string $id): SealedRow
    {
        return new SealedRow($this->rows, $this->cipher, self::option($id));
    }

    private static function value_of(?string $text): ?string
    {
        $value = self::decode($text)['value'] ?? null;
        return is_string($value) ? $value : null;
    }

    private static function stored_at_of(?string $text): ?int
    {
        $at = self::decode($text)['stored_at'] ?? null;
        return is_int($at) ? $at : null;
    }

    /**
     * @return array<mixed>
     */
    private static function decode(?string $text): array
    {
        $row = json_decode($text ?? '', true);
        return is_array($row) ? $row : [];
    }
}
