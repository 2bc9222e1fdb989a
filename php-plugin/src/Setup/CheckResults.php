<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\StoredSecret;
use Wkpbic\Validation\FieldValidator;

/**
 * What the checks have last said about the items of the scorecard, in one row for the whole site. An outcome holds for the values that
 * were checked: it counts no more as soon as one of them has changed, wherever that was done.
 *
 * Calls no WordPress function.
 */
final class CheckResults
{
    public const OPTION = 'wkpbic_checks';

    public const APP_TOKEN_ISSUED = 'app_token_issued';
    public const SIGNED_IN = 'signed_in';
    public const ADMIN_CONSENT_REPORTED = 'admin_consent_reported';

    /**
     * @param array<string, StoredSecret> $secrets Field => where it is kept.
     * @param Closure(): string $redirect_uri The address that the app registration holds.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly array $secrets,
        private readonly FieldValidator $validator,
        private readonly Closure $redirect_uri,
        private readonly Clock $clock
    ) {
    }

    /**
     * As the core's scorecard() takes them; `code` is empty where the check has passed.
     *
     * @return list<array{check: string, passed: bool, at: int, code: string, params: array<string, int|string>, item: string|null}> `at`
     *         is in Unix seconds; 0 where nobody knows, as for a value in wp-config.php. `params` are for the code's sentence.
     */
    public function evidence(): array
    {
        $kept = $this->decode($this->rows->read(self::OPTION));
        $evidence = [];
        foreach ($this->contract->scorecard_checks() as $check => $row) {
            $outcome = ($kept[$check]['about'] ?? null) === $this->about($check) ? $kept[$check] : null;
            $outcome = $row['is_form'] ? $this->form($row['fields'][0], $outcome['at'] ?? 0) : $outcome;
            if (null !== $outcome) {
                unset($outcome['about']);
                $evidence[] = ['check' => $check] + $outcome;
            }
        }
        return $evidence;
    }

    /**
     * Runs checks and keeps what they say about the values as they were before.
     *
     * @param Closure(): list<ProbeResult> $checks
     * @return list<ProbeResult> What the checks gave.
     */
    public function watch(Closure $checks): array
    {
        $method = $this->settings->value('sign_in_method');
        $about = [];
        foreach ($this->contract->scorecard_proofs() as $proof) {
            $counts = in_array($proof['sign_in_method'], [null, $method], true)
                && (null === $proof['lacks'] || !$this->has_value($proof['lacks']));
            if ($counts) {
                $about[$proof['probe']] = [$proof['check'], $this->about($proof['check'])];
            }
        }
        $results = $checks();
        $outcomes = [];
        foreach ($results as $result) {
            if (isset($about[$result->id])) {
                [$check, $mark] = $about[$result->id];
                $outcomes[$check] = match ($result->state) {
                    ProbeResult::PASSED => $this->outcome($check, $mark, null),
                    ProbeResult::FAILED => $this->outcome($check, $mark, $result->code, $result->params),
                    default => null,
                };
            }
        }
        $this->write(array_filter($outcomes));
        return $results;
    }

    /**
     * Keeps what has come of something else than a check of ours.
     *
     * @param string $check One of the constants above.
     * @param Failure|null $failure Null when it has succeeded.
     */
    public function keep(string $check, ?Failure $failure = null): void
    {
        $this->write(array_filter([$check => $this->outcome($check, $this->about($check), $failure?->error_code, $failure->params ?? [])]));
    }

    /** Keeps since when the fields hold what they hold. */
    public function note_fields(): void
    {
        $kept = $this->decode($this->rows->read(self::OPTION));
        $new = [];
        foreach ($this->contract->scorecard_checks() as $check => $row) {
            $about = $this->about($check);
            if ($row['is_form'] && $this->has_value($row['fields'][0]) && ($kept[$check]['about'] ?? null) !== $about) {
                $new[$check] = $this->outcome($check, $about, null);
            }
        }
        $this->write(array_filter($new));
    }

