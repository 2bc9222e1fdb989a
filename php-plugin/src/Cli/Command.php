<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

/**
 * A row of the table of commands.
 */
final class Command
{
    /**
     * @param string $name The verb.
     * @param class-string<Handler> $handler
     * @param string $summary What it does; one line.
     * @param list<array<string, mixed>> $synopsis As WP_CLI::add_command takes it: type (positional, assoc, flag), name,
     *                                             description, optional, default, options.
     * @param string $example A command line that makes sense.
     */
    public function __construct(
        public readonly string $name,
        public readonly string $handler,
        public readonly string $summary,
        public readonly array $synopsis,
        public readonly string $example
    ) {
    }
}
