<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use Generator;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * Reads the log, newest entries first.
 *
 * An entry of kind `audit` is {id, at, kind, event, code, user_id, user, source, before, after}; one of kind `call` is {id, at, kind,
 * event, code, user_id, user, source, method, host, status, milliseconds, trace_id, correlation_id, clock_offset}. Times are Unix
 * seconds; `user` is a log-in name, null where nobody was logged in or the user is gone.
 */
final class LogQuery
{
    public function __construct(private readonly LogTable $table, private readonly Contract $contract)
    {
    }

    /**
     * One page.
     *
     * @return array{entries: list<array<string, mixed>>, page: int, pages: int, total: int}
     * @throws Failure log_unavailable
     */
    public function page(LogFilter $filter): array
    {
        $rows = $this->contract->limit('log_page_rows');
        [$where, $arguments] = $filter->where();
        $total = (int) ($this->select('COUNT(*) AS total', $where, $arguments)[0]['total'] ?? 0);
        $found = $this->select(
            '*',
            "$where ORDER BY id DESC LIMIT %d OFFSET %d",
            [...$arguments, $rows, $rows * ($filter->page - 1)]
        );
        return [
            'entries' => $this->entries($found),
            'page' => $filter->page,
            'pages' => intdiv($total + $rows - 1, $rows),
            'total' => $total,
        ];
    }

    /**
     * Every entry, fetched a few at a time: the page of the filter does not matter.
     *
     * @return Generator<int, array<string, mixed>>
     * @throws Failure log_unavailable
     */
    public function each(LogFilter $filter): Generator
    {
        [$where, $arguments] = $filter->where();
        $rows = $this->contract->limit('log_batch_rows');
        $below = PHP_INT_MAX;
        do {
            $found = $this->select('*', "$where AND id < %d ORDER BY id DESC LIMIT %d", [...$arguments, $below, $rows]);
            foreach ($this->entries($found) as $entry) {
                $below = $entry['id'];
                yield $entry;
            }
        } while (count($found) === $rows);
    }

    /**
     * The last offset of Microsoft's clock from this server's that a call has shown.
     *
     * @return array{seconds: int, at: int}|null Null when no call has shown one.
     */
    public function clock_offset(): ?array
    {
        $where = 'WHERE kind = %s AND clock_offset IS NOT NULL ORDER BY id DESC LIMIT 1';
        $row = $this->table->select('clock_offset, at', $where, [LogTable::CALL])[0] ?? null;
        return null === $row ? null : ['seconds' => (int) $row['clock_offset'], 'at' => (int) $row['at']];
    }

    /**
     * @param list<int|string> $arguments
     * @return list<array<string, string|null>>
     * @throws Failure log_unavailable
     */
    private function select(string $what, string $rest, array $arguments): array
    {
        return $this->table->select($what, $rest, $arguments) ?? throw new Failure('log_unavailable');
    }

    /**
     * @param list<array<string, string|null>> $rows
     * @return list<array<string, mixed>>
     */
    private function entries(array $rows): array
    {
        cache_users(array_values(array_unique(array_filter(array_map('intval', array_column($rows, 'user_id'))))));
        return array_map($this->entry(...), $rows);
    }

    /**
     * @param array<string, string|null> $row
     * @return array<string, mixed>
     */
    private function entry(array $row): array
    {
        $user = '0' === $row['user_id'] ? false : get_userdata((int) $row['user_id']);
        $entry = [
            'id' => (int) $row['id'],
            'at' => (int) $row['at'],
            'kind' => $row['kind'],
            'event' => $row['event'],
            'code' => $row['code'],
            'user_id' => (int) $row['user_id'],
            'user' => false === $user ? null : $user->user_login,
            'source' => $row['source'],
        ];
        if (LogTable::AUDIT === $row['kind']) {
            $facts = json_decode((string) $row['facts'], true);
            return $entry + [
                // By the list once more: an entry may be older than the list.
                'before' => (object) Facts::allowed((array) ($facts['before'] ?? [])),
                'after' => (object) Facts::allowed((array) ($facts['after'] ?? [])),
            ];
        }
        foreach (['status', 'milliseconds', 'clock_offset'] as $number) {
            $row[$number] = null === $row[$number] ? null : (int) $row[$number];
        }
        $names = ['method', 'host', 'status', 'milliseconds', 'trace_id', 'correlation_id', 'clock_offset'];
        return $entry + array_combine($names, array_map(static fn (string $name): mixed => $row[$name], $names));
    }
}
