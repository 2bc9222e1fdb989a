<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;

/**
 * The table in tests/vectors/README.md says which files PHP runs: each has a test that does, and no other has one.
 */
final class VectorFilesTest extends TestCase
{
    public function test_every_file_that_the_table_gives_to_php_is_run_by_php(): void
    {
        self::assertSame($this->promised(), $this->run_by_php());
    }

    /**
     * @return list<string> Topics of the rows that name PHP.
     */
    private function promised(): array
    {
        $topics = [];
        $table = self::text(dirname(__DIR__, 2) . '/vectors/README.md');
        preg_match_all('/^\| (`.+?) \| .+? \| (.+) \|$/m', $table, $rows, PREG_SET_ORDER);
        foreach ($rows as [, $files, $runners]) {
            if (1 === preg_match('/\bPHP\b|\bsame four\b/', $runners)) {
                preg_match_all('/`([a-z_*]+)\.json`/', $files, $names);
                array_push($topics, ...array_merge(...array_map([self::class, 'topics'], $names[1])));
            }
        }
        sort($topics);
        return $topics;
    }

    /**
     * @return list<string> Topics that a test names which counts the cases it runs.
     */
    private function run_by_php(): array
    {
        $tests = '';
        foreach ((array) glob(dirname(__DIR__) . '/*/*VectorsTest.php') as $file) {
            $text = self::text($file);
            self::assertStringContainsString('use CountsVectors;', $text, $file);
            $tests .= $text;
        }
        return array_values(array_filter(
            self::topics('*'),
            static fn (string $topic): bool => str_contains($tests, "'$topic'")
        ));
    }

    /**
     * @return list<string> Names of the files of vectors that fit, in order of the alphabet.
     */
    private static function topics(string $pattern): array
    {
        $paths = (array) glob(dirname(__DIR__, 2) . "/vectors/$pattern.json");
        return array_map(static fn (string $path): string => basename($path, '.json'), $paths);
    }

    private static function text(string $file): string
    {
        return (string) file_get_contents($file);
    }
}
