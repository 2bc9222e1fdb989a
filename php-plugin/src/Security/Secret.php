<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use JsonSerializable;
use LogicException;
use SensitiveParameter;
use WeakMap;

/**
 * A text that must not be shown: a client secret, a token, a code, a verifier, a key.
 *
 * The text lies beside the object, not in it, so that var_dump, print_r, var_export, an array cast and a debugger's
 * walk over properties find nothing. Whoever calls reveal() owes a comment that says why. Calls no WordPress function.
 */
final class Secret implements JsonSerializable
{
    private const REDACTED = '[redacted]';

    /** @var WeakMap<self, string>|null */
    private static ?WeakMap $texts = null;

    public function __construct(#[SensitiveParameter] string $text)
    {
        self::$texts ??= new WeakMap();
        self::$texts[$this] = $text;
    }

    /** The text itself. */
    public function reveal(): string
    {
        return self::$texts[$this];
    }

    /** Compares without telling by its run time how much is equal. */
    public function equals(self $other): bool
    {
        return hash_equals(self::$texts[$this], self::$texts[$other]);
    }

    /**
     * @return array{string}
     */
    public function __debugInfo(): array
    {
        return [self::REDACTED];
    }

    public function jsonSerialize(): string
    {
        return self::REDACTED;
    }

    /**
     * @return never
     */
    public function __serialize(): array
    {
        throw new LogicException('A secret is not serialised.');
    }

    /**
     * @param array<mixed> $data
     * @return never
     */
    public function __unserialize(array $data): void
    {
        throw new LogicException('A secret is not unserialised.');
    }

    private function __clone()
    {
    }
}
