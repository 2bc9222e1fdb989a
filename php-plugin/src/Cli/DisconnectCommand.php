<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\SetupReport;

/**
 * `wp wkpbic disconnect`: forgets the tokens; the fields stay.
 */
final class DisconnectCommand implements Handler
{
    public function __construct(
        private readonly Disconnect $disconnect,
        private readonly SetupReport $report,
        private readonly Console $console
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $question = __('Forget the connection to Microsoft? The fields stay.', 'wkpbic');
        $is_certain = !empty($options['yes']) || $this->console->confirmed($question);
        if ($is_certain) {
            $this->disconnect->disconnect();
        }
        $exit_code = $is_certain ? ExitCode::OK : ExitCode::NEEDS_ACTION;
        $sentence = $is_certain ? __('The connection is forgotten.', 'wkpbic') : __('Nothing was changed.', 'wkpbic');
        return new Result($exit_code, $this->report->for_user(get_current_user_id()), [], $sentence);
    }
}
