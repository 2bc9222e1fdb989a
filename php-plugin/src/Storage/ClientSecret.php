<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\Secret;

/**
 * The client secret's Value: sealed in its option, or given by a constant in wp-config.php.
 *
 * The day on which it ends is no secret and lies in Settings, as client_secret_expires_on.
 */
final class ClientSecret implements StoredSecret
{
    public const OPTION = 'wkpbic_client_secret';

    private readonly SealedRow $row;

    /**
     * @param Closure(): (Secret|null) $constant The constant, or null when it is not defined.
     */
    public function __construct(OptionRows $rows, Cipher $cipher, private readonly Clock $clock, private readonly Closure $constant)
    {
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
        return $this->row->encode(['stored_at' => $this->clock->now()], $secret);
    }
}
