<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

/**
 * How the connection stands, for people: nothing in it is secret. Times are Unix seconds. Calls no WordPress function.
 */
final class ConnectionState
{
    public const NOT_CONNECTED = 'not_connected';
    public const CONNECTED = 'connected';
    public const FAILING = 'failing';
    /** Only a person helps: by signing in or, where there is no sign-in, by entering what is stored anew. */
    public const SIGN_IN_AGAIN = 'sign_in_again';

    /**
     * @param string $state One of the constants above.
     * @param string $method delegated, ropc or service_principal.
     * @param string|null $username The account; null for the app itself.
     * @param int|null $connected_at Since when.
     * @param int|null $refresh_at When Microsoft is asked next, if somebody needs a token then; null when only a person helps.
     * @param list<string>|null $scopes What was granted; null where Microsoft did not say.
     * @param array{code: string, params: array<string, int|string>, at: int, retry_at: int|null, failures: int,
     *              trace_id: string|null, correlation_id: string|null}|null $last_failure Null while all is well.
     */
    public function __construct(
        public readonly string $state,
        public readonly string $method,
        public readonly ?string $username = null,
        public readonly ?int $connected_at = null,
        public readonly ?int $access_token_expires_at = null,
        public readonly ?int $refresh_at = null,
        public readonly ?array $scopes = null,
        public readonly ?array $last_failure = null
    ) {
    }

    public function is_connected(): bool
    {
        return self::CONNECTED === $this->state;
    }

    /**
     * @return array<string, mixed>
     */
    public function to_array(): array
    {
        return get_object_vars($this);
    }
}
