<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

/**
 * What was not taken of extensions, or failed in them, during this request. Each is also told to developers where WP_DEBUG is on.
 */
final class Problems
{
    private const MOST = 100;

    /** @var array<string, array{code: string, id: string, plugin: string|null, params: array<string, int|string>}> */
    private array $problems = [];

    private ?string $plugin = null;

    /** From here on, problems are those of this plugin. */
    public function of(?string $plugin): void
    {
        $this->plugin = $plugin;
    }

    /** Whose problems are added now. */
    public function plugin(): ?string
    {
        return $this->plugin;
    }

    /**
     * @param string $code One of the contract's error codes.
     * @param string $id The part, whatever the extension called it; of a long one its beginning is kept.
     * @param array<string, int|string> $params
     * @param string $hint For developers, in English: nothing that somebody typed.
     */
    public function add(string $code, string $id, array $params = [], string $hint = ''): void
    {
        $id = mb_substr((string) preg_replace('/[\p{C}]/u', '', mb_scrub($id, 'UTF-8')), 0, 64, 'UTF-8');
        $key = implode("\n", [$code, $id, (string) $this->plugin, implode(',', $params)]);
        if (isset($this->problems[$key]) || count($this->problems) >= self::MOST) {
            return;
        }
        $this->problems[$key] = ['code' => $code, 'id' => $id, 'plugin' => $this->plugin, 'params' => $params];
        $facts = array_filter([$this->plugin, $id, $code, ...array_values($params), $hint], static fn ($fact): bool => '' !== (string) $fact);
        _doing_it_wrong(Extensions::HOOK, esc_html('Not taken: ' . implode(', ', $facts) . '.'), '0.1.0');
    }

    /**
     * @return list<array{code: string, id: string, plugin: string|null, params: array<string, int|string>}> The plugin is the path of a file
     *         below the folder of plugins; null where nobody knows.
     */
    public function all(): array
    {
        return array_values($this->problems);
    }
}
