<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Storage\Rekey;

/**
 * `wp wkpbic rekey`: seals what is stored with the present key.
 */
final class RekeyCommand implements Handler
{
    public const OLD_KEY = 'old_key';

    public function __construct(private readonly Rekey $rekey, private readonly Secrets $secrets)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        $sealed = $this->rekey->rekey($this->secrets->read(self::OLD_KEY, $options));
        /* translators: %d: how many stored secrets were encrypted again */
        $sentence = sprintf(__('Sealed anew with the present key: %d.', 'wkpbic'), $sealed);
        return new Result(ExitCode::OK, ['sealed_anew' => $sealed], [], $sentence);
    }
}
