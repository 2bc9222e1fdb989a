<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

/**
 * How an extension's check ended: what its callback gives back. Calls no WordPress function.
 *
 * @api
 */
final class CheckResult
{
    /**
     * @param string $state passed, failed, unknown (asked and not told) or skipped (not asked).
     * @param string $sentence Plain text for the user: what is wrong and what to do next; '' for nothing.
     * @param string|null $link A web address where more is said.
     */
    private function __construct(public readonly string $state, public readonly string $sentence, public readonly ?string $link)
    {
    }

    public static function passed(string $sentence = ''): self
    {
        return new self('passed', $sentence, null);
    }

    public static function failed(string $sentence, ?string $link = null): self
    {
        return new self('failed', $sentence, $link);
    }

    public static function unknown(string $sentence = '', ?string $link = null): self
    {
        return new self('unknown', $sentence, $link);
    }

    public static function skipped(string $sentence = ''): self
    {
        return new self('skipped', $sentence, null);
    }
}
