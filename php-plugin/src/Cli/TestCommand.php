<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Closure;
use Wkpbic\Setup\TestReport;

/**
 * `wp wkpbic test`: whether the connection works. Where no person is needed, it also makes the connection.
 */
final class TestCommand implements Handler
{
    /**
     * @param Closure(): TestReport $try_connection
     */
    public function __construct(private readonly Closure $try_connection, private readonly ProbeTable $table)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $report = ($this->try_connection)();
        $shown = $this->table->result($report->results);
        $workspaces = $report->workspaces();
        $names = [];
        foreach ($workspaces ?? [] as $workspace) {
            $names[] = $workspace['name'] . (null === $workspace['role'] ? '' : " ({$workspace['role']})");
        }
        /* translators: %s: names of workspaces, separated by commas */
        $sentence = [] === $names ? null : sprintf(__('Workspaces: %s.', 'wkpbic'), implode(', ', $names));
        return $this->table->with_extensions(new Result($shown->exit_code, $report->to_array(), $shown->rows, $sentence), $options);
    }
}
