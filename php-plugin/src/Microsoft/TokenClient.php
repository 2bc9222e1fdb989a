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
        ]);
    }

    /**
     * Exchanges a refresh token for fresh tokens (RFC 6749 section 6).
     *
     * @throws Failure
     */
    public function refresh(Secret $refresh_token): TokenAnswer
    {
        return $this->ask(['grant_type' => 'refresh_token', 'refresh_token' => $refresh_token]);
    }

    /**
     * @param array<string, string|Secret> $grant
     * @throws Failure
     */
    private function ask(array $grant): TokenAnswer
    {
        $values = $this->settings->values();
        $secret = $this->client_secret->read() ?? throw new Failure('setup_incomplete', 'client_secret', ['field' => 'client_secret']);
        $url = $this->endpoints->token($values['cloud'], $values['tenant_id']);
        $fields = [
            'client_id' => $values['client_id'],
            'scope' => implode(' ', $this->contract->scopes($values['cloud'])),
        ] + $grant + ['client_secret' => $secret];

        $answer = $this->http->post_form($url, $fields);
        $json = $answer->json();
        if (200 === $answer->status) {
            return TokenAnswer::from_json($json);
        }
        if (!is_string($json['error'] ?? null)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        $sent = array_values(array_filter($fields, static fn ($value): bool => $value instanceof Secret));
        throw $this->errors->from_token_endpoint($json, $sent);
    }
}
