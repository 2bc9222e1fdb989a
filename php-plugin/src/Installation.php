<?php

declare(strict_types=1);

namespace Wkpbic;

use Wkpbic\Log\LogTable;
use Wkpbic\Storage\OptionRows;

/**
 * What must be there before the plugin can work: a table, rights and scheduled events. Made at activation, and again by the first
 * wp-admin request after an update, since WordPress calls no hook then. On a network each site has its own.
 */
final class Installation
{
    public const OPTION = 'wkpbic_installed_version';

    public function __construct(
        private readonly OptionRows $rows,
        private readonly Capability $capability,
        private readonly Cron $cron,
        private readonly LogTable $log_table,
        private readonly string $version
    ) {
    }

    /** Makes what is missing on this site. */
    public function install(): void
    {
        $this->log_table->create();
        $this->capability->grant();
        $this->cron->schedule();
        $this->rows->write([self::OPTION => $this->version]);
    }

    /** Makes what is missing unless this version has done so before. */
    public function keep_up(): void
    {
        if ($this->version !== $this->rows->read(self::OPTION)) {
            $this->install();
        }
    }

    /** When the plugin is switched off on this site: nothing runs any more, nothing is forgotten. */
    public function deactivate(): void
    {
        $this->cron->unschedule();
        $this->rows->delete(self::OPTION);
    }
}
