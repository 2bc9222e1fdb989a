<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\OptionRows;

/**
 * How far somebody has come with the questions of step 1, for the whole site: the answers and the chosen way, so that a colleague, or the
 * same person tomorrow, can go on. Calls no WordPress function.
 */
final class Progress
{
    public const OPTION = 'wkpbic_progress';

    public function __construct(private readonly OptionRows $rows, private readonly Contract $contract)
    {
    }

    /**
     * @return array{answers: array<string, string>, route: string|null}
     */
    public function read(): array
    {
        return $this->decode($this->rows->read(self::OPTION));
    }

    /**
     * Keeps all of what is posted, or nothing when a part of it is refused. What is not posted stays; null takes away.
     *
     * @param array<mixed> $posted answers: array<string, string|null>, question => answer; route: string|null.
     * @throws Failure field_unknown, value_not_offered, storage_failed
     */
    public function set(array $posted): void
    {
        $answers = $posted['answers'] ?? [];
        $unknown = array_key_first(array_diff_key($posted, ['answers' => true, 'route' => true]));
        if (null !== $unknown) {
            throw Failure::unknown_field($unknown);
        }
        if (!is_array($answers)) {
            throw new Failure('value_not_offered', 'answers');
        }
        foreach ($answers as $question => $answer) {
            $words = $this->contract->quiz_questions()[$question] ?? throw Failure::unknown_field($question);
            if (null !== $answer && !in_array($answer, $words, true)) {
                throw new Failure('value_not_offered', (string) $question);
            }
        }
        if (isset($posted['route']) && !in_array($posted['route'], $this->contract->quiz_routes(), true)) {
            throw new Failure('value_not_offered', 'route');
        }
        $this->rows->update(self::OPTION, function (?string $row) use ($posted, $answers): string {
            $old = $this->decode($row);
            $kept = array_key_exists('answers', $posted) && null === $posted['answers'] ? [] : $old['answers'];
            return (string) json_encode([
                'answers' => (object) array_filter(array_replace($kept, $answers), 'is_string'),
                'route' => array_key_exists('route', $posted) ? $posted['route'] : $old['route'],
            ]);
        });
    }

    /**
     * @return array{answers: array<string, string>, route: string|null} Without what the contract does not know.
     */
    private function decode(?string $row): array
    {
        $stored = json_decode($row ?? '', true);
        $answers = [];
        foreach ($this->contract->quiz_questions() as $question => $words) {
            $answer = $stored['answers'][$question] ?? null;
            $answers += in_array($answer, $words, true) ? [$question => $answer] : [];
        }
        $route = $stored['route'] ?? null;
        return ['answers' => $answers, 'route' => in_array($route, $this->contract->quiz_routes(), true) ? $route : null];
    }
}
