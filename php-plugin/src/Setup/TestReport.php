<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Microsoft\TokenBroker;

/**
 * What a person gets who asks whether the connection works: every rung of the ladder, and the workspaces by themselves.
 *
 * Calls no WordPress function.
 */
final class TestReport
{
    /**
     * @param list<ProbeResult> $results
     */
    private function __construct(public readonly array $results)
    {
    }

    /** Asks Microsoft at once, even where a failure of before would keep others waiting. */
    public static function of(TokenBroker $broker, Ladder $ladder, CheckResults $results): self
    {
        $broker->try_again();
        return new self($results->watch($ladder->climb(...)));
    }

    /**
     * @return list<array<string, mixed>>|null Null when Power BI listed none because a check before has failed.
     */
    public function workspaces(): ?array
    {
        foreach ($this->results as $result) {
            if (Ladder::WORKSPACES === $result->id && isset($result->evidence['workspaces'])) {
                return $result->evidence['workspaces'];
            }
        }
        return null;
    }

    /**
     * @return array{results: list<array<string, mixed>>, workspaces: list<array<string, mixed>>|null}
     */
    public function to_array(): array
    {
        return ['results' => ProbeResult::all_to_array($this->results), 'workspaces' => $this->workspaces()];
    }
}
