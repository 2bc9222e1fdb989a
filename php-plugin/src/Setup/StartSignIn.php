<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Rest\CallbackController;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;

/**
 * Remembers a sign-in that the browser is about to begin, before it leaves for Microsoft.
 */
final class StartSignIn
{
    private const FIELDS = ['state', 'code_verifier', 'nonce', 'redirect_uri'];

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly SignInAttempts $attempts,
        private readonly SignInCookie $cookie,
        private readonly SignInResults $results,
        private readonly Journal $journal
    ) {
    }

    /**
     * @param array<mixed> $posted state, code_verifier, nonce, redirect_uri as the core made them.
     * @return int Unix time at which the attempt expires.
     * @throws Failure field_unknown, sign_in_malformed, redirect_uri_not_this_site, setup_incomplete,
     *                 encryption_unavailable, state_reused, storage_failed.
     */
    public function start(#[SensitiveParameter] array $posted, int $user_id): int
    {
        foreach (array_keys($posted) as $name) {
            if (!in_array($name, self::FIELDS, true)) {
                throw Failure::unknown_field($name);
            }
        }
        // RFC 7636 section 4.1 for the verifier's alphabet; state and nonce are base64url.
        $chars = $this->contract->limit('state_chars');
        $least = $this->contract->limit('code_verifier_min_chars');
        $most = $this->contract->limit('code_verifier_max_chars');
        $state = self::shaped($posted, 'state', "/\A[A-Za-z0-9_-]{{$chars}}\z/");
        $code_verifier = self::shaped($posted, 'code_verifier', "/\A[A-Za-z0-9._~-]{{$least},{$most}}\z/");
        $nonce_chars = $this->contract->limit('nonce_chars');
        $nonce = self::shaped($posted, 'nonce', "/\A[A-Za-z0-9_-]{{$nonce_chars}}\z/");
        $redirect_uri = $posted['redirect_uri'] ?? null;
        if (!is_string($redirect_uri)) {
            throw new Failure('sign_in_malformed', 'redirect_uri', ['field' => 'redirect_uri']);
        }
        $second = rest_url($this->contract->rest_namespace() . '/' . CallbackController::ROUTE);
        if (!in_array($redirect_uri, [admin_url($this->contract->redirect_path()), $second], true)) {
            throw new Failure('redirect_uri_not_this_site', 'redirect_uri');
        }
        $this->require_complete_setup();

        $expires_at = $this->attempts->begin(
            $state,
            $code_verifier,
            $redirect_uri,
            $user_id,
            $this->cookie->issue(),
            $this->settings->identity(),
            $nonce
        );
        $this->results->clear($user_id);
        $this->journal->audit(Event::SIGN_IN_STARTED);
        return $expires_at;
    }

    /**
     * @param array<mixed> $posted
     * @throws Failure sign_in_malformed
     */
    private static function shaped(#[SensitiveParameter] array $posted, string $name, string $pattern): Secret
    {
        $value = $posted[$name] ?? null;
        if (!is_string($value) || 1 !== preg_match($pattern, $value)) {
            throw new Failure('sign_in_malformed', $name, ['field' => $name]);
        }
        return new Secret($value);
    }

    /**
     * @throws Failure setup_incomplete
     */
    private function require_complete_setup(): void
    {
        $values = $this->settings->values();
        foreach (['client_id', 'tenant_id'] as $field) {
            if ('' === $values[$field]) {
                throw new Failure('setup_incomplete', $field, ['field' => $field]);
            }
        }
        if (!$this->client_secret->has_value()) {
            throw new Failure('setup_incomplete', 'client_secret', ['field' => 'client_secret']);
        }
    }
}
