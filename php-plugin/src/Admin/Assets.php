<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

/**
 * The built files of the wizard: where they are, whether they are all there, how they are enqueued.
 */
final class Assets
{
    public const HANDLE = 'wkpbic-wizard';

    private const FILES = ['core.js', 'core_bg.wasm', 'kit.js', 'kit_bg.wasm', 'wizard.js', 'wizard.css', 'wizard.asset.php'];

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
     * @param string $before JavaScript that runs just before the wizard.
     */
    public function enqueue(string $before): void
    {
        /** @var array{dependencies: list<string>, version: string} $asset */
        $asset = require $this->path('wizard.asset.php');
        $url = plugins_url('build/wizard.js', $this->main_file);
        wp_enqueue_script(self::HANDLE, $url, $asset['dependencies'], $asset['version'], true);
        wp_set_script_translations(self::HANDLE, 'wkpbic', dirname($this->main_file) . '/languages');
        wp_add_inline_script(self::HANDLE, $before, 'before');
        $url = plugins_url('build/wizard.css', $this->main_file);
        wp_enqueue_style(self::HANDLE, $url, ['wp-components'], $asset['version']);
    }

    private function path(string $file): string
    {
        return dirname($this->main_file) . '/build/' . $file;
    }
}
