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

    /** Milliseconds since some moment, for measuring how long a thing takes: they go on evenly when the time of day is set. */
    public function milliseconds(): int;

    /** Lets the given number of milliseconds pass. */
    public function pause(int $milliseconds): void;
}
