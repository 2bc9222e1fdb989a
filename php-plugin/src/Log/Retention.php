<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use Wkpbic\Clock;
use Wkpbic\Contract;

/**
 * Removes entries that are old enough, and the oldest ones where there are too many: a few at a time, so that no statement
 * holds the table for long. Calls no WordPress function.
 */
final class Retention
{
    /** Statements of one clean-up; the rest waits for the next. */
    private const BATCHES = 40;

    public function __construct(private readonly LogTable $table, private readonly Contract $contract, private readonly Clock $clock)
    {
    }

    /** @return bool Whether everything that is due is gone; if not, there is more to do. */
    public function clean(): bool
    {
        $batches = self::BATCHES;
        foreach ($this->days() as $kind => $days) {
            $before = $this->clock->now() - $days * 86400;
            while ($batches-- > 0) {
                $removed = $this->remove('WHERE kind = %s AND at < %d ORDER BY id LIMIT %d', [$kind, $before]);
                if ($removed < $this->contract->limit('log_batch_rows')) {
                    continue 2;
                }
            }
            return false;
        }
        return $this->trim();
    }

    /**
     * Holds each kind to the most entries there may be.
     *
     * @return bool Whether it is.
     */
    public function trim(): bool
    {
        $most = $this->contract->limit('log_max_rows');
        foreach (LogTable::KINDS as $kind) {
            $first = $this->table->select('id', 'WHERE kind = %s ORDER BY id DESC LIMIT 1 OFFSET %d', [$kind, $most]);
            if (!isset($first[0]['id'])) {
                continue;
            }
            for ($batches = self::BATCHES; $batches > 0; $batches--) {
                $removed = $this->remove('WHERE kind = %s AND id <= %d ORDER BY id LIMIT %d', [$kind, (int) $first[0]['id']]);
                if ($removed < $this->contract->limit('log_batch_rows')) {
                    continue 2;
                }
            }
            return false;
        }
        return true;
    }

    /**
     * @return array<string, int> Kind => days for which its entries are kept.
     */
    public function days(): array
    {
        return [
            LogTable::AUDIT => $this->contract->limit('log_audit_days'),
            LogTable::CALL => $this->contract->limit('log_call_days'),
        ];
    }

    /**
     * @param string $which Which entries, with a placeholder at its end for how many.
     * @param list<int|string> $arguments
     * @return int Entries removed.
     */
    private function remove(string $which, array $arguments): int
    {
        $rows = $this->table->select('id', $which, [...$arguments, $this->contract->limit('log_batch_rows')]) ?? [];
        return $this->table->delete(array_map('intval', array_column($rows, 'id'))) ?? 0;
    }
}
