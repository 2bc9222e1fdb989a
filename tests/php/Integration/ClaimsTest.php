<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Setup\Claims;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\WordPressTestCase;

final class ClaimsTest extends WordPressTestCase
{
    public function test_a_tick_is_kept_with_its_time_and_in_the_order_of_the_manual(): void
    {
        $clock = new FakeClock(1_700_000_000);
        $claims = $this->plugin($clock)->claims();
        $claims->set(['consent' => true]);
        $clock->advance(60);
        $claims->set(['app_created' => true, 'consent' => true]);
        self::assertSame(['app_created' => 1_700_000_060, 'consent' => 1_700_000_000], $claims->read());
        self::assertSame($claims->read(), $this->plugin()->claims()->read());
        $claims->set(['app_created' => false]);
        self::assertSame(['consent' => 1_700_000_000], $claims->read());
        $claims->set([]);
        $claims->set(['portal_sign_in' => false]);
        self::assertSame(['consent' => 1_700_000_000], $claims->read());
    }

    /**
     * @dataProvider refusals
     * @param array<mixed> $posted
     */
    public function test_one_refused_item_refuses_all(array $posted, string $code, string $field): void
    {
        $claims = $this->plugin()->claims();
        $claims->set(['client_id' => true]);
        $before = $claims->read();
        $failure = self::failure(static fn () => $claims->set($posted));
        self::assertSame([$code, $field, ['field' => $field]], [$failure->error_code, $failure->field, $failure->params]);
        self::assertSame($before, $claims->read());
    }

    /**
     * @return array<string, array{array<mixed>, string, string}>
     */
    public function refusals(): array
    {
        return [
            'an item that is none' => [['consent' => true, 'moon' => true], 'field_unknown', 'moon'],
            'a list' => [['consent'], 'field_unknown', '0'],
            'a long name' => [[str_repeat('ä', 200) => true], 'field_unknown', str_repeat('ä', 64)],
            'a number' => [['consent' => 1], 'claim_not_true_or_false', 'consent'],
            'a text' => [['client_id' => false, 'consent' => 'true'], 'claim_not_true_or_false', 'consent'],
            'null' => [['consent' => null], 'claim_not_true_or_false', 'consent'],
        ];
    }

    /** Another administrator ticks something between this one's reading and writing. */
    public function test_a_tick_of_somebody_else_is_not_lost(): void
    {
        $plugin = $this->plugin();
        $clock = new class ($plugin->rows()) implements \Wkpbic\Clock {
            private bool $first = true;

            public function __construct(private readonly \Wkpbic\Storage\OptionRows $rows)
            {
            }

            public function now(): int
            {
                if ($this->first) {
                    $this->first = false;
                    $this->rows->write([Claims::OPTION => '{"consent":1700000000}']);
                }
                return 1_700_000_500;
            }

            public function milliseconds(): int
            {
                return 0;
            }

            public function pause(int $milliseconds): void
            {
            }
        };
        $claims = new Claims($plugin->rows(), $plugin->contract(), $clock, $plugin->journal());
        $claims->set(['app_created' => true]);
        self::assertSame(['app_created' => 1_700_000_500, 'consent' => 1_700_000_000], $claims->read());
    }

    public function test_a_damaged_row_counts_as_no_ticks_and_is_replaced(): void
    {
        $plugin = $this->plugin();
        foreach (['{', '[]', '{"consent":"yes","moon":1}', '7'] as $text) {
            $plugin->rows()->write([Claims::OPTION => $text]);
            self::assertSame([], $plugin->claims()->read(), $text);
            $plugin->claims()->set(['consent' => true]);
            self::assertSame(['consent'], array_keys($plugin->claims()->read()), $text);
        }
    }
}
