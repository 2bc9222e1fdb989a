<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Microsoft\TokenBroker;

/**
 * `wp wkpbic test`: whether the connection works. Where no person is needed, it also makes the connection.
 */
final class TestCommand implements Handler
{
    public function __construct(private readonly TokenBroker $broker, private readonly PowerBi $power_bi)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $this->broker->try_again();
        $workspaces = $this->power_bi->groups();
        $rows = array_map(static fn (array $row): array => ['id' => $row['id'], 'name' => $row['name']], $workspaces);
        /* translators: %d: how many workspaces Power BI has listed */
        $sentence = sprintf(__('Power BI answers. Workspaces: %d.', 'wkpbic'), count($workspaces));
        return new Result(ExitCode::OK, ['workspaces' => $workspaces], $rows, $sentence);
    }
}
