<?php

declare(strict_types=1);

namespace Wkpbic;

use Wkpbic\Log\LogTable;
use Wkpbic\Storage\OptionRows;
use wpdb;

/**
 * Removes everything the plugin has ever stored: its table, options, scheduled events, rights, what it remembers about users.
 * On a network, on every site. Nothing outside this plugin's own names is touched.
 */
final class Uninstall
{
    private const PREFIX = 'wkpbic_';

    public function __construct(
        private readonly wpdb $database,
        private readonly OptionRows $rows,
        private readonly Capability $capability,
        private readonly Cron $cron,
        private readonly LogTable $log_table,
        private readonly Network $network
    ) {
    }

    public function run(): void
    {
        $this->network->each_site($this->remove_site(...));
        $this->remove_user_meta();
        if (is_multisite()) {
            $this->remove_network_options();
        }
    }

    /** Removes what belongs to the current site. */
    public function remove_site(): void
    {
        $this->log_table->drop();
        $this->cron->unschedule();
        $this->capability->revoke();
        foreach (['', '_transient_', '_transient_timeout_', '_site_transient_', '_site_transient_timeout_'] as $kind) {
            $this->rows->delete(...array_keys($this->rows->starting_with($kind . self::PREFIX)));
        }
    }

    /** Removes what one table for all users holds about a site of a network that is deleted; its own tables go with it. */
    public function forget_site_of_users(int $site): void
    {
        $sql = "SELECT DISTINCT meta_key FROM {$this->database->usermeta} WHERE meta_key LIKE %s";
        $own = $this->database->esc_like($this->database->get_blog_prefix($site) . self::PREFIX) . '%';
        foreach ($this->database->get_col($this->database->prepare($sql, $own)) as $key) {
            delete_metadata('user', 0, $key, '', true);
        }
    }

    /** One table holds the users of all sites; a per-site option of a user has the site's prefix before its name. */
    private function remove_user_meta(): void
    {
        $own = $this->database->esc_like(self::PREFIX) . '%';
        $per_site = $this->database->esc_like($this->database->base_prefix) . '%' . $own;
        $sql = "SELECT DISTINCT meta_key FROM {$this->database->usermeta} WHERE meta_key LIKE %s OR meta_key LIKE %s";
        foreach ($this->database->get_col($this->database->prepare($sql, $own, $per_site)) as $key) {
            if (1 === preg_match('/\A(' . preg_quote($this->database->base_prefix, '/') . '(\d+_)?)?' . self::PREFIX . '/', $key)) {
                delete_metadata('user', 0, $key, '', true);
            }
        }
    }

    private function remove_network_options(): void
    {
        $sql = "SELECT DISTINCT meta_key FROM {$this->database->sitemeta} WHERE meta_key LIKE %s OR meta_key LIKE %s OR meta_key LIKE %s";
        $own = $this->database->esc_like(self::PREFIX) . '%';
        $transient = $this->database->esc_like('_site_transient_' . self::PREFIX) . '%';
        $timeout = $this->database->esc_like('_site_transient_timeout_' . self::PREFIX) . '%';
        foreach ($this->database->get_col($this->database->prepare($sql, $own, $transient, $timeout)) as $key) {
            delete_network_option(null, $key);
        }
    }
}
