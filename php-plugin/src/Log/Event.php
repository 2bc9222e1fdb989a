<?php

declare(strict_types=1);

namespace Wkpbic\Log;

/**
 * What the audit trail knows to tell. A name is public: never reused, never renamed.
 */
final class Event
{
    public const SETTINGS_SAVED = 'settings_saved';
    public const SIGN_IN_STARTED = 'sign_in_started';
    public const SIGNED_IN = 'signed_in';
    public const SIGN_IN_FAILED = 'sign_in_failed';
    public const DISCONNECTED = 'disconnected';
    public const SECRET_ROTATED = 'secret_rotated';
    public const REKEYED = 'rekeyed';
    public const CLAIMED = 'claimed';
    public const REMINDER_SENT = 'reminder_sent';
    public const ROLES_CHANGED = 'roles_changed';
    public const SITE_CHOSEN = 'site_chosen';
    public const LOG_DOWNLOADED = 'log_downloaded';
    public const SUPPORT_BUNDLE_MADE = 'support_bundle_made';
    public const PERSONAL_DATA_ERASED = 'personal_data_erased';

    public const ALL = [
        self::SETTINGS_SAVED, self::SIGN_IN_STARTED, self::SIGNED_IN, self::SIGN_IN_FAILED, self::DISCONNECTED, self::SECRET_ROTATED,
        self::REKEYED, self::CLAIMED, self::REMINDER_SENT, self::ROLES_CHANGED, self::SITE_CHOSEN, self::LOG_DOWNLOADED,
        self::SUPPORT_BUNDLE_MADE, self::PERSONAL_DATA_ERASED,
    ];
}
