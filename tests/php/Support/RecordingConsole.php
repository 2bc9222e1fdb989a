<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use Wkpbic\Cli\Console;

/**
 * A terminal that remembers what was printed and types what a test says.
 */
final class RecordingConsole implements Console
{
    public string $printed = '';
    public int $exit_code = 0;

    /**
     * @param list<string> $lines What is typed, or stands on standard input.
     */
    public function __construct(private array $lines = [])
    {
    }

    public function line(string $text): void
    {
        $this->printed .= "$text\n";
    }

    public function table(array $rows, array $columns): void
    {
        foreach ([array_combine($columns, $columns), ...$rows] as $row) {
            $this->printed .= implode(' | ', array_map(static fn (string $column): string => $row[$column], $columns)) . "\n";
        }
    }

    public function success(string $sentence): void
    {
        $this->printed .= "Success: $sentence\n";
    }

    public function warning(string $sentence): void
    {
        $this->printed .= "Warning: $sentence\n";
    }

    public function error(string $sentence): void
    {
        $this->printed .= "Error: $sentence\n";
    }

    public function secret(string $question): string
    {
        $this->printed .= "$question: \n";
        return array_shift($this->lines) ?? '';
    }

    public function input(int $max_bytes): string
    {
        return substr(implode("\n", $this->lines), 0, $max_bytes);
    }

    public function confirmed(string $question): bool
    {
        $this->printed .= "$question\n";
        return 'y' === array_shift($this->lines);
    }

    public function halt(int $exit_code): void
    {
        $this->exit_code = $exit_code;
    }
}
