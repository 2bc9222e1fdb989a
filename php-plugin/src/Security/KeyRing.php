<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Closure;
use Wkpbic\Error\Failure;

/**
 * The keys of this site: the one that seals, and those that only open what was sealed before.
 *
 * The constant WKPBIC_ENCRYPTION_KEY seals or, where it is not defined, a key made of the site's salts. What was sealed with
 * the salts still opens once the constant is defined, and so does what WKPBIC_PREVIOUS_ENCRYPTION_KEY sealed. Calls no
 * WordPress function.
 */
final class KeyRing
{
    private ?EncryptionKey $current = null;

    /** @var list<EncryptionKey>|null */
    private ?array $earlier = null;

    /**
     * @param Closure(): Secret $salts Gives the site's salts.
     * @param Closure(): (Secret|null) $constant Gives the constant, or null when it is not defined.
     * @param (Closure(): (Secret|null))|null $previous Gives an earlier value of the constant, or null when there is none.
     */
    public function __construct(
        private readonly Closure $salts,
        private readonly Closure $constant,
        private readonly ?Closure $previous = null
    ) {
    }

    /**
     * The key that seals.
     *
     * @throws Failure encryption_unavailable When the constant is too short, or the site has no salts.
     */
    public function current(): EncryptionKey
    {
        if (null === $this->current) {
            $constant = ($this->constant)();
            $this->current = EncryptionKey::from($constant ?? ($this->salts)(), null === $constant);
        }
        return $this->current;
    }

    /**
     * The key of that name, or null when this site has none.
     *
     * @throws Failure encryption_unavailable
     */
    public function find(string $id): ?EncryptionKey
    {
        foreach ([$this->current(), ...$this->earlier()] as $key) {
            if (hash_equals($key->id, $id)) {
                return $key;
            }
        }
        return null;
    }

    /**
     * @return list<EncryptionKey>
     * @throws Failure encryption_unavailable
     */
    private function earlier(): array
    {
        if (null === $this->earlier) {
            $texts = [[null === $this->previous ? null : ($this->previous)(), false]];
            if (!$this->current()->is_from_salts) {
                $texts[] = [($this->salts)(), true];
            }
            $this->earlier = [];
            foreach ($texts as [$text, $is_from_salts]) {
                // A text that is too short has never sealed anything.
                if (null !== $text && strlen($text->reveal()) >= EncryptionKey::MINIMUM_BYTES) {
                    $this->earlier[] = EncryptionKey::from($text, $is_from_salts);
                }
            }
        }
        return $this->earlier;
    }
}
