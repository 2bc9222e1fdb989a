<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use LogicException;
use Wkpbic\Storage\Flag;
use Wkpbic\Tests\Support\WordPressTestCase;

final class FlagTest extends WordPressTestCase
{
    public function test_it_is_the_only_row_that_is_loaded_with_every_request_and_stays_small(): void
    {
        $this->connect($this->plugin());
        $flag = $this->plugin()->flag();
        $flag->put('connection', 'client_secret_expired');
        $loaded = array_filter(
            wp_load_alloptions(true),
            static fn (string $name): bool => str_contains($name, 'wkpbic'),
            ARRAY_FILTER_USE_KEY
        );
        self::assertSame([Flag::OPTION], array_keys($loaded));
        self::assertLessThanOrEqual(200, strlen($loaded[Flag::OPTION]));
        self::assertSame('client_secret_expired', $this->plugin()->flag()->get('connection'));
    }

    public function test_words_come_and_go_and_the_last_one_takes_the_row_with_it(): void
    {
        $flag = new Flag();
        self::assertNull($flag->get('a'));
        $flag->put('a', 'one');
        $flag->put('b', 'two');
        $flag->put('a', null);
        self::assertSame([null, 'two'], [$flag->get('a'), $flag->get('b')]);
        $flag->put('b', null);
        self::assertFalse(get_option(Flag::OPTION));
    }

    public function test_what_is_no_word_or_too_long_is_refused(): void
    {
        $flag = new Flag();
        foreach (['', 'Some text', "a\n", '<b>', str_repeat('x', 65)] as $word) {
            self::assertRefused(static fn () => $flag->put('a', $word));
        }
        foreach (['a', 'b', 'c', 'd'] as $name) {
            $name === 'd' || $flag->put($name, str_repeat($name, 55));
        }
        self::assertRefused(static fn () => $flag->put('d', str_repeat('d', 55)));
        self::assertSame(str_repeat('a', 55), $flag->get('a'));
    }

    public function test_a_damaged_row_says_nothing(): void
    {
        foreach (['no json', '7', '{"a":7}', '["x"'] as $text) {
            update_option(Flag::OPTION, $text, true);
            self::assertNull((new Flag())->get('a'));
        }
    }

    private static function assertRefused(callable $action): void
    {
        try {
            $action();
        } catch (LogicException) {
            self::assertTrue(true);
            return;
        }
        self::fail('Not refused.');
    }
}
