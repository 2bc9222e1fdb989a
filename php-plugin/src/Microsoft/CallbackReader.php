<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * Reads a raw query string, since PHP's own $_GET hides a parameter that stands twice. Same answers as the core's
 * read_callback; tests/vectors/callback.json holds both to one truth. Calls no WordPress function.
 */
final class CallbackReader
{
    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @param string $query The query as the server got it, with or without its question mark.
     */
    public function read(#[SensitiveParameter] string $query): Callback
    {
        $pairs = self::pairs(str_starts_with($query, '?') ? substr($query, 1) : $query);
        if ([] === array_intersect(['code', 'error', 'admin_consent', 'state'], array_keys($pairs))) {
            return new Callback(Callback::NONE);
        }
        foreach ($this->contract->callback_parameters() as $name) {
            if (count($pairs[$name] ?? []) > 1) {
                return self::invalid('callback_duplicate_parameter', ['parameter' => $name]);
            }
        }
        $first = static fn (string $name): string => $pairs[$name][0] ?? '';
        if (mb_strlen($first('state'), 'UTF-8') > $this->contract->limit('state_chars')) {
            return self::invalid('state_unknown', []); // Not one of ours, and not worth keeping.
        }
        $state = '' === $first('state') ? null : new Secret($first('state'));
        $is_consent = isset($pairs['admin_consent']);
        if ('' !== $first('error')) {
            // Tested first: a refused consent carries admin_consent=True as well.
            return new Callback(
                kind: $is_consent ? Callback::ADMIN_CONSENT_REFUSED : Callback::ERROR,
                state: $state,
                error: $this->cut($first('error')),
                error_description: $this->cut($first('error_description'))
            );
        }
        if ($is_consent) {
            return 0 === strcasecmp($first('admin_consent'), 'true')
                ? new Callback(kind: Callback::ADMIN_CONSENT_GRANTED, state: $state, tenant: $this->cut($first('tenant')))
                : self::invalid('callback_incomplete', []);
        }
        return $this->code($first('code'), $state);
    }

    private function code(#[SensitiveParameter] string $code, ?Secret $state): Callback
    {
        if ('' === $code) {
            return self::invalid('callback_incomplete', []);
        }
        if (null === $state) {
            return self::invalid('callback_state_missing', []);
        }
        $max = $this->contract->limit('max_code_chars');
        $actual = mb_strlen($code, 'UTF-8');
        if ($actual > $max) {
            return self::invalid('too_long', ['max' => $max, 'actual' => $actual]);
        }
        return new Callback(kind: Callback::CODE, state: $state, code: new Secret($code));
    }

    /**
     * @return array<string, list<string>> Name => its values in order (the WHATWG URL Standard's form-urlencoded parser).
     */
    private static function pairs(#[SensitiveParameter] string $query): array
    {
        $pairs = [];
        foreach (explode('&', $query) as $part) {
            if ('' !== $part) {
                [$name, $value] = array_map([self::class, 'decode'], explode('=', $part, 2) + [1 => '']);
                $pairs[$name][] = $value;
            }
        }
        return $pairs;
    }

    private static function decode(#[SensitiveParameter] string $text): string
    {
        $substitute = mb_substitute_character();
        mb_substitute_character(0xFFFD);
        $decoded = mb_scrub(rawurldecode(strtr($text, '+', ' ')), 'UTF-8');
        mb_substitute_character($substitute);
        return $decoded;
    }

    private function cut(string $text): string
    {
        return mb_substr($text, 0, $this->contract->limit('max_error_text_chars'), 'UTF-8');
    }

    /**
     * @param array<string, int|string> $params
     */
    private static function invalid(string $code, array $params): Callback
    {
        return new Callback(kind: Callback::INVALID, failure: new Failure($code, null, $params));
    }
}
