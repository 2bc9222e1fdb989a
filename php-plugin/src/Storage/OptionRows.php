<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Error\Failure;
use wpdb;

/**
 * Rows of the options table, read and written past every cache.
 *
 * The options API reads through the object cache, which another process may have filled with an older value, and it
 * cannot compare and swap. Nothing written here is autoloaded.
 */
final class OptionRows
{
    /** How often somebody else may be quicker. */
    private const ATTEMPTS = 10;

    public function __construct(private readonly wpdb $database)
    {
    }

    /**
     * @return string|null Null when there is no such row, or nothing in it.
     */
    public function read(string $name): ?string
    {
        $sql = "SELECT option_value FROM {$this->database->options} WHERE option_name = %s";
        $value = (string) $this->database->get_var($this->database->prepare($sql, $name));
        return '' === $value ? null : $value;
    }

    /**
     * Adds a row unless there is one of that name.
     *
     * @return bool Whether this call added it; of several at once exactly one does.
     */
    public function insert(string $name, string $value): bool
    {
        $sql = "INSERT IGNORE INTO {$this->database->options} (option_name, option_value, autoload) VALUES (%s, %s, 'off')";
        return 1 === $this->run($sql, [$name, $value], [$name]);
    }

    /**
     * Replaces a value that is still the one expected.
     *
     * @return bool Whether this call replaced it; of several at once exactly one does.
     */
    public function swap(string $name, string $from, string $to): bool
    {
        $sql = "UPDATE {$this->database->options} SET option_value = %s WHERE option_name = %s AND option_value = %s";
        return 1 === $this->run($sql, [$to, $name, $from], [$name]);
    }

    /**
     * Changes a row to what comes of it, and begins again where somebody else was quicker.
     *
     * @param callable(string|null): string $change Gives the new value for the one there is; may be called several times.
     * @throws Failure storage_failed When somebody else was quicker again and again.
     */
    public function update(string $name, callable $change): void
    {
        for ($attempt = 0; $attempt < self::ATTEMPTS; $attempt++) {
            $old = $this->read($name);
            $new = $change($old);
            if ($new === $old || $this->swap($name, $old ?? '', $new) || (null === $old && $this->insert($name, $new))) {
                return;
            }
        }
        throw new Failure('storage_failed');
    }

    /**
     * Replaces several values in one statement, each only if it is still the one expected.
     *
     * @param array<string, array{string, string}> $swaps Name => expected value, new value.
     * @return int How many were replaced.
     * @throws Failure storage_failed
     */
    public function swap_all(array $swaps): int
    {
        if ([] === $swaps) {
            return 0;
        }
        [$cases, $conditions, $values, $expected] = ['', [], [], []];
        foreach ($swaps as $name => [$from, $to]) {
            $cases .= ' WHEN %s THEN %s';
            array_push($values, $name, $to);
            $conditions[] = '(option_name = %s AND option_value = %s)';
            array_push($expected, $name, $from);
        }
        $sql = "UPDATE {$this->database->options} SET option_value = CASE option_name$cases ELSE option_value END WHERE "
            . implode(' OR ', $conditions);
        return $this->run($sql, [...$values, ...$expected], array_keys($swaps));
    }

    /**
     * Writes several rows in one statement: all or, if the process or the database dies, none. An empty value erases.
     *
     * @param array<string, string> $values Name => value.
     */
    public function write(array $values): void
    {
        if ([] === $values) {
            return;
        }
        $rows = implode(', ', array_fill(0, count($values), "(%s, %s, 'off')"));
        $arguments = [];
        foreach ($values as $name => $value) {
            array_push($arguments, $name, $value);
        }
        $sql = "INSERT INTO {$this->database->options} (option_name, option_value, autoload) VALUES $rows
            ON DUPLICATE KEY UPDATE option_value = VALUES(option_value), autoload = VALUES(autoload)";
        $this->run($sql, $arguments, array_keys($values));
    }

    public function delete(string ...$names): void
    {
        if ([] === $names) {
            return;
        }
        $list = implode(', ', array_fill(0, count($names), '%s'));
        $this->run("DELETE FROM {$this->database->options} WHERE option_name IN ($list)", $names, $names);
    }

    /** Removes a row if its value is still the one expected. */
    public function delete_if(string $name, string $value): bool
    {
        $sql = "DELETE FROM {$this->database->options} WHERE option_name = %s AND option_value = %s";
        return 1 === $this->run($sql, [$name, $value], [$name]);
    }

    /**
     * @return array<string, string> Name => value of every row whose name begins so.
     */
    public function starting_with(string $prefix): array
    {
        $sql = "SELECT option_name, option_value FROM {$this->database->options} WHERE option_name LIKE %s";
        $like = $this->database->esc_like($prefix) . '%';
        $found = [];
        foreach ((array) $this->database->get_results($this->database->prepare($sql, $like), ARRAY_N) as $row) {
            $found[(string) $row[0]] = (string) $row[1];
        }
        return $found;
    }

    /**
     * @param list<string> $arguments
     * @param list<string> $names Rows touched, whose cached copies are dropped.
     * @return int Rows changed.
     * @throws Failure storage_failed When the database refused.
     */
    private function run(string $sql, array $arguments, array $names): int
    {
        $changed = $this->database->query($this->database->prepare($sql, $arguments));
        if (false === $changed) {
            throw new Failure('storage_failed');
        }
        foreach ($names as $name) {
            wp_cache_delete($name, 'options');
        }
        wp_cache_delete('notoptions', 'options');
        return (int) $changed;
    }
}
