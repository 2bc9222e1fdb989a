<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\OptionRows;

/**
 * Sign-ins under way: one row each, named by the hash of the state, for one user and one browser, used once.
 *
 * A finished attempt stays as a tombstone without its verifier until it expires, so that a reload is told from an abuse.
 */
final class SignInAttempts
{
    public const PREFIX = 'wkpbic_attempt_';

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Cipher $cipher,
        private readonly Clock $clock,
        private readonly int $lifetime
    ) {
    }

    /**
     * Remembers an attempt; removes those that have expired.
     *
     * @param string $identity Fingerprint of client, tenant, cloud and account.
     * @return int Unix time at which it expires.
     * @throws Failure encryption_unavailable; state_reused when this state has been seen before.
     */
    public function begin(
        Secret $state,
        Secret $code_verifier,
        string $redirect_uri,
        int $user_id,
        Secret $browser,
        string $identity,
        Secret $nonce
    ): int {
        $this->remove_expired();
        $id = self::id($state);
        $expires_at = $this->clock->now() + $this->lifetime;
        $row = [
            'user_id' => $user_id,
            'browser' => self::fingerprint($browser),
            'redirect_uri' => $redirect_uri,
            'identity' => $identity,
            'expires_at' => $expires_at,
            'nonce' => self::fingerprint($nonce),
            'code_verifier' => $this->cipher->seal($code_verifier, self::PREFIX . $id),
        ];
        if (!$this->rows->insert(self::PREFIX . $id, self::encode($row))) {
            throw new Failure('state_reused');
        }
        return $expires_at;
    }

    /**
     * Takes the attempt for this request; of any number of requests exactly one gets it. A request by the wrong user or
     * browser changes nothing, so that the rightful one can still finish.
     *
     * @param int|null $user_id Null where WordPress does not say who asks: then state and browser alone tie the answer to its
     *                          beginning, and whoever began it counts.
     * @throws Failure state_unknown, sign_in_expired, sign_in_other_user, sign_in_other_browser, state_reused,
     *                 sign_in_already_done, site_keys_changed, secret_unreadable, encryption_unavailable.
     */
    public function claim(Secret $state, ?int $user_id, ?Secret $browser): SignInAttempt
    {
        $id = self::id($state);
        $text = $this->rows->read(self::PREFIX . $id);
        $row = null === $text ? null : json_decode($text, true);
        if (!is_array($row)) {
            throw new Failure('state_unknown');
        }
        // Before the browser: its cookie lives no longer than the attempt, so it says nothing about a late return.
        if ($row['expires_at'] <= $this->clock->now()) {
            throw new Failure('sign_in_expired');
        }
        $same_user = null === $user_id || $row['user_id'] === $user_id;
        $same_browser = null !== $browser && hash_equals($row['browser'], self::fingerprint($browser));
        if (!isset($row['code_verifier'])) {
            throw new Failure($same_user && $same_browser ? 'sign_in_already_done' : 'state_reused');
        }
        if (!$same_user) {
            throw new Failure('sign_in_other_user');
        }
        if (!$same_browser) {
            throw new Failure('sign_in_other_browser');
        }
        $tombstone = array_diff_key($row, ['code_verifier' => true]);
        if (!$this->rows->swap(self::PREFIX . $id, (string) $text, self::encode($tombstone))) {
            throw new Failure('sign_in_already_done');
        }
        $verifier = $this->cipher->open($row['code_verifier'], self::PREFIX . $id);
        return new SignInAttempt($id, $verifier, $row['redirect_uri'], $row['identity'], $row['nonce'], $row['user_id']);
    }

    /** Forgets every attempt. */
    public function remove_all(): void
    {
        $this->rows->delete(...array_keys($this->rows->starting_with(self::PREFIX)));
    }

    /** The name of an attempt: a hash, from which the state cannot be found again. */
    public static function id(Secret $state): string
    {
        return hash('sha256', $state->reveal()); // Opened to be hashed.
    }

    /** Forgets every attempt whose time is over. */
    public function remove_expired(): void
    {
        $expired = [];
        foreach ($this->rows->starting_with(self::PREFIX) as $name => $text) {
            $row = json_decode($text, true);
            if (!is_array($row) || ($row['expires_at'] ?? 0) <= $this->clock->now()) {
                $expired[] = $name;
            }
        }
        $this->rows->delete(...$expired);
    }

    private static function fingerprint(Secret $text): string
    {
        return hash('sha256', $text->reveal()); // Opened to be hashed.
    }

    /**
     * @param array<string, int|string> $row
     */
    private static function encode(array $row): string
    {
        return (string) json_encode($row, JSON_UNESCAPED_SLASHES);
    }
}
