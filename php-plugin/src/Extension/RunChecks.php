<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * Runs checks of extensions. Whatever one does, there is an outcome.
 */
final class RunChecks
{
    /**
     * @param Closure(): CheckContext $context
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Extensions $extensions,
        private readonly Listeners $listeners,
        private readonly Problems $problems,
        private readonly Closure $context
    ) {
    }

    /**
     * @return array{state: string, code: string|null, params: object, sentence: string|null, link: string|null} A code where the check itself
     *         did not work, else the extension's own sentence.
     * @throws Failure extension_part_invalid
     */
    public function run(string $id): array
    {
        $check = $this->extensions->parts()->checks()[$id]
            // The ID is not repeated: it may be anything.
            ?? throw new Failure('extension_part_invalid', 'id', ['parameter' => 'id']);
        $this->problems->of($this->extensions->parts()->plugin('checks', $id));
        $result = $this->listeners->guarded($id, fn (): mixed => ($check->run)(($this->context)()));
        if (!$result instanceof CheckResult || null !== $result->link && !Link::is($result->link)) {
            $this->problems->add('extension_failed', $id, [], 'run gives a CheckResult');
            $result = null;
        }
        $this->problems->of(null);
        $sentence = null === $result ? '' : mb_substr(
            (string) preg_replace('/[^\P{Cc}\n\t]/u', ' ', mb_scrub($result->sentence, 'UTF-8')),
            0,
            $this->contract->limit('extension_sentence_chars'),
            'UTF-8'
        );
        return [
            'state' => $result->state ?? 'failed',
            'code' => null === $result ? 'extension_failed' : null,
            'params' => (object) [],
            'sentence' => '' === $sentence ? null : $sentence,
            'link' => $result?->link,
        ];
    }

    /**
     * @return array<string, array{state: string, code: string|null, params: object, sentence: string|null, link: string|null}> Id => outcome.
     */
    public function run_all(): array
    {
        return array_map(fn (Check $check): array => $this->run($check->id), $this->extensions->parts()->checks());
    }
}
