<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Setup\SecretExpiry;
use Wkpbic\Setup\SetupReport;

/**
 * `wp wkpbic status`: how the set-up stands. Calls nobody.
 */
final class StatusCommand implements Handler
{
    public function __construct(
        private readonly SetupReport $report,
        private readonly Contract $contract,
        private readonly Messages $messages
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $report = $this->report->for_user(get_current_user_id());
        $expiry = $report['expiry'];
        $connection = $report['connection'];
        $last = $connection['last_failure'];
        $exit_codes = array_fill(0, count($report['problems']), ExitCode::NEEDS_ACTION);
        $exit_codes[] = match ($connection['state']) {
            'connected' => ExitCode::OK,
            'failing' => null === $last ? ExitCode::NEEDS_ACTION : ExitCode::of($last['code'], $this->contract),
            default => ExitCode::NEEDS_ACTION,
        };
        $exit_codes[] = null === $expiry || SecretExpiry::FINE === $expiry['stage'] ? ExitCode::OK : ExitCode::NEEDS_ACTION;

        $rows = $this->field_rows($report['fields']);
        foreach (['state', 'username', 'connected_at', 'refresh_at'] as $name) {
            $value = $connection[$name];
            $rows[] = self::row($name, is_int($value) ? gmdate('Y-m-d H:i:s', $value) . ' UTC' : (string) $value);
        }
        if (null !== $expiry) {
            $rows[] = self::row('client_secret_days_left', (string) $expiry['days_left']);
        }
        foreach ((array) $report['extensions']['fields'] as $id => $field) {
            $stored = null === ($field['stored_on'] ?? null) ? 'not stored' : "stored on {$field['stored_on']}";
            $rows[] = self::row($id, $field['value'] ?? $stored);
        }
        $sentences = [];
        foreach (null === $last ? $report['problems'] : [$last, ...$report['problems']] as $problem) {
            $sentences[] = $this->messages->sentence($problem['code'], (array) $problem['params']);
        }
        return new Result(ExitCode::worst($exit_codes), $report, $rows, [] === $sentences ? null : implode(' ', $sentences));
    }

    /**
     * @param array<string, array<string, mixed>> $fields
     * @return list<array<string, string>>
     */
    private function field_rows(array $fields): array
    {
        $rows = [];
        foreach ($fields as $field => $row) {
            $value = $row['value'] ?? match (true) {
                !$row['has_value'] => 'not stored',
                null === $row['stored_at'] => 'stored',
                default => 'stored on ' . gmdate('Y-m-d', $row['stored_at']),
            };
            $rows[] = self::row($field, $value . ($row['locked'] ? ' (wp-config.php)' : ''));
        }
        return $rows;
    }

    /**
     * @return array{what: string, value: string}
     */
    private static function row(string $what, string $value): array
    {
        return ['what' => $what, 'value' => $value];
    }
}
