<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use WP_CLI;

/**
 * The terminal by way of WP-CLI.
 */
final class WpCliConsole implements Console
{
    public function line(string $text): void
    {
        WP_CLI::line($text);
    }

    public function table(array $rows, array $columns): void
    {
        \WP_CLI\Utils\format_items('table', $rows, $columns);
    }

    public function success(string $sentence): void
    {
        WP_CLI::success($sentence);
    }

    public function warning(string $sentence): void
    {
        WP_CLI::warning($sentence);
    }

    public function error(string $sentence): void
    {
        // False: it would end the command with exit code 1, whatever the fault.
        WP_CLI::error($sentence, false);
    }

    public function secret(string $question): string
    {
        $line = stream_isatty(STDIN) ? \cli\prompt($question, '', ': ', true) : fgets(STDIN);
        return rtrim((string) $line, "\r\n");
    }

    public function input(int $max_bytes): string
    {
        return stream_isatty(STDIN) ? '' : (string) stream_get_contents(STDIN, $max_bytes);
    }

    public function confirmed(string $question): bool
    {
        WP_CLI::line("$question [y/n]");
        return 'y' === strtolower(trim((string) fgets(STDIN)));
    }

    public function halt(int $exit_code): void
    {
        WP_CLI::halt($exit_code);
    }
}
