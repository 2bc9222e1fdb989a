<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Error\Failure;

/**
 * One verb of `wp wkpbic`.
 */
interface Handler
{
    /**
     * @param list<string> $arguments Positional ones.
     * @param array<string, mixed> $options By name; true for one without a value.
     * @throws Failure
     */
    public function run(array $arguments, #[\SensitiveParameter] array $options): Result;
}
