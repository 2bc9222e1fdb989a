<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use WP_Error;

/**
 * What an extension's check may ask. No secret and no token can be reached from here.
 *
 * @api
 */
final class CheckContext
{
    /**
     * @param Closure(string): (string|null) $setting
     * @param Closure(string, string, array<string, mixed>): (array<string, mixed>|WP_Error) $request
     */
    public function __construct(
        private readonly string $connection_state,
        private readonly Closure $setting,
        private readonly Closure $request
    ) {
    }

    /** not_connected, connected, sign_in_again or failing. */
    public function connection_state(): string
    {
        return $this->connection_state;
    }

    /** What an extension's field holds, as wkpbic_setting() gives it. */
    public function setting(string $id): ?string
    {
        return ($this->setting)($id);
    }

    /**
     * Asks Power BI, as wkpbic_power_bi_request() does.
     *
     * @param array<string, mixed> $args
     * @return array<string, mixed>|WP_Error
     */
    public function power_bi_request(string $method, string $path, array $args = []): array|WP_Error
    {
        return ($this->request)($method, $path, $args);
    }
}
