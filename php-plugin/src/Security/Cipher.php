<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Closure;
use Wkpbic\Error\Failure;

/**
 * Seals a secret for the database and opens it again: XChaCha20-Poly1305 of libsodium.
 *
 * A record is `wkpbic2:` and the base64 of: source of the key (1 byte, `c` constant or `s` salts), key id (8 bytes), place (8
 * bytes, from the option's name), nonce (24 bytes), ciphertext with its tag. Everything before the nonce and the option's name
 * are associated data, so nothing of it can be changed and a record copied into another option does not open. Records of
 * version 1, which had neither source nor place, still open. Calls no WordPress function.
 */
final class Cipher
{
    private const VERSION = 'wkpbic2:';
    private const VERSION_1 = 'wkpbic1:';
    private const PLACE_BYTES = 8;
    private const NONCE_BYTES = 24;
    private const TAG_BYTES = 16;

    /** @var Closure(): bool */
    private readonly Closure $available;

    /**
     * @param (Closure(): bool)|null $available Whether libsodium is there; by default asks PHP.
     */
    public function __construct(private readonly KeyRing $keys, ?Closure $available = null)
    {
        $this->available = $available
            ?? static fn (): bool => function_exists('sodium_crypto_aead_xchacha20poly1305_ietf_encrypt');
    }

    /** Whether secrets can be stored at all on this server. */
    public function is_available(): bool
    {
        try {
            $this->keys->current();
        } catch (Failure) {
            return false;
        }
        return ($this->available)();
    }

    /**
     * @param string $option Name of the option that will hold the record.
     * @throws Failure encryption_unavailable Nothing is ever stored unsealed.
     */
    public function seal(Secret $secret, string $option): string
    {
        $this->require_sodium();
        $key = $this->keys->current();
        $head = ($key->is_from_salts ? 's' : 'c') . $key->id . self::place($option);
        $nonce = random_bytes(self::NONCE_BYTES);
        $sealed = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(
            $secret->reveal(), // Opened to be sealed.
            self::VERSION . $head . $option,
            $nonce,
            $key->bytes->reveal() // Opened for libsodium.
        );
        return self::VERSION . base64_encode($head . $nonce . $sealed);
    }

    /**
     * @param string $option Name of the option that holds the record.
     * @param EncryptionKey|null $another One more key to try, which is not this site's any more.
     * @throws Failure encryption_unavailable, site_keys_changed or encryption_key_changed (sealed with a key that is not known
     *                 any more), secret_moved (sealed for another option), secret_unreadable (cut, damaged or no record).
     */
    public function open(string $record, string $option, ?EncryptionKey $another = null): Secret
    {
        $this->require_sodium();
        [$source, $id, $place, $head, $rest] = self::parts($record);
        $known = null !== $another && hash_equals($another->id, $id) ? $another : $this->keys->find($id);
        if (null === $known) {
            $by_constant = 'c' === $source;
            throw $by_constant ? new Failure('encryption_key_changed') : new Failure('site_keys_changed');
        }
        if (null !== $place && !hash_equals(self::place($option), $place)) {
            throw new Failure('secret_moved');
        }
        $text = sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(
            substr($rest, self::NONCE_BYTES),
            $head . $option,
            substr($rest, 0, self::NONCE_BYTES),
            $known->bytes->reveal() // Opened for libsodium.
        );
        if (false === $text) {
            throw new Failure('secret_unreadable');
        }
        return new Secret($text);
    }

    /**
     * Whether the record is of the present version and sealed with the present key; a record that is not should be sealed anew.
     *
     * @throws Failure encryption_unavailable, secret_unreadable
     */
    public function is_current(string $record): bool
    {
        [, $id, $place] = self::parts($record);
        return null !== $place && hash_equals($this->keys->current()->id, $id);
    }

    /**
     * 64 hexadecimal digits by which a secret is known again; nothing can be found out about it without this site's key.
     *
     * @throws Failure encryption_unavailable
     */
    public function mark(Secret $secret): string
    {
        // Opened to be hashed under the key.
        return hash_hmac('sha256', 'wkpbic mark 1' . $secret->reveal(), $this->keys->current()->bytes->reveal());
    }

    /**
     * @return array{string, string, string|null, string, string} Source of the key, its id, place, what the associated data
     *                                                            begins with, nonce and ciphertext.
     * @throws Failure secret_unreadable
     */
    private static function parts(string $record): array
    {
        $version = substr($record, 0, strlen(self::VERSION));
        $bytes = base64_decode(substr($record, strlen(self::VERSION)), true);
        $length = match ($version) {
            self::VERSION => 1 + EncryptionKey::ID_BYTES + self::PLACE_BYTES,
            self::VERSION_1 => EncryptionKey::ID_BYTES,
            default => null,
        };
        if (null === $length || false === $bytes || strlen($bytes) < $length + self::NONCE_BYTES + self::TAG_BYTES) {
            throw new Failure('secret_unreadable');
        }
        $rest = substr($bytes, $length);
        if (self::VERSION_1 === $version) {
            return ['s', substr($bytes, 0, $length), null, $version, $rest];
        }
        $id = substr($bytes, 1, EncryptionKey::ID_BYTES);
        $place = substr($bytes, 1 + EncryptionKey::ID_BYTES, self::PLACE_BYTES);
        return [$bytes[0], $id, $place, $version . substr($bytes, 0, $length), $rest];
    }

    private static function place(string $option): string
    {
        return substr(hash('sha256', $option, true), 0, self::PLACE_BYTES);
    }

    /**
     * @throws Failure encryption_unavailable
     */
    private function require_sodium(): void
    {
        if (!$this->is_available()) {
            throw new Failure('encryption_unavailable');
        }
    }
}
