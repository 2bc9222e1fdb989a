<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

/**
 * What a command needs of the terminal. WP-CLI stands behind it, in tests something that remembers.
 */
interface Console
{
    /** A line on standard output. */
    public function line(string $text): void;

    /**
     * A table on standard output.
     *
     * @param list<array<string, string>> $rows Each with every column.
     * @param list<string> $columns
     */
    public function table(array $rows, array $columns): void;

    /** A sentence about what was done. */
    public function success(string $sentence): void;

    /** A sentence about what is left to do; on standard error. */
    public function warning(string $sentence): void;

    /** A sentence about why nothing was done; on standard error. Does not end the command. */
    public function error(string $sentence): void;

    /**
     * One line that nobody may see: typed without being shown, or the next line of standard input.
     *
     * @return string Without the end of the line; empty when there is none.
     */
    public function secret(string $question): string;

    /** Everything on standard input; empty at a terminal. */
    public function input(int $max_bytes): string;

    /** Whether a yes was typed. */
    public function confirmed(string $question): bool;

    /** Ends the command; 0 is success. */
    public function halt(int $exit_code): void;
}
