<?php

declare(strict_types=1);

namespace Wkpbic;

use Closure;
use RuntimeException;
use WP_Site;
use Wkpbic\Admin\ExpiryNotice;
use Wkpbic\Admin\SiteNotice;
use Wkpbic\Services\Services;

/** Attaches the hooks, and prepares a site when the plugin is activated. What the hooks call is built by Services. */
final class Plugin extends Services
{
    public const VERSION = '0.1.0';

    private const SITES_AT_ONCE = 100;

    /** Attaches the hooks of wp-admin and REST; a contract that cannot be read gives a notice in their place. */
    public function attach(): void
    {
        try {
            $this->contract();
        } catch (RuntimeException) {
            add_action('admin_notices', static function (): void {
                echo '<div class="notice notice-error"><p>';
                esc_html_e('WooCommerce Power BI Connector is incomplete (generated/contract.php). Install the plugin again.', 'wkpbic');
                echo '</p></div>';
            });
            return;
        }
        add_action('init', function (): void {
            load_plugin_textdomain('wkpbic', false, $this->languages());
        });
        add_action('admin_menu', function (): void {
            $this->wizard_page()->add_menu();
            foreach ($this->screen_pages() as $page) {
                $page->add_menu();
            }
            $this->help_page()->add_menu();
        });
        add_action('rest_api_init', function (): void {
            $this->routes()->register();
        });
        if (defined('WP_CLI') && WP_CLI) {
            $this->commands()->register(\WP_CLI::add_command(...));
        }
        add_action('admin_init', function (): void {
            $this->installation()->keep_up();
            $this->privacy()->suggest_policy();
        });
        add_action('admin_notices', function (): void {
            if ($this->notice_screens()->include(get_current_screen())) {
                $this->site_notice()->render();
                $this->expiry_notice()->show();
            }
        });
        add_action('admin_post_' . SiteNotice::ACTION, function (): void {
            $this->site_notice()->take();
        });
        add_action('admin_post_' . ExpiryNotice::DISMISS, function (): void {
            wp_safe_redirect($this->expiry_notice()->dismiss());
            exit;
        });
        add_filter('site_status_tests', fn (array $tests): array => $this->site_health()->add_tests($tests));
        add_filter('debug_information', fn (array $sections): array => $this->debug_information()->add_section($sections));
        add_filter('wp_privacy_personal_data_exporters', fn (array $known): array => $this->privacy()->add_exporter($known));
        add_filter('wp_privacy_personal_data_erasers', fn (array $known): array => $this->privacy()->add_eraser($known));
        if (is_multisite()) {
            $this->attach_to_network();
        }
        foreach ($this->events() as $hook => $action) {
            add_action($hook, $action);
        }
    }

    /** A site that is new on the network gets what activation makes; one that is deleted leaves nothing behind. */
    private function attach_to_network(): void
    {
        add_action('wp_initialize_site', function (WP_Site $site): void {
            if ($this->network()->has_active($this->main_file)) {
                $this->network()->on_site((int) $site->blog_id, fn () => $this->installation()->install());
            }
        }, 100);
        add_filter(
            'wpmu_drop_tables',
            fn (array $tables, int|string $site): array => [...$tables, 'wkpbic_log' => $this->log_table()->name_on((int) $site)],
            10,
            2
        );
        add_action('wp_uninitialize_site', function (WP_Site $site): void {
            $this->uninstall()->forget_site_of_users((int) $site->blog_id);
        });
    }

    /**
     * What each event of Cron does.
     *
     * @return array<string, Closure(): void>
     */
    private function events(): array
    {
        return [
            Cron::CLEANUP => function (): void {
                $this->sign_in_attempts()->remove_expired();
                if (!$this->retention()->clean()) {
                    $this->cron()->soon(Cron::CLEANUP);
                }
            },
            Cron::KEEP_ALIVE => function (): void {
                $this->token_broker()->keep_alive();
            },
            Cron::EXPIRY_REMINDER => function (): void {
                $this->expiry_reminder()->remind();
            },
        ];
    }

    /**
     * When the plugin is activated. On a large network the first sites are made ready at once and each other one by its first
     * wp-admin request.
     */
    public function activate(bool $network_wide = false): void
    {
        $install = fn () => $this->installation()->install();
        $network_wide ? $this->network()->each_site($install, self::SITES_AT_ONCE) : $install();
    }

    /** When the plugin is deactivated. */
    public function deactivate(bool $network_wide = false): void
    {
        $deactivate = fn () => $this->installation()->deactivate();
        $network_wide ? $this->network()->each_site($deactivate) : $deactivate();
    }
}
