<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Lock;
use Wkpbic\Storage\StoredTokens;
use Wkpbic\Storage\Tokens;

/**
 * Hands out an access token that is good for a while, renewing it when needed: one call at a time across all processes, and none
 * while Microsoft is to be left alone. Where no person is needed, it also gets the first token.
 *
 * Whatever goes wrong, the tokens are kept; what went wrong is kept beside them. Calls no WordPress function.
 */
final class TokenBroker
{
    public const LOCK = 'wkpbic_refresh_lock';

    /** @var list<Closure(): void> What the observer is to be told when the lock is free: it may ask for a token itself. */
    private array $news = [];

    /** How often a process that waits for another one's call looks again. */
    private const POLL_MILLISECONDS = 100;

    public function __construct(
        private readonly Contract $contract,
        private readonly SiteIdentity $site,
        private readonly Tokens $tokens,
        private readonly Renewal $renewal,
        private readonly BackOff $back_off,
        private readonly LastFailure $last_failure,
        private readonly Lock $lock,
        private readonly Clock $clock,
        private readonly ConnectionObserver $observer
    ) {
    }

    /**
     * @throws Failure site_moved and site_copied, before anything else; not_connected; interaction-required codes, after which only a
     *                 person helps; configuration and transient codes, repeated without a call until it is time to ask again; those of a
     *                 sealed record that does not open.
     */
    public function access_token(): Secret
    {
        $this->site->require_same_site();
        $patience_ends = $this->clock->now() + $this->contract->limit('request_timeout_seconds');
        while (true) {
            $tokens = $this->tokens_or_none();
            if (null !== $tokens && !$this->is_due($tokens)) {
                return $tokens->access_token;
            }
            $held_back = $this->held_back();
            if (null === $held_back && $this->lock->acquire()) {
                break;
            }
            if (null !== $tokens && $this->seconds_left($tokens) > 0) {
                return $tokens->access_token; // Nothing to be done, or somebody else is at it; good meanwhile.
            }
            if (null !== $held_back) {
                throw $held_back;
            }
            if ($this->clock->now() >= $patience_ends) {
                throw new Failure('microsoft_unreachable', null, ['transport' => 'timeout']);
            }
            $this->clock->pause(self::POLL_MILLISECONDS);
        }
        try {
            return $this->renew(false);
        } finally {
            $this->release();
        }
    }

    /**
     * Because a person asks: whoever needs a token next asks Microsoft at once, unless Microsoft has asked to be left alone. A
     * password that was called wrong is not sent again all the same.
     */
    public function try_again(): void
    {
        $this->last_failure->lift();
        $this->tokens->take_back();
    }

    /**
     * The daily job: uses the refresh token before it ends of disuse, and finds out that a secret has expired before somebody needs
     * it. Failures are kept, not thrown.
     */
    public function keep_alive(): void
    {
        try {
            $this->site->require_same_site();
            $tokens = $this->tokens->read();
            $is_old = null !== $tokens
                && $this->clock->now() - $tokens->obtained_at >= $this->contract->limit('keep_alive_seconds');
            if ($is_old && null === $this->held_back() && $this->lock->acquire()) {
                try {
                    $this->renew(true);
                } finally {
                    $this->release();
                }
            }
        } catch (Failure) {
            return; // Noted where it happened, or shown by state().
        }
    }

    /**
     * After Power BI has refused a token that should be good for a while: another one. A token that was got just now is not renewed
     * for that, so that a refusal for another reason costs one call in a while, not one each time.
     *
     * @return Secret|null Null where there is no other and none is to be had now; what went wrong is kept.
     */
    public function after_refusal(Secret $refused): ?Secret
    {
        try {
            $tokens = $this->tokens->read();
            // Opened to be compared.
            if (null === $tokens || !hash_equals($tokens->access_token->reveal(), $refused->reveal())) {
                return $tokens?->access_token; // Somebody else has renewed it meanwhile.
            }
            $is_fresh = $this->clock->now() - $tokens->obtained_at < $this->contract->limit('refresh_ahead_seconds');
            if ($is_fresh || null !== $this->held_back() || !$this->lock->acquire()) {
                return null;
            }
            try {
                $renewed = $this->renew(true);
                return hash_equals($renewed->reveal(), $refused->reveal()) ? null : $renewed;
            } finally {
                $this->release();
            }
        } catch (Failure) {
            return null;
        }
    }

    /** How the connection stands. Opens the tokens, calls nobody. */
    public function state(): ConnectionState
    {
        $method = $this->renewal->method();
        $last = $this->last_failure->read();
        $shown = null === $last ? null : array_diff_key($last, ['class' => true, 'asked_until' => true, 'about' => true]);
        try {
            $tokens = $this->tokens->read();
        } catch (Failure $failure) {
            $kept = $this->tokens->summary() ?? [];
            return new ConnectionState(
                ConnectionState::SIGN_IN_AGAIN,
                $method,
                $kept['username'] ?? null,
                $kept['connected_at'] ?? null,
                $kept['access_token_expires_at'] ?? null,
                last_failure: $shown
            );
        }
        $needs_person = null !== $last && 'interaction_required' === $last['class'];
        if (null === $tokens) {
            $is_failing = null !== $last && $this->renewal->is_unattended() && !$this->tokens->is_put_away();
            $failing = $needs_person ? ConnectionState::SIGN_IN_AGAIN : ConnectionState::FAILING;
            return $is_failing
                ? new ConnectionState($failing, $method, refresh_at: $last['retry_at'], last_failure: $shown)
                : new ConnectionState(ConnectionState::NOT_CONNECTED, $method);
        }
        return new ConnectionState(
            match (true) {
                null === $last => ConnectionState::CONNECTED,
                $needs_person => ConnectionState::SIGN_IN_AGAIN,
                default => ConnectionState::FAILING,
            },
            $method,
            $tokens->username,
            $tokens->connected_at,
            $tokens->access_token_expires_at,
            $needs_person ? null : max($tokens->access_token_expires_at - $this->ahead($tokens), $last['retry_at'] ?? 0),
            $tokens->scopes,
            $shown
        );
    }

