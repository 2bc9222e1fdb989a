<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * The clock of the server. Calls no WordPress function.
 */
final class SystemClock implements Clock
{
    public function now(): int
    {
        return time();
    }

    public function milliseconds(): int
    {
        return intdiv(hrtime(true), 1_000_000);
    }

    public function pause(int $milliseconds): void
    {
        usleep($milliseconds * 1000);
    }
}
