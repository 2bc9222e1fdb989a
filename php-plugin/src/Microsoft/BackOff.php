<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Closure;
use Wkpbic\Contract;

/**
 * How long Microsoft is left alone after a failure ("Do not hammer": a loop of failing requests gets blocked, AADSTS50196).
 *
 * Passing faults: twice as long each time, up to an hour, with chance in the upper half, so that many sites do not come back in
 * step. Faults of the set-up: an hour at most, since they may be mended at Microsoft. Calls no WordPress function.
 */
final class BackOff
{
    private const DOUBLINGS = 20;

    /**
     * @param Closure(int, int): int $random A number from the first to the second.
     */
    public function __construct(private readonly Contract $contract, private readonly Closure $random)
    {
    }

    /**
     * Seconds to wait.
     *
     * @param string $class One of the contract's failure classes.
     * @param int $failures How often in a row it has failed, this time included.
     * @param int|null $retry_after What Microsoft asked for; never cut short, but for a day at most.
     */
    public function seconds(string $class, int $failures, ?int $retry_after): int
    {
        $first = $this->contract->limit('back_off_first_seconds');
        $most = $this->contract->limit('back_off_max_seconds');
        $whole = 'transient' === $class ? min($most, $first * 2 ** min(max(0, $failures - 1), self::DOUBLINGS)) : $most;
        $own = ($this->random)(intdiv($whole, 2), $whole);
        return null === $retry_after ? $own : max($own, $this->asked($retry_after) + ($this->random)(0, $first));
    }

    /** The seconds for which Microsoft has asked, a day at most. */
    public function asked(int $retry_after): int
    {
        return min($retry_after, $this->contract->limit('retry_after_max_seconds'));
    }
}
