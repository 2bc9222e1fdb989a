<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Security\Secret;
use Wkpbic\Setup\RotateSecret;
use Wkpbic\Setup\SetupReport;

/**
 * `wp wkpbic rotate`: a new client secret, tried at Microsoft before it takes the old one's place.
 */
final class RotateCommand implements Handler
{
    public function __construct(
        private readonly RotateSecret $rotate_secret,
        private readonly SetupReport $report,
        private readonly Secrets $secrets
    ) {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $date = isset($options['client_secret_expires_on']) ? (string) $options['client_secret_expires_on'] : null;
        $new = $this->secrets->read('client_secret', $options + ['client_secret' => true]) ?? new Secret('');
        $this->rotate_secret->rotate($new, $date);
        $report = $this->report->for_user(get_current_user_id());
        return new Result(ExitCode::OK, $report, [], __('Microsoft takes the new client secret, and it is stored.', 'wkpbic'));
    }
}
