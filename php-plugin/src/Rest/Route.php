<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

/**
 * A row of the table of routes: one method of one address.
 */
final class Route
{
    /**
     * @param string $method GET, POST or DELETE.
     * @param string $path Below the namespace, without a slash at its beginning.
     * @param array{class-string, string} $handler Controller and its method, which takes a WP_REST_Request and returns a
     *                                             WP_REST_Response or throws a Failure.
     * @param string $answer What the route answers with; a name that Schema knows.
     * @param array<string, array<string, mixed>> $arguments Name => JSON schema.
     * @param string $summary What the route does; one line for the reference.
     */
    public function __construct(
        public readonly string $method,
        public readonly string $path,
        public readonly Access $access,
        public readonly array $handler,
        public readonly string $answer,
        public readonly array $arguments,
        public readonly string $summary
    ) {
    }
}
