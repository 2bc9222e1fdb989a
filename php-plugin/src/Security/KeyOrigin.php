<?php

declare(strict_types=1);

namespace Wkpbic\Security;

/**
 * Where the encryption key comes from. WordPress makes salts of its own where wp-config.php has none, and keeps them in the database:
 * beside what they protect, and in every backup of it.
 */
final class KeyOrigin
{
    public const CONSTANT = 'constant';
    public const SALTS = 'salts';
    public const DATABASE = 'database';
    public const UNAVAILABLE = 'unavailable';

    /** Schemes of wp_salt() that the key is made of. */
    private const SCHEMES = ['auth', 'secure_auth'];

    public function __construct(private readonly Cipher $cipher)
    {
    }

    /** CONSTANT, SALTS (of wp-config.php), DATABASE (salts that WordPress made) or UNAVAILABLE. */
    public function word(): string
    {
        return match (true) {
            !$this->cipher->is_available() => self::UNAVAILABLE,
            defined(EncryptionKey::CONSTANT) => self::CONSTANT,
            [] !== array_filter(self::SCHEMES, $this->is_made_by_wordpress(...)) => self::DATABASE,
            default => self::SALTS,
        };
    }

    /** What is missing in wp-config.php, or stands there twice, wp_salt() keeps in the options `…_key` and `…_salt`. */
    private function is_made_by_wordpress(string $scheme): bool
    {
        foreach (['key', 'salt'] as $half) {
            $stored = get_site_option("{$scheme}_$half");
            if (is_string($stored) && '' !== $stored && str_contains(wp_salt($scheme), $stored)) {
                return true;
            }
        }
        return false;
    }
}
