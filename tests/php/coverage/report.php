<?php

/**
 * php report.php FOLDER   adds up what collect.php left in FOLDER: line coverage for each folder of php-plugin/src, then the
 * lines that nothing has executed. Which lines count is asked of php-code-coverage, as PHPUnit's own reports do.
 */

declare(strict_types=1);

use SebastianBergmann\CodeCoverage\CodeCoverage;
use SebastianBergmann\CodeCoverage\Driver\PcovDriver;
use SebastianBergmann\CodeCoverage\Filter;
use SebastianBergmann\CodeCoverage\RawCodeCoverageData;

require 'SebastianBergmann/CodeCoverage/autoload.php';

$source = dirname(__DIR__, 3) . '/php-plugin/src';
$filter = new Filter();
$filter->includeDirectory($source);
$coverage = new CodeCoverage(new PcovDriver($filter), $filter);
$reports = (array) glob("$argv[1]/*.json");
if ([] === $reports) {
    fwrite(STDERR, "Stopped: $argv[1] holds no report.\n");
    exit(1);
}
foreach ($reports as $file) {
    $lines = json_decode((string) file_get_contents((string) $file), true, 512, JSON_THROW_ON_ERROR);
    $coverage->append(RawCodeCoverageData::fromXdebugWithoutPathCoverage($lines), 'all');
}

/** 3, 4, 5, 9 as "3-5, 9". */
$ranges = static function (array $lines): string {
    $ranges = [];
    foreach ($lines as $line) {
        $last = array_key_last($ranges);
        if (null !== $last && $ranges[$last][1] === $line - 1) {
            $ranges[$last][1] = $line;
        } else {
            $ranges[] = [$line, $line];
        }
    }
    return implode(', ', array_map(static fn (array $range): string => implode('-', array_unique($range)), $ranges));
};

$folders = [];
$missed = [];
foreach ($coverage->getData()->lineCoverage() as $file => $lines) {
    $name = substr($file, strlen($source) + 1);
    // Null are lines that can never be executed.
    $lines = array_filter($lines, static fn (?array $by): bool => null !== $by);
    $not = array_keys(array_filter($lines, static fn (array $by): bool => [] === $by));
    foreach ([dirname($name), 'all'] as $folder) {
        $folders[$folder][0] = ($folders[$folder][0] ?? 0) + count($lines) - count($not);
        $folders[$folder][1] = ($folders[$folder][1] ?? 0) + count($lines);
    }
    if ([] !== $not) {
        $missed[$name] = $ranges($not);
    }
}
ksort($folders);
ksort($missed);
foreach ($folders as $folder => [$covered, $of]) {
    $percent = 0 === $of ? 100 : 100 * $covered / $of;
    printf("%-14s %5.1f %%   %d of %d lines\n", '.' === $folder ? '(top)' : $folder, $percent, $covered, $of);
}
echo "\nNot executed\n";
foreach ($missed as $name => $lines) {
    echo "$name: $lines\n";
}
