<?php

declare(strict_types=1);

namespace Wkpbic\Security;

/**
 * A sign-in that has begun and that this request alone may finish. Calls no WordPress function.
 */
final class SignInAttempt
{
    /**
     * @param string $id Hash of the state; names the attempt without being usable in its place.
     * @param string $identity Fingerprint of client, tenant, cloud and account at the time the sign-in began.
     * @param string $nonce_hash SHA-256 of the nonce that the ID token must hold.
     * @param int $user_id The WordPress user who began it.
     */
    public function __construct(
        public readonly string $id,
        public readonly Secret $code_verifier,
        public readonly string $redirect_uri,
        public readonly string $identity,
        public readonly string $nonce_hash,
        public readonly int $user_id
    ) {
    }
}
