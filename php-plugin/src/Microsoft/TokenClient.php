<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Settings;

/**
 * Talks to the token endpoint: one call in, tokens or a named failure out. Stores nothing. Calls no WordPress function.
 */
final class TokenClient
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly Endpoints $endpoints,
        private readonly Http $http,
        private readonly ErrorDetail $errors
    ) {
    }

    /**
     * Exchanges an authorization code for tokens (RFC 6749 section 4.1.3, RFC 7636 section 4.5).
     *
     * @param string $redirect_uri The same text that the authorize request held.
     * @throws Failure
     */
    public function redeem_code(Secret $code, Secret $code_verifier, string $redirect_uri): TokenAnswer
    {
        return $this->ask([
            'grant_type' => 'authorization_code',
            'code' => $code,
            'redirect_uri' => $redirect_uri,
            'code_verifier' => $code_verifier,
        ], $this->scopes(), $this->required_secret());
    }

    /**
     * Exchanges a refresh token for fresh tokens (RFC 6749 section 6). Without a stored secret the app counts as public, which
     * is how a password grant may have begun.
     *
     * @throws Failure
     */
    public function refresh(Secret $refresh_token): TokenAnswer
    {
        return $this->ask(
            ['grant_type' => 'refresh_token', 'refresh_token' => $refresh_token],
            $this->scopes(),
            'ropc' === $this->settings->value('sign_in_method') ? $this->client_secret->read() : $this->required_secret()
        );
    }

    /**
     * Gets a token for the app itself (RFC 6749 section 4.4). The answer never holds a refresh token.
     *
     * @param Secret|null $client_secret A secret to try in place of the stored one.
     * @throws Failure
     */
    public function client_credentials(?Secret $client_secret = null): TokenAnswer
    {
        return $this->ask(
            ['grant_type' => 'client_credentials'],
            $this->contract->default_scope($this->settings->value('cloud')),
            $client_secret ?? $this->required_secret()
        );
    }

    /**
     * Signs the account in with its password (RFC 6749 section 4.3). Whoever calls must not repeat it after password_wrong: each
     * wrong password counts towards Microsoft's lockout.
     *
     * Where Microsoft takes the app for a public client and refuses the secret for that reason, the same is sent without one.
     *
     * @throws Failure
     */
    public function password(Secret $password): TokenAnswer
    {
        $username = $this->settings->value('username');
        if ('' === $username) {
            throw new Failure('setup_incomplete', 'username', ['field' => 'username']);
        }
        $grant = ['grant_type' => 'password', 'username' => $username, 'password' => $password];
        $secret = $this->client_secret->read();
        try {
            return $this->ask($grant, $this->scopes(), $secret);
        } catch (Failure $failure) {
            if (null === $secret || 'app_is_public' !== $failure->error_code) {
                throw $failure;
            }
            return $this->ask($grant, $this->scopes(), null);
        }
    }

    /**
     * Everything that a person's sign-in asks for; `openid` among it, for the ID token.
     */
    private function scopes(): string
    {
        return implode(' ', $this->contract->scopes($this->settings->value('cloud')));
    }

    /**
     * @throws Failure setup_incomplete
     */
    private function required_secret(): Secret
    {
        return $this->client_secret->read()
            ?? throw new Failure('setup_incomplete', 'client_secret', ['field' => 'client_secret']);
    }

    /**
     * @param array<string, string|Secret> $grant
     * @param Secret|null $client_secret Null to call as a public client.
     * @throws Failure
     */
    private function ask(array $grant, string $scope, ?Secret $client_secret): TokenAnswer
    {
        $values = $this->settings->values();
        if ('' === $values['client_id']) {
            throw new Failure('setup_incomplete', 'client_id', ['field' => 'client_id']);
        }
        $url = $this->endpoints->token($values['cloud'], $values['tenant_id']);
        $fields = ['client_id' => $values['client_id'], 'scope' => $scope]
            + $grant
            + (null === $client_secret ? [] : ['client_secret' => $client_secret]);

        $answer = $this->http->post_form($url, $fields);
        $json = $answer->json();
        if (200 === $answer->status) {
            return TokenAnswer::from_json($json);
        }
        if (!is_string($json['error'] ?? null)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        throw $this->errors->from_token_endpoint(
            $json,
            array_values(array_filter($fields, static fn ($value): bool => $value instanceof Secret)),
            'refresh_token' === $grant['grant_type'],
            $answer->retry_after()
        );
    }
}
