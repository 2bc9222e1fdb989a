<?php

declare(strict_types=1);

namespace Wkpbic\Error;

use RuntimeException;

/**
 * Something that was refused or went wrong, named by one of the contract's error codes.
 *
 * The exception's message is the code: a sentence is looked up where it is shown, and no value that somebody typed or
 * Microsoft sent can end up in a log by way of an exception. Calls no WordPress function.
 */
final class Failure extends RuntimeException
{
    /**
     * @param string $error_code One of the contract's error codes.
     * @param string|null $field The field concerned, if it is one field.
     * @param array<string, int|string> $params Values for the sentence's placeholders.
     * @param array{error: string, error_description: string, error_codes: list<int>, trace_id: string|null,
     *              correlation_id: string|null, timestamp: string|null}|null $microsoft What Microsoft said, for support.
     * @param bool $interaction_required Whether Microsoft asks for a person, though the code by itself does not.
     * @param int|null $retry_after Seconds for which Microsoft asks to be left alone, if it does.
     */
    public function __construct(
        public readonly string $error_code,
        public readonly ?string $field = null,
        public readonly array $params = [],
        public readonly ?array $microsoft = null,
        public readonly bool $interaction_required = false,
        public readonly ?int $retry_after = null
    ) {
        parent::__construct($error_code);
    }

    /** Something was named that does not exist; of the name, which may be anything, its beginning is told. */
    public static function unknown_field(int|string $name): self
    {
        $name = mb_substr(mb_scrub((string) $name, 'UTF-8'), 0, 64, 'UTF-8');
        return new self('field_unknown', $name, ['field' => $name]);
    }
}
