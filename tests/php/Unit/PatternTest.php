<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Validation\HttpsUrl;
use Wkpbic\Validation\Pattern;

/**
 * Patterns and addresses of extensions, where PHP's own engine would say something else than the core.
 */
final class PatternTest extends TestCase
{
    /**
     * Where the two engines differ: letters beyond ASCII, what may be repeated, sizes.
     *
     * @dataProvider spelled_out
     */
    public function test_pcre_means_what_the_core_means(string $pattern, string $text, ?bool $matches): void
    {
        try {
            $found = Pattern::parse($pattern, Repository::contract())->matches($text);
        } catch (Failure) {
            $found = null;
        }
        self::assertSame($matches, $found, "$pattern on $text");
    }

    /**
     * What the core's own engine says, asked with the example `judge`.
     *
     * @return list<array{string, string, bool|null}> Null where the pattern is refused.
     */
    public function spelled_out(): array
    {
        return [
            ['[\D]', '٣', true],
            ['[\W]', 'é', true],
            ['[^\w]', 'é', true],
            ['[\W]', '`', true],
            ['[\W]', '_', false],
            ['\D', '٣', true],
            ['[\S]', "\u{a0}", true],
            ['[\S]', "\v", false],
            ['\s', "\f", true],
            ['é\b.', 'éa', true],
            ['\bé', 'é', false],
            ['^*a', 'a', true],
            ['~/#', '~/#', true],
            ['[~/#]{3}', '~/#', true],
            ['(?:a{9}){226}', 'a', false],
            ['(?:a{9}){228}', 'a', null],
            [str_repeat('(', 15) . 'a' . str_repeat(')', 15), 'a', true],
            [str_repeat('(', 16) . 'a' . str_repeat(')', 16), 'a', null],
            ['(a|b)*', str_repeat('ab', 2048), true],
            ['a|', '', true],
        ];
    }

    /**
     * The cases of the core's host.rs.
     */
    public function test_hosts_are_read_as_the_core_reads_them(): void
    {
        $good = ['shop.example', 'shop.example.', 'under_score', '1.example', '0x.example', '127.0.0.1', '127.1', '0x7f000001', '0177.0.0.01',
            '4294967295', '1.2.3.0x', '[::1]', 'shop.example:8443', 'shop.example:', 'shop.example:00443'];
        $bad = ['4294967296', '256.0.0.1', '1.2.3.256', '1.2.3.4.5', '1..2', 'shop.1', '08', '[::1', '[shop.example]', '[]', '', 'a b', "a\x01b",
            'a%41', 'bücher.example', 'shop.example:65536', 'shop.example:+1', 'shop.example:99999999999', 'anna@shop.example', 'a^b', 'a|b'];
        foreach (['', '/', '/a?b#c', '?q', '#f'] as $rest) {
            foreach ($good as $host) {
                self::assertTrue(HttpsUrl::is("https://$host$rest"), "https://$host$rest");
            }
            foreach ($bad as $host) {
                self::assertFalse(HttpsUrl::is("https://$host$rest"), "https://$host$rest");
            }
        }
    }
}
