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
 * A row that cannot be decoded counts as a record that cannot be read, never as an absent one. Calls no WordPress function.
 */
final class SealedRow
{
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
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_unreadable.
     */
    public function open(string $text, ?EncryptionKey $another = null): Secret
    {
        $record = self::decode($text)['record'] ?? null;
        return $this->cipher->open(is_string($record) ? $record : '', $this->option, $another);
    }

    /**
     * The text of a row that holds the secret, to be written together with others.
     *
     * @param array<string, int|string|null|list<string>> $values What may be read without opening it.
     * @throws Failure encryption_unavailable
     */
    public function encode(array $values, Secret $secret): string
    {
        return (string) json_encode(
            $values + ['record' => $this->cipher->seal($secret, $this->option)],
            JSON_UNESCAPED_SLASHES
        );
    }

    /**
     * The same row sealed with the present key; null when it is so already.
     *
     * @param string $text The text of the row.
     * @param EncryptionKey|null $another One more key to try, which is not this site's any more.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_unreadable.
     */
    public function sealed_anew(string $text, ?EncryptionKey $another): ?string
    {
        $values = self::decode($text);
        $secret = $this->open($text, $another);
        return $this->cipher->is_current((string) $values['record'])
            ? null
            : $this->encode(array_diff_key($values, ['record' => true]), $secret);
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
