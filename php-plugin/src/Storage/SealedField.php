<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\Secret;

/**
 * What all secret fields have in common. Beside the sealed record lie when it was stored and a version, which names the value without
 * telling anything of it. Calls no WordPress function.
 */
abstract class SealedField implements StoredSecret
{
    private readonly SealedRow $row;

    /**
     * @param Closure(): (Secret|null) $constant The constant, or null when it is not defined.
     */
    public function __construct(
        protected readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly Clock $clock,
        private readonly Closure $constant
    ) {
        $this->row = new SealedRow($rows, $cipher, $this->option());
    }

    public function read(): ?Secret
    {
        $constant = ($this->constant)();
        if (null !== $constant) {
            return $constant;
        }
        $text = $this->row->text();
        return null === $text ? null : $this->row->open($text);
    }

    public function has_value(): bool
    {
        return null !== ($this->constant)() || null !== $this->row->text();
    }

    public function stored_at(): ?int
    {
        $at = null !== ($this->constant)() ? null : ($this->row->values()['stored_at'] ?? null);
        return is_int($at) ? $at : null;
    }

    public function encode(Secret $secret): string
    {
        return $this->row->encode(['stored_at' => $this->clock->now(), 'version' => bin2hex(random_bytes(8))], $secret);
    }

    /**
     * Names the value, by the version it was stored under or by itself where a constant holds it: another value, another mark.
     *
     * @throws Failure encryption_unavailable
     */
    public function mark(): string
    {
        return $this->cipher->mark(($this->constant)() ?? new Secret((string) ($this->row->values()['version'] ?? '')));
    }
}
