<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Setup\StartSignIn;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The beginning of a sign-in in the browser.
 */
final class SignInController
{
    public function __construct(private readonly StartSignIn $start_sign_in)
    {
    }

    /**
     * POST setup/sign-in
     *
     * @throws Failure
     */
    public function start(WP_REST_Request $request): WP_REST_Response
    {
        $expires_at = $this->start_sign_in->start(Body::of($request), get_current_user_id());
        return new WP_REST_Response(['expires_at' => $expires_at], 201);
    }
}
