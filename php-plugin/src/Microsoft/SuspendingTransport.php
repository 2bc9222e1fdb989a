<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Fiber;
use LogicException;
use SensitiveParameter;
use WpOrg\Requests\Transport;

/**
 * Stands where WordPress would send a request, and hands it to ParallelCalls instead: the task is suspended with the request
 * and goes on with the answer, or with the exception that says why there is none.
 */
final class SuspendingTransport implements Transport
{
    /**
     * @param string $url
     * @param array<mixed> $headers
     * @param string|array<mixed> $data
     * @param array<string, mixed> $options
     * @return string Head and body of the answer.
     */
    public function request($url, #[SensitiveParameter] $headers = [], #[SensitiveParameter] $data = [], $options = []): string
    {
        return Fiber::suspend(['url' => $url, 'headers' => $headers, 'data' => $data, 'options' => $options]);
    }

    /**
     * @param array<mixed> $requests
     * @param array<string, mixed> $options
     * @return never
     */
    public function request_multiple($requests, $options): array
    {
        throw new LogicException('One request at a time is suspended.');
    }

    /**
     * @param array<string, bool> $capabilities
     */
    public static function test($capabilities = []): bool
    {
        return true;
    }
}
