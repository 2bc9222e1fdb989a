<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * For a test that runs cases of tests/vectors: says at the end how many ran. `tests/run` adds the numbers up, and none is a failure.
 */
trait CountsVectors
{
    private static int $vectors = 0;

    /** For a test that runs many cases at once; those that come from a data provider are counted without it. */
    private static function count_vectors(int $number): void
    {
        self::$vectors += $number;
    }

    protected function tearDown(): void
    {
        self::$vectors += [] === $this->getProvidedData() ? 0 : 1;
        parent::tearDown();
    }

    public static function tearDownAfterClass(): void
    {
        $topic = str_replace('VectorsTest', '', substr((string) strrchr(self::class, '\\'), 1));
        // Past PHPUnit, for which a test that prints is a risky one.
        fwrite(STDOUT, PHP_EOL . strtolower($topic) . ' in PHP: ' . self::$vectors . ' vectors' . PHP_EOL);
        parent::tearDownAfterClass();
    }
}
