<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Extension\Events;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Flag;
use Wkpbic\Storage\Settings;

/**
 * How close the client secret's day of expiry is, and who has been told: the notice in wp-admin, the mail, Site Health and WP-CLI all
 * ask here. Days are those of the site's time zone.
 */
final class ExpiryReminder
{
    public const ID = 'secret_expiry';

    /** Under this name the flag says which stage a notice is due for. */
    public const FLAG = 'secret_expiry';

    /** What a user has dismissed: the day of expiry and the stage. One value per user and site. */
    public const DISMISSED = 'wkpbic_expiry_dismissed';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly Flag $flag,
        private readonly ExpiryMail $mail,
        private readonly Clock $clock,
        private readonly Events $events
    ) {
    }

    /** Null when there is no secret, or nobody has said when it expires. */
    public function expiry(): ?SecretExpiry
    {
        $date = $this->settings->value('client_secret_expires_on');
        return '' === $date || !$this->client_secret->has_value()
            ? null
            : SecretExpiry::count($this->today(), $date, $this->contract);
    }

    /** `YYYY-MM-DD` in the site's time zone. */
    public function today(): string
    {
        return (string) wp_date('Y-m-d', $this->clock->now());
    }

    /**
     * What Site Health and WP-CLI report: failed from the first reminder on, unknown when nobody has said the date, skipped when there
     * is no secret.
     */
    public function check(): ProbeResult
    {
        if (!$this->client_secret->has_value()) {
            return ProbeResult::skipped(self::ID);
        }
        $expiry = $this->expiry();
        if (null === $expiry) {
            return ProbeResult::unknown(self::ID, new Failure('expiry_date_missing', 'client_secret_expires_on'));
        }
        $failure = self::failure($expiry);
        $evidence = ['expires_on' => $expiry->expires_on, 'days_left' => $expiry->days_left, 'stage' => $expiry->stage];
        return null === $failure
            ? ProbeResult::passed(self::ID, $evidence)
            : ProbeResult::failed(self::ID, $failure, $evidence);
    }

    /** The daily job: notes whether a notice is due, and mails once for each stage. */
    public function remind(): void
    {
        $this->note();
        $expiry = $this->expiry();
        if (null !== $expiry) {
            $this->mail->send_once($expiry, self::failure($expiry));
            if (null !== self::failure($expiry)) {
                $this->events->secret_expiring($expiry->days_left);
            }
        }
    }

    /** Notes whether a notice is due, for admin pages that have not loaded anything yet. */
    public function note(): void
    {
        $expiry = $this->expiry();
        $is_due = null !== $expiry && SecretExpiry::FINE !== $expiry->stage;
        $this->flag->put(self::FLAG, $is_due ? 'stage_' . $expiry->stage : null);
    }

    /**
     * Whether an admin page should look further; costs nothing.
     */
    public function may_have_notice(): bool
    {
        return null !== $this->flag->get(self::FLAG);
    }

    /** What to tell the user on an admin page; null when there is nothing, or the user has dismissed this stage. */
    public function notice_for(int $user_id): ?Failure
    {
        $expiry = $this->expiry();
        $is_dismissed = null !== $expiry && self::mark($expiry) === get_user_option(self::DISMISSED, $user_id);
        return null === $expiry || $is_dismissed ? null : self::failure($expiry);
    }

    /** The user wants to hear no more of it until the next stage. */
    public function dismiss(int $user_id): void
    {
        $expiry = $this->expiry();
        if (null !== $expiry) {
            update_user_option($user_id, self::DISMISSED, self::mark($expiry));
        }
    }

    private static function failure(SecretExpiry $expiry): ?Failure
    {
        return match ($expiry->stage) {
            SecretExpiry::FINE => null,
            SecretExpiry::TODAY => new Failure('expiry_date_today', 'client_secret_expires_on'),
            SecretExpiry::EXPIRED => new Failure('expiry_date_past', 'client_secret_expires_on', ['date' => $expiry->expires_on]),
            default => new Failure(
                'secret_expires_soon',
                'client_secret_expires_on',
                ['date' => $expiry->expires_on, 'days' => $expiry->days_left]
            ),
        };
    }

    private static function mark(SecretExpiry $expiry): string
    {
        return "$expiry->expires_on $expiry->stage";
    }
}
