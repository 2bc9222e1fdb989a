<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Setup\ProbeResult;

/**
 * Results of checks as a command shows them: a row for each, and the exit code of the worst.
 */
final class ProbeTable
{
    public function __construct(private readonly Contract $contract, private readonly Messages $messages)
    {
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
