<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use LogicException;

/**
 * The one option that WordPress loads with every request: what an admin page must know before it loads anything, such as which
 * notice is due. At most 200 bytes; words of the contract and numbers only, never a value that somebody typed.
 *
 * It hints and decides nothing: what it says is looked up where it is shown.
 */
final class Flag
{
    public const OPTION = 'wkpbic_flag';
    public const MAXIMUM_BYTES = 200;

    private const SHAPE = '/\A[a-z0-9_]{1,64}\z/';

    /** What is noted under a name, or null. */
    public function get(string $name): ?string
    {
        return $this->all()[$name] ?? null;
    }

    /**
     * Notes a word under a name; null takes it away.
     *
     * @throws LogicException When the word is not of [a-z0-9_], or all of them together would be more than 200 bytes.
     */
    public function put(string $name, ?string $word): void
    {
        foreach (array_filter([$name, $word], 'is_string') as $text) {
            if (1 !== preg_match(self::SHAPE, $text)) {
                throw new LogicException('A flag is made of words.');
            }
        }
        $before = $this->all();
        $after = array_filter([$name => $word] + $before, 'is_string');
        ksort($after);
        if ($after === $before) {
            return;
        }
        $text = (string) json_encode($after);
        if (strlen($text) > self::MAXIMUM_BYTES) {
            throw new LogicException('The flag is too long.');
        }
        [] === $after ? delete_option(self::OPTION) : update_option(self::OPTION, $text, true);
    }

    /**
     * @return array<string, string>
     */
    private function all(): array
    {
        $text = get_option(self::OPTION, '');
        $words = is_string($text) ? json_decode($text, true) : null;
        return is_array($words) ? array_filter($words, 'is_string') : [];
    }
}