    /**
     * With the lock held: reads once more, since another process may have been here before this one got the lock.
     *
     * @param bool $early Whether to renew tokens that are still good.
     * @throws Failure
     */
    private function renew(bool $early): Secret
    {
        $tokens = $this->tokens_or_none();
        if (null !== $tokens && !$early && !$this->is_due($tokens)) {
            return $tokens->access_token;
        }
        $left = null === $tokens ? 0 : $this->seconds_left($tokens);
        $held_back = $this->held_back();
        try {
            [$answer, $username] = null === $held_back ? $this->renewal->renew($tokens) : throw $held_back;
        } catch (Failure $failure) {
            if ($failure !== $held_back) {
                $this->note($failure);
                $this->news[] = fn () => $this->observer->refresh_failed($failure->error_code);
            }
            return null !== $tokens && $left > 0 ? $tokens->access_token : throw $failure;
        }
        $is_stored = null === $tokens ? $this->tokens->store_first($answer, $username) : $this->tokens->replace($tokens, $answer, $username);
        if (!$is_stored) {
            // A new sign-in or a disconnection came in between, and that is what counts.
            return ($this->tokens->read() ?? throw new Failure('not_connected'))->access_token;
        }
        if (null === $tokens) {
            $this->site->accept();
        }
        $this->last_failure->clear();
        $expires_at = $this->tokens->summary()['access_token_expires_at'] ?? 0;
        $this->news[] = null === $tokens
            ? fn () => $this->observer->connected($this->renewal->method())
            : fn () => $this->observer->token_refreshed($expires_at);
        return $answer->access_token;
    }

    /**
     * @return StoredTokens|null Null when there are none and none are needed to get some.
     * @throws Failure not_connected
     */
    private function tokens_or_none(): ?StoredTokens
    {
        $tokens = $this->tokens->read();
        if (null === $tokens && (!$this->renewal->is_unattended() || $this->tokens->is_put_away())) {
            throw new Failure('not_connected');
        }
        return $tokens;
    }

    private function release(): void
    {
        $this->lock->release();
        $news = $this->news;
        $this->news = [];
        foreach ($news as $tell) {
            $tell();
        }
    }

    private function note(Failure $failure): void
    {
        $class = Renewal::class_of($failure, $this->contract);
        $failures = 1 + ($this->last_failure->read()['failures'] ?? 0);
        $now = $this->clock->now();
        // What failed before any call may be mended at any moment, in wp-config.php for example.
        $was_called = null !== $failure->microsoft || 1 === preg_match('/\A(?:microsoft|id_token)_/', $failure->error_code);
        $wait = $was_called ? $this->back_off->seconds($class, $failures, $failure->retry_after) : 0;
        $asked = null === $failure->retry_after ? 0 : $now + $this->back_off->asked($failure->retry_after);
        $retry_at = 'interaction_required' === $class ? null : $now + $wait;
        $this->last_failure->write($failure, $class, $failures, $retry_at, $asked, $this->mark());
    }

    /** The last failure, while Microsoft must not be asked again. */
    private function held_back(): ?Failure
    {
        $last = $this->last_failure->read();
        if (null === $last || $this->has_other_values($last)) {
            return null;
        }
        $wait = ($last['retry_at'] ?? 0) - $this->clock->now();
        // Longer than anything that is ever written: the clock was set back.
        $longest = $this->contract->limit('retry_after_max_seconds') + $this->contract->limit('back_off_max_seconds');
        return 'interaction_required' === $last['class'] || (0 < $wait && $wait <= $longest)
            ? new Failure($last['code'], null, $last['params'])
            : null;
    }

    /**
     * Whether what failed is not what would be tried now: in wp-config.php, values change without anybody telling. What passes by itself
     * and what Microsoft has asked for hold all the same.
     *
     * @param array{class: string, asked_until: int, about: string|null} $last
     */
    private function has_other_values(array $last): bool
    {
        $may_be_mended = 'transient' !== $last['class'] && $last['asked_until'] <= $this->clock->now();
        return $may_be_mended && null !== $last['about'] && $last['about'] !== $this->mark();
    }

    /** Null where nothing can be named without encryption. */
    private function mark(): ?string
    {
        try {
            return $this->renewal->mark();
        } catch (Failure) {
            return null;
        }
    }

    private function is_due(StoredTokens $tokens): bool
    {
        return $this->seconds_left($tokens) <= $this->ahead($tokens);
    }

    /** How long before its end a token is renewed; half its life where that is short, or each use would be a call. */
    private function ahead(StoredTokens $tokens): int
    {
        $life = $tokens->access_token_expires_at - $tokens->obtained_at;
        return min($this->contract->limit('refresh_ahead_seconds'), intdiv(max(0, $life), 2));
    }

    /** 0 also where the token comes from the future: the clock was set back, and nobody knows how old it is. */
    private function seconds_left(StoredTokens $tokens): int
    {
        $now = $this->clock->now();
        $is_from_future = $tokens->obtained_at > $now + $this->contract->limit('clock_offset_max_seconds');
        return $is_from_future ? 0 : $tokens->access_token_expires_at - $now;
    }
}
