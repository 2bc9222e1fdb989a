<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use SensitiveParameter;
use Throwable;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Microsoft\PowerBiRequest;
use Wkpbic\Microsoft\TokenBroker;
use WP_Error;

/**
 * What stands behind the functions of functions.php. Failures are answers, never exceptions.
 *
 * That a caller may not have a secret or a token is a guard against mistakes: code of another plugin runs with the rights of the site.
 */
final class Api
{
    /**
     * @param Closure(): bool $is_trusted Whether the current user may change the connection, or nobody's browser is waiting: cron, WP-CLI.
     */
    public function __construct(
        private readonly Values $values,
        private readonly Problems $problems,
        private readonly TokenBroker $broker,
        private readonly PowerBiRequest $power_bi,
        private readonly Messages $messages,
        private readonly Closure $is_trusted
    ) {
    }

    /** What a plain field of an extension holds, or its default; null for a secret and for a field that nobody has registered. */
    public function setting(string $id): ?string
    {
        return $this->values->setting($id);
    }

    /** What a secret field of an extension holds; null for every other field, where it does not open, and for those who may not have it. */
    public function secret(string $id): ?string
    {
        if (!($this->is_trusted)()) {
            $this->problems->add('not_allowed', $id);
            return null;
        }
        try {
            return $this->values->secret($id)?->reveal(); // Opened for the extension that it belongs to.
        } catch (Failure $failure) {
            $this->problems->add($failure->error_code, $id);
            return null;
        }
    }

    /** An access token for Power BI that is good for a while; an error with our code where there is none, or the caller may not have it. */
    public function access_token(): string|WP_Error
    {
        return $this->answer(fn (): string => $this->broker->access_token()->reveal()); // Opened for the extension that asks Power BI itself.
    }

    /**
     * Asks Power BI with the connection's token.
     *
     * @param array<mixed> $args `query`: array<string, scalar>; `body`: array<mixed>, sent as JSON.
     * @return array<string, mixed>|WP_Error The decoded body; an error also for an answer that is no success.
     */
    public function power_bi_request(string $method, string $path, #[SensitiveParameter] array $args = []): array|WP_Error
    {
        return $this->answer(function () use ($method, $path, $args): array {
            return $this->power_bi->send($method, $path, $args)->json_or_null() ?? [];
        });
    }

    /**
     * @template T
     * @param Closure(): T $ask
     * @return T|WP_Error
     */
    private function answer(Closure $ask): mixed
    {
        try {
            return ($this->is_trusted)() ? $ask() : throw new Failure('not_allowed');
        } catch (Failure $failure) {
            return new WP_Error(
                $failure->error_code,
                $this->messages->sentence($failure->error_code, $failure->params),
                ['status' => $failure->params['status'] ?? null, 'params' => $failure->params, 'retry_after' => $failure->retry_after]
            );
        } catch (Throwable) {
            return new WP_Error('extension_failed', $this->messages->sentence('extension_failed'), ['params' => [], 'retry_after' => null]);
        }
    }
}
