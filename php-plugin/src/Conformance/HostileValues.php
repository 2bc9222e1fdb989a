<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

/**
 * Texts that somebody types by mistake or on purpose, and that have broken software before. All are UTF-8, since JSON carries nothing
 * else. Calls no WordPress function.
 */
final class HostileValues
{
    /**
     * @return array<string, string> What it is => the text.
     */
    public static function all(): array
    {
        return [
            'a blank' => ' ',
            'a final newline' => "DE-12\n",
            'a tab inside' => "a\tb",
            'NUL' => "a\0b",
            'an escape sequence' => "\e[31mred\e[0m",
            'an element of HTML' => '<img src=x onerror=alert(1)>',
            'the end of a script' => '</script><script>alert(1)</script>',
            'quotes of three kinds' => '"\'`',
            'an SQL comment' => "' OR 1=1 -- ",
            'a percent sign and digits' => '%41%00%s%1$s',
            'a backslash at the end' => 'C:\\',
            'a dollar sign and braces' => '${7*7}{{7*7}}$1',
            'a shortcode' => '[gallery ids="1"]',
            'a serialised object' => 'O:8:"stdClass":0:{}',
            'a formula' => '=HYPERLINK("https://example.com")',
            'a path upwards' => '../../wp-config.php',
            'an address that runs' => 'javascript:alert(1)',
            'letters that look alike' => "p\u{0430}yment",
            'text from right to left' => "\u{202E}dlrow",
            'a combining mark alone' => "\u{0301}",
            'an emoji of several characters' => "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}",
            'a character that is none' => "\u{FFFF}",
            'a number out of range' => '1e999',
            'three hundred characters' => str_repeat("\u{00E9}", 300),
            'five thousand characters' => str_repeat('a', 5000),
        ];
    }
}
