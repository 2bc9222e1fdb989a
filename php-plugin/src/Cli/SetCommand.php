<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\SetupReport;

/**
 * `wp wkpbic set`: stores all of the fields that were given, or none when one is refused.
 */
final class SetCommand implements Handler
{
    public function __construct(
        private readonly SaveFields $save_fields,
        private readonly SetupReport $report,
        private readonly Contract $contract,
        private readonly Secrets $secrets
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $values = [];
        foreach ($this->contract->fields() as $field => $row) {
            if ($row['secret']) {
                // Opened to be stored.
                $value = $this->secrets->read($field, $options)?->reveal();
            } else {
                $value = isset($options[$field]) ? (string) $options[$field] : null;
            }
            if (null !== $value) {
                $values[$field] = $value;
            }
        }
        if ([] === $values) {
            throw new Failure('nothing_to_set');
        }
        $this->save_fields->save($values);
        /* translators: %s: names of fields, separated by commas */
        $sentence = sprintf(__('Stored: %s.', 'wkpbic'), implode(', ', array_keys($values)));
        return new Result(ExitCode::OK, $this->report->for_user(get_current_user_id()), [], $sentence);
    }
}
