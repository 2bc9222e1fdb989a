<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Closure;
use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\ParallelCalls;
use Wkpbic\Setup\Probe\Probe;
use Wkpbic\Setup\Probe\RedirectUriProbe;

/**
 * The checks before anybody leaves for Microsoft: all at once, none waiting for another, within 5 seconds each and 8 together.
 * Stores nothing but what it found.
 */
final class Preflight
{
    /**
     * @param Closure(string|null): RedirectUriProbe $redirect_uri Makes the probe for an authorize URL.
     * @param list<Probe> $probes The others, in the order in which they are shown.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Clock $clock,
        private readonly ParallelCalls $calls,
        private readonly CheckResults $results,
        private readonly Closure $redirect_uri,
        private readonly array $probes
    ) {
    }

    /**
     * @param string|null $authorize_url What the core in the browser spelled with `prompt=none`; without it nothing is said about the
     *                                   redirect URI.
     * @return list<ProbeResult>
     * @throws Failure sign_in_malformed or setup_incomplete, before any call, when the address is not one that the wizard makes.
     */
    public function run(?string $authorize_url = null): array
    {
        $redirect_uri = ($this->redirect_uri)($authorize_url);
        $redirect_uri->require_own_address();
        $tasks = [];
        foreach ([...$this->probes, $redirect_uri] as $probe) {
            $tasks[implode(' ', $probe->ids())] = fn (): array => $this->timed($probe);
        }
        return $this->results->watch(fn (): array => array_merge(...array_values($this->calls->run(
            $tasks,
            1000 * $this->contract->limit('check_timeout_seconds'),
            1000 * $this->contract->limit('checks_together_seconds')
        ))));
    }

    /**
     * @return list<ProbeResult>
     */
    private function timed(Probe $probe): array
    {
        $begun = $this->clock->milliseconds();
        $results = $probe->run();
        $took = $this->clock->milliseconds() - $begun;
        return array_map(static fn (ProbeResult $result): ProbeResult => $result->after($took), $results);
    }
}
