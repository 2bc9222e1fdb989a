<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Error\Failure;
use Wkpbic\Setup\Explain;

/**
 * `wp wkpbic explain`: what an error of Microsoft means and who must act.
 */
final class ExplainCommand implements Handler
{
    public function __construct(
        private readonly Explain $explain,
        private readonly Console $console,
        private readonly int $max_bytes
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $text = [] === $arguments ? $this->console->input($this->max_bytes) : implode(' ', $arguments);
        $diagnosis = $this->explain->explain(substr($text, 0, $this->max_bytes)) ?? throw new Failure('nothing_recognised');
        $rows = [];
        foreach (array_diff_key($diagnosis, ['message' => true]) as $what => $value) {
            $value = is_array($value) ? implode(', ', $value) : (is_bool($value) ? ($value ? 'yes' : 'no') : (string) $value);
            $rows[] = ['what' => $what, 'value' => $value];
        }
        return new Result(ExitCode::OK, $diagnosis, $rows, $diagnosis['message']);
    }
}
