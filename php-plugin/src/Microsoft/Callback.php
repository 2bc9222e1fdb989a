<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * Microsoft's answer as it stood in the address the browser came back to. Calls no WordPress function.
 */
final class Callback
{
    public const NONE = 'none';
    public const CODE = 'code';
    public const ERROR = 'error';
    public const ADMIN_CONSENT_GRANTED = 'admin_consent_granted';
    public const ADMIN_CONSENT_REFUSED = 'admin_consent_refused';
    public const INVALID = 'invalid';

    /**
     * @param string $kind One of the constants above.
     * @param Secret|null $state Null where Microsoft returned none.
     * @param Secret|null $code Only for CODE.
     * @param string $error Only for ERROR and ADMIN_CONSENT_REFUSED.
     * @param string $error_description As $error; cut to the contract's limit.
     * @param string $tenant Only for ADMIN_CONSENT_GRANTED; not to be trusted for more than a comparison.
     * @param Failure|null $failure Only for INVALID: why the answer must not be acted on.
     * @param list<array{name: string, value: string}> $unknown Parameters without a meaning here, the first few, cut; for whoever
     *                                                         looks into a failure.
     */
    public function __construct(
        public readonly string $kind,
        public readonly ?Secret $state = null,
        public readonly ?Secret $code = null,
        public readonly string $error = '',
        public readonly string $error_description = '',
        public readonly string $tenant = '',
        public readonly ?Failure $failure = null,
        public readonly array $unknown = []
    ) {
    }
}
