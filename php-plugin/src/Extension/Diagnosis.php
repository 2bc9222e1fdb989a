<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Error\Failure;

/**
 * What an extension knows about an error of Microsoft. Calls no WordPress function.
 */
final class Diagnosis
{
    /**
     * @param list<int> $aadsts Numbers as in AADSTS50105.
     * @param list<string> $power_bi Power BI's names for errors.
     */
    private function __construct(
        public readonly string $id,
        public readonly array $aadsts,
        public readonly array $power_bi,
        public readonly string $sentence,
        public readonly string $actor,
        public readonly string $wait,
        public readonly ?string $link
    ) {
    }

    /**
     * @throws Failure extension_part_invalid
     */
    public static function from(string $id, Given $given): self
    {
        $given->allow('aadsts', 'power_bi', 'sentence', 'actor', 'wait', 'link');
        $aadsts = $given->numbers('aadsts');
        $power_bi = $given->names('power_bi', '[A-Za-z][A-Za-z0-9_]{1,79}');
        if ([] === $aadsts && [] === $power_bi) {
            throw Given::invalid('aadsts');
        }
        $words = $given->contract->extensions();
        return new self(
            $id,
            $aadsts,
            $power_bi,
            $given->sentence('sentence', false),
            $given->word('actor', $words['actors']),
            $given->word('wait', $words['waits'], 'none'),
            $given->link('link')
        );
    }

    /**
     * @return array{id: string, aadsts: list<int>, power_bi: list<string>, sentence: string, actor: string, wait: string, link: string|null}
     */
    public function to_array(): array
    {
        return [
            'id' => $this->id, 'aadsts' => $this->aadsts, 'power_bi' => $this->power_bi, 'sentence' => $this->sentence,
            'actor' => $this->actor, 'wait' => $this->wait, 'link' => $this->link,
        ];
    }
}
