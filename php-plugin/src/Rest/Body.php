<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use WP_REST_Request;

/**
 * The JSON of a request's body, untouched: neither unslashed nor sanitised. Values in the address or in a form are not read.
 */
final class Body
{
    /**
     * @return array<mixed> Empty when there is no body.
     * @throws Failure request_not_json
     */
    public static function of(WP_REST_Request $request): array
    {
        if ('' !== (string) $request->get_body() && !$request->is_json_content_type()) {
            throw new Failure('request_not_json');
        }
        return (array) $request->get_json_params();
    }
}
