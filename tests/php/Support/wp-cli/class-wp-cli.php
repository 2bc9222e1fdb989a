<?php

declare(strict_types=1);

/**
 * The part of WP-CLI's class that a plugin with commands meets. See wp.php.
 */
final class WP_CLI
{
    /** @var array<string, array{callable, array<string, mixed>}> */
    private static array $commands = [];

    /**
     * @param array<string, mixed> $args
     */
    public static function add_command(string $name, callable $callable, array $args = []): bool
    {
        self::$commands[$name] = [$callable, $args];
        return true;
    }

    public static function line(string $message = ''): void
    {
        fwrite(STDOUT, "$message\n");
    }

    public static function success(string $message): void
    {
        fwrite(STDOUT, "Success: $message\n");
    }

    public static function warning(string $message): void
    {
        fwrite(STDERR, "Warning: $message\n");
    }

    public static function error(string $message, bool|int $exit = true): void
    {
        fwrite(STDERR, "Error: $message\n");
        if (false !== $exit) {
            exit(true === $exit ? 1 : $exit);
        }
    }

    public static function halt(int $return_code): never
    {
        exit($return_code);
    }

    /**
     * @param list<string> $words
     */
    public static function main(array $words): int
    {
        $positional = [];
        $options = [];
        foreach ($words as $word) {
            if (1 === preg_match('/\A--no-([^=]+)\z/', $word, $match)) {
                $options[$match[1]] = false;
            } elseif (1 === preg_match('/\A--([^=]+)(?:=(.*))?\z/s', $word, $match)) {
                $options[$match[1]] = $match[2] ?? true;
            } else {
                $positional[] = $word;
            }
        }
        $name = implode(' ', array_slice($positional, 0, 2));
        [$callable, $args] = self::$commands[$name] ?? [null, []];
        if (null === $callable) {
            self::error("'$name' is not a registered wp command.");
        }
        $callable(array_slice($positional, 2), self::checked($options, array_slice($positional, 2), $args['synopsis']));
        return 0;
    }

    /**
     * @param array<string, mixed> $options
     * @param list<string> $positional
     * @param list<array<string, mixed>> $synopsis
     * @return array<string, mixed>
     */
    private static function checked(array $options, array $positional, array $synopsis): array
    {
        $known = [];
        $takes = 0;
        foreach ($synopsis as $part) {
            match ($part['type']) {
                'positional' => $takes += !empty($part['repeating']) ? PHP_INT_MAX : 1,
                'assoc', 'flag' => $known[$part['name']] = $part,
            };
        }
        if (count($positional) > $takes) {
            self::error('Too many positional arguments: ' . implode(' ', array_slice($positional, $takes)));
        }
        foreach ($options as $name => $value) {
            $part = $known[$name] ?? self::error("Parameter errors:\n unknown --$name parameter");
            if ('assoc' === $part['type'] && true === $value) {
                self::warning("--$name parameter needs a value");
                unset($options[$name]);
            } elseif (isset($part['options']) && !in_array($value, $part['options'], true)) {
                self::error("Parameter errors:\n Invalid value specified for '$name'");
            }
        }
        foreach ($known as $name => $part) {
            if (isset($part['default'])) {
                $options += [$name => $part['default']];
            }
        }
        return $options;
    }
}
