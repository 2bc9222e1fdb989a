<?php
/**
 * Plugin Name:       WooCommerce Power BI Connector
 * Description:       Connects a WooCommerce shop with Microsoft Power BI. A wizard explains each step and checks every value.
 * Version:           0.1.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * Author:            The WooCommerce Power BI Connector contributors
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       wkpbic
 * Domain Path:       /languages
 *
 * This file must parse on any PHP that WordPress itself accepts, so that an old server gets a sentence instead of a
 * syntax error. It decides whether the plugin may run and when it is loaded; everything else is in src/.
 */

declare(strict_types=1);

defined('ABSPATH') || exit;

(static function () {
    if (PHP_VERSION_ID < 80100 || version_compare($GLOBALS['wp_version'], '6.8', '<')) {
        add_action('admin_notices', static function () {
            echo '<div class="notice notice-error"><p>';
            echo esc_html(sprintf(
                /* translators: 1: version of PHP found, 2: version of WordPress found */
                __('WooCommerce Power BI Connector needs PHP 8.1 and WordPress 6.8; this site has PHP %1$s and WordPress %2$s.', 'wkpbic'),
                PHP_VERSION,
                $GLOBALS['wp_version']
            ));
            echo '</p></div>';
        });
        return;
    }

    require __DIR__ . '/src/autoload.php';
    require_once __DIR__ . '/src/functions.php';

    $plugin = static function () {
        static $built = null;
        return $built ??= new Wkpbic\Plugin(__FILE__);
    };
    $start = static function () use ($plugin) {
        static $is_attached = false;
        if (!$is_attached) {
            $is_attached = true;
            $plugin()->attach();
        }
        return $plugin();
    };
    wkpbic_api(static fn () => $plugin()->api());

    register_activation_hook(__FILE__, static function ($network_wide) use ($start) {
        $start()->activate((bool) $network_wide);
    });
    register_deactivation_hook(__FILE__, static function ($network_wide) use ($start) {
        $start()->deactivate((bool) $network_wide);
    });

    // A page of the shop loads no class of this plugin: only wp-admin, cron, WP-CLI and REST requests do.
    if (is_admin() || wp_doing_cron() || (defined('WP_CLI') && WP_CLI)) {
        $start();
    } else {
        add_action('rest_api_init', $start, 0);
        // Sites of a network are also made and deleted by pages outside of wp-admin.
        add_action('wp_initialize_site', $start, 0);
        add_action('wp_uninitialize_site', $start, 0);
    }
})();
