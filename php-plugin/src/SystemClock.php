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

    public function pause(int $milliseconds): void
    {
        usleep($milliseconds * 1000);
    }
}
