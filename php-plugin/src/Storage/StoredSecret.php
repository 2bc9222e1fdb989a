<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * A secret field: sealed in an option of its own, or given by a constant in wp-config.php, which then counts.
 */
interface StoredSecret
{
    /** Name of the option that holds it. */
    public function option(): string;

    /**
     * @return Secret|null Null when there is none.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_truncated,
     *                 secret_unreadable.
     */
    public function read(): ?Secret;

    public function has_value(): bool;

    /** Unix time at which the value was stored; null for a constant or when there is none. */
    public function stored_at(): ?int;

    /**
     * Names the value without telling anything of it: another value, another mark.
     *
     * @throws Failure encryption_unavailable
     */
    public function mark(): string;

    /**
     * The text of the row that holds this secret, to be written together with others.
     *
     * @throws Failure encryption_unavailable
     */
    public function encode(Secret $secret): string;
}
