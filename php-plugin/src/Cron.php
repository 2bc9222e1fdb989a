<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * The events that WordPress's scheduler runs for this plugin. A new one is a row here and an action in Plugin::attach().
 */
final class Cron
{
    /** Removes what the log has kept long enough. */
    public const CLEANUP = 'wkpbic_cleanup';

    /** Uses the tokens before they end of disuse. */
    public const KEEP_ALIVE = 'wkpbic_keep_alive';

    /** Tells people before the client secret expires. */
    public const EXPIRY_REMINDER = 'wkpbic_expiry_reminder';

    /** Hook => how often, one of wp_get_schedules(). */
    public const EVENTS = [
        self::CLEANUP => 'daily',
        self::KEEP_ALIVE => 'daily',
        self::EXPIRY_REMINDER => 'daily',
    ];

    /** A daily job that is this much overdue: the scheduler does not run. */
    public const LATE_SECONDS = 86400;

    /** The first run comes up to this much later, so that the sites of one server do not run all at once. */
    private const SPREAD_SECONDS = 3600;

    public function __construct(private readonly Clock $clock)
    {
    }

    /** Schedules every event that is not scheduled yet. */
    public function schedule(): void
    {
        foreach (self::EVENTS as $hook => $recurrence) {
            if (null === $this->next($hook)) {
                wp_schedule_event($this->clock->now() + random_int(60, self::SPREAD_SECONDS), $recurrence, $hook);
            }
        }
    }

    /** Runs an event once more before its time, a minute from now. */
    public function soon(string $hook): void
    {
        wp_schedule_single_event($this->clock->now() + 60, $hook);
    }

    /** Takes every event off the schedule. */
    public function unschedule(): void
    {
        foreach (array_keys(self::EVENTS) as $hook) {
            wp_unschedule_hook($hook);
        }
    }

    /** How long the job that has waited longest is overdue; 0 when none is. */
    public function seconds_late(): int
    {
        $times = array_filter(array_map($this->next(...), array_keys(self::EVENTS)), 'is_int');
        return [] === $times ? 0 : max(0, $this->clock->now() - min($times));
    }

    /** Unix time of the next run; null when the event is not scheduled. */
    public function next(string $hook): ?int
    {
        $next = wp_next_scheduled($hook);
        return false === $next ? null : $next;
    }
}
