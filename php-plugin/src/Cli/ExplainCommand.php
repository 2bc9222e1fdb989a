<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Error\Failure;
use Wkpbic\Extension\Explanations;
use Wkpbic\Setup\Explain;

/**
 * `wp wkpbic explain`: what an error of Microsoft means and who must act.
 */
final class ExplainCommand implements Handler
{
    public function __construct(
        private readonly Explain $explain,
        private readonly Explanations $of_extensions,
        private readonly Console $console,
        private readonly int $max_bytes
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $text = [] === $arguments ? $this->console->input($this->max_bytes) : implode(' ', $arguments);
        $text = substr($text, 0, $this->max_bytes);
        $of_extensions = $this->of_extensions->of($text);
        $diagnosis = $this->explain->explain($text);
        if (null === $diagnosis) {
            // Nobody's words but theirs.
            $diagnosis = ['code' => null, 'message' => $of_extensions[0]['sentence'] ?? throw new Failure('nothing_recognised')];
        }
        $rows = [];
        foreach (array_diff_key($diagnosis, ['message' => true]) as $what => $value) {
            $value = is_array($value) ? implode(', ', $value) : (is_bool($value) ? ($value ? 'yes' : 'no') : (string) $value);
            $rows[] = ['what' => $what, 'value' => $value];
        }
        foreach ($of_extensions as ['id' => $id, 'sentence' => $sentence, 'link' => $link]) {
            $rows[] = ['what' => $id, 'value' => trim("$sentence $link")];
        }
        $diagnosis['extensions'] = $of_extensions;
        return new Result(ExitCode::OK, $diagnosis, $rows, $diagnosis['message']);
    }
}
