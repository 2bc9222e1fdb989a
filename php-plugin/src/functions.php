<?php

/**
 * The functions that other plugins may call. This file loads no class: a page of the shop that calls none of them pays for nothing.
 */

declare(strict_types=1);

/**
 * What stands behind the functions below; not for other plugins.
 *
 * @param (Closure(): Wkpbic\Extension\Api)|null $build Given once, when the plugin is loaded.
 * @return Wkpbic\Extension\Api|null Null when the plugin cannot run.
 */
function wkpbic_api(?Closure $build = null): ?Wkpbic\Extension\Api
{
    static $builder = null;
    if (null !== $build) {
        $builder = $build;
        return null;
    }
    return null === $builder ? null : $builder();
}

/**
 * What a field of an extension holds, or its default. From `init` on; on every page.
 *
 * @param string $id Such as `my-plugin/warehouse_code`.
 * @return string|null Null for a secret and for a field that nobody has registered.
 */
function wkpbic_setting(string $id): ?string
{
    return wkpbic_api()?->setting($id);
}

/**
 * What a secret field of an extension holds. Only for users who may change the connection, in cron and in WP-CLI; do not show or log it.
 *
 * @param string $id Such as `my-plugin/key`.
 * @return string|null Null where nothing is stored, for every other field, and for those who may not have it.
 */
function wkpbic_secret(string $id): ?string
{
    return wkpbic_api()?->secret($id);
}

/**
 * An access token for Power BI that is good for some minutes, renewed when needed. Only for users who may change the connection, in cron and
 * in WP-CLI; it must not reach a browser. wkpbic_power_bi_request() is simpler.
 *
 * @return string|WP_Error The error's code is one of this plugin's, its message a sentence for people.
 */
function wkpbic_access_token(): string|WP_Error
{
    return wkpbic_api()?->access_token() ?? new WP_Error('not_connected');
}

/**
 * Asks Power BI with the connection's token. After a passing fault (too many requests, no answer) nobody asks again before it is time: until
 * then the answer is that fault. For the same callers as wkpbic_access_token().
 *
 * @param string $method GET, POST, PUT, PATCH or DELETE.
 * @param string $path Below `/v1.0/myorg`, such as `/groups`.
 * @param array{query?: array<string, scalar>, body?: array<mixed>} $args The body is sent as JSON.
 * @return array<string, mixed>|WP_Error The decoded body, empty when there is none. An answer that is no success is an error; its data holds
 *         `status` and, in seconds, `retry_after`.
 */
function wkpbic_power_bi_request(string $method, string $path, array $args = []): array|WP_Error
{
    return wkpbic_api()?->power_bi_request($method, $path, $args) ?? new WP_Error('not_connected');
}
