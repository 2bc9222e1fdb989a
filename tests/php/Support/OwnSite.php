<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;

/**
 * A WordPress that was never seen by the plugin, with a database of its own (SQLite) or tables of its own (MariaDB): for what happens
 * before activation and after removal. Each step runs in a process of its own, as requests do.
 */
final class OwnSite
{
    private const DOMAIN = 'localhost:8889';

    private function __construct(private readonly string $folder, private readonly string $prefix, private string $network = '')
    {
        register_shutdown_function($this->end(...));
    }

    public static function install(bool $network = false): self
    {
        $name = 'life' . bin2hex(random_bytes(4));
        $folder = sys_get_temp_dir() . "/wkpbic-$name";
        mkdir($folder, 0700);
        $site = new self($folder, "{$name}_");
        $site->run('install');
        if ($network) {
            $site->network = 'prepared';
            if (true !== $site->run('make-network', self::DOMAIN)) {
                throw new RuntimeException('No network could be made.');
            }
            $site->network = 'yes';
        }
        $site->run('dump'); // The first request of a site schedules what WordPress itself wants.
        return $site;
    }

    /** Runs one of the jobs of life.php. */
    public function run(string $job, string ...$arguments): mixed
    {
        $environment = [
            'WP_URL' => 'http://' . self::DOMAIN,
            'WP_LOG' => "$this->folder/debug.log",
            'WP_NETWORK' => $this->network,
            'WP_TABLE_PREFIX' => $this->prefix,
        ] + (false === getenv('WP_DB_HOST') ? ['WP_SQLITE_DIR' => $this->folder] : []);
        $command = [PHP_BINARY, '-d', 'display_errors=1', __DIR__ . '/life.php', $job, ...$arguments];
        $printed = BackgroundProcess::start($command, $environment)->output();
        if (1 !== preg_match('/^answer (.*)$/m', $printed, $answer)) {
            throw new RuntimeException("$job: $printed " . $this->debug_log());
        }
        return json_decode($answer[1], true, 512, JSON_THROW_ON_ERROR);
    }

    /** What PHP and WordPress have complained about, but for what PHP finds outdated in WordPress itself. */
    public function debug_log(): string
    {
        $log = is_file("$this->folder/debug.log") ? (array) file("$this->folder/debug.log") : [];
        return implode('', preg_grep('#PHP Deprecated: .* in \S*/wp-(?:includes|admin)/#', $log, PREG_GREP_INVERT) ?: []);
    }

    public function end(): void
    {
        if (!is_dir($this->folder)) {
            return;
        }
        if (false !== getenv('WP_DB_HOST')) {
            $this->run('drop');
        }
        array_map('unlink', array_filter((array) glob("$this->folder/{,.}*", GLOB_BRACE), 'is_file'));
        rmdir($this->folder);
    }
}
