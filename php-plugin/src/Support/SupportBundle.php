<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Cron;
use Wkpbic\Error\Failure;
use Wkpbic\Log\LogFilter;
use Wkpbic\Log\LogQuery;
use Wkpbic\Log\LogTable;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Setup\SetupReport;

/**
 * What somebody who helps needs to see, to be sent to a stranger: versions, states, codes, times. Made of a list of what may be in it,
 * and each stored value must have the form that it should have (Form): what a later version stores is not in it before somebody adds
 * it here. No secret, no account, no user, no name of a workspace.
 *
 * Shape (BundleSchema says it for machines): {format, made_at, plugin, site, fields, connection, checks, evidence, claims, problems, extensions,
 * schedule, clock_offset, log}. Times are Unix seconds.
 */
final class SupportBundle
{
    /** Of the shape; a change that readers must know of makes it greater. */
    public const FORMAT = 1;

    /** Fields whose values may be shown => their form. */
    private const SHOWN = [
        'client_id' => [Form::class, 'id'],
        'tenant_id' => [Form::class, 'tenant'],
        'cloud' => [Form::class, 'word'],
        'sign_in_method' => [Form::class, 'word'],
        'client_secret_expires_on' => [Form::class, 'date'],
    ];

    public function __construct(
        private readonly Contract $contract,
        private readonly SiteFacts $facts,
        private readonly SetupReport $report,
        private readonly HealthChecks $checks,
        private readonly LogQuery $log,
        private readonly Cron $cron,
        private readonly Clock $clock
    ) {
    }

    /**
     * @return array<string, mixed> As above.
     */
    public function build(): array
    {
        $report = $this->report->for_user(0);
        $log = $this->log();
        return [
            'format' => self::FORMAT,
            'made_at' => $this->clock->now(),
            'plugin' => $this->facts->plugin(),
            'site' => $this->facts->site(),
            'fields' => $this->fields($report['fields']),
            'connection' => $this->connection($report['connection']),
            'checks' => array_map($this->check(...), $this->checks->all()),
            'evidence' => $this->evidence($report['evidence']),
            'claims' => (object) $this->claims((array) $report['claims']),
            'problems' => $this->codes($report['problems']),
            'extensions' => self::extensions((array) ($report['extensions']['fields'] ?? [])),
            'schedule' => array_map($this->cron->next(...), array_combine(array_keys(Cron::EVENTS), array_keys(Cron::EVENTS))),
            'clock_offset' => null === $log ? null : $this->log->clock_offset(),
            'log' => $log,
        ];
    }

    /**
     * @param array<string, array<string, mixed>> $fields
     * @return array<string, array{has_value: bool, locked: bool, value: string|null, stored_at: int|null}>
     */
    private function fields(array $fields): array
    {
        $shown = [];
        foreach (array_keys($this->contract->fields()) as $name) {
            $field = $fields[$name] ?? [];
            $shown[$name] = [
                'has_value' => $field['has_value'] ?? '' !== ($field['value'] ?? ''),
                'locked' => true === ($field['locked'] ?? null),
                'value' => isset(self::SHOWN[$name]) ? (self::SHOWN[$name])($field['value'] ?? null) : null,
                'stored_at' => Form::number($field['stored_at'] ?? null),
            ];
        }
        return $shown;
    }

    /**
     * Of fields of other plugins, whether they are set.
     *
     * @param array<mixed> $fields
     * @return list<array{id: string, is_set: bool}>
     */
    private static function extensions(array $fields): array
    {
        $shown = [];
        foreach ($fields as $id => $field) {
            $shown[] = ['id' => (string) $id, 'is_set' => $field['stored'] ?? '' !== ($field['value'] ?? '')];
        }
        return $shown;
    }

    /**
     * @param array<string, mixed> $connection
     * @return array{state: string|null, connected_at: int|null, access_token_expires_at: int|null, refresh_at: int|null,
     *               last_failure: array{code: string|null, at: int|null, retry_at: int|null}|null}
     */
    private function connection(array $connection): array
    {
        $last = $connection['last_failure'] ?? null;
        return [
            'state' => Form::word($connection['state'] ?? null),
            'connected_at' => Form::number($connection['connected_at'] ?? null),
            'access_token_expires_at' => Form::number($connection['access_token_expires_at'] ?? null),
            'refresh_at' => Form::number($connection['refresh_at'] ?? null),
            'last_failure' => !is_array($last) ? null : [
                'code' => Form::code($last['code'] ?? null, $this->contract),
                'at' => Form::number($last['at'] ?? null),
                'retry_at' => Form::number($last['retry_at'] ?? null),
            ],
        ];
    }

    /**
     * @return array{id: string, state: string, code: string|null}
     */
    private function check(ProbeResult $result): array
    {
        return ['id' => $result->id, 'state' => $result->state, 'code' => $result->code];
    }

    /**
     * @param array<mixed> $evidence What checks have shown, as the scorecard reads it.
     * @return list<array{check: string|null, passed: bool, at: int|null, code: string|null, item: string|null}>
     */
    private function evidence(array $evidence): array
    {
        return array_map(fn (array $shown): array => [
            'check' => Form::word($shown['check'] ?? null),
            'passed' => true === ($shown['passed'] ?? null),
            'at' => Form::number($shown['at'] ?? null),
            'code' => Form::code($shown['code'] ?? null, $this->contract),
            'item' => Form::word($shown['item'] ?? null),
        ], array_values(array_filter($evidence, 'is_array')));
    }

    /**
     * @param array<mixed> $claims
     * @return array<string, int>
     */
    private function claims(array $claims): array
    {
        return array_filter(array_intersect_key($claims, array_flip($this->contract->scorecard_items())), 'is_int');
    }

    /**
     * @param list<array<string, mixed>> $problems
     * @return list<string>
     */
    private function codes(array $problems): array
    {
        return array_values(array_filter(array_map(
            fn (array $problem): ?string => Form::code($problem['code'] ?? null, $this->contract),
            $problems
        )));
    }

    /**
     * The latest entries, without who it was.
     *
     * @return list<array<string, int|string|null>>|null Null when the log cannot be read.
     */
    private function log(): ?array
    {
        try {
            $entries = $this->log->page(LogFilter::all())['entries'];
        } catch (Failure) {
            return null;
        }
        return array_map(fn (array $entry): array => [
            'at' => Form::number($entry['at'] ?? null),
            'kind' => in_array($entry['kind'] ?? null, LogTable::KINDS, true) ? $entry['kind'] : null,
            'event' => Form::event($entry['event'] ?? null),
            'code' => Form::code($entry['code'] ?? null, $this->contract),
            'source' => Form::word($entry['source'] ?? null),
            'method' => 1 === preg_match('/\A[A-Z]{3,7}\z/', (string) ($entry['method'] ?? '')) ? $entry['method'] : null,
            'host' => in_array($entry['host'] ?? null, $this->contract->hosts(), true) ? $entry['host'] : null,
            'status' => Form::number($entry['status'] ?? null),
            'milliseconds' => Form::number($entry['milliseconds'] ?? null),
            'trace_id' => Form::id($entry['trace_id'] ?? null),
            'correlation_id' => Form::id($entry['correlation_id'] ?? null),
        ], $entries);
    }
}
