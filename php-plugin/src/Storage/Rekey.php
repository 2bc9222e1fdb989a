<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\EncryptionKey;
use Wkpbic\Security\Secret;

/**
 * Seals everything that is stored with the present key, after the key or the site's salts have changed: all of it or, when one
 * record does not open, nothing. Calls no WordPress function.
 */
final class Rekey
{
    private const OPTIONS = [ClientSecret::OPTION, Password::OPTION, Tokens::OPTION];

    private const POLL_MILLISECONDS = 100;
    private const PATIENCE_SECONDS = 60;

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly ExtensionValues $extension_values,
        private readonly Lock $lock,
        private readonly Clock $clock,
        private readonly Journal $journal
    ) {
    }

    /**
     * @param Secret|null $old_key The text of the key that is not in wp-config.php any more: a former value of
     *                             WKPBIC_ENCRYPTION_KEY, or the former AUTH_KEY, AUTH_SALT, SECURE_AUTH_KEY and SECURE_AUTH_SALT
     *                             one after the other.
     * @return int How many records were sealed anew.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_truncated,
     *                 secret_unreadable, storage_failed; then nothing has changed.
     */
    public function rekey(?Secret $old_key = null): int
    {
        $another = null === $old_key ? null : EncryptionKey::from($old_key, false);
        $this->wait();
        try {
            $sealed = $this->rows->swap_all($this->swaps($another));
            $this->journal->audit(Event::REKEYED, [], ['entries' => $sealed]);
            return $sealed;
        } finally {
            $this->lock->release();
        }
    }

    /**
     * Whether anything is sealed with another key than the present one.
     *
     * @throws Failure As rekey().
     */
    public function is_needed(): bool
    {
        return [] !== $this->swaps(null);
    }

    /**
     * @return array<string, array{string, string}> Option => its text now and with the present key.
     * @throws Failure
     */
    private function swaps(?EncryptionKey $another): array
    {
        $swaps = [];
        foreach ([...self::OPTIONS, ...$this->extension_values->sealed_options()] as $option) {
            $row = new SealedRow($this->rows, $this->cipher, $option);
            $text = $row->text();
            $new = null === $text ? null : $row->sealed_anew($text, $another);
            if (null !== $text && null !== $new) {
                $swaps[$option] = [$text, $new];
            }
        }
        return $swaps;
    }

    /**
     * Until nobody refreshes tokens: what a refresh brings must not be lost.
     *
     * @throws Failure storage_failed
     */
    private function wait(): void
    {
        $patience_ends = $this->clock->now() + self::PATIENCE_SECONDS;
        while (!$this->lock->acquire()) {
            if ($this->clock->now() >= $patience_ends) {
                throw new Failure('storage_failed');
            }
            $this->clock->pause(self::POLL_MILLISECONDS);
        }
    }
}
