<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Storage\OptionRows;

/**
 * The items of the scorecard that a person has ticked by hand, for the whole site. A claim proves nothing: what checks
 * have shown outweighs it.
 *
 * Calls no WordPress function.
 */
final class Claims
{
    public const OPTION = 'wkpbic_claims';

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Contract $contract,
        private readonly Clock $clock,
        private readonly Journal $journal
    ) {
    }

    /**
     * @return array<string, int> Item => Unix time at which it was ticked, in the order of the manual.
     */
    public function read(): array
    {
        return $this->decode($this->rows->read(self::OPTION));
    }

    /**
     * Ticks items and takes ticks away: all of the posted ones, or none when one is refused. Items that are not posted stay
     * as they are, so that two people at it do not undo each other.
     *
     * @param array<mixed> $posted Item => whether it is ticked.
     * @throws Failure field_unknown, claim_not_true_or_false, storage_failed
     */
    public function set(array $posted): void
    {
        foreach ($posted as $item => $ticked) {
            if (!in_array($item, $this->contract->scorecard_items(), true)) {
                throw Failure::unknown_field($item);
            }
            if (!is_bool($ticked)) {
                throw new Failure('claim_not_true_or_false', $item, ['field' => $item]);
            }
        }
        $old = $new = [];
        $this->rows->update(self::OPTION, function (?string $row) use ($posted, &$old, &$new): string {
            $old = $this->decode($row);
            $ticked = array_filter($posted);
            $new = $this->in_order(
                array_diff_key($old, $posted) + array_intersect_key($old, $ticked)
                + array_fill_keys(array_keys($ticked), $this->clock->now())
            );
            return (string) json_encode((object) $new);
        });
        $this->note($old, $new);
    }

    /**
     * @param array<string, int> $old
     * @param array<string, int> $new
     */
    private function note(array $old, array $new): void
    {
        foreach (array_keys(array_diff_key($old, $new) + array_diff_key($new, $old)) as $item) {
            $this->journal->audit(
                Event::CLAIMED,
                ['item' => $item, 'claimed' => isset($old[$item])],
                ['item' => $item, 'claimed' => isset($new[$item])]
            );
        }
    }

    /**
     * @return array<string, int>
     */
    private function decode(?string $row): array
    {
        $stored = json_decode($row ?? '', true);
        return is_array($stored) ? $this->in_order(array_filter($stored, 'is_int')) : [];
    }

    /**
     * @param array<string, int> $claims
     * @return array<string, int> Without items that the contract does not know.
     */
    private function in_order(array $claims): array
    {
        $items = array_fill_keys($this->contract->scorecard_items(), 0);
        return array_replace(array_intersect_key($items, $claims), array_intersect_key($claims, $items));
    }
}
