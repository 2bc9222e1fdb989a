<?php

/**
 * Runs ahead of every PHP process of a coverage run, requests of the test site included, and notes at its end which lines of
 * php-plugin/src it has executed: one file each in WKPBIC_COVERAGE. A process that a test kills leaves none.
 */

declare(strict_types=1);

\pcov\start();
register_shutdown_function(static function (): void {
    // Tests register functions of their own, which may still run code of the plugin: this one goes behind them.
    register_shutdown_function(static function (): void {
        \pcov\stop();
        $file = getenv('WKPBIC_COVERAGE') . '/' . getmypid() . '-' . bin2hex(random_bytes(6)) . '.json';
        file_put_contents($file, json_encode(\pcov\collect()));
    });
});
