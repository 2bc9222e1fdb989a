<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * Scripted faults of the stand-in, at least one of every kind that it knows.
 */
final class Faults
{
    /**
     * @param list<string> $secrets Some of the answers repeat them.
     * @return list<array<string, mixed>> For its control route, without `match`.
     */
    public static function all(array $secrets): array
    {
        $echo = 'You sent ' . implode(' and ', $secrets);
        $faults = [];
        foreach ([400, 401, 403, 404, 429, 500, 502, 503, 504] as $status) {
            $faults[] = ['kind' => 'status', 'status' => $status];
        }
        $faults[] = ['kind' => 'status', 'status' => 429, 'retry_after' => 1];
        $faults[] = ['kind' => 'status', 'status' => 307, 'headers' => ['Location' => 'http://127.0.0.1:1/?' . http_build_query($secrets)]];
        foreach ([7000215, 7000222, 50173, 50076, 50126, 65001, 700016, 90002, 53003, 59999] as $code) {
            $faults[] = ['kind' => 'aadsts', 'code' => $code, 'text' => $echo];
        }
        foreach (['PowerBINotAuthorizedException', 'PowerBINotLicensedException', 'TokenExpired'] as $name) {
            $faults[] = ['kind' => 'power_bi', 'name' => $name, 'status' => 403, 'message' => $echo];
        }
        $faults[] = ['kind' => 'id_token', 'signature' => 'other_key'];
        $faults[] = ['kind' => 'id_token', 'omit' => true];
        $faults[] = ['kind' => 'id_token', 'set' => ['nonce' => $secrets[0], 'iss' => $secrets[0], 'preferred_username' => $secrets[0]]];
        foreach ([200, 401] as $status) {
            $body = [
                'error' => 'invalid_client', 'error_description' => $echo, 'error_codes' => [7000215], 'trace_id' => $secrets[0],
                'correlation_id' => $secrets[0], 'timestamp' => $secrets[0], 'error_uri' => $secrets[0],
            ];
            $faults[] = ['kind' => 'status', 'status' => $status, 'body' => $body];
            $faults[] = ['kind' => 'status', 'status' => $status, 'body' => ['error' => $secrets[0], 'value' => $secrets]];
            $faults[] = ['kind' => 'status', 'status' => $status, 'body' => ['error' => ['code' => $secrets[0], 'message' => $echo]]];
            $faults[] = ['kind' => 'status', 'status' => $status, 'body' => $echo];
        }
        $headers = ['RequestId' => $secrets[0], 'x-ms-request-id' => $secrets[0], 'client-request-id' => $secrets[0], 'Date' => $secrets[0]];
        $faults[] = ['kind' => 'status', 'status' => 500, 'headers' => $headers];
        foreach (['cut', 'truncated', 'malformed', 'html', 'empty'] as $kind) {
            $faults[] = ['kind' => $kind];
        }
        $faults[] = ['kind' => 'huge', 'bytes' => 2 * 1024 * 1024];
        $faults[] = ['kind' => 'clock', 'seconds' => 7200];
        $faults[] = ['kind' => 'delay', 'ms' => 5];
        return $faults;
    }
}
