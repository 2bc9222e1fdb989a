<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

/**
 * What a command found, in the two forms in which it can be asked for. Calls no WordPress function.
 */
final class Result
{
    /**
     * @param int $exit_code A constant of ExitCode.
     * @param mixed $data For `--format=json`.
     * @param list<array<string, string>> $rows For `--format=table`; none prints no table.
     * @param string|null $sentence After the table: what was done or, with another exit code than 0, what is left to do.
     */
    public function __construct(
        public readonly int $exit_code,
        public readonly mixed $data,
        public readonly array $rows = [],
        public readonly ?string $sentence = null
    ) {
    }
}
