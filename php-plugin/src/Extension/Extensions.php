<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Contract;

/**
 * What other plugins add to the set-up. They are asked when somebody first needs it, once, after `init`.
 */
final class Extensions
{
    public const HOOK = 'wkpbic_register_steps';

    private ?Parts $parts = null;

    private bool $is_open = false;

    public function __construct(
        private readonly Contract $contract,
        private readonly Problems $problems,
        private readonly Listeners $listeners
    ) {
    }

    /** Empty before `init` is over, and for a plugin that asks while it registers. */
    public function parts(): Parts
    {
        if (null !== $this->parts || $this->is_open || !did_action('init') || doing_action('init')) {
            return $this->parts ?? new Parts();
        }
        $parts = new Parts();
        $this->is_open = true;
        try {
            /**
             * Fires once in a request that needs it, after `init`.
             *
             * @param Registry $registry Takes steps, fields, checks, permissions and explanations of errors.
             */
            $this->listeners->call(self::HOOK, [new Registry($this->contract, $parts, $this->problems, fn (): bool => $this->is_open)]);
        } finally {
            $this->is_open = false;
        }
        $this->remove_homeless($parts);
        return $this->parts = $parts;
    }

    /**
     * @return list<array{code: string, id: string, plugin: string|null, params: array<string, int|string>}>
     */
    public function problems(): array
    {
        $this->parts();
        return $this->problems->all();
    }

    /** Fields and checks of a step that nobody has registered, after all. */
    private function remove_homeless(Parts $parts): void
    {
        foreach (['fields' => $parts->fields(), 'checks' => $parts->checks()] as $kind => $all) {
            foreach ($all as $id => $part) {
                if (!isset($parts->steps()[$part->step]) && !Ids::is_own_step($part->step, $this->contract)) {
                    $this->problems->of($parts->plugin($kind, $id));
                    $this->problems->add('extension_step_unknown', $id);
                    $parts->remove($kind, $id);
                }
            }
        }
        $this->problems->of(null);
    }
}
