<?php

declare(strict_types=1);

// Must-use plugin of the test bed: lets calls to stand-ins on this machine through wp_safe_remote_*(), which refuses loopback
// hosts and unusual ports on a real site, trusts the bed's own certificate authority, and keeps mail and update checks quiet.

add_filter(
    'http_request_host_is_external',
    static fn ($external, $host) => $external || in_array($host, array('localhost', '127.0.0.1'), true),
    10,
    2
);
add_filter(
    'http_allowed_safe_ports',
    static fn (array $ports): array => array_merge(
        $ports,
        array_map('intval', array_filter(explode(',', (string) getenv('WP_BED_PORTS'))))
    )
);
if (getenv('WP_BED_CA')) {
    add_filter(
        'http_request_args',
        static fn (array $arguments): array => array('sslcertificates' => getenv('WP_BED_CA')) + $arguments
    );
}
add_filter('pre_wp_mail', '__return_true');
foreach (array('update_core', 'update_plugins', 'update_themes') as $bed_transient) {
    add_filter(
        "pre_site_transient_{$bed_transient}",
        static fn (): object => (object) array(
            'last_checked' => time(),
            'version_checked' => $GLOBALS['wp_version'],
            'updates' => array(),
            'response' => array(),
            'checked' => array(),
            'translations' => array(),
            'no_update' => array(),
        )
    );
}
