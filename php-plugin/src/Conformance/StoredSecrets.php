<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * Looks for secrets of this site in a text. It says whether one is there, and never which.
 */
final class StoredSecrets
{
    /** Shorter ones are in many a text by chance. */
    private const FEWEST_BYTES = 6;

    /**
     * @param list<Closure(): (Secret|null)> $readers One for each place where a secret may be.
     */
    public function __construct(private readonly array $readers)
    {
    }

    public function is_one_in(string $text): bool
    {
        foreach ($this->readers as $read) {
            try {
                $secret = (string) $read()?->reveal(); // Opened to be looked for.
            } catch (Failure) {
                continue; // What does not open, nobody can give away.
            }
            foreach ([$secret, rawurlencode($secret), base64_encode($secret)] as $form) {
                if (strlen($secret) >= self::FEWEST_BYTES && str_contains($text, $form)) {
                    return true;
                }
            }
        }
        return false;
    }
}
