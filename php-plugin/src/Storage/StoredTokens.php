<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Security\Secret;

/**
 * Tokens as they lie in the database, opened. Calls no WordPress function.
 */
final class StoredTokens
{
    /**
     * @param string $row The text they were read from; a later write must still find it there.
     * @param string|null $username The account that signed in, for display.
     * @param int $connected_at Unix time of the sign-in.
     * @param int $access_token_expires_at Unix time.
     * @param Secret|null $refresh_token Null when Microsoft gave none.
     * @param int $obtained_at Unix time at which the access token came.
     * @param list<string>|null $scopes What was granted; null where Microsoft did not say.
     */
    public function __construct(
        public readonly string $row,
        public readonly string $identity,
        public readonly ?string $username,
        public readonly int $connected_at,
        public readonly int $access_token_expires_at,
        public readonly Secret $access_token,
        public readonly ?Secret $refresh_token,
        public readonly int $obtained_at,
        public readonly ?array $scopes
    ) {
    }
}
