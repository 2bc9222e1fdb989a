<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use SensitiveParameter;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * A successful answer of the token endpoint (RFC 6749 section 5.1). Calls no WordPress function.
 */
final class TokenAnswer
{
    /**
     * @param int $expires_in Seconds from now.
     * @param list<string>|null $scopes What was granted; null where Microsoft does not say, which means all that was asked for.
     * @param Secret|null $id_token As it came: nothing in it is proved.
     */
    private function __construct(
        public readonly Secret $access_token,
        public readonly ?Secret $refresh_token,
        public readonly int $expires_in,
        public readonly ?array $scopes,
        public readonly ?Secret $id_token
    ) {
    }

    /**
     * @param array<string, mixed> $json Values of other names are passed over.
     * @throws Failure microsoft_unreadable_answer When a needed value is missing or any is of the wrong type.
     */
    public static function from_json(#[SensitiveParameter] array $json): self
    {
        $type = $json['token_type'] ?? null;
        $seconds = filter_var($json['expires_in'] ?? null, FILTER_VALIDATE_INT, ['options' => ['min_range' => 1, 'max_range' => 0x7FFFFFFF]]);
        $access = self::text($json, 'access_token');
        if (!is_string($type) || 0 !== strcasecmp($type, 'Bearer') || null === $access || false === $seconds) {
            throw new Failure('microsoft_unreadable_answer');
        }
        $scope = $json['scope'] ?? null;
        if (null !== $scope && !is_string($scope)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return new self(
            $access,
            self::text($json, 'refresh_token'),
            $seconds,
            null === $scope ? null : array_values(array_filter(explode(' ', $scope), 'strlen')),
            self::text($json, 'id_token')
        );
    }

    /**
     * @param array<string, mixed> $json
     * @return Secret|null Null when the value is absent.
     * @throws Failure microsoft_unreadable_answer When it is empty or no text.
     */
    private static function text(#[SensitiveParameter] array $json, string $name): ?Secret
    {
        $value = $json[$name] ?? null;
        if (null !== $value && (!is_string($value) || '' === $value)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return null === $value ? null : new Secret($value);
    }
}
