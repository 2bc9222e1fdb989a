<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Lock;
use Wkpbic\Storage\StoredTokens;
use Wkpbic\Storage\Tokens;

/**
 * Hands out an access token that is good for a while, refreshing it when needed: one refresh at a time across all processes.
 *
 * Whatever goes wrong, the tokens are kept; what went wrong is kept beside them. Calls no WordPress function.
 */
final class TokenBroker
{
    public const LOCK = 'wkpbic_refresh_lock';

    /** How often a process that waits for another one's refresh looks again. */
    private const POLL_MILLISECONDS = 100;

    public function __construct(
        private readonly Contract $contract,
        private readonly Tokens $tokens,
        private readonly TokenClient $client,
        private readonly LastFailure $last_failure,
        private readonly Lock $lock,
        private readonly Clock $clock
    ) {
    }

    /**
     * @throws Failure not_connected; interaction-required codes, after which only a new sign-in helps; configuration and
     *                 transient codes; those of a sealed record that does not open.
     */
    public function access_token(): Secret
    {
        $patience_ends = $this->clock->now() + $this->contract->limit('request_timeout_seconds');
        while (true) {
            $tokens = $this->tokens->read() ?? throw new Failure('not_connected');
            if ($this->seconds_left($tokens) > $this->contract->limit('refresh_ahead_seconds')) {
                return $tokens->access_token;
            }
            $needed = $this->person_needed();
            if (null === $needed && $this->lock->acquire()) {
                break;
            }
            if ($this->seconds_left($tokens) > 0) {
                return $tokens->access_token; // Nothing to be done, or somebody else is at it; good meanwhile.
            }
            if (null !== $needed) {
                throw $needed;
            }
            if ($this->clock->now() >= $patience_ends) {
                throw new Failure('microsoft_unreachable', null, ['transport' => 'timeout']);
            }
            $this->clock->pause(self::POLL_MILLISECONDS);
        }
        try {
            return $this->refresh();
        } finally {
            $this->lock->release();
        }
    }

    /**
     * With the lock held: reads once more, since another process may have refreshed before this one got the lock.
     *
     * @throws Failure
     */
    private function refresh(): Secret
    {
        $tokens = $this->tokens->read() ?? throw new Failure('not_connected');
        if ($this->seconds_left($tokens) > $this->contract->limit('refresh_ahead_seconds')) {
            return $tokens->access_token;
        }
        try {
            $answer = $this->client->refresh($tokens->refresh_token ?? throw new Failure('interaction_required'));
        } catch (Failure $failure) {
            $this->last_failure->write($failure);
            return $this->seconds_left($tokens) > 0 ? $tokens->access_token : throw $failure;
        }
        if (!$this->tokens->replace($tokens, $answer)) {
            // A new sign-in or a disconnection came in between, and that is what counts.
            return ($this->tokens->read() ?? throw new Failure('not_connected'))->access_token;
        }
        $this->last_failure->clear();
        return $answer->access_token;
    }

    /**
     * The last failure, if Microsoft has said that a person must sign in again: asking once more would only get the site
     * blocked for a while.
     */
    private function person_needed(): ?Failure
    {
        $last = $this->last_failure->read();
        return null !== $last && $this->contract->is_interaction_required($last['code'])
            ? new Failure($last['code'], null, $last['params'])
            : null;
    }

    private function seconds_left(StoredTokens $tokens): int
    {
        return $tokens->access_token_expires_at - $this->clock->now();
    }
}
