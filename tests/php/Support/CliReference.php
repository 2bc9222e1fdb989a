<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use Wkpbic\Cli\Command;
use Wkpbic\Cli\CommandTable;
use Wkpbic\Cli\ExitCode;
use Wkpbic\Contract;

/**
 * Prints docs/reference-cli.md from the table of commands.
 */
final class CliReference
{
    public const FILE = 'docs/reference-cli.md';

    private const INTRODUCTION = <<<'TEXT'
        The commands do what the wizard does, by the same services; only signing in needs a browser. `--format=json` prints one document;
        a refusal is `{code, message, data}` there, as REST has it.

        A secret is never an argument, which others on the server could read: it comes from standard input, one line each, or is typed.

        | exit code | says |
        | --- | --- |
        | {ok} | all is well, or done |
        | {needs_action} | somebody has to act; what, is printed |
        | {bad_input} | the command line was wrong; nothing was done |
        | {not_reachable} | Microsoft could not be reached or had a fault; the same command may work later |

        Rights of roles are WordPress's own: `wp cap add editor wkpbic_view_logs`.

        TEXT;

    public static function text(Contract $contract): string
    {
        $text = Reference::NOTICE . "# WP-CLI reference\n\n" . strtr(self::INTRODUCTION, [
            '{ok}' => ExitCode::OK,
            '{needs_action}' => ExitCode::NEEDS_ACTION,
            '{bad_input}' => ExitCode::BAD_INPUT,
            '{not_reachable}' => ExitCode::MICROSOFT_NOT_REACHABLE,
        ]);
        foreach ((new CommandTable($contract))->rows() as $command) {
            $text .= self::command($command);
        }
        return $text;
    }

    private static function command(Command $command): string
    {
        $prefix = 'wp ' . CommandTable::PREFIX;
        $text = "\n## `$prefix $command->name`\n\n$command->summary\n\n    $prefix $command->example\n\n";
        foreach ($command->synopsis as $part) {
            $text .= '- ' . self::name($part) . ': ' . $part['description'] . self::choices($part) . "\n";
        }
        return $text;
    }

    /**
     * @param array<string, mixed> $part
     */
    private static function name(array $part): string
    {
        return '`' . match ($part['type']) {
            'positional' => "<{$part['name']}>" . (empty($part['repeating']) ? '' : '…'),
            'assoc' => "--{$part['name']}=…",
            'flag' => "--{$part['name']}",
        } . '`';
    }

    /**
     * @param array<string, mixed> $part
     */
    private static function choices(array $part): string
    {
        $options = isset($part['options']) ? ' One of: ' . implode(', ', $part['options']) . '.' : '';
        return $options . (isset($part['default']) ? " Default: {$part['default']}." : '');
    }
}
