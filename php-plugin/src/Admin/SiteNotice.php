<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Setup\CopyWarning;

/**
 * Asks in wp-admin which site this is, where the use of tokens has stopped because it is not the one that is known.
 */
final class SiteNotice
{
    public const ACTION = 'wkpbic_choose_site';

    public function __construct(
        private readonly SiteIdentity $identity,
        private readonly ChooseSite $choose_site,
        private readonly CopyWarning $copy_warning,
        private readonly Capability $capability,
        private readonly Messages $messages
    ) {
    }

    /** For the `admin_notices` action. */
    public function render(): void
    {
        $problem = $this->identity->may_differ() && $this->capability->held() ? $this->identity->problem() : null;
        if (null === $problem) {
            $this->render_warning();
            return;
        }
        echo '<div class="notice notice-error"><p><strong>', esc_html__('Power BI', 'wkpbic'), '</strong> ';
        echo esc_html($this->messages->sentence($problem->error_code, $problem->params)), '</p>';
        echo '<form method="post" action="', esc_url(admin_url('admin-post.php')), '"><p>';
        echo '<input type="hidden" name="action" value="', esc_attr(self::ACTION), '">';
        wp_nonce_field(self::ACTION);
        $this->button(ChooseSite::MOVED, __('The site has moved: go on', 'wkpbic'));
        $this->button(ChooseSite::COPY, __('This is a copy: forget the connection here', 'wkpbic'));
        echo '</p></form></div>';
    }

    /** After somebody has said that this is a copy: what of the other site is still here. */
    private function render_warning(): void
    {
        $warning = $this->copy_warning->may_be_due() && $this->capability->held() ? $this->copy_warning->failure() : null;
        if (null !== $warning) {
            printf(
                '<div class="notice notice-warning"><p><strong>%s</strong> %s</p></div>',
                esc_html__('Power BI', 'wkpbic'),
                esc_html($this->messages->sentence($warning->error_code, $warning->params))
            );
        }
    }

    /** For the `admin_post_` action: takes the answer and goes back to the page it was given on. */
    public function take(): void
    {
        check_admin_referer(self::ACTION);
        if (!$this->capability->held()) {
            wp_die(esc_html($this->messages->sentence('not_allowed')), '', ['response' => 403]);
        }
        try {
            $this->choose_site->choose($_POST['choice'] ?? null);
        } catch (Failure $failure) {
            wp_die(esc_html($this->messages->sentence($failure->error_code, $failure->params)), '', ['response' => 400]);
        }
        $back = wp_get_referer();
        wp_safe_redirect(false === $back ? admin_url() : $back, 303);
        exit;
    }

    private function button(string $choice, string $label): void
    {
        printf('<button class="button" name="choice" value="%s">%s</button> ', esc_attr($choice), esc_html($label));
    }
}
