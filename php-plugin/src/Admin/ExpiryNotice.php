<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Setup\ExpiryReminder;

/**
 * The notice in wp-admin before a client secret expires, and the link that dismisses it for one user until the next stage.
 */
final class ExpiryNotice
{
    public const DISMISS = 'wkpbic_dismiss_expiry';

    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly Capability $capability,
        private readonly ExpiryReminder $reminder
    ) {
    }

    /** For the `admin_notices` action. */
    public function show(): void
    {
        if (!$this->reminder->may_have_notice() || !$this->capability->held_by(get_current_user_id())) {
            return;
        }
        $failure = $this->reminder->notice_for(get_current_user_id());
        if (null !== $failure) {
            $this->print($failure);
        }
    }

    /**
     * For the `admin_post_…` action of the link. Ends with an error page of WordPress's where the link is not the user's own.
     *
     * @return string Where the browser goes next.
     */
    public function dismiss(): string
    {
        check_admin_referer(self::DISMISS);
        if ($this->capability->held_by(get_current_user_id())) {
            $this->reminder->dismiss(get_current_user_id());
        }
        $back = wp_get_referer();
        return false === $back ? admin_url() : $back;
    }

    private function print(Failure $failure): void
    {
        $kind = 'secret_expires_soon' === $failure->error_code ? 'warning' : 'error';
        printf(
            '<div class="notice notice-%s"><p>%s</p><p><a class="button button-primary" href="%s">%s</a> <a href="%s">%s</a></p></div>',
            esc_attr($kind),
            esc_html($this->messages->sentence($failure->error_code, $failure->params)),
            esc_url(admin_url("admin.php?page={$this->contract->page()}&step=2")),
            esc_html__('Enter the new secret', 'wkpbic'),
            esc_url(wp_nonce_url(admin_url('admin-post.php?action=' . self::DISMISS), self::DISMISS)),
            esc_html__('Remind me later', 'wkpbic')
        );
    }
}
