<?php
/**
 * Plugin Name:       Extra Step
 * Description:       Adds a step about the warehouse to the Power BI wizard.
 * Version:           1.0.0
 * Requires at least: 6.8
 * Requires PHP:      8.1
 * Requires Plugins:  wkpbic
 * License:           GPL-2.0-or-later
 * Text Domain:       extra-step
 */

declare(strict_types=1);

namespace ExtraStep;

use Wkpbic\Extension\CheckContext;
use Wkpbic\Extension\CheckResult;
use Wkpbic\Extension\Registry;

defined('ABSPATH') || exit;

// docs: step
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_step');

function add_step(Registry $registry): void
{
    $registry->add_step('extra-step/warehouse', [
        'title' => __('Your warehouse', 'extra-step'),
        'description' => __('So that reports know what is in stock, and where.', 'extra-step'),
        'after' => 'check-and-finish',
    ]);
}

// docs: fields
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_fields');

function add_fields(Registry $registry): void
{
    $registry->add_field('extra-step/workspace', [
        'step' => 'extra-step/warehouse',
        'type' => 'text',
        'label' => __('Workspace for stock figures', 'extra-step'),
        'help' => __('Its name in Power BI, letter by letter.', 'extra-step'),
        'where' => __('In Power BI, in the list “Workspaces” on the left.', 'extra-step'),
        'rules' => [['kind' => 'required'], ['kind' => 'max_chars', 'max' => 200]],
    ]);
    $registry->add_field('extra-step/warehouse_code', [
        'step' => 'extra-step/warehouse',
        'type' => 'text',
        'label' => __('Warehouse code', 'extra-step'),
        'help' => __('Two letters for the country, a hyphen and a number, such as DE-12.', 'extra-step'),
        'rules' => [['kind' => 'required'], ['kind' => 'pattern', 'pattern' => '[A-Z]{2}-[0-9]{1,4}']],
    ]);
}

// docs: secret
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_secret');

function add_secret(Registry $registry): void
{
    $registry->add_field('extra-step/feed_key', [
        'step' => 'extra-step/warehouse',
        'type' => 'secret',
        'label' => __('Key of the stock feed', 'extra-step'),
        'help' => __('The warehouse signs its stock feed with it. The shop stores it encrypted and never shows it again.', 'extra-step'),
        'rules' => [['kind' => 'min_chars', 'min' => 16]],
    ]);
}

// docs: use
/**
 * The signature under which the warehouse hands out the stock of a day.
 *
 * Call it from cron or WP-CLI, or while somebody is logged in who may change the settings of the connection.
 *
 * @param string $day As YYYY-MM-DD.
 * @return string|null 64 hexadecimal digits; null while code or key are missing.
 */
function feed_signature(string $day): ?string
{
    $code = (string) wkpbic_setting('extra-step/warehouse_code');
    $key = (string) wkpbic_secret('extra-step/feed_key');
    return '' === $code || '' === $key ? null : hash_hmac('sha256', "$code $day", $key);
}

// docs: check
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_check');

function add_check(Registry $registry): void
{
    $registry->add_check('extra-step/workspace-there', [
        'step' => 'extra-step/warehouse',
        'label' => __('Workspace for stock figures', 'extra-step'),
        'run' => __NAMESPACE__ . '\find_workspace',
    ]);
}

function find_workspace(CheckContext $context): CheckResult
{
    $name = (string) $context->setting('extra-step/workspace');
    if ('' === $name) {
        return CheckResult::skipped(__('Save the name of the workspace first.', 'extra-step'));
    }
    $answer = $context->power_bi_request('GET', '/groups');
    if (is_wp_error($answer)) {
        return CheckResult::unknown($answer->get_error_message());
    }
    if (in_array($name, array_column($answer['value'] ?? [], 'name'), true)) {
        return CheckResult::passed();
    }
    return CheckResult::failed(
        /* translators: %s: name of a Power BI workspace */
        sprintf(__('Power BI shows you no workspace “%s”. Look at its name in Power BI, or ask its owner to add you.', 'extra-step'), $name),
        'https://app.powerbi.com/'
    );
}

// docs: permission
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_permission');

function add_permission(Registry $registry): void
{
    $registry->add_permissions('extra-step/gateways', [
        'scopes' => ['Gateway.Read.All'],
        'reason' => __('Sees whether the gateway in your warehouse is switched on; changes nothing.', 'extra-step'),
    ]);
}

// docs: diagnosis
add_action('wkpbic_register_steps', __NAMESPACE__ . '\add_diagnosis');

function add_diagnosis(Registry $registry): void
{
    $registry->add_diagnosis('extra-step/gateway-off', [
        'power_bi' => ['DM_GWPipeline_Client_GatewayUnreachable'],
        'sentence' => __('The gateway in your warehouse does not answer. Switch on the computer on which it runs.', 'extra-step'),
        'actor' => 'you',
        'wait' => 'minutes',
        'link' => 'https://learn.microsoft.com/power-bi/connect-data/service-gateway-onprem-tshoot',
    ]);
}

// docs: script
// After the wizard, which adds its own script at 10.
add_action('admin_enqueue_scripts', __NAMESPACE__ . '\add_script', 20);

function add_script(): void
{
    if (!wp_script_is('wkpbic-wizard')) {
        return; // another page
    }
    wp_enqueue_script(
        'extra-step',
        plugins_url('warehouse-code.js', __FILE__),
        ['wkpbic-wizard', 'wp-element', 'wp-i18n'],
        '1.0.0',
        ['in_footer' => true]
    );
}
