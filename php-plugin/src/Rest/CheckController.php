<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Setup\Preflight;
use Wkpbic\Setup\ProbeResult;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The checks that ask Microsoft.
 */
final class CheckController
{
    /**
     * @param Closure(): Preflight $preflight
     */
    public function __construct(private readonly Closure $preflight)
    {
    }

    /**
     * POST setup/preflight
     *
     * @throws Failure
     */
    public function preflight(WP_REST_Request $request): WP_REST_Response
    {
        $url = Body::of($request, ['authorize_url'])['authorize_url'] ?? null;
        if (null !== $url && !is_string($url)) {
            throw new Failure('field_not_text', 'authorize_url', ['field' => 'authorize_url']);
        }
        return new WP_REST_Response(['results' => ProbeResult::all_to_array(($this->preflight)()->run($url))]);
    }
}
