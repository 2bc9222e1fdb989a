<?php

declare(strict_types=1);

namespace Wkpbic\Validation;

/**
 * What a field's rules say about a text; never holds the text. Calls no WordPress function.
 */
final class Verdict
{
    public const OK = 'ok';
    public const HINT = 'hint';
    public const WARN = 'warn';
    public const ERROR = 'error';

    /**
     * @param string $level ok, hint, warn or error; only an error keeps a value from being stored.
     * @param string $code One of the contract's error codes, or 'ok'.
     * @param array<string, int|string> $params
     */
    public function __construct(
        public readonly string $level = self::OK,
        public readonly string $code = 'ok',
        public readonly array $params = []
    ) {
    }

    public function is_error(): bool
    {
        return self::ERROR === $this->level;
    }
}
