<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Closure;
use Wkpbic\Error\Failure;

/**
 * The key that seals what is stored, and a name for it that may be stored beside the sealed text.
 *
 * It comes from the constant WKPBIC_ENCRYPTION_KEY (any text of at least 32 bytes) or, without one, from the site's
 * salts; either way through HKDF (RFC 5869) with SHA-256. Calls no WordPress function.
 */
final class EncryptionKey
{
    public const CONSTANT = 'WKPBIC_ENCRYPTION_KEY';

    private const MINIMUM_BYTES = 32;
    private const KEY_BYTES = 32;
    private const ID_BYTES = 8;

    /** @var array{key: Secret, id: string}|null */
    private ?array $derived = null;

    /**
     * @param Closure(): Secret $salts Gives the site's salts; asked only when there is no constant.
     * @param Closure(): (Secret|null) $constant Gives the constant, or null when it is not defined.
     */
    public function __construct(private readonly Closure $salts, private readonly Closure $constant)
    {
    }

    /**
     * 32 bytes for XChaCha20-Poly1305.
     *
     * @throws Failure encryption_unavailable When the constant is too short, or the site has no salts.
     */
    public function key(): Secret
    {
        return $this->derive()['key'];
    }

    /**
     * 8 bytes that tell one key from another without giving either away.
     *
     * @throws Failure encryption_unavailable
     */
    public function id(): string
    {
        return $this->derive()['id'];
    }

    /**
     * @return array{key: Secret, id: string}
     * @throws Failure encryption_unavailable
     */
    private function derive(): array
    {
        if (null === $this->derived) {
            $source = ($this->constant)() ?? ($this->salts)();
            // Opened to derive the key; the text itself is used nowhere else.
            if (strlen($source->reveal()) < self::MINIMUM_BYTES) {
                throw new Failure('encryption_unavailable');
            }
            $this->derived = [
                'key' => new Secret(hash_hkdf('sha256', $source->reveal(), self::KEY_BYTES, 'wkpbic key 1')),
                'id' => hash_hkdf('sha256', $source->reveal(), self::ID_BYTES, 'wkpbic key id 1'),
            ];
        }
        return $this->derived;
    }
}
