<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;

/**
 * What holds for every command below `wp wkpbic`: two formats, one meaning of exit codes, one
 * shape of error, no control characters from elsewhere on the terminal. A handler is built when its command is called.
 */
final class Commands
{
    /**
     * @param Closure(class-string<Handler>): Handler $handler Builds the handler of that class.
     */
    public function __construct(
        private readonly CommandTable $table,
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly Console $console,
        private readonly Closure $handler
    ) {
    }

    /**
     * @return list<Command>
     */
    public function table(): array
    {
        return $this->table->rows();
    }

    /**
     * @param callable(string, callable, array<string, mixed>): mixed $add WP_CLI::add_command.
     */
    public function register(callable $add): void
    {
        foreach ($this->table() as $command) {
            $add(
                CommandTable::PREFIX . ' ' . $command->name,
                function (array $arguments, array $options) use ($command): void {
                    $this->call($command, $arguments, $options);
                },
                [
                    'shortdesc' => $command->summary,
                    'synopsis' => $command->synopsis,
                    'longdesc' => "## EXAMPLES\n\n    wp " . CommandTable::PREFIX . " $command->example",
                ]
            );
        }
    }

    /**
     * Runs a command and ends with its exit code.
     *
     * @param list<string> $arguments
     * @param array<string, mixed> $options
     */
    public function call(Command $command, array $arguments, #[\SensitiveParameter] array $options): void
    {
        $is_json = 'json' === ($options['format'] ?? '');
        try {
            $result = ($this->handler)($command->handler)->run($arguments, $options);
        } catch (Failure $failure) {
            $this->refuse($failure, $is_json);
            return;
        }
        if ($is_json) {
            $this->print_json($result->data);
        } elseif ([] !== $result->rows) {
            $columns = array_keys($result->rows[0]);
            $this->console->table(array_map(static fn (array $row): array => array_map(self::plain(...), $row), $result->rows), $columns);
        }
        if (null !== $result->sentence && !$is_json) {
            $sentence = self::plain($result->sentence);
            ExitCode::OK === $result->exit_code ? $this->console->success($sentence) : $this->console->warning($sentence);
        }
        if (ExitCode::OK !== $result->exit_code) {
            $this->console->halt($result->exit_code);
        }
    }

    private function refuse(Failure $failure, bool $is_json): void
    {
        $sentence = $this->messages->sentence($failure->error_code, $failure->params);
        if ($is_json) {
            $this->print_json([
                'code' => $failure->error_code,
                'message' => $sentence,
                'data' => ['field' => $failure->field, 'params' => (object) $failure->params],
            ]);
        } else {
            $this->console->error(self::plain((null === $failure->field ? '' : "$failure->field: ") . $sentence));
        }
        $this->console->halt(ExitCode::of($failure->error_code, $this->contract));
    }

    private function print_json(mixed $data): void
    {
        // ASCII alone: no control character of any kind reaches the terminal.
        $this->console->line((string) json_encode($data, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES | JSON_INVALID_UTF8_SUBSTITUTE));
    }

    /** Without characters that would move the cursor, change colours or reverse the line. */
    private static function plain(string $text): string
    {
        $moving = '/[\x{00}-\x{1F}\x{7F}-\x{9F}\x{200E}\x{200F}\x{2028}-\x{202E}\x{2066}-\x{2069}]+/u';
        return (string) preg_replace($moving, ' ', mb_scrub($text, 'UTF-8'));
    }
}
