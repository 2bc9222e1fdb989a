<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Extension\RunChecks;
use Wkpbic\Setup\ProbeResult;

/**
 * Results of checks as a command shows them: a row for each, and the exit code of the worst.
 */
final class ProbeTable
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly RunChecks $extension_checks
    ) {
    }

    /**
     * The same with the checks of other plugins behind ours.
     *
     * @param Result $ours
     * @param array<string, mixed> $options With `strict`, theirs count for the exit code.
     */
    public function with_extensions(Result $ours, array $options): Result
    {
        $outcomes = $this->extension_checks->run_all();
        if ([] === $outcomes) {
            return $ours;
        }
        [$rows, $exit_codes] = [$ours->rows, [$ours->exit_code]];
        foreach ($outcomes as $id => $outcome) {
            $next = $outcome['sentence'] ?? (null === $outcome['code'] ? '' : $this->messages->sentence($outcome['code']));
            $rows[] = ['check' => $id, 'state' => $outcome['state'], 'next' => trim("$next {$outcome['link']}")];
            if (ProbeResult::FAILED === $outcome['state'] && isset($options['strict'])) {
                $exit_codes[] = ExitCode::NEEDS_ACTION;
            }
        }
        return new Result(ExitCode::worst($exit_codes), (array) $ours->data + ['extensions' => $outcomes], $rows, $ours->sentence);
    }

    /**
     * @param list<ProbeResult> $results
     */
    public function result(array $results): Result
    {
        $rows = [];
        $exit_codes = [];
        foreach ($results as $result) {
            $sentence = null === $result->code ? '' : $this->messages->sentence($result->code, $result->params);
            $rows[] = ['check' => $result->id, 'state' => $result->state, 'next' => $sentence];
            // A check that cannot tell asks nothing of anybody; one that could not run asks for what it lacks.
            if (null !== $result->code && in_array($result->state, [ProbeResult::FAILED, ProbeResult::SKIPPED], true)) {
                $exit_codes[] = ExitCode::of($result->code, $this->contract);
            }
        }
        return new Result(ExitCode::worst($exit_codes), ['results' => ProbeResult::all_to_array($results)], $rows);
    }
}
