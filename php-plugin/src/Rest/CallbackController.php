<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Admin\SignInCallback;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The second address that Microsoft may lead back to, for sites whose hosts drop query strings of wp-admin or whose log-in cookies
 * are kept from other sites' links (SameSite=Strict). Open to everybody: state and cookie prove whose sign-in it is.
 */
final class CallbackController
{
    public const ROUTE = 'callback';

    public function __construct(private readonly SignInCallback $callback)
    {
    }

    /** GET callback: takes Microsoft's answer and leads on to the wizard. */
    public function take(WP_REST_Request $request): WP_REST_Response
    {
        // Not the request's own parameters, in which a second `state` would have replaced the first.
        $address = $this->callback->handle_anywhere((string) ($_SERVER['QUERY_STRING'] ?? ''));
        return new WP_REST_Response(null, 303, ['Location' => $address, 'Referrer-Policy' => 'no-referrer']);
    }
}
