<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * Turns what Microsoft says about a refusal into a Failure: our code, and the details that its support asks for.
 *
 * The number decides first, then `suberror` and `error`, never the text: the same order as the core's explain(). Calls no
 * WordPress function.
 */
final class ErrorDetail
{
    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * From the JSON of the token endpoint.
     *
     * @param array<string, mixed> $json Holds a text under `error`.
     * @param list<Secret> $sent Secrets of the request; cut out of the text should Microsoft repeat one.
     * @param bool $is_refresh Whether a refresh token was sent, after whose refusal only a person helps.
     * @param int|null $retry_after Seconds of the answer's Retry-After.
     */
    public function from_token_endpoint(array $json, array $sent, bool $is_refresh = false, ?int $retry_after = null): Failure
    {
        $description = is_string($json['error_description'] ?? null) ? $json['error_description'] : '';
        foreach ($sent as $secret) {
            // Opened to be found and removed.
            $description = '' === $secret->reveal() ? $description : str_replace($secret->reveal(), '[redacted]', $description);
        }
        $detail = $this->read((string) $json['error'], $description);
        $codes = is_array($json['error_codes'] ?? null) ? array_values(array_filter($json['error_codes'], 'is_int')) : [];
        $detail['error_codes'] = [] === $codes ? $detail['error_codes'] : $codes;
        foreach (['trace_id', 'correlation_id', 'timestamp'] as $name) {
            $detail[$name] = is_string($json[$name] ?? null) ? $this->plain($json[$name]) : $detail[$name];
        }
        $suberror = is_string($json['suberror'] ?? null) ? $json['suberror'] : '';
        return $this->failure($detail, $suberror, $is_refresh, $retry_after);
    }

    /** From the query with which Microsoft sent the browser back. */
    public function from_callback(string $error, string $description): Failure
    {
        return $this->failure($this->read($error, $description), '', false, null);
    }

    /**
     * @return array{error: string, error_description: string, error_codes: list<int>,
     *               trace_id: string|null, correlation_id: string|null, timestamp: string|null}
     */
    private function read(string $error, string $description): array
    {
        preg_match_all('/AADSTS(\d{4,9})/', $description, $numbers);
        return [
            'error' => $this->plain($error),
            'error_description' => $this->plain($description),
            'error_codes' => array_values(array_unique(array_map('intval', $numbers[1]))),
            'trace_id' => $this->find('/Trace ID:\s*([0-9A-Fa-f-]{36})/', $description),
            'correlation_id' => $this->find('/Correlation ID:\s*([0-9A-Fa-f-]{36})/', $description),
            'timestamp' => $this->find('/Timestamp:\s*(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\dZ?)/', $description),
        ];
    }

    /**
     * @param array{error: string, error_description: string, error_codes: list<int>,
     *              trace_id: string|null, correlation_id: string|null, timestamp: string|null} $detail
     */
    private function failure(array $detail, string $suberror, bool $is_refresh, ?int $retry_after): Failure
    {
        $error = $detail['error'];
        $code = $this->code($error, $suberror, $detail['error_codes']);
        $params = 'microsoft_unknown' === $code ? ['error' => $error, 'aadsts' => $detail['error_codes'][0] ?? 0] : [];
        $needs_person = $this->contract->is_interactive_error($error)
            || null !== $this->contract->code_for_suberror($suberror)
            || ($is_refresh && 'invalid_grant' === $error);
        return new Failure($code, null, $params, $detail, $needs_person, $retry_after);
    }

    /**
     * @param list<int> $numbers
     */
    private function code(string $error, string $suberror, array $numbers): string
    {
        foreach ($numbers as $number) {
            $code = $this->contract->code_for_aadsts($number);
            if (null !== $code) {
                return $code;
            }
        }
        return $this->contract->code_for_suberror($suberror)
            ?? $this->contract->code_for_oauth_error($error)
            ?? ([] === $numbers ? $this->contract->code_for_oauth_error_alone($error) : null)
            ?? 'microsoft_unknown';
    }

    private function find(string $pattern, string $text): ?string
    {
        return 1 === preg_match($pattern, $text, $match) ? $match[1] : null;
    }

    /** Plain text of limited length: no control characters but line ends. */
    private function plain(string $text): string
    {
        $text = mb_substr(mb_scrub($text, 'UTF-8'), 0, $this->contract->limit('max_error_text_chars'), 'UTF-8');
        return (string) preg_replace('/[\x00-\x09\x0B-\x1F\x7F]+/', ' ', str_replace("\r\n", "\n", $text));
    }
}
