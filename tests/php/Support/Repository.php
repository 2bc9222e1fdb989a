<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;
use Wkpbic\Contract;

/**
 * Files of the repository that tests read.
 */
final class Repository
{
    public static function plugin_folder(): string
    {
        return dirname(__DIR__, 3) . '/php-plugin';
    }

    public static function contract(): Contract
    {
        return Contract::from_file(self::plugin_folder() . '/generated/contract.php');
    }

    /**
     * @return array<string, mixed> The contract as it stands in the file.
     */
    public static function tables(): array
    {
        return require self::plugin_folder() . '/generated/contract.php';
    }

    /**
     * The cases of a file in tests/vectors, for a data provider. No case at all is an error.
     *
     * @return array<string, array{array<string, mixed>}>
     */
    public static function vectors(string $topic): array
    {
        $file = dirname(__DIR__, 2) . "/vectors/$topic.json";
        $cases = json_decode((string) file_get_contents($file), true, 512, JSON_THROW_ON_ERROR)['cases'];
        $named = [];
        foreach ($cases as $case) {
            $named[$case['name']] = [$case];
        }
        if ([] === $named || count($named) !== count($cases)) {
            throw new RuntimeException("tests/vectors/$topic.json has no cases, or two of one name.");
        }
        return $named;
    }
}
