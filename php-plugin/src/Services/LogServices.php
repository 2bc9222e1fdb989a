<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Log\Journal;
use Wkpbic\Log\LogExport;
use Wkpbic\Log\LogQuery;
use Wkpbic\Log\LogTable;
use Wkpbic\Log\Retention;

/** The log: written by everything, read by those who may. Part of Services. */
trait LogServices
{
    public function log_table(): LogTable
    {
        return $this->once(LogTable::class, static fn () => new LogTable($GLOBALS['wpdb']));
    }

    public function retention(): Retention
    {
        return $this->once(Retention::class, fn () => new Retention($this->log_table(), $this->contract(), $this->clock));
    }

    public function journal(): Journal
    {
        return $this->once(Journal::class, fn () => new Journal(
            $this->log_table(),
            $this->retention(),
            $this->clock,
            static fn (): array => [get_current_user_id(), match (true) {
                wp_doing_cron() => 'cron',
                defined('WP_CLI') && WP_CLI => 'cli',
                wp_is_serving_rest_request() => 'rest',
                default => 'admin',
            }]
        ));
    }

    public function log_query(): LogQuery
    {
        return $this->once(LogQuery::class, fn () => new LogQuery($this->log_table(), $this->contract()));
    }

    public function log_export(): LogExport
    {
        return $this->once(LogExport::class, fn () => new LogExport($this->log_query(), $this->journal(), $this->clock));
    }
}
