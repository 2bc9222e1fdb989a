<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Wkpbic\Error\Failure;

/**
 * A key that seals what is stored, and a name for it that may be stored beside the sealed text.
 *
 * Both come out of a long text through HKDF (RFC 5869) with SHA-256. Calls no WordPress function.
 */
final class EncryptionKey
{
    /** In wp-config.php: any text of at least 32 bytes. */
    public const CONSTANT = 'WKPBIC_ENCRYPTION_KEY';

    /** In wp-config.php: what CONSTANT held before, for as long as something sealed with it is stored. */
    public const PREVIOUS_CONSTANT = 'WKPBIC_PREVIOUS_ENCRYPTION_KEY';

    public const MINIMUM_BYTES = 32;
    public const ID_BYTES = 8;

    private const KEY_BYTES = 32;

    /**
     * @param Secret $bytes 32 bytes for XChaCha20-Poly1305.
     * @param string $id 8 bytes that tell one key from another without giving either away.
     * @param bool $is_from_salts Whether it was made of the site's salts and not of a constant.
     */
    private function __construct(
        public readonly Secret $bytes,
        public readonly string $id,
        public readonly bool $is_from_salts
    ) {
    }

    /**
     * @throws Failure encryption_unavailable When the text is shorter than 32 bytes.
     */
    public static function from(Secret $text, bool $is_from_salts): self
    {
        $source = $text->reveal(); // Opened to derive the key; the text itself is used nowhere else.
        if (strlen($source) < self::MINIMUM_BYTES) {
            throw new Failure('encryption_unavailable');
        }
        return new self(
            new Secret(hash_hkdf('sha256', $source, self::KEY_BYTES, 'wkpbic key 1')),
            hash_hkdf('sha256', $source, self::ID_BYTES, 'wkpbic key id 1'),
            $is_from_salts
        );
    }
}