    /**
     * @param array<string, int|string> $params
     * @return array{passed: bool, at: int, code: string, params: array<string, int|string>, item: string|null, about: string}|null Null
     *         where the failure says nothing about the check's items.
     */
    private function outcome(string $check, string $about, ?string $code, array $params = []): ?array
    {
        $item = null === $code ? null : $this->contract->faulty_item($code);
        if (null !== $code && !in_array($item, $this->contract->scorecard_checks()[$check]['items'], true)) {
            return null;
        }
        return [
            'passed' => null === $code,
            'at' => $this->clock->now(),
            'code' => $code ?? '',
            'params' => $params,
            'item' => $item,
            'about' => $about,
        ];
    }

    /**
     * The form of a field, as it is now.
     *
     * @param int $since Unix seconds.
     * @return array{passed: bool, at: int, code: string, params: array<string, int|string>, item: null}|null Null when the field is empty.
     */
    private function form(string $field, int $since): ?array
    {
        if (!$this->has_value($field)) {
            return null;
        }
        $values = $this->settings->values();
        try {
            // Opened to be judged.
            $text = isset($this->secrets[$field]) ? (string) $this->secrets[$field]->read()?->reveal() : $values[$field];
            $verdict = $this->validator->validate($field, $text, $values);
            [$code, $params] = $verdict->is_error() ? [(string) $verdict->code, $verdict->params] : ['', []];
        } catch (Failure $failure) {
            [$code, $params] = [$failure->error_code, $failure->params];
        }
        $at = '' === $code ? $since : $this->clock->now();
        return ['passed' => '' === $code, 'at' => $at, 'code' => $code, 'params' => $params, 'item' => null];
    }

    private function has_value(string $field): bool
    {
        return isset($this->secrets[$field]) ? $this->secrets[$field]->has_value() : '' !== $this->settings->value($field);
    }

    /** Names everything that the check looks at. */
    private function about(string $check): string
    {
        $row = $this->contract->scorecard_checks()[$check];
        $values = $this->settings->values();
        $parts = [];
        foreach ($row['fields'] as $field) {
            try {
                $parts[] = "$field=" . (isset($this->secrets[$field])
                    ? $this->secrets[$field]->mark()
                    : mb_strtolower($values[$field], 'UTF-8'));
            } catch (Failure) {
                $parts[] = "$field="; // Nothing can be opened without encryption, which form() reports.
            }
        }
        if (in_array('redirect_uri', $row['items'], true)) {
            $parts[] = ($this->redirect_uri)();
        }
        return hash('sha256', implode("\n", $parts));
    }

    /**
     * @param array<string, array{passed: bool, at: int, code: string, params: array<string, int|string>, item: string|null, about: string}> $outcomes
     */
    private function write(array $outcomes): void
    {
        if ([] === $outcomes) {
            return;
        }
        $this->rows->update(
            self::OPTION,
            fn (?string $row): string => (string) json_encode(array_replace($this->decode($row), $outcomes))
        );
    }

    /**
     * @return array<string, array{passed: bool, at: int, code: string, params: array<string, int|string>, item: string|null, about: string}>
     */
    private function decode(?string $row): array
    {
        $stored = json_decode($row ?? '', true);
        $outcomes = [];
        foreach (array_intersect_key(is_array($stored) ? $stored : [], $this->contract->scorecard_checks()) as $check => $outcome) {
            $code = is_array($outcome) ? ($outcome['code'] ?? null) : null;
            if (is_int($outcome['at'] ?? null) && is_string($outcome['about'] ?? null) && is_string($code)) {
                $is_known = '' === $code || $this->contract->has_error($code);
                $outcomes += !$is_known ? [] : [$check => [
                    'passed' => '' === $code,
                    'at' => $outcome['at'],
                    'code' => $code,
                    'params' => self::scalars($outcome['params'] ?? null),
                    'item' => $this->contract->faulty_item($code),
                    'about' => $outcome['about'],
                ]];
            }
        }
        return $outcomes;
    }

    /**
     * @return array<string, int|string>
     */
    private static function scalars(mixed $params): array
    {
        return array_filter(
            is_array($params) ? $params : [],
            static fn (mixed $value, int|string $name): bool => is_string($name) && (is_int($value) || is_string($value)),
            ARRAY_FILTER_USE_BOTH
        );
    }
}
