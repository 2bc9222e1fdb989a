<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Closure;
use Wkpbic\Error\Failure;

/**
 * Seals a secret for the database and opens it again: XChaCha20-Poly1305 of libsodium.
 *
 * A record is `wkpbic1:` and the base64 of key id (8 bytes), nonce (24 bytes) and ciphertext with its tag. The name of
 * the option is associated data, so a record copied into another option does not open. Calls no WordPress function.
 */
final class Cipher
{
    private const VERSION = 'wkpbic1:';
    private const ID_BYTES = 8;
    private const NONCE_BYTES = 24;
    private const TAG_BYTES = 16;

    /** @var Closure(): bool */
    private readonly Closure $available;

    /**
     * @param (Closure(): bool)|null $available Whether libsodium is there; by default asks PHP.
     */
    public function __construct(private readonly EncryptionKey $key, ?Closure $available = null)
    {
        $this->available = $available
            ?? static fn (): bool => function_exists('sodium_crypto_aead_xchacha20poly1305_ietf_encrypt');
    }

    /** Whether secrets can be stored at all on this server. */
    public function is_available(): bool
    {
        try {
            $this->key->id();
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
        $nonce = random_bytes(self::NONCE_BYTES);
        $sealed = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(
            $secret->reveal(), // Opened to be sealed.
            self::VERSION . $option,
            $nonce,
            $this->key->key()->reveal() // Opened for libsodium.
        );
        return self::VERSION . base64_encode($this->key->id() . $nonce . $sealed);
    }

    /**
     * @param string $option Name of the option that holds the record.
     * @throws Failure encryption_unavailable, site_keys_changed (sealed with another key), secret_unreadable (damaged or moved).
     */
    public function open(string $record, string $option): Secret
    {
        $this->require_sodium();
        $bytes = str_starts_with($record, self::VERSION)
            ? base64_decode(substr($record, strlen(self::VERSION)), true)
            : false;
        if (false === $bytes || strlen($bytes) < self::ID_BYTES + self::NONCE_BYTES + self::TAG_BYTES) {
            throw new Failure('secret_unreadable');
        }
        if (!hash_equals($this->key->id(), substr($bytes, 0, self::ID_BYTES))) {
            throw new Failure('site_keys_changed');
        }
        $text = sodium_crypto_aead_xchacha20poly1305_ietf_decrypt(
            substr($bytes, self::ID_BYTES + self::NONCE_BYTES),
            self::VERSION . $option,
            substr($bytes, self::ID_BYTES, self::NONCE_BYTES),
            $this->key->key()->reveal() // Opened for libsodium.
        );
        if (false === $text) {
            throw new Failure('secret_unreadable');
        }
        return new Secret($text);
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
