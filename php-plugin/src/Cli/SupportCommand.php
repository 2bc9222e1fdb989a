<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Support\SupportBundle;

/**
 * `wp wkpbic support`: what somebody who helps needs to see. As JSON the whole bundle, as a table all but its log.
 */
final class SupportCommand implements Handler
{
    public function __construct(private readonly SupportBundle $bundle, private readonly Journal $journal)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $bundle = $this->bundle->build();
        $entries = count($bundle['log'] ?? []);
        $this->journal->audit(Event::SUPPORT_BUNDLE_MADE, [], ['entries' => $entries]);
        return new Result(
            ExitCode::OK,
            $bundle,
            self::rows(array_diff_key($bundle, ['log' => true])),
            sprintf(
                /* translators: %d: number of entries of the log */
                __('Entries of the log, shown with --format=json: %d.', 'wkpbic'),
                $entries
            )
        );
    }

    /**
     * @param array<mixed> $values
     * @return list<array{what: string, value: string}> A row for each value, named by its way through the bundle.
     */
    private static function rows(array $values, string $before = ''): array
    {
        $rows = [];
        foreach ($values as $name => $value) {
            $value = is_object($value) ? (array) $value : $value;
            $rows = is_array($value)
                ? [...$rows, ...self::rows($value, "$before$name.")]
                : [...$rows, ['what' => "$before$name", 'value' => is_bool($value) ? ($value ? 'yes' : 'no') : (string) $value]];
        }
        return $rows;
    }
}
