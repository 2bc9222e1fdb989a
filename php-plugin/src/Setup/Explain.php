<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Microsoft\ErrorDetail;

/**
 * What an error text of Microsoft means, where no browser is at hand. Reads numbers and names; the core's explain() in the wizard
 * also compares addresses and knows pages by their headings.
 */
final class Explain
{
    public function __construct(
        private readonly Contract $contract,
        private readonly ErrorDetail $errors,
        private readonly Messages $messages
    ) {
    }

    /**
     * @return array{code: string, message: string, actor: string, wait: string, step: int|null, retryable: bool, interaction_required: bool,
     *               error_codes: list<int>, trace_id: string|null, correlation_id: string|null, timestamp: string|null}|null
     *               Null when nothing is recognised.
     */
    public function explain(string $text): ?array
    {
        $text = mb_scrub($text, 'UTF-8');
        $failure = $this->by_number_or_json($text) ?? $this->by_name($text) ?? $this->by_transport($text);
        if (null === $failure) {
            return null;
        }
        $advice = $this->contract->advice($failure->error_code);
        $said = $failure->microsoft ?? [];
        return [
            'code' => $failure->error_code,
            'message' => $this->messages->sentence($failure->error_code, $failure->params),
            'actor' => $advice['actor'],
            'wait' => $advice['wait'],
            'step' => $advice['step'],
            'retryable' => $advice['retryable'],
            'interaction_required' => $advice['interaction_required'],
            'error_codes' => $said['error_codes'] ?? [],
            'trace_id' => $said['trace_id'] ?? null,
            'correlation_id' => $said['correlation_id'] ?? null,
            'timestamp' => $said['timestamp'] ?? null,
        ];
    }

    private function by_number_or_json(string $text): ?Failure
    {
        $json = json_decode($text, true);
        if (is_array($json) && is_string($json['error'] ?? null)) {
            return $this->errors->from_token_endpoint($json, []);
        }
        $failure = $this->errors->from_callback('', $text);
        return [] === ($failure->microsoft['error_codes'] ?? []) ? null : $failure;
    }

    /** The first table that knows a word of the text; a word that is no name of an error is in none. */
    private function by_name(string $text): ?Failure
    {
        preg_match_all('/[A-Za-z][A-Za-z_]{7,}/', $text, $words);
        $tables = [
            $this->contract->code_for_power_bi_error(...),
            $this->contract->code_for_suberror(...),
            $this->contract->code_for_oauth_error(...),
            $this->contract->code_for_oauth_error_alone(...),
            fn (string $word): ?string => $this->contract->has_error($word) ? $word : null,
        ];
        foreach ($tables as $table) {
            foreach ($words[0] as $word) {
                $code = $table($word);
                if (null !== $code) {
                    return $this->named($code, $text);
                }
            }
        }
        $code = $this->contract->code_for_phrase($text);
        return null === $code ? null : $this->named($code, $text);
    }

    private function by_transport(string $text): ?Failure
    {
        $word = 1 === preg_match('/cURL error (\d{1,3})/i', $text, $match)
            ? $this->contract->transport((int) $match[1]) ?? 'other'
            : $this->contract->transport_phrase($text);
        return null === $word ? null : new Failure('microsoft_unreachable', null, ['transport' => $word]);
    }

    /** With the IDs that stand beside the name. */
    private function named(string $code, string $text): Failure
    {
        return new Failure($code, null, [], $this->errors->from_callback('', $text)->microsoft);
    }
}
