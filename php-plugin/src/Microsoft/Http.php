<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use WP_Error;

/**
 * The only HTTP call of the plugin: no redirects followed, certificates checked, time and size limited, no Origin header
 * (Microsoft refuses a client secret beside one), no Referer, no cookies.
 */
final class Http
{
    /** cURL's error numbers; see the list "libcurl error codes" of the curl project. */
    private const TRANSPORTS = [
        5 => 'dns', 6 => 'dns', 7 => 'refused', 18 => 'truncated', 28 => 'timeout', 35 => 'tls', 51 => 'tls',
        52 => 'reset', 53 => 'tls', 54 => 'tls', 55 => 'reset', 56 => 'reset', 58 => 'tls', 59 => 'tls', 60 => 'tls',
        64 => 'tls', 66 => 'tls', 77 => 'tls', 80 => 'tls', 82 => 'tls', 83 => 'tls', 90 => 'tls', 91 => 'tls', 98 => 'tls',
    ];

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * Sends a form.
     *
     * @param array<string, string|Secret> $fields
     * @throws Failure microsoft_unreachable, microsoft_answer_too_large, microsoft_throttled, microsoft_unavailable
     */
    public function post_form(string $url, array $fields): HttpAnswer
    {
        $pairs = [];
        foreach ($fields as $name => $value) {
            // Opened to be sent. rawurlencode keeps + / = & ~ % and everything else of a secret intact.
            $pairs[] = rawurlencode($name) . '=' . rawurlencode($value instanceof Secret ? $value->reveal() : $value);
        }
        return $this->send('POST', $url, ['Content-Type' => 'application/x-www-form-urlencoded'], implode('&', $pairs));
    }

    /**
     * Fetches with a bearer token.
     *
     * @throws Failure microsoft_unreachable, microsoft_answer_too_large, microsoft_throttled, microsoft_unavailable
     */
    public function get(string $url, Secret $access_token): HttpAnswer
    {
        // Opened to be sent.
        return $this->send('GET', $url, ['Authorization' => 'Bearer ' . $access_token->reveal()], null);
    }

    /**
     * @param array<string, string> $headers
     * @throws Failure
     */
    private function send(
        string $method,
        string $url,
        #[SensitiveParameter] array $headers,
        #[SensitiveParameter] ?string $body
    ): HttpAnswer {
        $limit = $this->contract->limit('max_response_bytes');
        $answer = wp_safe_remote_request($url, [
            'method' => $method,
            // Uncompressed, or the size limit would hold for the compressed body only.
            'headers' => ['Accept' => 'application/json', 'Accept-Encoding' => 'identity'] + $headers,
            'body' => $body,
            'timeout' => $this->contract->limit('request_timeout_seconds'),
            'redirection' => 0,
            'sslverify' => true,
            'cookies' => [],
            // One more than allowed: WordPress cuts a longer body off without saying so.
            'limit_response_size' => $limit + 1,
        ]);
        if ($answer instanceof WP_Error) {
            throw new Failure('microsoft_unreachable', null, ['transport' => self::transport($answer)]);
        }
        $text = wp_remote_retrieve_body($answer);
        if (strlen($text) > $limit) {
            throw new Failure('microsoft_answer_too_large');
        }
        $received = [];
        foreach (wp_remote_retrieve_headers($answer) as $name => $value) {
            $received[strtolower((string) $name)] = is_array($value) ? (string) end($value) : (string) $value;
        }
        return self::passable(new HttpAnswer((int) wp_remote_retrieve_response_code($answer), $received, $text));
    }

    /**
     * @throws Failure microsoft_throttled, microsoft_unavailable
     */
    private static function passable(HttpAnswer $answer): HttpAnswer
    {
        if (429 === $answer->status) {
            throw new Failure('microsoft_throttled', null, ['seconds' => max(0, (int) $answer->header('Retry-After'))]);
        }
        if ($answer->status >= 500) {
            throw new Failure('microsoft_unavailable', null, ['status' => $answer->status]);
        }
        return $answer;
    }

    /** One word for what kept the answer from arriving. */
    private static function transport(WP_Error $error): string
    {
        $message = $error->get_error_message();
        // WordPress names neither case but by its sentence: an address it holds unsafe, and one the site owner blocks.
        if ('http_request_not_executed' === $error->get_error_code() || __('A valid URL was not provided.') === $message) {
            return 'blocked';
        }
        if (1 === preg_match('/cURL error (\d+)/', $message, $match)) {
            return self::TRANSPORTS[(int) $match[1]] ?? 'other';
        }
        return str_contains($message, 'timed out') ? 'timeout' : 'other';
    }
}
