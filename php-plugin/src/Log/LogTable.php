<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use wpdb;

/**
 * The table of the log: one for each site, both kinds of entries in it. Only this class knows its name and columns.
 *
 * A read or a write that the database refuses gives null and prints nothing; the table may be missing.
 */
final class LogTable
{
    public const AUDIT = 'audit';
    public const CALL = 'call';
    public const KINDS = [self::AUDIT, self::CALL];

    private const NAME = 'wkpbic_log';

    public function __construct(private readonly wpdb $database)
    {
    }

    /** With the prefix of the current site. */
    public function name(): string
    {
        return $this->database->prefix . self::NAME;
    }

    /** With the prefix of one site of a network. */
    public function name_on(int $site): string
    {
        return $this->database->get_blog_prefix($site) . self::NAME;
    }

    /**
     * Makes the table, or brings an older one up to date. On MariaDB this ends a transaction that is under way.
     *
     * Times are Unix seconds; `event` is what was done or the kind of address that was called; `facts` is JSON.
     */
    public function create(): void
    {
        require_once ABSPATH . 'wp-admin/includes/upgrade.php';
        // dbDelta reads this text: two spaces after PRIMARY KEY, one column a line, no quotes.
        dbDelta("CREATE TABLE {$this->name()} (
            id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
            kind varchar(8) NOT NULL,
            at bigint(20) unsigned NOT NULL,
            event varchar(64) NOT NULL,
            code varchar(64) NULL,
            user_id bigint(20) unsigned NOT NULL DEFAULT 0,
            source varchar(8) NOT NULL DEFAULT '',
            method varchar(8) NULL,
            host varchar(100) NULL,
            status smallint(5) unsigned NULL,
            milliseconds int(10) unsigned NULL,
            trace_id varchar(64) NULL,
            correlation_id varchar(64) NULL,
            clock_offset int(11) NULL,
            facts text NULL,
            PRIMARY KEY  (id),
            KEY kind_at (kind,at),
            KEY user_id (user_id)
        ) {$this->database->get_charset_collate()};");
    }

    public function drop(): void
    {
        $this->database->query("DROP TABLE IF EXISTS {$this->name()}");
    }

    /**
     * @param array<string, int|string|null> $row Column => value.
     * @return int|null The new entry's ID.
     */
    public function insert(array $row): ?int
    {
        $done = $this->quietly(fn (): mixed => $this->database->insert($this->name(), $row));
        return 1 === $done ? (int) $this->database->insert_id : null;
    }

    /**
     * @param string $select What to read, such as '*' or 'COUNT(*)'.
     * @param string $rest What stands after the table's name, with placeholders of wpdb::prepare().
     * @param list<int|string> $arguments
     * @return list<array<string, string|null>>|null
     */
    public function select(string $select, string $rest, array $arguments): ?array
    {
        $sql = "SELECT $select FROM {$this->name()} $rest";
        $sql = [] === $arguments ? $sql : $this->database->prepare($sql, $arguments);
        $rows = $this->quietly(fn (): mixed => $this->database->get_results($sql, ARRAY_A));
        return '' === $this->database->last_error && is_array($rows) ? $rows : null;
    }

    /**
     * @param list<int> $ids
     * @return int|null Entries removed.
     */
    public function delete(array $ids): ?int
    {
        if ([] === $ids) {
            return 0;
        }
        $list = implode(', ', array_map('intval', $ids));
        $changed = $this->quietly(fn (): mixed => $this->database->query("DELETE FROM {$this->name()} WHERE id IN ($list)"));
        return is_int($changed) ? $changed : null;
    }

    /**
     * Takes a user's ID out of entries: what was done stays, by whom does not.
     *
     * @return int|null Entries changed.
     */
    public function forget_user(int $user_id): ?int
    {
        $changed = $this->quietly(fn (): mixed => $this->database->update($this->name(), ['user_id' => 0], ['user_id' => $user_id]));
        return is_int($changed) ? $changed : null;
    }

    /**
     * @param callable(): mixed $query
     */
    private function quietly(callable $query): mixed
    {
        $suppressed = $this->database->suppress_errors(true);
        try {
            return $query();
        } finally {
            $this->database->suppress_errors($suppressed);
        }
    }
}
