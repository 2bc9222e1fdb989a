<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Error\Failure;

/**
 * The account's password, for signing in without a person (ROPC) and for nothing else: sealed in its option, or given by a
 * constant in wp-config.php. A password that Microsoft refused is known again without being kept a second time.
 *
 * Calls no WordPress function.
 */
final class Password extends SealedField
{
    public const OPTION = 'wkpbic_password';

    /** Holds the mark of the password that Microsoft has called wrong. */
    public const REFUSED_OPTION = 'wkpbic_password_refused';

    public function option(): string
    {
        return self::OPTION;
    }

    /**
     * Whether Microsoft has called this very password wrong; it must not be sent again, or the account gets locked.
     *
     * @throws Failure encryption_unavailable
     */
    public function is_refused(): bool
    {
        $refused = $this->rows->read(self::REFUSED_OPTION);
        return null !== $refused && hash_equals($refused, $this->mark());
    }

    /**
     * Remembers that Microsoft has called this password wrong.
     *
     * @throws Failure encryption_unavailable
     */
    public function refuse(): void
    {
        $this->rows->write([self::REFUSED_OPTION => $this->mark()]);
    }
}
