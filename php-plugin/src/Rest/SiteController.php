<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Setup\SetupReport;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The answer to the question which site this is.
 */
final class SiteController
{
    public function __construct(private readonly ChooseSite $choose_site, private readonly SetupReport $report)
    {
    }

    /**
     * POST setup/site
     *
     * @throws Failure request_not_json, field_unknown, field_not_text, value_not_offered, storage_failed
     */
    public function choose(WP_REST_Request $request): WP_REST_Response
    {
        $this->choose_site->choose(Body::of($request, ['choice'])['choice'] ?? null);
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }
}
