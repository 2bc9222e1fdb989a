<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;

/**
 * A lock that holds across processes and web servers: one row, taken by an atomic insert, with an end of its own in case
 * its holder dies.
 */
final class Lock
{
    private ?string $held = null;

    /**
     * @param int $lifetime Seconds after which others may take the lock over.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Clock $clock,
        private readonly string $name,
        private readonly int $lifetime
    ) {
    }

    /** @return bool Whether this process now holds the lock. */
    public function acquire(): bool
    {
        $mine = ($this->clock->now() + $this->lifetime) . ' ' . bin2hex(random_bytes(16));
        $taken = $this->rows->insert($this->name, $mine);
        if (!$taken) {
            $theirs = $this->rows->read($this->name);
            $taken = null !== $theirs
                && (int) $theirs <= $this->clock->now()
                && $this->rows->swap($this->name, $theirs, $mine);
        }
        $this->held = $taken ? $mine : null;
        return $taken;
    }

    /** Gives the lock back, unless it has passed to another process meanwhile. */
    public function release(): void
    {
        if (null !== $this->held) {
            $this->rows->delete_if($this->name, $this->held);
            $this->held = null;
        }
    }
}
