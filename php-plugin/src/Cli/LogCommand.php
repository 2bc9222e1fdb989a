<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Log\LogFilter;
use Wkpbic\Log\LogQuery;
use Wkpbic\Log\LogTable;

/**
 * `wp wkpbic log`: a page of the log, newest entries first.
 */
final class LogCommand implements Handler
{
    public function __construct(private readonly LogQuery $query, private readonly Contract $contract)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        // WP-CLI hands over names that the table of commands does not know, too: they are refused there.
        $page = $this->query->page(LogFilter::from(array_diff_key($options, ['format' => true]), $this->contract));
        /* translators: 1: page number, 2: number of pages, 3: number of log entries */
        $sentence = sprintf(__('Page %1$d of %2$d; entries: %3$d.', 'wkpbic'), $page['page'], max(1, $page['pages']), $page['total']);
        return new Result(ExitCode::OK, $page, array_map(self::row(...), $page['entries']), $sentence);
    }

    /**
     * @param array<string, mixed> $entry As LogQuery gives it.
     * @return array<string, string>
     */
    private static function row(array $entry): array
    {
        return [
            'at' => gmdate('Y-m-d H:i:s', $entry['at']) . ' UTC',
            'kind' => $entry['kind'],
            'event' => $entry['event'],
            'user' => (string) ($entry['user'] ?? $entry['source']),
            'code' => (string) $entry['code'],
            'details' => LogTable::AUDIT === $entry['kind'] ? self::change($entry) : self::call($entry),
        ];
    }

    /**
     * @param array<string, mixed> $entry
     */
    private static function change(array $entry): string
    {
        $before = (array) $entry['before'];
        $parts = [];
        foreach ((array) $entry['after'] as $fact => $value) {
            $was = isset($before[$fact]) ? self::text($before[$fact]) . ' -> ' : '';
            $parts[] = "$fact: $was" . self::text($value);
        }
        return implode('; ', $parts);
    }

    /**
     * @param array<string, mixed> $entry
     */
    private static function call(array $entry): string
    {
        $trace = null === $entry['trace_id'] ? '' : " trace {$entry['trace_id']}";
        return "{$entry['method']} {$entry['host']} " . ($entry['status'] ?? '-') . " {$entry['milliseconds']} ms$trace";
    }

    private static function text(mixed $fact): string
    {
        return is_bool($fact) ? ($fact ? 'yes' : 'no') : (string) $fact;
    }
}
