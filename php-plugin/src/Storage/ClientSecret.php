<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

/**
 * The client secret's Value: sealed in its option, or given by a constant in wp-config.php.
 *
 * The day on which it ends is no secret and lies in Settings, as client_secret_expires_on. Calls no WordPress function.
 */
final class ClientSecret extends SealedField
{
    public const OPTION = 'wkpbic_client_secret';

    public function option(): string
    {
        return self::OPTION;
    }
}
