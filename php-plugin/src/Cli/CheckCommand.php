<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Setup\Preflight;

/**
 * `wp wkpbic check`: tenant, app, secret, clock and the way to Microsoft, before anybody signs in. The redirect URI is left out:
 * only the core in a browser spells the address that it takes.
 */
final class CheckCommand implements Handler
{
    public function __construct(private readonly Preflight $preflight, private readonly ProbeTable $table)
    {
    }

    public function run(array $arguments, #[\SensitiveParameter] array $options): Result
    {
        return $this->table->with_extensions($this->table->result($this->preflight->run()), $options);
    }
}
