<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\EncryptionKey;
use Wkpbic\Security\Secret;

/**
 * One option with one sealed record, and beside it values that may be read without opening it.
 *
 * The record comes last and its length stands before it, so that a row whose end is missing is told from a damaged one. Neither
 * counts as an absent one. Calls no WordPress function.
 */
final class SealedRow
{
    /** Characters of the record. */
    private const LENGTH = 'record_length';

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        public readonly string $option
    ) {
    }

    /** The text of the row as it is stored, or null when there is none. */
    public function text(): ?string
    {
        return $this->rows->read($this->option);
    }

    /**
     * What lies beside the record; nothing of it is proved.
     *
     * @return array<string, mixed>|null Null when there is no row.
     */
    public function values(): ?array
    {
        $text = $this->text();
        return null === $text ? null : self::decode($text);
    }

    /**
     * @param string $text The text of the row.
     * @param EncryptionKey|null $another One more key to try, which is not this site's any more.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_truncated,
     *                 secret_unreadable.
     */
    public function open(string $text, ?EncryptionKey $another = null): Secret
    {
        $row = self::decode($text);
        $record = is_string($row['record'] ?? null) ? $row['record'] : '';
        if ($this->cipher->is_available() && self::lacks_its_end($text, $row, $record)) {
            throw new Failure('secret_truncated');
        }
        return $this->cipher->open($record, $this->option, $another);
    }

    /**
     * The text of a row that holds the secret, to be written together with others.
     *
     * @param array<string, int|string|null|list<string>> $values What may be read without opening it.
     * @throws Failure encryption_unavailable
     */
    public function encode(array $values, Secret $secret): string
    {
        $record = $this->cipher->seal($secret, $this->option);
        return (string) json_encode($values + [self::LENGTH => strlen($record), 'record' => $record], JSON_UNESCAPED_SLASHES);
    }

    /**
     * The same row sealed with the present key; null when it is so already.
     *
     * @param string $text The text of the row.
     * @param EncryptionKey|null $another One more key to try, which is not this site's any more.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_truncated,
     *                 secret_unreadable.
     */
    public function sealed_anew(string $text, ?EncryptionKey $another): ?string
    {
        $values = self::decode($text);
        $secret = $this->open($text, $another);
        return $this->cipher->is_current((string) $values['record'])
            ? null
            : $this->encode(array_diff_key($values, ['record' => true, self::LENGTH => true]), $secret);
    }

    /**
     * Whether the row begins like one and has no end, or its record is shorter than it was.
     *
     * @param array<string, mixed> $row
     */
    private static function lacks_its_end(string $text, array $row, string $record): bool
    {
        $length = $row[self::LENGTH] ?? null;
        return [] === $row
            ? str_starts_with($text, '{') && !str_contains($text, '}')
            : is_int($length) && strlen($record) < $length;
    }

    /**
     * @return array<string, mixed>
     */
    private static function decode(string $text): array
    {
        $row = json_decode($text, true);
        return is_array($row) ? $row : [];
    }
}
