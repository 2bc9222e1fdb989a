<?php

declare(strict_types=1);

use Wkpbic\Capability;
use Wkpbic\Cron;
use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\StandIn;

/**
 * Makes the plugin store all that it can store on the current site.
 *
 * @param string $method delegated, or service_principal.
 * @return array{state: string, options: list<string>, user_meta: list<string>} What it has come to.
 */
function wkpbic_use(string $method): array
{
    global $wpdb;
    wp_set_current_user(1);
    $microsoft = StandIn::at((string) getenv('WKPBIC_DEVELOPMENT_MICROSOFT_URL'));
    $plugin = new Plugin(WP_PLUGIN_DIR . '/wkpbic/wkpbic.php');
    $text = static fn (): string => rtrim(strtr(base64_encode(random_bytes(32)), '+/', '-_'), '=');
    $attempt = static fn (): array => [
        'state' => $text(),
        'code_verifier' => $text(),
        'nonce' => $text(),
        'redirect_uri' => admin_url('admin.php?page=wkpbic-setup-wizard&step=3'),
    ];
    $plugin->save_fields()->save([
        'client_id' => StandIn::CLIENT_ID,
        'tenant_id' => StandIn::TENANT_ID,
        'client_secret' => StandIn::CLIENT_SECRET,
        'client_secret_expires_on' => gmdate('Y-m-d', time() + 5 * 86400),
        'username' => StandIn::USERNAME,
        'password' => StandIn::PASSWORD,
        'reminder_email' => 'it@shop.example',
        'sign_in_method' => $method,
    ]);
    $begun = $attempt();
    $plugin->start_sign_in()->start($begun, 1);
    if ('delegated' === $method) {
        $plugin->sign_in_callback()->handle((new Person($microsoft))->sign_in($begun));
        $plugin->start_sign_in()->start($attempt(), 1); // One that is never finished.
    }
    $plugin->token_broker()->access_token();
    $plugin->ladder()->climb();
    $plugin->preflight()->run();
    $plugin->claims()->set(['consent' => true]);
    $plugin->role_matrix()->write(['editor' => ['manage_settings' => true, 'view_logs' => true]]);
    get_user_by('login', 'anna')->add_cap(Capability::VIEW_LOGS);
    $plugin->expiry_reminder()->remind();
    $plugin->expiry_reminder()->dismiss(1);
    $plugin->sign_in_results()->failed(2, null, new Failure('interaction_required'));
    $plugin->password()->refuse();
    $plugin->last_failure()->write(new Failure('client_secret_expired'), 'configuration', 1, null);
    $plugin->cron()->soon(Cron::CLEANUP);
    $plugin->support_bundle()->build();
    set_transient('wkpbic_of_another_version', 1, 600);
    set_site_transient('wkpbic_of_another_version', 1, 600);
    return [
        'state' => $plugin->token_broker()->state()->state,
        'options' => array_keys($plugin->rows()->starting_with('wkpbic_')),
        'user_meta' => $wpdb->get_col("SELECT DISTINCT meta_key FROM $wpdb->usermeta WHERE meta_key LIKE '%wkpbic%'"),
    ];
}
