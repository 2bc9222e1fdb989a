<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Contract;
use Wkpbic\Log\Event;
use Wkpbic\Log\LogTable;

/**
 * The table of the commands below `wp wkpbic`. Calls no WordPress function.
 */
final class CommandTable
{
    public const PREFIX = 'wkpbic';

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @return list<Command>
     */
    public function rows(): array
    {
        $format = self::option('format', 'Form of the answer.', ['default' => 'table', 'options' => ['table', 'json']]);
        $strict = self::flag('strict', 'Checks of other plugins count for the exit code as well.');
        return [
            new Command('status', StatusCommand::class, 'Shows how the set-up stands; asks nobody.', [$format], 'status --format=json'),
            new Command(
                'set',
                SetCommand::class,
                'Stores fields: all of those given, or none when one is refused.',
                [[
                    'type' => 'positional',
                    'name' => 'extension_field',
                    'description' => 'A field of another plugin: my-plugin/code=value or, of a secret, my-plugin/key alone, which is read as the'
                        . ' secrets below.',
                    'optional' => true,
                    'repeating' => true,
                ], ...$this->field_options(), $format],
                'set --sign_in_method=service_principal --client_id=… --tenant_id=… --client_secret < secret.txt'
            ),
            new Command(
                'check',
                CheckCommand::class,
                'Asks Microsoft about tenant, app and secret before anybody signs in.',
                [$strict, $format],
                'check --format=json'
            ),
            new Command(
                'test',
                TestCommand::class,
                'Makes sure that the connection works, or says what keeps it from working.',
                [$strict, $format],
                'test --strict'
            ),
            new Command(
                'explain',
                ExplainCommand::class,
                'Says what an error of Microsoft means and who must act.',
                [[
                    'type' => 'positional',
                    'name' => 'text',
                    'description' => 'The error; without it, what stands on standard input.',
                    'optional' => true,
                    'repeating' => true,
                ], $format],
                'explain "AADSTS7000215: Invalid client secret provided."'
            ),
            new Command(
                'disconnect',
                DisconnectCommand::class,
                'Forgets the tokens and every sign-in; the fields stay.',
                [self::flag('yes', 'Do not ask.'), $format],
                'disconnect --yes'
            ),
            new Command(
                'rotate',
                RotateCommand::class,
                'Exchanges the client secret: the new one is tried at Microsoft first, and the old one stays until that has worked.',
                [
                    self::flag('client_secret', 'The new secret, from standard input or typed. Always asked for; takes no value.'),
                    self::option('client_secret_expires_on', 'The day on which the new secret expires, as YYYY-MM-DD.', []),
                    $format,
                ],
                'rotate --client_secret_expires_on=2027-05-24 < secret.txt'
            ),
            new Command(
                'log',
                LogCommand::class,
                'Shows who changed what and which calls went to Microsoft, the newest entries first.',
                [
                    self::option('kind', 'Changes or calls.', ['options' => LogTable::KINDS]),
                    self::option('event', 'What was done, such as ' . Event::SETTINGS_SAVED . ', or the kind of address that was called.', []),
                    self::option('code', 'Entries with this error code only.', []),
                    self::option('from', 'The first day (UTC), as YYYY-MM-DD, or second since 1970.', []),
                    self::option('to', 'The last day (UTC) or second.', []),
                    self::option('page', 'Which page, from 1 on.', []),
                    $format,
                ],
                'log --kind=call --code=client_secret_expired'
            ),
            new Command(
                'rekey',
                RekeyCommand::class,
                'Seals what is stored with the present encryption key.',
                [
                    self::flag(
                        RekeyCommand::OLD_KEY,
                        'Read the former key from standard input or, at a terminal, ask for it. Takes no value. It is a former value of'
                        . ' WKPBIC_ENCRYPTION_KEY, or the former AUTH_KEY, AUTH_SALT, SECURE_AUTH_KEY and SECURE_AUTH_SALT one after the other.'
                    ),
                    $format,
                ],
                'rekey --old_key < old-key.txt'
            ),
            new Command(
                'support',
                SupportCommand::class,
                'Shows what somebody who helps needs to see; no secret, no account and no user is in it.',
                [$format],
                'support --format=json > support.json'
            ),
            new Command(
                'conformance',
                ConformanceCommand::class,
                'For developers: whether a plugin that extends the wizard keeps what it has to. Stores nothing, calls nobody.',
                [['type' => 'positional', 'name' => 'plugin', 'description' => 'What its ids begin with, before the slash.'], $format],
                'conformance my-plugin'
            ),
        ];
    }

    /**
     * @return list<array<string, mixed>>
     */
    private function field_options(): array
    {
        $options = [];
        foreach ($this->contract->fields() as $field => $row) {
            if ($row['secret']) {
                $how = 'Read it from standard input, one line for each secret in the order of this list, or ask for it at a terminal.';
                $options[] = self::flag($field, "$how Takes no value: others could read it.");
                continue;
            }
            $values = array_merge(...array_map(
                static fn (array $rule): array => 'one_of' === $rule['kind'] ? $rule['values'] : [],
                $row['rules']
            ));
            $note = [] === $values ? '' : ' One of: ' . implode(', ', $values) . '.';
            $default = null === $row['default'] ? '' : " {$row['default']} unless it was set.";
            $options[] = self::option($field, "Locked by {$row['constant']} in wp-config.php.$note$default", []);
        }
        return $options;
    }

    /**
     * @param array<string, mixed> $more
     * @return array<string, mixed>
     */
    private static function option(string $name, string $description, array $more): array
    {
        return ['type' => 'assoc', 'name' => $name, 'description' => $description, 'optional' => true] + $more;
    }

    /**
     * @return array<string, mixed>
     */
    private static function flag(string $name, string $description): array
    {
        return ['type' => 'flag', 'name' => $name, 'description' => $description, 'optional' => true];
    }
}
