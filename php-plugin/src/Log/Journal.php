<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use Closure;
use Throwable;
use Wkpbic\Clock;
use Wkpbic\Microsoft\Exchange;
use Wkpbic\Microsoft\ExchangeObserver;

/**
 * Writes the log: who changed what, and which calls went to Microsoft. Whatever goes wrong here, the work that is being
 * written down goes on.
 *
 * Calls no WordPress function.
 */
final class Journal implements ExchangeObserver
{
    /** After this many entries the hard cap is looked after, so that it holds between two clean-ups as well. */
    private const TRIM_EVERY = 100;

    /**
     * @param Closure(): array{int, string} $who Current user's ID (0 for none), and where from: admin, rest, cron or cli.
     */
    public function __construct(
        private readonly LogTable $table,
        private readonly Retention $retention,
        private readonly Clock $clock,
        private readonly Closure $who
    ) {
    }

    /**
     * Notes that somebody has done something.
     *
     * @param string $event One of Event.
     * @param array<string, mixed> $before How it was: facts by name; what Facts does not allow is left out.
     * @param array<string, mixed> $after How it is now.
     * @param string|null $code Error code of the contract when it has failed.
     */
    public function audit(string $event, array $before = [], array $after = [], ?string $code = null): void
    {
        $this->safely(function () use ($event, $before, $after, $code): void {
            $this->write([
                'kind' => LogTable::AUDIT,
                'event' => $event,
                'code' => $code,
                'facts' => (string) json_encode(
                    ['before' => (object) Facts::allowed($before), 'after' => (object) Facts::allowed($after)],
                    JSON_UNESCAPED_SLASHES
                ),
            ]);
        });
    }

    /** Notes a call to Microsoft; one to another host, as when the site calls itself, is nobody's business. */
    public function call(Exchange $exchange): void
    {
        if ('' === $exchange->host) {
            return;
        }
        $this->safely(function () use ($exchange): void {
            $this->write([
                'kind' => LogTable::CALL,
                'event' => $exchange->path,
                'code' => $exchange->code,
                'method' => $exchange->method,
                'host' => $exchange->host,
                'status' => $exchange->status,
                'milliseconds' => $exchange->milliseconds,
                'trace_id' => $exchange->trace_id,
                'correlation_id' => $exchange->correlation_id,
                'clock_offset' => $exchange->clock_offset,
            ]);
        });
    }

    /**
     * @param array<string, int|string|null> $row
     */
    private function write(array $row): void
    {
        [$user_id, $source] = ($this->who)();
        $id = $this->table->insert(['at' => $this->clock->now(), 'user_id' => $user_id, 'source' => $source] + $row);
        if (null !== $id && 0 === $id % self::TRIM_EVERY) {
            $this->retention->trim();
        }
    }

    /**
     * @param Closure(): void $write
     */
    private function safely(Closure $write): void
    {
        try {
            $write();
        } catch (Throwable) {
            return; // A log that cannot be written must not stop what it tells of.
        }
    }
}
