<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

/**
 * One thing that an extension does not keep. Calls no WordPress function.
 */
final class Finding
{
    /**
     * @param string $rule One of Conformance::RULES.
     * @param string $part The id that it is about.
     * @param string $sentence What is wrong, for the extension's developer.
     */
    public function __construct(public readonly string $rule, public readonly string $part, public readonly string $sentence)
    {
    }

    /**
     * @return array{rule: string, part: string, sentence: string}
     */
    public function to_array(): array
    {
        return ['rule' => $this->rule, 'part' => $this->part, 'sentence' => $this->sentence];
    }
}
