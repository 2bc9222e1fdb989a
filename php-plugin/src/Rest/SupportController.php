<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Support\SiteHealth;
use Wkpbic\Support\SupportBundle;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What helps somebody to help: the support bundle, and the tests of Site Health that the browser asks for.
 */
final class SupportController
{
    public function __construct(
        private readonly SupportBundle $bundle,
        private readonly SiteHealth $health,
        private readonly Journal $journal
    ) {
    }

    /** GET setup/support-bundle: to be shown before it is taken away. */
    public function bundle(): WP_REST_Response
    {
        $bundle = $this->bundle->build();
        $this->journal->audit(Event::SUPPORT_BUNDLE_MADE, [], ['entries' => count($bundle['log'] ?? [])]);
        return new WP_REST_Response($bundle);
    }

    /**
     * GET site-health?test=…
     *
     * @throws Failure
     */
    public function health(WP_REST_Request $request): WP_REST_Response
    {
        return new WP_REST_Response($this->health->run($request->get_query_params()['test'] ?? null, true));
    }
}
