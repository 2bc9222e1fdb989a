<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

use Throwable;
use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Extension\Field;
use Wkpbic\Validation\Verdict;

/**
 * What every extension has to keep, as far as PHP can see it. Stores nothing and calls nobody.
 */
final class Conformance
{
    /** Nothing was refused and nothing failed; each text is translated; rules judge hostile values; checks survive them; secrets stay. */
    public const RULES = ['registered', 'translated', 'rules', 'checks', 'secrets'];

    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly Translations $translations,
        private readonly StoredSecrets $secrets
    ) {
    }

    /**
     * @param string $plugin What its ids begin with, before the slash.
     * @return list<Finding>|null Null when nothing of that name was registered or refused.
     */
    public function findings(string $plugin): ?array
    {
        $registration = Registration::of($plugin, $this->contract);
        $registered = $this->registered($registration);
        if ([] === $registered && [] === $registration->texts()) {
            return null;
        }
        $hostile = new HostileChecks($this->contract);
        $outcomes = $hostile->run($registration);
        return [
            ...$registered,
            ...$this->translated($this->translations->marked(fn (): Registration => Registration::of($plugin, $this->contract))),
            ...$this->rules($registration->fields()),
            ...$this->checks($outcomes),
            ...$this->secrets($plugin, $registration, $outcomes, $hostile->sent()),
        ];
    }

    /**
     * @return list<Finding>
     */
    private function registered(Registration $registration): array
    {
        return array_map(fn (array $problem): Finding => new Finding(
            'registered',
            $problem['id'],
            $this->messages->sentence($problem['code'], $problem['params'])
        ), $registration->problems());
    }

    /**
     * @return list<Finding>
     */
    private function translated(Registration $marked): array
    {
        $findings = [];
        foreach ($marked->texts() as ['id' => $id, 'parameter' => $parameter, 'text' => $text]) {
            if (!Translations::is_marked($text)) {
                /* translators: %s: name of a parameter, such as label */
                $sentence = sprintf(__('The %s is not translated: write it as __() with your own text domain.', 'wkpbic'), $parameter);
                $findings[] = new Finding('translated', $id, $sentence);
            }
        }
        return $findings;
    }

    /**
     * @param array<string, Field> $fields
     * @return list<Finding>
     */
    private function rules(array $fields): array
    {
        $findings = [];
        foreach ($fields as $id => $field) {
            foreach (HostileValues::all() as $name => $text) {
                if (!$this->is_judged($field, $text)) {
                    /* translators: %s: what was typed, such as "a final newline" */
                    $findings[] = new Finding('rules', $id, sprintf(__('Its rules cannot judge %s.', 'wkpbic'), $name));
                }
            }
        }
        return $findings;
    }

    private function is_judged(Field $field, string $text): bool
    {
        try {
            $verdict = $field->rules->judge($text);
            return Verdict::OK === $verdict->level || $this->contract->has_error($verdict->code);
        } catch (Throwable) {
            return false;
        }
    }

    /**
     * @param array<string, list<array{state: string, code: string|null, params: object, sentence: string|null, link: string|null}>> $outcomes
     * @return list<Finding>
     */
    private function checks(array $outcomes): array
    {
        $names = array_keys(HostileValues::all());
        $findings = [];
        foreach ($outcomes as $id => $rounds) {
            foreach ($rounds as $round => $outcome) {
                if ('failed' === $outcome['state'] && null === $outcome['code'] && null === $outcome['sentence']) {
                    $findings[] = new Finding('checks', $id, __('It fails without a sentence that says what to do.', 'wkpbic'));
                    break;
                }
                if (null !== $outcome['code']) {
                    /* translators: %s: what the settings hold, such as "a final newline" */
                    $sentence = __('It throws, or gives no CheckResult, where settings and Power BI’s answers hold %s.', 'wkpbic');
                    $findings[] = new Finding('checks', $id, sprintf($sentence, $names[$round]));
                    break;
                }
            }
        }
        return $findings;
    }

    /**
     * @param array<string, list<array<string, mixed>>> $outcomes
     * @param list<string> $sent
     * @return list<Finding>
     */
    private function secrets(string $plugin, Registration $registration, array $outcomes, array $sent): array
    {
        $findings = [];
        foreach ($registration->texts() as ['id' => $id, 'text' => $text]) {
            if ($this->secrets->is_one_in($text)) {
                $findings[] = new Finding('secrets', $id, __('A secret of this site is in its texts.', 'wkpbic'));
            }
        }
        foreach ($outcomes as $id => $rounds) {
            if ($this->secrets->is_one_in(implode("\n", array_map(self::said(...), $rounds)))) {
                $findings[] = new Finding('secrets', $id, __('A secret of this site is in what the check says.', 'wkpbic'));
            }
        }
        if ($this->secrets->is_one_in(implode("\n", $sent))) {
            $findings[] = new Finding('secrets', $plugin, __('A check sends a secret of this site past this plugin.', 'wkpbic'));
        }
        return $findings;
    }

    /**
     * @param array<string, mixed> $outcome
     */
    private static function said(array $outcome): string
    {
        return "{$outcome['sentence']} {$outcome['link']}";
    }
}
