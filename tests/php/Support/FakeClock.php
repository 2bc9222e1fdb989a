<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use Closure;
use Wkpbic\Clock;

/**
 * A clock that stands still until a test moves it; a pause moves it and takes no time.
 */
final class FakeClock implements Clock
{
    private int $milliseconds;

    /** @var (Closure(): void)|null Called at every pause. */
    public ?Closure $during_pause = null;

    public function __construct(?int $now = null)
    {
        $this->milliseconds = ($now ?? time()) * 1000;
    }

    public function now(): int
    {
        return intdiv($this->milliseconds, 1000);
    }

    public function milliseconds(): int
    {
        return $this->milliseconds;
    }

    public function pause(int $milliseconds): void
    {
        $this->milliseconds += $milliseconds;
        if (null !== $this->during_pause) {
            ($this->during_pause)();
        }
    }

    public function advance(int $seconds): void
    {
        $this->milliseconds += $seconds * 1000;
    }
}
