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
    private const ID = '[0-9A-Fa-f-]{36}';
    private const TIME = '\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,7})?Z?';

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
    public function from_token_endpoint(#[\SensitiveParameter] array $json, array $sent, bool $is_refresh = false, ?int $retry_after = null): Failure
    {
        $description = is_string($json['error_description'] ?? null) ? $json['error_description'] : '';
        foreach ($sent as $secret) {
            $description = self::without($secret, $description);
        }
        $detail = $this->read((string) $json['error'], $description);
        $codes = is_array($json['error_codes'] ?? null) ? array_values(array_filter($json['error_codes'], 'is_int')) : [];
        $detail['error_codes'] = [] === $codes ? $detail['error_codes'] : $codes;
        foreach (['trace_id', 'correlation_id', 'timestamp'] as $name) {
            $detail[$name] = self::shaped($name, $json[$name] ?? null) ?? $detail[$name];
        }
        $suberror = is_string($json['suberror'] ?? null) ? $json['suberror'] : '';
        return $this->failure($detail, $suberror, $is_refresh, $retry_after);
    }

    /** From the query with which Microsoft sent the browser back. */
    public function from_callback(string $error, #[\SensitiveParameter] string $description): Failure
    {
        return $this->failure($this->read($error, $description), '', false, null);
    }

    /**
     * @return array{error: string, error_description: string, error_codes: list<int>,
     *               trace_id: string|null, correlation_id: string|null, timestamp: string|null}
     */
    private function read(string $error, #[\SensitiveParameter] string $description): array
    {
        preg_match_all('/AADSTS(\d{4,9})/', $description, $numbers);
        return [
            // A word (RFC 6749 section 5.2): what is none may be anything.
            'error' => 1 === preg_match('/\A[A-Za-z_]{1,64}\z/', $error) ? $error : '',
            'error_description' => $this->plain($description),
            'error_codes' => array_values(array_unique(array_map('intval', $numbers[1]))),
            'trace_id' => $this->find('/Trace ID:\s*(' . self::ID . ')/', $description),
            'correlation_id' => $this->find('/Correlation ID:\s*(' . self::ID . ')/', $description),
            'timestamp' => $this->find('/Timestamp:\s*(' . self::TIME . ')/', $description),
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

    /** A secret that Microsoft has repeated, as it is or as it is written in an address, JSON or HTML. */
    private static function without(Secret $secret, #[\SensitiveParameter] string $text): string
    {
        $sent = $secret->reveal(); // Opened to be found and removed.
        $forms = [$sent, rawurlencode($sent), urlencode($sent), substr((string) json_encode($sent), 1, -1), htmlspecialchars($sent, ENT_QUOTES)];
        return '' === $sent ? $text : str_replace($forms, '[redacted]', $text);
    }

    /** An ID or a time of the form that it has at Microsoft. */
    private static function shaped(string $name, #[\SensitiveParameter] mixed $value): ?string
    {
        $form = 'timestamp' === $name ? self::TIME : self::ID;
        return is_string($value) && 1 === preg_match("/\A$form\z/", $value) ? $value : null;
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
