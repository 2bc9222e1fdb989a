<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

/**
 * What the core needs to draw the scorecard and to go on with the questions: ticks of people, outcomes of checks, answers.
 *
 * Calls no WordPress function.
 */
final class Scorecard
{
    public function __construct(
        private readonly Claims $claims,
        private readonly CheckResults $results,
        private readonly Progress $progress
    ) {
    }

    /**
     * @return array{claims: object, evidence: list<array<string, mixed>>, progress: array{answers: object, route: string|null}}
     */
    public function to_array(): array
    {
        $progress = $this->progress->read();
        return [
            'claims' => (object) $this->claims->read(),
            'evidence' => array_map(
                static fn (array $outcome): array => ['params' => (object) $outcome['params']] + $outcome,
                $this->results->evidence()
            ),
            'progress' => ['answers' => (object) $progress['answers'], 'route' => $progress['route']],
        ];
    }
}
