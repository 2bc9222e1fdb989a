<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * One call of `wp` in a process of its own: what it printed, and its exit code.
 */
final class Wp
{
    private function __construct(public readonly int $exit_code, public readonly string $output, public readonly string $errors)
    {
    }

    /**
     * @param list<string> $words Everything after `wp`.
     * @param string $input Standard input.
     * @param array<string, string> $environment Added to the present one.
     */
    public static function run(array $words, string $input = '', array $environment = []): self
    {
        $process = proc_open(
            [PHP_BINARY, '-d', 'display_errors=stderr', '-d', 'log_errors=0', __DIR__ . '/wp-cli/wp.php', ...$words],
            [['pipe', 'r'], ['pipe', 'w'], ['pipe', 'w']],
            $pipes,
            null,
            $environment + getenv()
        );
        fwrite($pipes[0], $input);
        fclose($pipes[0]);
        $output = (string) stream_get_contents($pipes[1]);
        $errors = (string) stream_get_contents($pipes[2]);
        return new self(proc_close($process), $output, $errors);
    }

    /**
     * @return array<string, mixed> What was printed, as JSON.
     */
    public function json(): array
    {
        return (array) json_decode($this->output, true, 512, JSON_THROW_ON_ERROR);
    }
}
