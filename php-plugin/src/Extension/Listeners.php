<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use ReflectionFunction;
use Throwable;
use WP_Hook;

/**
 * Calls everybody who has hooked an action, each by itself: one that throws keeps nobody else from being called, and nothing that one
 * prints reaches the page.
 */
final class Listeners
{
    public function __construct(private readonly Problems $problems)
    {
    }

    /**
     * @param list<mixed> $arguments
     */
    public function call(string $hook, array $arguments): void
    {
        // As do_action() counts, for did_action() and current_action().
        $GLOBALS['wp_actions'][$hook] = ($GLOBALS['wp_actions'][$hook] ?? 0) + 1;
        $hooked = $GLOBALS['wp_filter'][$hook] ?? null;
        if (!$hooked instanceof WP_Hook) {
            return;
        }
        $GLOBALS['wp_current_filter'][] = $hook;
        try {
            foreach ($hooked->callbacks as $callbacks) {
                foreach ($callbacks as $row) {
                    $this->problems->of(self::origin($row['function']));
                    $this->guarded(
                        $hook,
                        static fn (): mixed => call_user_func_array($row['function'], array_slice($arguments, 0, (int) $row['accepted_args']))
                    );
                }
            }
        } finally {
            array_pop($GLOBALS['wp_current_filter']);
            $this->problems->of(null);
        }
    }

    /**
     * Calls code of an extension.
     *
     * @template T
     * @param string $id What is named where it fails.
     * @param Closure(): T $call
     * @param T $otherwise
     * @return T What it gave, or the other where it threw.
     */
    public function guarded(string $id, Closure $call, mixed $otherwise = null): mixed
    {
        $level = ob_get_level();
        ob_start();
        try {
            return $call();
        } catch (Throwable $thrown) {
            // Not its message, which may hold a value that somebody typed.
            $this->problems->add('extension_failed', $id, [], $thrown::class . ' in ' . basename($thrown->getFile()) . ':' . $thrown->getLine());
            return $otherwise;
        } finally {
            while (ob_get_level() > $level) {
                ob_end_clean();
            }
        }
    }

    /** The file that code comes from, below the folder of plugins; null where PHP does not tell. */
    public static function origin(callable $callback): ?string
    {
        $file = (string) (new ReflectionFunction(Closure::fromCallable($callback)))->getFileName();
        $name = plugin_basename($file);
        // Elsewhere it would be a whole path, which is nobody's business.
        return '' === $file ? null : (str_starts_with(wp_normalize_path($file), '/' . ltrim($name, '/')) ? basename($file) : $name);
    }
}
