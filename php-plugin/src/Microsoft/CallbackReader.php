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
        $query = str_starts_with($query, '?') ? substr($query, 1) : $query;
        $pairs = self::pairs($query);
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
        $unknown = $this->unknown($query);
        $is_consent = isset($pairs['admin_consent']);
        if ('' !== $first('error')) {
            // Tested first: a refused consent carries admin_consent=True as well.
            return new Callback(
                kind: $is_consent ? Callback::ADMIN_CONSENT_REFUSED : Callback::ERROR,
                state: $state,
                error: $this->cut($first('error')),
                error_description: $this->cut($first('error_description')),
                unknown: $unknown
            );
        }
        if ($is_consent) {
            return 0 === strcasecmp($first('admin_consent'), 'true')
                ? new Callback(Callback::ADMIN_CONSENT_GRANTED, $state, tenant: $this->cut($first('tenant')), unknown: $unknown)
                : self::invalid('callback_incomplete', []);
        }
        return $this->code($first('code'), $state, $unknown);
    }

    /**
     * @param list<array{name: string, value: string}> $unknown
     */
    private function code(#[SensitiveParameter] string $code, ?Secret $state, array $unknown): Callback
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
        return new Callback(kind: Callback::CODE, state: $state, code: new Secret($code), unknown: $unknown);
    }

    /**
     * @return list<array{name: string, value: string}> In their order.
     */
    private function unknown(#[SensitiveParameter] string $query): array
    {
        $known = [...$this->contract->callback_parameters(), ...$this->contract->own_parameters()];
        $rows = array_filter(self::rows($query), static fn (array $row): bool => !in_array($row[0], $known, true));
        $cut = fn (string $text): string => mb_substr($text, 0, $this->contract->limit('max_unknown_text_chars'), 'UTF-8');
        return array_map(
            static fn (array $row): array => ['name' => $cut($row[0]), 'value' => $cut($row[1])],
            array_slice($rows, 0, $this->contract->limit('max_unknown_parameters'))
        );
    }

    /**
     * @return array<string, list<string>> Name => its values in order (the WHATWG URL Standard's form-urlencoded parser).
     */
    private static function pairs(#[SensitiveParameter] string $query): array
    {
        $pairs = [];
        foreach (self::rows($query) as [$name, $value]) {
            $pairs[$name][] = $value;
        }
        return $pairs;
    }

    /**
     * @return list<array{string, string}> Name and value, in their order.
     */
    private static function rows(#[SensitiveParameter] string $query): array
    {
        $parts = array_filter(explode('&', $query), static fn (string $part): bool => '' !== $part);
        return array_values(array_map(
            static fn (string $part): array => array_map([self::class, 'decode'], explode('=', $part, 2) + [1 => '']),
            $parts
        ));
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
