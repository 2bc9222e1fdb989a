<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Support\Troubleshooting;

/**
 * A page of wp-admin with something about every code; the wizard, the log and Site Health link into it. Plain HTML, so that it works
 * where the wizard does not, and part of the plugin, so that it fits its version and needs no other site.
 */
final class HelpPage
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly Troubleshooting $troubleshooting,
        private readonly Assets $assets
    ) {
    }

    /** For the `admin_menu` action, after the wizard's page. Who may read the log is told what its codes mean. */
    public function add_menu(): void
    {
        $right = current_user_can(Capability::MANAGE_SETTINGS) ? Capability::MANAGE_SETTINGS : Capability::VIEW_LOGS;
        $title = __('Troubleshooting', 'wkpbic');
        $hook = add_submenu_page($this->contract->page(), $title, $title, $right, $this->contract->help_page(), $this->render(...));
        if (false !== $hook) {
            add_action("load-$hook", function (): void {
                add_action('admin_enqueue_scripts', fn () => $this->assets->enqueue_style('pages', ScreenPage::HANDLE));
            });
        }
    }

    public function render(): void
    {
        $topics = array_filter($this->troubleshooting->topics($this->messages->all()));
        echo '<div class="wrap wkpbic-help"><h1>', esc_html__('Troubleshooting', 'wkpbic'), '</h1><p>';
        // phpcs:ignore Generic.Files.LineLength -- A sentence is one literal, or nobody could translate it.
        esc_html_e('Everything that can be said while you set up or use the connection, by the place where it is mended. Look for the code or for Microsoft’s number with the search of your browser.', 'wkpbic');
        echo '</p><ul class="ul-disc">';
        foreach (array_keys($topics) as $topic) {
            printf('<li><a href="#topic-%s">%s</a></li>', esc_attr((string) $topic), esc_html($this->title($topic)));
        }
        echo '</ul>';
        foreach ($topics as $topic => $entries) {
            printf('<h2 id="topic-%s">%s</h2>', esc_attr((string) $topic), esc_html($this->title($topic)));
            array_walk($entries, $this->render_entry(...));
        }
        echo '</div>';
    }

    /**
     * @param array{code: string, sentence: string, actor: string, wait: string, names: list<string>} $entry
     */
    private function render_entry(array $entry): void
    {
        printf(
            '<section id="%1$s" class="wkpbic-help__entry" aria-labelledby="%1$s-title"><h3 id="%1$s-title">%2$s</h3><p>%3$s %4$s</p>',
            esc_attr($entry['code']),
            esc_html($entry['sentence']),
            esc_html($this->actor($entry['actor'])),
            esc_html($this->wait($entry['wait']))
        );
        echo '<p class="wkpbic-help__names">';
        foreach ([$entry['code'], ...$entry['names']] as $name) {
            echo '<code dir="ltr">', esc_html($name), '</code> ';
        }
        echo '</p></section>';
    }

    private function title(int|string $topic): string
    {
        return match ($topic) {
            1 => __('Before you start', 'wkpbic'),
            2 => __('Your Microsoft keys', 'wkpbic'),
            3 => __('Sign in and consent', 'wkpbic'),
            4 => __('Check and finish', 'wkpbic'),
            Troubleshooting::NO_ERROR => __('Not an error', 'wkpbic'),
            Troubleshooting::EXTENSIONS => __('For developers of extensions', 'wkpbic'),
            default => __('Anywhere', 'wkpbic'),
        };
    }

    private function actor(string $actor): string
    {
        return match ($actor) {
            'you' => __('You can mend this yourself.', 'wkpbic'),
            'entra_admin' => __('Your organisation’s Microsoft administrator has to act.', 'wkpbic'),
            'power_bi_admin' => __('Your organisation’s Power BI administrator has to act.', 'wkpbic'),
            'host' => __('Whoever looks after your web server has to act.', 'wkpbic'),
            default => __('Nobody has to do anything.', 'wkpbic'),
        };
    }

    private function wait(string $wait): string
    {
        return match ($wait) {
            'minutes' => __('Waiting a few minutes can help.', 'wkpbic'),
            'hours' => __('Waiting some hours can help.', 'wkpbic'),
            default => __('Waiting does not help.', 'wkpbic'),
        };
    }
}
