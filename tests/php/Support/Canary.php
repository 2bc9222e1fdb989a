<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * Secrets of a test run, known by name, and a search for them in every form in which one could lie about: as it is, escaped for an
 * address, JSON or HTML, as base64 wherever it begins in a longer text, as hexadecimal digits, and cut at either end.
 */
final class Canary
{
    /** A secret shorter than this is found by chance. */
    private const SHORTEST = 16;

    /** What a mask that shows a part of a secret would show. */
    private const PART = 10;

    /** Names of values in requests and answers that are secrets. */
    private const WATCHED = [
        'client_secret', 'password', 'code', 'code_verifier', 'refresh_token', 'access_token', 'id_token', 'assertion',
    ];

    /** @var array<string, string> Secret => name. */
    private array $secrets = [];

    /** @var array<string, string> */
    private array $on_the_way = [];

    /** @var array<string, string> Form => what it is a form of. */
    private array $forms = [];

    public function add(string $name, string $secret): void
    {
        if (strlen($secret) < self::SHORTEST || isset($this->secrets[$secret])) {
            return;
        }
        $this->secrets[$secret] = $name;
        foreach (self::forms($secret) as $form => $how) {
            $this->forms[$form] = "$name, $how";
        }
    }

    /** Takes every secret out of a request and its answer. For the `http_api_debug` action. */
    public function watch(mixed $response, string $context, string $class, array $arguments, string $url): void
    {
        $body = $arguments['body'] ?? '';
        $sent = is_array($body) ? $body : [];
        if (is_string($body)) {
            parse_str($body, $sent);
        }
        $answer = is_array($response) ? json_decode((string) ($response['body'] ?? ''), true) : null;
        foreach ([$sent, is_array($answer) ? $answer : []] as $values) {
            foreach (array_intersect_key($values, array_flip(self::WATCHED)) as $name => $value) {
                if (is_string($value)) {
                    $this->add("$name on the way", $value);
                    $this->on_the_way[$name] = $name;
                }
            }
        }
        $bearer = (string) ($arguments['headers']['Authorization'] ?? '');
        $this->add('bearer token', (string) preg_replace('/\ABearer /', '', $bearer));
    }

    /**
     * @return list<string> Names of the values that watch() has seen.
     */
    public function on_the_way(): array
    {
        return array_values($this->on_the_way);
    }

    /**
     * @return list<string> What was found, and in which form; a secret is in none of these words.
     */
    public function found_in(string $text): array
    {
        $found = [];
        foreach ($this->forms as $form => $what) {
            if (str_contains($text, (string) $form)) {
                $found[$what] = $what;
            }
        }
        return array_values($found);
    }

    /**
     * @return array<string, string> Form => which form it is.
     */
    private static function forms(string $secret): array
    {
        $json = substr((string) json_encode($secret), 1, -1);
        $forms = [
            $secret => 'as it is',
            rawurlencode($secret) => 'in an address',
            urlencode($secret) => 'in a form',
            $json => 'in JSON',
            substr((string) json_encode($secret, JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE), 1, -1) => 'in JSON',
            substr((string) json_encode($json), 1, -1) => 'in JSON in JSON',
            htmlspecialchars($secret, ENT_QUOTES) => 'in HTML',
            str_replace('&#039;', '&#39;', htmlspecialchars($secret, ENT_QUOTES)) => 'in HTML',
            addslashes($secret) => 'with slashes',
            bin2hex($secret) => 'in hexadecimal digits',
            strtoupper(bin2hex($secret)) => 'in hexadecimal digits',
            strrev($secret) => 'backwards',
            str_rot13($secret) => 'rotated',
            substr($secret, 0, -self::PART) => 'without its end',
            substr($secret, -self::PART) => 'its end',
        ];
        // Tokens of one kind begin alike; their beginnings tell nothing.
        if (!str_starts_with($secret, 'eyJ')) {
            $forms[substr($secret, 0, self::PART)] = 'its beginning';
        }
        for ($before = 0; $before < 3; $before++) {
            $text = base64_encode(str_repeat("\0", $before) . $secret);
            // Characters at both ends depend on what stands beside the secret.
            $sure = substr($text, 0 === $before ? 0 : $before + 1, -4);
            $forms[$sure] = 'in base64';
            $forms[strtr($sure, '+/', '-_')] = 'in base64url';
        }
        return array_filter($forms, static fn (string|int $form): bool => strlen((string) $form) >= 8, ARRAY_FILTER_USE_KEY);
    }
}
