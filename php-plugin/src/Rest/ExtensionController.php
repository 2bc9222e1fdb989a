<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Extension\RunChecks;
use Wkpbic\Extension\Values;
use Wkpbic\Setup\SetupReport;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What other plugins add to the set-up: values of their fields, their checks.
 */
final class ExtensionController
{
    public function __construct(
        private readonly Values $values,
        private readonly RunChecks $checks,
        private readonly SetupReport $report
    ) {
    }

    /**
     * POST setup/extension-fields
     *
     * @throws Failure
     */
    public function save(WP_REST_Request $request): WP_REST_Response
    {
        $values = Body::of($request, ['values'])['values'] ?? [];
        if (!is_array($values)) {
            throw new Failure('field_not_text', 'values', ['field' => 'values']);
        }
        $this->values->save($values);
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }

    /**
     * POST setup/extension-check
     *
     * @throws Failure
     */
    public function check(WP_REST_Request $request): WP_REST_Response
    {
        $id = Body::of($request, ['id'])['id'] ?? null;
        if (!is_string($id)) {
            throw new Failure('field_not_text', 'id', ['field' => 'id']);
        }
        return new WP_REST_Response($this->checks->run($id));
    }
}
