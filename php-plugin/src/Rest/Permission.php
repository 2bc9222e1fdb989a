<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Capability;
use Wkpbic\Error\Failure;
use Wkpbic\RoleMatrix;
use WP_Error;

/**
 * Who may call a route; closed to everybody the row does not name.
 */
final class Permission
{
    public function __construct(
        private readonly Capability $capability,
        private readonly RoleMatrix $roles,
        private readonly ErrorResponse $errors
    ) {
    }

    /** For `permission_callback`: 401 for nobody, 403 for somebody without the right. */
    public function check(Access $access): bool|WP_Error
    {
        $allowed = match ($access) {
            Access::ManageSettings => $this->capability->held(),
            Access::ViewLogs => $this->capability->held(Capability::VIEW_LOGS),
            Access::ChangeRoles => $this->roles->may_change(),
            Access::PublicByState => true,
        };
        return $allowed ? true : $this->errors->from(new Failure('not_allowed'), rest_authorization_required_code());
    }
}
