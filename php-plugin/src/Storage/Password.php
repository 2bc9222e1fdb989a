<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\Secret;

/**
 * The account's password, for signing in without a person (ROPC) and for nothing else: sealed in its option, or given by a
 * constant in wp-config.php.
 *
 * It has a version, so that a password which Microsoft refused is known again without being kept a second time.
 */
final class Password implements StoredSecret
{
    public const OPTION = 'wkpbic_password';

    /** Holds the mark of the password that Microsoft has called wrong. */
    public const REFUSED_OPTION = 'wkpbic_password_refused';

    private readonly SealedRow $row;

    /**
     * @param Closure(): (Secret|null) $constant The constant, or null when it is not defined.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly Clock $clock,
        private readonly Closure $constant
    ) {
        $this->row = new SealedRow($rows, $cipher, self::OPTION);
    }

    public function option(): string
    {
        return self::OPTION;
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
     * Whether Microsoft has called this very password wrong; it must not be sent again, or the account gets locked.
     *
     * @throws Failure encryption_unavailable
     */
    public function is_refused(): bool
    {
        $refused = $this->rows->read(self::REFUSED_OPTION);
        return null !== $refused && hash_equals($refused, $this->mark());
    }

    /**
     * Remembers that Microsoft has called this password wrong.
     *
     * @throws Failure encryption_unavailable
     */
    public function refuse(): void
    {
        $this->rows->write([self::REFUSED_OPTION => $this->mark()]);
    }

    /** Names this password: by the version it was stored under, or by itself where a constant holds it. */
    private function mark(): string
    {
        return $this->cipher->mark(($this->constant)() ?? new Secret((string) ($this->row->values()['version'] ?? '')));
    }
}
