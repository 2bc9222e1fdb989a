<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * The right to see and change the connection. Administrators get it when the plugin is activated; a site owner may give it to others.
 */
final class Capability
{
    public const MANAGE_SETTINGS = 'wkpbic_manage_settings';

    /** Gives the right to the administrator role. */
    public function grant(): void
    {
        get_role('administrator')?->add_cap(self::MANAGE_SETTINGS);
    }

    /** Takes the right from every role. */
    public function revoke(): void
    {
        foreach (array_keys(wp_roles()->roles) as $role) {
            get_role((string) $role)?->remove_cap(self::MANAGE_SETTINGS);
        }
    }

    /** Whether the current user holds the right. */
    public function held(): bool
    {
        return current_user_can(self::MANAGE_SETTINGS);
    }
}
