<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Closure;
use SensitiveParameter;
use Throwable;
use Wkpbic\Clock;
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
    public function __construct(
        private readonly Contract $contract,
        private readonly Clock $clock,
        private readonly ExchangeReader $reader,
        private readonly ExchangeObserver $observer
    ) {
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
     * Sends a request with a bearer token.
     *
     * @param string|null $body JSON.
     * @throws Failure microsoft_unreachable, microsoft_answer_too_large, microsoft_throttled, microsoft_unavailable
     */
    public function send_json(string $method, string $url, Secret $access_token, #[SensitiveParameter] ?string $body): HttpAnswer
    {
        // Opened to be sent.
        $headers = ['Authorization' => 'Bearer ' . $access_token->reveal()];
        return $this->send($method, $url, $headers + (null === $body ? [] : ['Content-Type' => 'application/json']), $body, 'GET' === $method);
    }

    /**
     * Fetches what anybody may fetch.
     *
     * @param string $accept Media type to ask for.
     * @throws Failure microsoft_unreachable, microsoft_answer_too_large, microsoft_throttled, microsoft_unavailable
     */
    public function get_public(string $url, string $accept = 'application/json'): HttpAnswer
    {
        return $this->send('GET', $url, ['Accept' => $accept], null, false);
    }

    /**
     * @param array<string, string> $headers
     * @param bool $is_judged Whether an answer that is no success, or no JSON, is a failure by itself.
     * @throws Failure
     */
    private function send(
        string $method,
        string $url,
        #[SensitiveParameter] array $headers,
        #[SensitiveParameter] ?string $body,
        bool $is_judged = true
    ): HttpAnswer {
        [$began, $answer, $failure] = [$this->clock->milliseconds(), null, null];
        try {
            $answer = $this->receive($method, $url, $headers, $body);
            return self::passable($answer);
        } catch (Failure $failure) {
            throw $failure;
        } finally {
            $took = $this->clock->milliseconds() - $began;
            $this->observe(fn (): Exchange => $this->reader->read($method, $url, $answer, $failure, $is_judged, $took));
        }
    }

    /**
     * Tells the observer of a call. Nothing that goes wrong there reaches whoever made the call.
     *
     * @param Closure(): Exchange $read
     */
    private function observe(Closure $read): void
    {
        try {
            $this->observer->call($read());
        } catch (Throwable) {
            return;
        }
    }

    /**
     * @param array<string, string> $headers
     * @throws Failure microsoft_unreachable, microsoft_answer_too_large
     */
    private function receive(
        string $method,
        string $url,
        #[SensitiveParameter] array $headers,
        #[SensitiveParameter] ?string $body
    ): HttpAnswer {
        $limit = $this->contract->limit('max_response_bytes');
        $answer = wp_safe_remote_request($url, [
            'method' => $method,
            // Uncompressed, or the size limit would hold for the compressed body only.
            'headers' => $headers + ['Accept' => 'application/json', 'Accept-Encoding' => 'identity'],
            'body' => $body,
            'timeout' => $this->contract->limit('request_timeout_seconds'),
            'redirection' => 0,
            'sslverify' => true,
            'cookies' => [],
            // One more than allowed: WordPress cuts a longer body off without saying so.
            'limit_response_size' => $limit + 1,
        ]);
        if ($answer instanceof WP_Error) {
            throw new Failure('microsoft_unreachable', null, ['transport' => $this->transport($answer)]);
        }
        $text = wp_remote_retrieve_body($answer);
        if (strlen($text) > $limit) {
            throw new Failure('microsoft_answer_too_large');
        }
        $received = [];
        foreach (wp_remote_retrieve_headers($answer) as $name => $value) {
            $received[strtolower((string) $name)] = is_array($value) ? (string) end($value) : (string) $value;
        }
        return new HttpAnswer((int) wp_remote_retrieve_response_code($answer), $received, $text);
    }

    /**
     * @throws Failure microsoft_throttled, microsoft_unavailable
     */
    private static function passable(HttpAnswer $answer): HttpAnswer
    {
        if (429 === $answer->status) {
            $seconds = $answer->retry_after();
            throw new Failure('microsoft_throttled', null, ['seconds' => $seconds ?? 0], retry_after: $seconds);
        }
        if ($answer->status >= 500) {
            throw new Failure('microsoft_unavailable', null, ['status' => $answer->status], retry_after: $answer->retry_after());
        }
        return $answer;
    }

    /** One word for what kept the answer from arriving. */
    private function transport(WP_Error $error): string
    {
        $message = $error->get_error_message();
        if (1 === preg_match('/cURL error (\d+)/', $message, $match)) {
            return $this->contract->transport((int) $match[1]) ?? 'other';
        }
        // The sentence comes in the site's language, the table's in English.
        $unsafe = __('A valid URL was not provided.') === $message ? 'A valid URL was not provided.' : '';
        return $this->contract->transport_phrase($error->get_error_code() . " $message $unsafe") ?? 'other';
    }
}
