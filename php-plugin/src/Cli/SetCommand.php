<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Extension\Values;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\SetupReport;

/**
 * `wp wkpbic set`: stores all of the fields that were given, or none when one is refused.
 */
final class SetCommand implements Handler
{
    public function __construct(
        private readonly SaveFields $save_fields,
        private readonly Values $extension_values,
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
        $others = $this->extension_values($arguments);
        if ([] === $values && [] === $others) {
            throw new Failure('nothing_to_set');
        }
        $this->extension_values->checked($others);
        $this->save_fields->save($values);
        $this->extension_values->save($others);
        /* translators: %s: names of fields, separated by commas */
        $sentence = sprintf(__('Stored: %s.', 'wkpbic'), implode(', ', array_keys($values + $others)));
        return new Result(ExitCode::OK, $this->report->for_user(get_current_user_id()), [], $sentence);
    }

    /**
     * Fields of other plugins: `id=value` or, of a secret, the ID alone.
     *
     * @param list<string> $arguments
     * @return array<string, string>
     * @throws Failure field_unknown, secret_in_argument, secret_not_given
     */
    private function extension_values(array $arguments): array
    {
        $values = [];
        foreach ($arguments as $argument) {
            [$id, $value] = [...explode('=', $argument, 2), null];
            $is_secret = $this->extension_values->is_secret($id) ?? throw Failure::unknown_field($id);
            if ($is_secret) {
                // Opened to be stored.
                $value = $this->secrets->read($id, [$id => null === $value ? true : 'given'])?->reveal();
            }
            $values[$id] = (string) $value;
        }
        return $values;
    }
}
