<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Contract;
use Wkpbic\Installation;
use Wkpbic\Security\KeyOrigin;
use Wkpbic\Storage\OptionRows;
use wpdb;

/**
 * What somebody who helps has to know about a site: versions, and the settings that have kept a set-up from working before. Says nothing
 * about people and nothing of what is stored, but for where Microsoft leads back to.
 */
final class SiteFacts
{
    public function __construct(
        private readonly Contract $contract,
        private readonly OptionRows $rows,
        private readonly KeyOrigin $key_origin,
        private readonly wpdb $database,
        private readonly string $version
    ) {
    }

    /**
     * @return array{version: string, installed_version: string|null, contract_hash: string}
     */
    public function plugin(): array
    {
        $installed = $this->rows->read(Installation::OPTION);
        return [
            'version' => $this->version,
            'installed_version' => 1 === preg_match('/\A\d{1,4}(?:\.\d{1,4}){0,3}\z/', (string) $installed) ? $installed : null,
            'contract_hash' => $this->contract->hash(),
        ];
    }

    /**
     * `woocommerce` is null where it is not active; `encryption_key` is a word of KeyOrigin; `blocks_http` says whether wp-config.php
     * forbids calls to other hosts.
     *
     * @return array<string, bool|int|string|null>
     */
    public function site(): array
    {
        return [
            'wordpress' => wp_get_wp_version(),
            'woocommerce' => defined('WC_VERSION') ? (string) constant('WC_VERSION') : null,
            'php' => PHP_VERSION,
            'database' => (string) $this->database->db_version(),
            'sodium' => extension_loaded('sodium'),
            'openssl' => extension_loaded('openssl'),
            'curl' => extension_loaded('curl'),
            'encryption_key' => $this->key_origin->word(),
            'language' => get_locale(),
            'time_zone' => wp_timezone_string(),
            'environment' => wp_get_environment_type(),
            'is_multisite' => is_multisite(),
            'is_https' => 'https' === wp_parse_url(admin_url(), PHP_URL_SCHEME),
            'permalinks' => '' === (string) get_option('permalink_structure') ? 'plain' : 'pretty',
            'has_object_cache' => (bool) wp_using_ext_object_cache(),
            'has_scheduler' => !(defined('DISABLE_WP_CRON') && DISABLE_WP_CRON),
            'blocks_http' => defined('WP_HTTP_BLOCK_EXTERNAL') && (bool) WP_HTTP_BLOCK_EXTERNAL,
            'memory_limit' => (string) ini_get('memory_limit'),
            'max_execution_seconds' => (int) ini_get('max_execution_time'),
            'redirect_uri' => admin_url($this->contract->redirect_path()),
        ];
    }
}
