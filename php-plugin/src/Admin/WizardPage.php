<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Contract;

/**
 * The wizard's page in wp-admin: a menu entry, an element for the wizard to fill, and its files on this page only.
 */
final class WizardPage
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Assets $assets,
        private readonly Bootstrap $bootstrap,
        private readonly SignInCallback $callback,
        private readonly HelpTabs $help
    ) {
    }

    /** For the `admin_menu` action. */
    public function add_menu(): void
    {
        $hook = add_menu_page(
            __('Power BI set-up', 'wkpbic'),
            __('Power BI', 'wkpbic'),
            Capability::MANAGE_SETTINGS,
            $this->contract->page(),
            $this->render(...),
            'dashicons-chart-bar',
            56
        );
        // Else WordPress repeats the name of the menu for its first entry.
        add_submenu_page(
            $this->contract->page(),
            __('Power BI set-up', 'wkpbic'),
            __('Set-up', 'wkpbic'),
            Capability::MANAGE_SETTINGS,
            $this->contract->page()
        );
        add_action("load-$hook", $this->on_load(...));
    }

    /** Before any output of this page. */
    private function on_load(): void
    {
        $this->callback->on_load();
        header('Cache-Control: no-store, private');
        add_action('admin_enqueue_scripts', $this->enqueue(...));
        add_filter('removable_query_args', $this->keep_error(...));
        $this->help->add_to(get_current_screen());
    }

    /**
     * WordPress takes `error` out of the address bar before the wizard starts. Here it is part of Microsoft's answer to a
     * request for admin consent, which the wizard reads from the address.
     *
     * @param list<string> $names
     * @return list<string>
     */
    private function keep_error(array $names): array
    {
        return array_values(array_diff($names, ['error']));
    }

    /** The step that the address asks for, held within the steps there are. */
    public function step(): int
    {
        // Not a change of anything, so no nonce: the step only says what to show.
        $step = filter_var($_GET['step'] ?? 1, FILTER_VALIDATE_INT);
        return max(1, min($this->contract->steps(), false === $step ? 1 : $step));
    }

    private function enqueue(): void
    {
        if ([] === $this->assets->missing()) {
            $this->assets->enqueue('wizard', Assets::HANDLE, $this->bootstrap->script($this->step(), get_current_user_id()));
        }
    }

    public function render(): void
    {
        echo '<div class="wrap">';
        $missing = $this->assets->missing();
        if ([] !== $missing) {
            $this->assets->print_missing(__('Power BI set-up', 'wkpbic'), $missing);
        } else {
            // Where WordPress moves the notices of other plugins to; without it they would land inside the wizard.
            echo '<hr class="wp-header-end">';
            echo '<div id="wkpbic-setup-wizard"><noscript><p>';
            esc_html_e('The set-up wizard needs JavaScript. Switch it on in your browser and load this page again.', 'wkpbic');
            echo '</p></noscript></div>';
        }
        echo '</div>';
    }
}
