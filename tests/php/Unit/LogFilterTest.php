<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Log\LogFilter;
use Wkpbic\Tests\Support\Repository;

/**
 * What may be asked of the log.
 */
final class LogFilterTest extends TestCase
{
    public function test_nothing_asked_is_everything(): void
    {
        foreach ([[], ['kind' => '', 'event' => null, 'from' => '', 'page' => '']] as $asked) {
            $filter = LogFilter::from($asked, Repository::contract());
            self::assertEquals(LogFilter::all(), $filter);
            self::assertSame([], $filter->where()[1]);
        }
    }

    public function test_everything_asked(): void
    {
        $filter = LogFilter::from(
            ['kind' => 'call', 'event' => 'groups/{id}/users', 'code' => 'microsoft_throttled', 'from' => '2026-11-24', 'to' => '2026-11-24',
                'page' => '3'],
            Repository::contract()
        );
        self::assertSame(['call', 'groups/{id}/users', 'microsoft_throttled', 3], [$filter->kind, $filter->event, $filter->code, $filter->page]);
        self::assertSame(86399, $filter->to - $filter->from);
        self::assertSame('2026-11-24 00:00:00', gmdate('Y-m-d H:i:s', (int) $filter->from));
        self::assertSame(substr_count($filter->where()[0], '%'), count($filter->where()[1]));
    }

    public function test_seconds_are_taken_as_they_are(): void
    {
        $filter = LogFilter::from(['from' => 1700000000, 'to' => '1700000001', 'page' => 2], Repository::contract());
        self::assertSame([1700000000, 1700000001, 2], [$filter->from, $filter->to, $filter->page]);
    }

    /**
     * @dataProvider hostile
     */
    public function test_what_cannot_be_meant_is_refused(string $name, mixed $value): void
    {
        try {
            LogFilter::from([$name => $value], Repository::contract());
            self::fail('not refused');
        } catch (Failure $failure) {
            self::assertSame(['log_filter_invalid', $name, ['field' => $name]], [$failure->error_code, $failure->field, $failure->params]);
        }
    }

    /**
     * @return list<array{string, mixed}>
     */
    public function hostile(): array
    {
        return [
            ['kind', 'calls'], ['kind', ['call']], ['kind', "call'"], ['kind', true],
            ['event', "x' OR 1=1"], ['event', 'a b'], ['event', '%'], ['event', str_repeat('a', 65)], ['event', "token\n"], ['event', "\0"],
            ['code', 'no_such_code'], ['code', ['ok']], ['code', '%'],
            ['from', 'yesterday'], ['from', '2026-02-30'], ['from', '2026-1-1'], ['from', '-5'], ['from', -5], ['from', '1e9'], ['from', 1.5],
            ['from', "2026-01-01\n"], ['to', '2026-13-01'], ['to', '9999999999999'],
            ['page', '0'], ['page', 0], ['page', '-1'], ['page', '1.0'], ['page', '٣'], ['page', '1000000'], ['page', '100001'], ['page', [1]],
        ];
    }

    public function test_another_name_is_refused_and_repeated_in_short(): void
    {
        $this->expectExceptionObject(new Failure('field_unknown', str_repeat('x', 64)));
        LogFilter::from([str_repeat('x', 100) => '1'], Repository::contract());
    }
}
