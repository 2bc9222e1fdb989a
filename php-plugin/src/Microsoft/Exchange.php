<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

/**
 * One call to Microsoft, as far as it may be remembered: no address with values in it, no header, no body. Calls no WordPress
 * function.
 */
final class Exchange
{
    /**
     * @param string $method GET or POST.
     * @param string $host One of the contract's hosts, or '' for another.
     * @param string $path What kind of address it was, such as 'token' or 'groups/{id}/users'; no value of anybody's.
     * @param int|null $status HTTP status; null when there was no answer.
     * @param int $milliseconds From sending to the end of the answer.
     * @param string|null $code Error code of the contract; null when all went well.
     * @param string|null $trace_id Microsoft's name for the call, for its support.
     * @param string|null $correlation_id Microsoft's name for a group of calls.
     * @param int|null $clock_offset Seconds by which Microsoft's clock was ahead of this server's; null when it did not say.
     */
    public function __construct(
        public readonly string $method,
        public readonly string $host,
        public readonly string $path,
        public readonly ?int $status,
        public readonly int $milliseconds,
        public readonly ?string $code,
        public readonly ?string $trace_id,
        public readonly ?string $correlation_id,
        public readonly ?int $clock_offset
    ) {
    }
}
