<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

/**
 * The built files of the wizard: where they are, whether they are all there, how they are enqueued.
 */
final class Assets
{
    public const HANDLE = 'wkpbic-wizard';

    private const FILES = [
        'core.js', 'core_bg.wasm', 'kit.js', 'kit_bg.wasm', 'wizard.js', 'wizard.css', 'wizard.asset.php',
        'pages.js', 'pages.css', 'pages.asset.php',
    ];

    /**
     * @param string $main_file Path of the plugin's main file.
     */
    public function __construct(private readonly string $main_file)
    {
    }

    /**
     * @return list<string> Built files that are not there.
     */
    public function missing(): array
    {
        return array_values(array_filter(self::FILES, fn (string $file): bool => !is_file($this->path($file))));
    }

    /** Address of a built file, with its time so that browsers fetch a new one. */
    public function address(string $file): string
    {
        return add_query_arg('ver', (string) filemtime($this->path($file)), plugins_url("build/$file", $this->main_file));
    }

    /**
     * @param string $entry Which bundle: `wizard`, or `pages` for the screens beside it.
     * @param string $handle The name under which WordPress knows it.
     * @param string $before JavaScript that runs just before it.
     */
    public function enqueue(string $entry, string $handle, string $before): void
    {
        /** @var array{dependencies: list<string>, version: string} $asset */
        $asset = require $this->path("$entry.asset.php");
        $url = plugins_url("build/$entry.js", $this->main_file);
        wp_enqueue_script($handle, $url, $asset['dependencies'], $asset['version'], true);
        wp_set_script_translations($handle, 'wkpbic', dirname($this->main_file) . '/languages');
        wp_add_inline_script($handle, $before, 'before');
        $this->enqueue_style($entry, $handle);
    }

    /** The style alone, for a page that needs no script. */
    public function enqueue_style(string $entry, string $handle): void
    {
        if (is_file($this->path("$entry.asset.php"))) {
            /** @var array{version: string} $asset */
            $asset = require $this->path("$entry.asset.php");
            wp_enqueue_style($handle, plugins_url("build/$entry.css", $this->main_file), ['wp-components'], $asset['version']);
        }
    }

    /**
     * Prints, in place of a page, which files it lacks.
     *
     * @param list<string> $missing
     */
    public function print_missing(string $title, array $missing): void
    {
        echo '<h1>', esc_html($title), '</h1><div class="notice notice-error"><p>';
        echo esc_html(sprintf(
            /* translators: %s: names of files, separated by commas */
            __('The page cannot start: %s missing. Install the plugin again; in a copy of its source code, run “make build”.', 'wkpbic'),
            implode(', ', $missing)
        ));
        echo '</p></div>';
    }

    private function path(string $file): string
    {
        return dirname($this->main_file) . '/build/' . $file;
    }
}
