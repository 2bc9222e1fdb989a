<?php

/**
 * The two functions of WP-CLI that the plugin calls: \WP_CLI\Utils\format_items() and \cli\prompt().
 */

declare(strict_types=1);

namespace WP_CLI\Utils {
    /**
     * @param list<array<string, string>> $items
     * @param list<string> $fields
     */
    function format_items(string $format, array $items, array $fields): void
    {
        if ('table' !== $format) {
            throw new \LogicException("The plugin prints '$format' by itself.");
        }
        foreach ([array_combine($fields, $fields), ...$items] as $item) {
            fwrite(STDOUT, '| ' . implode(' | ', array_map(static fn (string $field): string => $item[$field], $fields)) . " |\n");
        }
    }
}

namespace cli {
    function prompt(string $question, string|bool $default = false, string $marker = ': ', bool $hide = false): string
    {
        throw new \LogicException("Nobody sits at this terminal to answer '$question'.");
    }
}
