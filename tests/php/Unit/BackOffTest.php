<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Microsoft\BackOff;
use Wkpbic\Tests\Support\Repository;

final class BackOffTest extends TestCase
{
    public function test_a_passing_fault_waits_twice_as_long_each_time_up_to_an_hour(): void
    {
        $longest = new BackOff(Repository::contract(), static fn (int $from, int $to): int => $to);
        $shortest = new BackOff(Repository::contract(), static fn (int $from, int $to): int => $from);
        $waits = static fn (BackOff $back_off): array => array_map(
            static fn (int $failures): int => $back_off->seconds('transient', $failures, null),
            [1, 2, 3, 4, 9, 10, 1000, PHP_INT_MAX]
        );
        self::assertSame([10, 20, 40, 80, 2560, 3600, 3600, 3600], $waits($longest));
        self::assertSame([5, 10, 20, 40, 1280, 1800, 1800, 1800], $waits($shortest));
    }

    public function test_a_fault_of_the_set_up_waits_up_to_an_hour_at_once(): void
    {
        $back_off = new BackOff(Repository::contract(), static fn (int $from, int $to): int => $to);
        self::assertSame(3600, $back_off->seconds('configuration', 1, null));
    }

    public function test_what_microsoft_asks_for_is_never_cut_short_but_for_a_day_at_most(): void
    {
        $shortest = new BackOff(Repository::contract(), static fn (int $from, int $to): int => $from);
        $longest = new BackOff(Repository::contract(), static fn (int $from, int $to): int => $to);
        self::assertSame(77, $shortest->seconds('transient', 1, 77));
        self::assertSame(87, $longest->seconds('transient', 1, 77), 'and not all at the same second');
        self::assertSame(1800, $shortest->seconds('transient', 20, 1), 'our own wait when it is longer');
        self::assertSame(86400, $shortest->seconds('transient', 1, 999999999));
    }

    public function test_chance_decides_within_the_bounds(): void
    {
        $asked = [];
        $back_off = new BackOff(Repository::contract(), static function (int $from, int $to) use (&$asked): int {
            $asked[] = [$from, $to];
            return $to;
        });
        $back_off->seconds('transient', 3, 60);
        self::assertSame([[20, 40], [0, 10]], $asked);
    }
}
