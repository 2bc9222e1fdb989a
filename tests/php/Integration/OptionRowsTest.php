<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Storage\Lock;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\WordPressTestCase;

final class OptionRowsTest extends WordPressTestCase
{
    private OptionRows $rows;

    protected function setUp(): void
    {
        parent::setUp();
        $this->rows = new OptionRows($GLOBALS['wpdb']);
    }

    public function test_a_row_is_added_once(): void
    {
        self::assertTrue($this->rows->insert('wkpbic_x', 'first'));
        self::assertFalse($this->rows->insert('wkpbic_x', 'second'));
        self::assertSame('first', $this->rows->read('wkpbic_x'));
    }

    public function test_a_row_is_swapped_only_from_the_value_expected(): void
    {
        $this->rows->write(['wkpbic_x' => 'one']);
        self::assertFalse($this->rows->swap('wkpbic_x', 'zero', 'two'));
        self::assertTrue($this->rows->swap('wkpbic_x', 'one', 'two'));
        self::assertFalse($this->rows->swap('wkpbic_x', 'one', 'three'));
        self::assertFalse($this->rows->swap('wkpbic_absent', 'one', 'two'));
        self::assertSame('two', $this->rows->read('wkpbic_x'));
    }

    public function test_several_rows_are_written_over_old_and_new_ones(): void
    {
        $this->rows->write(['wkpbic_x' => 'old']);
        $this->rows->write(['wkpbic_x' => "100% \\ ' \" % s", 'wkpbic_y' => '', 'wkpbic_z' => '%s {{}} ü']);
        self::assertSame("100% \\ ' \" % s", $this->rows->read('wkpbic_x'));
        self::assertNull($this->rows->read('wkpbic_y'));
        self::assertSame('%s {{}} ü', $this->rows->read('wkpbic_z'));
        self::assertSame(['wkpbic_x', 'wkpbic_y', 'wkpbic_z'], array_keys($this->rows->starting_with('wkpbic_')));
    }

    public function test_rows_are_removed(): void
    {
        $this->rows->write(['wkpbic_x' => '1', 'wkpbic_y' => '2', 'wkpbic_z' => '3']);
        self::assertFalse($this->rows->delete_if('wkpbic_z', '4'));
        self::assertTrue($this->rows->delete_if('wkpbic_z', '3'));
        $this->rows->delete('wkpbic_x', 'wkpbic_y', 'wkpbic_absent');
        $this->rows->delete();
        self::assertSame([], $this->rows->starting_with('wkpbic_'));
    }

    public function test_a_prefix_is_taken_literally(): void
    {
        $this->rows->write(['wkpbicXa' => '1', 'wkpbic_a' => '2']);
        self::assertSame(['wkpbic_a' => '2'], $this->rows->starting_with('wkpbic_'));
    }

    public function test_the_cache_neither_answers_nor_keeps_an_old_value(): void
    {
        self::assertFalse(get_option('wkpbic_x'));
        $this->rows->insert('wkpbic_x', 'one');
        self::assertSame('one', get_option('wkpbic_x'));
        wp_cache_set('wkpbic_x', 'stale', 'options');
        self::assertSame('one', $this->rows->read('wkpbic_x'));
        $this->rows->swap('wkpbic_x', 'one', 'two');
        self::assertSame('two', get_option('wkpbic_x'));
    }

    public function test_nothing_is_autoloaded(): void
    {
        $this->rows->insert('wkpbic_x', '1');
        $this->rows->write(['wkpbic_y' => '2']);
        self::assertSame([], array_filter(
            array_keys(wp_load_alloptions(true)),
            static fn (string $name): bool => str_starts_with($name, 'wkpbic')
        ));
    }

    public function test_a_database_that_refuses_is_a_named_failure(): void
    {
        global $wpdb;
        $wpdb->flush(); // Or the copy would close a result that the original still holds.
        $broken = clone $wpdb;
        $broken->options = 'no_such_table';
        $broken->suppress_errors(true);
        $rows = new OptionRows($broken);
        foreach ([fn () => $rows->insert('a', 'b'), fn () => $rows->write(['a' => 'b']), fn () => $rows->delete('a')] as $action) {
            self::assertSame('storage_failed', self::failure($action)->error_code);
        }
    }

    public function test_a_lock_has_one_holder_until_it_is_given_back_or_ends(): void
    {
        $clock = new FakeClock();
        $mine = new Lock($this->rows, $clock, 'wkpbic_lock', 20);
        $theirs = new Lock($this->rows, $clock, 'wkpbic_lock', 20);
        self::assertTrue($mine->acquire());
        self::assertFalse($theirs->acquire());
        $theirs->release();
        self::assertFalse($theirs->acquire());
        $mine->release();
        self::assertTrue($theirs->acquire());
        $clock->advance(21);
        self::assertTrue($mine->acquire());
        $theirs->release();
        self::assertFalse($theirs->acquire(), 'the former holder has given back what was no longer its own');
    }
}
