<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\RoleMatrix;
use WP_REST_Request;
use WP_REST_Response;

/**
 * Which roles hold which rights.
 */
final class RolesController
{
    public function __construct(private readonly RoleMatrix $roles)
    {
    }

    /** GET setup/roles */
    public function read(): WP_REST_Response
    {
        return new WP_REST_Response((object) $this->roles->read());
    }

    /**
     * POST setup/roles: the body is the part of the map that changes.
     *
     * @throws Failure request_not_json, role_right_unknown, role_keeps_rights
     */
    public function write(WP_REST_Request $request): WP_REST_Response
    {
        $this->roles->write(Body::of($request));
        return $this->read();
    }
}
