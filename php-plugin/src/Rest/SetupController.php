<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Setup\Claims;
use Wkpbic\Setup\Progress;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\SetupReport;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The set-up as a whole: how it stands, and the fields.
 */
final class SetupController
{
    public function __construct(
        private readonly SetupReport $report,
        private readonly SaveFields $save_fields,
        private readonly Claims $claims,
        private readonly Progress $progress
    ) {
    }

    /** GET setup */
    public function read(): WP_REST_Response
    {
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }

    /**
     * POST setup/fields
     *
     * @throws Failure
     */
    public function save(WP_REST_Request $request): WP_REST_Response
    {
        $this->save_fields->save(Body::of($request));
        return $this->read();
    }

    /**
     * POST setup/claims
     *
     * @throws Failure
     */
    public function claim(WP_REST_Request $request): WP_REST_Response
    {
        $this->claims->set(Body::of($request));
        return $this->read();
    }

    /**
     * POST setup/progress
     *
     * @throws Failure
     */
    public function progress(WP_REST_Request $request): WP_REST_Response
    {
        $this->progress->set(Body::of($request));
        return $this->read();
    }
}
