<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Settings;

/**
 * The mail before a client secret expires: once for each stage, to the chosen address or else to the site's own.
 */
final class ExpiryMail
{
    /** Which stage of which date was mailed, or was over before anybody typed the date. */
    public const OPTION = 'wkpbic_expiry_mailed';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly Messages $messages,
        private readonly OptionRows $rows,
        private readonly Journal $journal
    ) {
    }

    /**
     * @param Failure|null $failure What the mail says; null where there is nothing to say yet.
     */
    public function send_once(SecretExpiry $expiry, ?Failure $failure): void
    {
        $before = $this->rows->read(self::OPTION) ?? '';
        $row = json_decode($before, true);
        $is_known = is_array($row) && $expiry->expires_on === ($row['expires_on'] ?? null);
        if ($is_known && $expiry->stage === ($row['stage'] ?? null)) {
            return;
        }
        $after = (string) json_encode(['expires_on' => $expiry->expires_on, 'stage' => $expiry->stage]);
        // Taken before it is sent: of several processes one sends.
        $is_mine = ('' === $before && $this->rows->insert(self::OPTION, $after)) || $this->rows->swap(self::OPTION, $before, $after);
        if (!$is_mine || null === $failure || (!$is_known && $this->was_over_before($expiry))) {
            return;
        }
        if ($this->send($failure)) {
            $facts = ['client_secret_expires_on' => $expiry->expires_on, 'days' => $expiry->days_left];
            $this->journal->audit(Event::REMINDER_SENT, [], $facts);
        } else {
            $this->rows->swap(self::OPTION, $after, $before); // To be tried again tomorrow.
        }
    }

    /**
     * A date that is new here may lie so close that the day of a reminder is over. Whoever has just typed it knows.
     */
    private function was_over_before(SecretExpiry $expiry): bool
    {
        return in_array($expiry->stage, array_map('strval', $this->contract->reminder_days()), true)
            && $expiry->days_left < (int) $expiry->stage;
    }

    private function send(Failure $failure): bool
    {
        $site = wp_specialchars_decode((string) get_option('blogname'), ENT_QUOTES);
        $chosen = $this->settings->value('reminder_email');
        $lines = [
            $this->messages->sentence($failure->error_code, $failure->params),
            /* translators: %s: address of a website */
            sprintf(__('Website: %s', 'wkpbic'), home_url('/')),
            /* translators: %s: application (client) ID of the app at Microsoft */
            sprintf(__('App at Microsoft: %s', 'wkpbic'), $this->settings->value('client_id')),
            /* translators: %s: address of a page in wp-admin */
            sprintf(__('Enter the new secret here: %s', 'wkpbic'), admin_url("admin.php?page={$this->contract->page()}&step=2")),
        ];
        return wp_mail(
            '' === $chosen ? (string) get_option('admin_email') : $chosen,
            /* translators: %s: name of the website */
            sprintf(__('[%s] The client secret for Power BI has to be renewed', 'wkpbic'), $site),
            implode("\n\n", $lines) . "\n"
        );
    }
}
