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
 */
final class ClientSecret
{
    public const OPTION = 'wkpbic_client_secret';

    /**
     * @param Closure(): (Secret|null) $constant The constant, or null when it is not defined.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly Clock $clock,
        private readonly Closure $constant
    ) {
    }

    /**
     * @return Secret|null Null when there is none.
     * @throws Failure encryption_unavailable, site_keys_changed, secret_unreadable.
     */
    public function read(): ?Secret
    {
        $constant = ($this->constant)();
        if (null !== $constant) {
            return $constant;
        }
        $row = $this->row();
        return null === $row ? null : $this->cipher->open($row['record'], self::OPTION);
    }

    public function has_value(): bool
    {
        return null !== ($this->constant)() || null !== $this->row();
    }

    /** Unix time at which the value was stored; null for a constant or when there is none. */
    public function stored_at(): ?int
    {
        return null !== ($this->constant)() ? null : ($this->row()['stored_at'] ?? null);
    }

    /**
     * The text of the row that holds this secret, to be written together with others.
     *
     * @throws Failure encryption_unavailable
     */
    public function encode(Secret $secret): string
    {
        return (string) json_encode([
            'stored_at' => $this->clock->now(),
            'record' => $this->cipher->seal($secret, self::OPTION),
        ], JSON_UNESCAPED_SLASHES);
    }

    /**
     * A row that cannot be decoded counts as a secret that cannot be read, never as no secret.
     *
     * @return array{stored_at: int|null, record: string}|null
     */
    private function row(): ?array
    {
        $text = $this->rows->read(self::OPTION);
        if (null === $text) {
            return null;
        }
        $row = json_decode($text, true);
        return [
            'stored_at' => is_int($row['stored_at'] ?? null) ? $row['stored_at'] : null,
            'record' => is_string($row['record'] ?? null) ? $row['record'] : '',
        ];
    }
}
