<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * The only way to the time, so that tests can set it. Calls no WordPress function.
 */
interface Clock
{
    /** Unix time in seconds. */
    public function now(): int;

    /** Lets the given number of milliseconds pass. */
    public function pause(int $milliseconds): void;
}
