<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Error\Failure;

/**
 * What one check of the set-up found. Holds nothing secret: evidence is made of scalars that may be shown.
 *
 * Calls no WordPress function.
 */
final class ProbeResult
{
    public const PASSED = 'passed';
    public const FAILED = 'failed';
    /** The check ran and cannot tell. */
    public const UNKNOWN = 'unknown';
    /** The check did not run: an earlier one, or a value that is missing, leaves nothing to ask. */
    public const SKIPPED = 'skipped';

    /**
     * @param string $id Which check, in snake_case.
     * @param string $state PASSED, FAILED, UNKNOWN or SKIPPED.
     * @param string|null $code Error code of the contract: what to do next; null when there is nothing to do.
     * @param array<string, int|string> $params For the code's sentence.
     * @param array<string, scalar|null|list<array<string, scalar|null>>|list<string>> $evidence
     * @param int $milliseconds How long it took.
     */
    public function __construct(
        public readonly string $id,
        public readonly string $state,
        public readonly ?string $code = null,
        public readonly array $params = [],
        public readonly array $evidence = [],
        public readonly int $milliseconds = 0
    ) {
    }

    /**
     * @param array<string, scalar|null|list<array<string, scalar|null>>|list<string>> $evidence
     */
    public static function passed(string $id, array $evidence = []): self
    {
        return new self($id, self::PASSED, null, [], $evidence);
    }

    /**
     * @param array<string, scalar|null|list<array<string, scalar|null>>|list<string>> $evidence
     */
    public static function failed(string $id, Failure $failure, array $evidence = []): self
    {
        return new self($id, self::FAILED, $failure->error_code, $failure->params, $evidence);
    }

    /**
     * @param array<string, scalar|null|list<array<string, scalar|null>>|list<string>> $evidence
     */
    public static function unknown(string $id, ?Failure $failure = null, array $evidence = []): self
    {
        return new self($id, self::UNKNOWN, $failure?->error_code, $failure->params ?? [], $evidence);
    }

    /** A check that did not run; the failure says what it needs first, where that is one thing. */
    public static function skipped(string $id, ?Failure $needed = null): self
    {
        return new self($id, self::SKIPPED, $needed?->error_code, $needed->params ?? []);
    }

    /** The same result with the time that it took. */
    public function after(int $milliseconds): self
    {
        return new self($this->id, $this->state, $this->code, $this->params, $this->evidence, $milliseconds);
    }

    public function has_passed(): bool
    {
        return self::PASSED === $this->state;
    }

    /**
     * The form in which REST and WP-CLI give it.
     *
     * @return array{id: string, state: string, code: string|null, params: array<string, int|string>,
     *               evidence: array<string, mixed>, milliseconds: int}
     */
    public function to_array(): array
    {
        return [
            'id' => $this->id,
            'state' => $this->state,
            'code' => $this->code,
            'params' => $this->params,
            'evidence' => $this->evidence,
            'milliseconds' => $this->milliseconds,
        ];
    }

    /**
     * Several, so that an empty map is `{}` as JSON.
     *
     * @param list<self> $results
     * @return list<array<string, mixed>>
     */
    public static function all_to_array(array $results): array
    {
        return array_map(static fn (self $result): array => [
            'params' => (object) $result->params,
            'evidence' => (object) $result->evidence,
        ] + $result->to_array(), $results);
    }
}
