<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Setup\ProbeResult;

/**
 * One check before sign-in. It may make calls, changes nothing, and answers whatever happens.
 */
interface Probe
{
    /** @return non-empty-list<string> What the results are called, in the order of the results. */
    public function ids(): array;

    /** @return list<ProbeResult> */
    public function run(): array;
}
