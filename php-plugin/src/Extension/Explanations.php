<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;

/**
 * What other plugins have to say about an error text of Microsoft, beside what is known here. Calls no WordPress function.
 */
final class Explanations
{
    /**
     * @param Closure(): array<string, Diagnosis> $diagnoses Id => diagnosis.
     */
    public function __construct(private readonly Closure $diagnoses)
    {
    }

    /**
     * @return list<array{id: string, sentence: string, actor: string, wait: string, link: string|null}> Of each diagnosis whose number
     *         (as AADSTS50105) or name stands in the text as a word.
     */
    public function of(string $text): array
    {
        preg_match_all('/(?<![A-Za-z0-9_])AADSTS0*([0-9]{1,9})(?![0-9])/i', $text, $numbers);
        preg_match_all('/[A-Za-z][A-Za-z0-9_]+/', $text, $words);
        $found = [];
        foreach (($this->diagnoses)() as $diagnosis) {
            $fits = [] !== array_intersect(array_map('intval', $numbers[1]), $diagnosis->aadsts)
                || [] !== array_intersect($words[0], $diagnosis->power_bi);
            if ($fits) {
                $found[] = array_diff_key($diagnosis->to_array(), ['aadsts' => true, 'power_bi' => true]);
            }
        }
        return $found;
    }
}
