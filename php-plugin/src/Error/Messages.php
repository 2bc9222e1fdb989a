<?php

declare(strict_types=1);

namespace Wkpbic\Error;

use RuntimeException;

/**
 * Turns an error code into a sentence in the user's language.
 */
final class Messages
{
    /** @var array<string, string>|null */
    private ?array $sentences = null;

    public function __construct(private readonly string $file)
    {
    }

    /**
     * Every sentence, with {name} placeholders.
     *
     * @return array<string, string> Error code => sentence.
     * @throws RuntimeException When the generated file is missing or damaged.
     */
    public function all(): array
    {
        if (null === $this->sentences) {
            $read = is_readable($this->file) ? require $this->file : null;
            if (!is_callable($read)) {
                throw new RuntimeException('The messages cannot be read.');
            }
            /**
             * Filters the sentences that explain what went wrong and what to do.
             *
             * @param array<string, string> $sentences Error code => sentence with {name} placeholders.
             */
            $this->sentences = (array) apply_filters('wkpbic_messages', $read());
        }
        return $this->sentences;
    }

    /**
     * The sentence for a code, with its placeholders filled in; plain text, not HTML.
     *
     * @param array<string, int|string> $params
     */
    public function sentence(string $code, array $params = []): string
    {
        $pairs = [];
        foreach ($params as $name => $value) {
            $pairs['{' . $name . '}'] = (string) $value;
        }
        return strtr($this->all()[$code] ?? $code, $pairs);
    }
}
