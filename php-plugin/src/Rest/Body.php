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
     * @param list<string>|null $names What may stand in it; null leaves that to whoever gets it.
     * @return array<mixed> Empty when there is no body.
     * @throws Failure request_not_json, field_unknown
     */
    public static function of(WP_REST_Request $request, ?array $names = null): array
    {
        if ('' !== (string) $request->get_body() && !$request->is_json_content_type()) {
            throw new Failure('request_not_json');
        }
        $body = (array) $request->get_json_params();
        foreach (array_keys(null === $names ? [] : $body) as $name) {
            if (!in_array($name, $names, true)) {
                throw Failure::unknown_field($name);
            }
        }
        return $body;
    }
}
