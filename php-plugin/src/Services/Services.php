<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Clock;
use Wkpbic\Security\Secret;
use Wkpbic\SystemClock;

/**
 * Builds the objects of the plugin; the only place with `new` for a service. Each is built when it is first asked for, and
 * once. An area is a trait, so that a new service has one obvious place.
 */
abstract class Services
{
    use FoundationServices;
    use LogServices;
    use StorageServices;
    use MicrosoftServices;
    use SetupServices;
    use SupportServices;
    use ExtensionServices;
    use DoorServices;

    /** @var array<class-string, object> */
    private array $built = [];

    /**
     * @param string $main_file Path of the plugin's main file.
     */
    public function __construct(protected readonly string $main_file, private readonly Clock $clock = new SystemClock())
    {
    }

    /** Folder of the translations, as seen from the folder of all plugins. */
    protected function languages(): string
    {
        return dirname(plugin_basename($this->main_file)) . '/languages';
    }

    private function directory(): string
    {
        return dirname($this->main_file);
    }

    /** A constant of wp-config.php, or null when it is not defined, empty or no text. */
    private function constant(string $name): ?string
    {
        $value = defined($name) ? constant($name) : null;
        return is_string($value) && '' !== $value ? $value : null;
    }

    private function secret_constant(string $name): ?Secret
    {
        $value = $this->constant($name);
        return null === $value ? null : new Secret($value);
    }

    /**
     * @template T of object
     * @param class-string<T> $class
     * @param callable(): T $build
     * @return T
     */
    private function once(string $class, callable $build): object
    {
        return $this->built[$class] ??= $build();
    }
}
