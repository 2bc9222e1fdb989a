<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use DateTimeImmutable;
use DateTimeZone;
use Wkpbic\Contract;

/**
 * How close a secret's day of expiry is.
 *
 * The core's expiry module counts in the same way, and tests/vectors/expiry.json holds both to one truth. Calls no WordPress
 * function.
 */
final class SecretExpiry
{
    public const EXPIRED = 'expired';
    public const TODAY = 'today';
    public const FINE = 'fine';

    /**
     * @param string $expires_on `YYYY-MM-DD`.
     * @param int $days_left Whole days from today to the day of expiry; negative when it is over.
     * @param string $stage EXPIRED, TODAY, FINE or the number of the reminder that is due, such as '14'.
     */
    private function __construct(
        public readonly string $expires_on,
        public readonly int $days_left,
        public readonly string $stage
    ) {
    }

    /**
     * @param string $today `YYYY-MM-DD`, as is the day of expiry; both passed their rule.
     */
    public static function count(string $today, string $expires_on, Contract $contract): self
    {
        $days = self::day_number($expires_on) - self::day_number($today);
        $due = array_filter($contract->reminder_days(), static fn (int $before): bool => $days <= $before);
        return new self($expires_on, $days, match (true) {
            $days < 0 => self::EXPIRED,
            0 === $days => self::TODAY,
            [] === $due => self::FINE,
            default => (string) min($due),
        });
    }

    /** Days since 1970. */
    private static function day_number(string $date): int
    {
        $midnight = DateTimeImmutable::createFromFormat('!Y-m-d', $date, new DateTimeZone('UTC'));
        return false === $midnight ? 0 : intdiv($midnight->getTimestamp(), 86400);
    }
}
