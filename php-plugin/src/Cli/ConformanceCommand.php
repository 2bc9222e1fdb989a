<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Conformance\Conformance;
use Wkpbic\Conformance\Finding;

/**
 * `wp wkpbic conformance`: whether an extension keeps what every extension has to keep.
 */
final class ConformanceCommand implements Handler
{
    public function __construct(private readonly Conformance $conformance)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $plugin = $arguments[0] ?? '';
        $findings = $this->conformance->findings($plugin);
        if (null === $findings) {
            $sentence = __('No active plugin has registered anything whose id begins with that word and a slash.', 'wkpbic');
            return new Result(ExitCode::BAD_INPUT, ['findings' => null], [], $sentence);
        }
        $rows = [];
        foreach (Conformance::RULES as $rule) {
            $broken = array_values(array_filter($findings, static fn (Finding $finding): bool => $rule === $finding->rule));
            foreach ($broken as $finding) {
                $rows[] = ['rule' => $rule, 'state' => 'failed', 'part' => $finding->part, 'finding' => $finding->sentence];
            }
            if ([] === $broken) {
                $rows[] = ['rule' => $rule, 'state' => 'passed', 'part' => '', 'finding' => ''];
            }
        }
        $data = ['findings' => array_map(static fn (Finding $finding): array => $finding->to_array(), $findings)];
        return new Result([] === $findings ? ExitCode::OK : ExitCode::NEEDS_ACTION, $data, $rows);
    }
}
