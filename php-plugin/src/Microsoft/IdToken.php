<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\Settings;

/**
 * Proves who signed in: the ID token's signature by the directory's published keys, then its claims (OpenID Connect Core section
 * 3.1.3.7; "ID tokens in the Microsoft identity platform"). Calls no WordPress function.
 */
final class IdToken
{
    /** RFC 5321 allows no longer address. */
    private const MAX_USERNAME = 254;

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly SigningKeys $keys,
        private readonly Clock $clock
    ) {
    }

    /**
     * @param string|null $nonce_hash SHA-256 of the nonce that was sent; null when none was.
     * @return string|null The name of the account that signed in, for display.
     * @throws Failure id_token_*; microsoft_* when the keys cannot be fetched.
     */
    public function verify(?Secret $id_token, ?string $nonce_hash): ?string
    {
        $claims = $this->signed_claims($id_token ?? throw new Failure('id_token_missing'));
        $this->check_origin($claims);
        $this->check_times($claims);
        $nonce = $claims['nonce'] ?? null;
        if (null !== $nonce_hash && (!is_string($nonce) || !hash_equals($nonce_hash, hash('sha256', $nonce)))) {
            throw new Failure('id_token_nonce_wrong');
        }
        $name = $claims['preferred_username'] ?? null;
        return is_string($name) && '' !== $name ? mb_substr($name, 0, self::MAX_USERNAME, 'UTF-8') : null;
    }

    /**
     * @return array<string, mixed>
     * @throws Failure id_token_unreadable, id_token_algorithm, id_token_key_unknown, id_token_signature_wrong, microsoft_*
     */
    private function signed_claims(Secret $id_token): array
    {
        $parts = explode('.', $id_token->reveal()); // Opened to be checked.
        $bytes = array_map(self::base64url(...), $parts);
        if (3 !== count($parts) || in_array(null, $bytes, true)) {
            throw new Failure('id_token_unreadable');
        }
        [$header, $claims] = [self::json_object((string) $bytes[0]), self::json_object((string) $bytes[1])];
        if (!in_array($header['alg'] ?? null, $this->contract->id_token_algorithms(), true)) {
            throw new Failure('id_token_algorithm');
        }
        // RFC 7515 section 4.1.11: what "crit" names must be understood, and nothing of the kind is.
        if (!is_string($header['kid'] ?? null) || isset($header['crit'])) {
            throw new Failure('id_token_unreadable');
        }
        $pem = $this->keys->find($this->settings->value('cloud'), $this->settings->value('tenant_id'), $header['kid']);
        if (null === $pem) {
            throw new Failure('id_token_key_unknown');
        }
        if (1 !== openssl_verify("$parts[0].$parts[1]", (string) $bytes[2], $pem, OPENSSL_ALGO_SHA256)) {
            throw new Failure('id_token_signature_wrong');
        }
        return $claims;
    }

    /**
     * From our directory, by Microsoft, for our app.
     *
     * @param array<string, mixed> $claims
     * @throws Failure id_token_tenant_wrong, id_token_issuer_wrong, id_token_audience_wrong, microsoft_*
     */
    private function check_origin(#[\SensitiveParameter] array $claims): void
    {
        $cloud = $this->settings->value('cloud');
        $tenant_id = $this->keys->tenant_id($cloud, $this->settings->value('tenant_id'));
        if (!self::equal($claims['tid'] ?? null, $tenant_id)) {
            throw new Failure('id_token_tenant_wrong');
        }
        $row = $this->contract->cloud($cloud);
        $issuers = array_map(
            static fn (string $host): string => "https://$host/$tenant_id/v2.0",
            [$row['login_host'], ...$row['login_host_aliases']]
        );
        if (!is_string($claims['iss'] ?? null) || !in_array(strtolower($claims['iss']), $issuers, true)) {
            throw new Failure('id_token_issuer_wrong');
        }
        $audience = $claims['aud'] ?? null;
        // A list may name others who are not trusted here; one name alone is as good as a text.
        $audience = is_array($audience) && 1 === count($audience) ? reset($audience) : $audience;
        if (!self::equal($audience, strtolower($this->settings->value('client_id')))) {
            throw new Failure('id_token_audience_wrong');
        }
    }

    /**
     * @param array<string, mixed> $claims
     * @throws Failure id_token_unreadable, id_token_expired, id_token_issued_later, id_token_not_yet_valid
     */
    private function check_times(#[\SensitiveParameter] array $claims): void
    {
        foreach (['exp', 'iat', 'nbf'] as $name) {
            if (!is_int($claims[$name] ?? null)) {
                throw new Failure('id_token_unreadable');
            }
        }
        $leeway = $this->contract->limit('clock_offset_max_seconds');
        $now = $this->clock->now();
        if ($claims['exp'] + $leeway <= $now) {
            throw new Failure('id_token_expired');
        }
        if ($claims['iat'] - $leeway > $now) {
            throw new Failure('id_token_issued_later');
        }
        if ($claims['nbf'] - $leeway > $now) {
            throw new Failure('id_token_not_yet_valid');
        }
    }

    /** Whether a claim is that GUID, which is given in lower case. */
    private static function equal(mixed $claim, string $guid): bool
    {
        return is_string($claim) && '' !== $guid && strtolower($claim) === $guid;
    }

    /** Strict base64url without padding (RFC 7515 section 2); null for anything else. */
    private static function base64url(#[\SensitiveParameter] string $text): ?string
    {
        $decoded = 1 === preg_match('/\A[A-Za-z0-9_-]*\z/', $text) ? base64_decode(strtr($text, '-_', '+/'), true) : false;
        return false === $decoded ? null : $decoded;
    }

    /**
     * @return array<string, mixed>
     * @throws Failure id_token_unreadable
     */
    private static function json_object(#[\SensitiveParameter] string $text): array
    {
        $decoded = str_starts_with(ltrim($text), '{') ? json_decode($text, true) : null;
        return is_array($decoded) ? $decoded : throw new Failure('id_token_unreadable');
    }
}
