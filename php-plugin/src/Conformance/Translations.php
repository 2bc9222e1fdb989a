<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

/**
 * Marks every text that goes through WordPress's translation under a domain of another plugin, so that one that does not is seen.
 */
final class Translations
{
    /** Before each translated text; a joiner of words, which nobody sees and no rule of a part refuses. */
    private const MARK = "\u{2060}";

    private const FILTERS = ['gettext' => 2, 'gettext_with_context' => 3, 'ngettext' => 4, 'ngettext_with_context' => 5];

    /**
     * @template T
     * @param callable(): T $action
     * @return T
     */
    public function marked(callable $action): mixed
    {
        $filters = [];
        foreach (self::FILTERS as $filter => $place) {
            $filters[$filter] = static fn (string $translation, mixed ...$more): string
                => in_array($more[$place - 1] ?? 'default', ['default', 'wkpbic'], true) ? $translation : self::MARK . $translation;
            add_filter($filter, $filters[$filter], PHP_INT_MAX, $place + 1);
        }
        try {
            return $action();
        } finally {
            foreach ($filters as $filter => $callback) {
                remove_filter($filter, $callback, PHP_INT_MAX);
            }
        }
    }

    /** Whether some of the text was translated. */
    public static function is_marked(string $text): bool
    {
        return str_contains($text, self::MARK);
    }
}
