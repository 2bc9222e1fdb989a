<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

/**
 * Who may call a route.
 */
enum Access
{
    /** Holders of the right to see and change the connection. */
    case ManageSettings;

    /** Holders of the right to read the log. */
    case ViewLogs;

    /** Who may change the settings and also give people roles. */
    case ChangeRoles;

    /** Everybody; the handler proves by state and cookie that the call belongs to a sign-in that was begun here. */
    case PublicByState;
}
