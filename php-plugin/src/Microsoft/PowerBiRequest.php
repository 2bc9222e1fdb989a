<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use SensitiveParameter;
use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\OptionRows;

/**
 * Any request to Power BI for other plugins: to the cloud's own host, and none while Power BI is to be left alone after a passing fault.
 * Calls no WordPress function.
 */
final class PowerBiRequest
{
    /** Until when nobody asks, and why. */
    public const OPTION = 'wkpbic_power_bi_pause';

    private const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

    public function __construct(
        private readonly Contract $contract,
        private readonly PowerBi $power_bi,
        private readonly BackOff $back_off,
        private readonly OptionRows $rows,
        private readonly Clock $clock
    ) {
    }

    /**
     * @param string $path Below /v1.0/myorg, such as '/groups'; no query.
     * @param array<mixed> $args `query`: array<string, scalar>; `body`: array<mixed>, sent as JSON.
     * @throws Failure extension_part_invalid with the parameter, before any call; power_bi_*, microsoft_*, whatever getting a token gives, and
     *                 the last passing fault until it is time to ask again, with the seconds left in `retry_after`.
     */
    public function send(string $method, string $path, #[SensitiveParameter] array $args): HttpAnswer
    {
        [$address, $body] = [self::checked_path($method, $path) . self::query($args), self::body($args)];
        $failures = $this->require_patience();
        try {
            $answer = $this->power_bi->send($method, $address, $body);
        } catch (Failure $failure) {
            // What getting a token gives is kept by whoever gets it.
            if ('transient' === $this->contract->failure_class($failure->error_code)) {
                $this->pause($failure, $failures + 1);
            }
            throw $failure;
        }
        if (0 < $failures) {
            $this->rows->delete(self::OPTION);
        }
        if ($answer->status >= 300) {
            throw PowerBi::refusal($this->contract, $answer);
        }
        return $answer;
    }

    /**
     * @return int How often in a row it has failed.
     * @throws Failure
     */
    private function require_patience(): int
    {
        $pause = json_decode($this->rows->read(self::OPTION) ?? '', true);
        $code = is_array($pause) && is_string($pause['code'] ?? null) ? $pause['code'] : null;
        if (null === $code || !$this->contract->has_error($code) || !is_int($pause['until'] ?? null)) {
            return 0;
        }
        $left = $pause['until'] - $this->clock->now();
        // Longer than anything that is ever written: the clock was set back.
        $longest = $this->contract->limit('retry_after_max_seconds') + $this->contract->limit('back_off_max_seconds');
        if (0 < $left && $left <= $longest) {
            throw new Failure($code, null, is_array($pause['params'] ?? null) ? $pause['params'] : [], retry_after: $left);
        }
        return is_int($pause['failures'] ?? null) ? $pause['failures'] : 1;
    }

    private function pause(Failure $failure, int $failures): void
    {
        $this->rows->write([self::OPTION => (string) json_encode([
            'until' => $this->clock->now() + $this->back_off->seconds('transient', $failures, $failure->retry_after),
            'code' => $failure->error_code,
            'params' => $failure->params,
            'failures' => $failures,
        ])]);
    }

    /**
     * @throws Failure extension_part_invalid
     */
    private static function checked_path(string $method, string $path): string
    {
        if (!in_array($method, self::METHODS, true)) {
            throw new Failure('extension_part_invalid', null, ['parameter' => 'method']);
        }
        // Segments without dots alone or percent signs: the address cannot leave the interface.
        $is_path = 1 === preg_match("~\A(?:/(?!\.{1,2}(?:/|\z))[A-Za-z0-9_.,()'=$:@-]+){1,20}\z~", $path) && strlen($path) <= 1000;
        return $is_path ? $path : throw new Failure('extension_part_invalid', null, ['parameter' => 'path']);
    }

    /**
     * @param array<mixed> $args
     * @throws Failure extension_part_invalid
     */
    private static function query(array $args): string
    {
        $query = $args['query'] ?? [];
        if (!is_array($query) || array_filter($query, 'is_scalar') !== $query) {
            throw new Failure('extension_part_invalid', null, ['parameter' => 'query']);
        }
        return [] === $query ? '' : '?' . http_build_query($query, '', '&', PHP_QUERY_RFC3986);
    }

    /**
     * @param array<mixed> $args
     * @return string|null JSON.
     * @throws Failure extension_part_invalid
     */
    private static function body(#[SensitiveParameter] array $args): ?string
    {
        $body = $args['body'] ?? null;
        if (null === $body) {
            return null;
        }
        $json = is_array($body) ? json_encode([] === $body ? (object) [] : $body, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE) : false;
        return false === $json ? throw new Failure('extension_part_invalid', null, ['parameter' => 'body']) : $json;
    }
}
