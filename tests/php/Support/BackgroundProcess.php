<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;

/**
 * A process that this test run starts and, whatever happens, ends.
 */
final class BackgroundProcess
{
    /** @var resource */
    private $process;

    /** @var array<int, resource> */
    private array $pipes = [];

    /**
     * @param list<string> $command
     * @param array<string, string> $environment Added to the present one.
     */
    private function __construct(array $command, array $environment)
    {
        $errors = tempnam(sys_get_temp_dir(), 'wkpbic-stderr-');
        $process = proc_open(
            $command,
            [['file', '/dev/null', 'r'], ['pipe', 'w'], ['file', $errors, 'w']],
            $this->pipes,
            null,
            $environment + getenv()
        );
        unlink($errors);
        $this->process = is_resource($process) ? $process : throw new RuntimeException("Cannot start $command[0].");
        register_shutdown_function($this->end(...));
    }

    /**
     * @param list<string> $command
     * @param array<string, string> $environment Added to the present one.
     */
    public static function start(array $command, array $environment = []): self
    {
        return new self($command, $environment);
    }

    /** Waits for a line that begins so. */
    public function first_line(string $beginning): string
    {
        while (false !== ($line = fgets($this->pipes[1]))) {
            if (str_starts_with($line, $beginning)) {
                return $line;
            }
        }
        throw new RuntimeException("A process ended without saying '$beginning'.");
    }

    /** Waits until the process has ended by itself; returns what it printed. */
    public function output(): string
    {
        return (string) stream_get_contents($this->pipes[1]);
    }

    public function end(): void
    {
        if (is_resource($this->process)) {
            proc_terminate($this->process);
            proc_close($this->process);
        }
    }
}
