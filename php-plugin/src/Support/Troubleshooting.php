<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Contract;

/**
 * Every code with what is known about it, in the order in which a person meets it. The page of wp-admin and docs/troubleshooting.md are
 * printed from it. Calls no WordPress function.
 */
final class Troubleshooting
{
    public const EXTENSIONS = 'extensions';
    public const ANYWHERE = 'anywhere';
    public const NO_ERROR = 'no_error';

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @param array<string, string> $sentences Code => sentence with {name} placeholders.
     * @return array<int|string, list<array{code: string, sentence: string, actor: string, wait: string, names: list<string>}>> The step
     *         at which it is mended, or one of the constants => its codes. A placeholder is an ellipsis.
     */
    public function topics(array $sentences): array
    {
        $topics = [1 => [], 2 => [], 3 => [], 4 => [], self::ANYWHERE => [], self::NO_ERROR => [], self::EXTENSIONS => []];
        foreach ($this->contract->error_codes() as $code) {
            ['actor' => $actor, 'wait' => $wait, 'step' => $step] = $this->contract->advice($code);
            $topic = match (true) {
                1 === preg_match('/\A(rule|extension)_/', $code) => self::EXTENSIONS,
                $this->contract->status($code) < 400 => self::NO_ERROR,
                default => $step ?? self::ANYWHERE,
            };
            $topics[$topic][] = [
                'code' => $code,
                'sentence' => (string) preg_replace('/\{[a-z_]+\}/', '…', $sentences[$code] ?? $code),
                'actor' => $actor,
                'wait' => $wait,
                'names' => $this->contract->microsoft_names($code),
            ];
        }
        return $topics;
    }
}
