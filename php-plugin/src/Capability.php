<?php

declare(strict_types=1);

namespace Wkpbic;

/**
 * The two rights of the plugin. Administrators get both when the plugin is activated; RoleMatrix gives them to others.
 */
final class Capability
{
    /** To see and change the connection. */
    public const MANAGE_SETTINGS = 'wkpbic_manage_settings';

    /** To read the log. */
    public const VIEW_LOGS = 'wkpbic_view_logs';

    public const ALL = [self::MANAGE_SETTINGS, self::VIEW_LOGS];

    /** Gives both rights to the administrator role. */
    public function grant(): void
    {
        $administrator = get_role('administrator');
        foreach (self::ALL as $capability) {
            if (null !== $administrator && !$administrator->has_cap($capability)) {
                $administrator->add_cap($capability);
            }
        }
    }

    /** Takes the rights from every role, and from every user of this site to whom one was given in person. */
    public function revoke(): void
    {
        foreach (self::ALL as $capability) {
            foreach (array_keys(wp_roles()->roles) as $role) {
                get_role((string) $role)?->remove_cap($capability);
            }
            foreach (get_users(['capability' => $capability]) as $user) {
                $user->remove_cap($capability);
            }
        }
    }

    /** Whether a user of this site holds the right. */
    public function held_by(int $user_id, string $capability = self::MANAGE_SETTINGS): bool
    {
        return user_can($user_id, $capability);
    }

    /** Whether the current user holds the right. */
    public function held(string $capability = self::MANAGE_SETTINGS): bool
    {
        return current_user_can($capability);
    }
}
