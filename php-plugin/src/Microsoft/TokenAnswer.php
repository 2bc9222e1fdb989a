<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use SensitiveParameter;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * A successful answer of the token endpoint. Calls no WordPress function.
 */
final class TokenAnswer
{
    /** RFC 5321 allows no longer address. */
    private const MAX_USERNAME = 254;

    /**
     * @param int $expires_in Seconds from now.
     * @param string|null $username The account that signed in, for display only.
     */
    private function __construct(
        public readonly Secret $access_token,
        public readonly ?Secret $refresh_token,
        public readonly int $expires_in,
        public readonly ?string $username
    ) {
    }

    /**
     * @param array<string, mixed> $json
     * @throws Failure microsoft_unreadable_answer When a needed value is missing or of the wrong type.
     */
    public static function from_json(#[SensitiveParameter] array $json): self
    {
        $type = $json['token_type'] ?? null;
        $access = $json['access_token'] ?? null;
        $refresh = $json['refresh_token'] ?? null;
        $seconds = filter_var($json['expires_in'] ?? null, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1]]);
        if (
            !is_string($type) || 0 !== strcasecmp($type, 'Bearer')
            || !is_string($access) || '' === $access
            || (null !== $refresh && (!is_string($refresh) || '' === $refresh))
            || false === $seconds
        ) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return new self(
            new Secret($access),
            null === $refresh ? null : new Secret($refresh),
            $seconds,
            self::username($json['id_token'] ?? null)
        );
    }

    /**
     * Reads the account's name out of the ID token. Its signature is not checked, which OpenID Connect Core 3.1.3.7 allows for
     * a token that came straight from the token endpoint over TLS; nothing is decided by the name.
     */
    private static function username(#[SensitiveParameter] mixed $id_token): ?string
    {
        $parts = is_string($id_token) ? explode('.', $id_token) : [];
        $payload = base64_decode(strtr($parts[1] ?? '', '-_', '+/'), true);
        $claims = false === $payload ? null : json_decode($payload, true);
        $name = is_array($claims) ? ($claims['preferred_username'] ?? null) : null;
        return is_string($name) && '' !== $name ? mb_substr($name, 0, self::MAX_USERNAME, 'UTF-8') : null;
    }
}
