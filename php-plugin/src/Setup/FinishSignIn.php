<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Microsoft\Callback;
use Wkpbic\Microsoft\ConnectionObserver;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\IdToken;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInAttempt;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;
use Wkpbic\Storage\Tokens;

/**
 * Takes Microsoft's answer to a sign-in: claims the attempt, redeems the code at once (it lives about a minute), keeps the
 * tokens once the ID token has proved who signed in, and leaves a result for the page to show. Tokens from before outlive every failure.
 *
 * Calls no WordPress function.
 */
final class FinishSignIn
{
    /**
     * @param Closure(int): bool $is_allowed Whether a user may change the connection.
     */
    public function __construct(
        private readonly Closure $is_allowed,
        private readonly SignInAttempts $attempts,
        private readonly TokenClient $client,
        private readonly IdToken $id_token,
        private readonly ErrorDetail $errors,
        private readonly Settings $settings,
        private readonly Tokens $tokens,
        private readonly LastFailure $last_failure,
        private readonly SignInResults $results,
        private readonly CheckResults $checks,
        private readonly SiteIdentity $site,
        private readonly Journal $journal,
        private readonly ConnectionObserver $observer
    ) {
    }

    /** Whether the answer is one that this class takes; answers about admin consent are only shown. */
    public function takes(Callback $callback): bool
    {
        return match ($callback->kind) {
            Callback::CODE, Callback::INVALID => true,
            Callback::ERROR => null !== $callback->state,
            default => false,
        };
    }

    /**
     * @param int|null $user_id Who is logged in; null where WordPress does not say.
     * @param Secret|null $browser What the browser's cookie holds.
     */
    public function finish(Callback $callback, ?int $user_id, ?Secret $browser): void
    {
        $id = null === $callback->state ? null : SignInAttempts::id($callback->state);
        try {
            if (null === $callback->state || null !== $callback->failure) {
                throw $callback->failure ?? new Failure('callback_state_missing');
            }
            $attempt = $this->attempts->claim($callback->state, $user_id, $browser);
            $user_id = $attempt->user_id;
            $this->redeem($callback, $attempt);
            $this->checks->keep(CheckResults::SIGNED_IN);
            $this->results->succeeded($user_id, $id);
            $this->journal->audit(Event::SIGNED_IN, [], ['connected' => true]);
            $this->observer->connected($this->settings->value('sign_in_method'));
        } catch (Failure $failure) {
            if (isset($attempt)) { // What names no attempt may come from anybody, and would fill the log.
                $this->journal->audit(Event::SIGN_IN_FAILED, code: $failure->error_code);
                $this->checks->keep(CheckResults::SIGNED_IN, $failure);
            }
            if (null === $user_id) {
                return; // Nobody is known to whom it could be said.
            }
            if ('sign_in_already_done' === $failure->error_code && $this->has_failed_before($user_id, $id)) {
                return; // A reload does not hide why the sign-in failed.
            }
            $this->results->failed($user_id, $id, $failure);
        }
    }

    /**
     * Keeps that an administrator's consent was reported. Whoever opens the address could have written it: it counts as a report, for the
     * directory of the set-up only, and opens nothing.
     */
    public function hear_of_consent(Callback $callback): void
    {
        $is_own = 0 === strcasecmp($callback->tenant, $this->settings->value('tenant_id')) && '' !== $callback->tenant;
        if (Callback::ADMIN_CONSENT_GRANTED === $callback->kind && $is_own) {
            $this->checks->keep(CheckResults::ADMIN_CONSENT_REPORTED);
        }
    }

    /**
     * @throws Failure
     */
    private function redeem(Callback $callback, SignInAttempt $attempt): void
    {
        if (!($this->is_allowed)($attempt->user_id)) {
            throw new Failure('not_allowed'); // The right was taken away meanwhile.
        }
        if (null === $callback->code) {
            throw $this->errors->from_callback($callback->error, $callback->error_description);
        }
        $this->require_unchanged_settings($attempt);
        $answer = $this->client->redeem_code($callback->code, $attempt->code_verifier, $attempt->redirect_uri);
        $username = $this->id_token->verify($answer->id_token, $attempt->nonce_hash);
        $this->tokens->store($answer, $attempt->identity, $username);
        $this->site->accept(); // Who signs in here says by it that this is the site.
        $this->last_failure->clear();
    }

    /**
     * The code belongs to the client and tenant that the browser left with.
     *
     * @throws Failure sign_in_settings_changed
     */
    private function require_unchanged_settings(SignInAttempt $attempt): void
    {
        if (!hash_equals($this->settings->identity(), $attempt->identity)) {
            throw new Failure('sign_in_settings_changed');
        }
    }

    private function has_failed_before(int $user_id, ?string $id): bool
    {
        $last = $this->results->read($user_id);
        return null !== $last && SignInResults::FAILED === $last['outcome'] && $last['attempt'] === $id;
    }
}
