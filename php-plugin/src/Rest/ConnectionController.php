<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\SetupReport;
use Wkpbic\Setup\TestReport;
use WP_REST_Response;

/**
 * The connection: whether it works, and its end.
 */
final class ConnectionController
{
    /**
     * @param Closure(): TestReport $try_connection
     */
    public function __construct(
        private readonly Closure $try_connection,
        private readonly Disconnect $disconnect,
        private readonly SetupReport $report
    ) {
    }

    /**
     * POST setup/test: a check that fails is a result and no error.
     *
     * @throws Failure
     */
    public function test(): WP_REST_Response
    {
        return new WP_REST_Response(($this->try_connection)()->to_array());
    }

    /** DELETE setup/connection */
    public function disconnect(): WP_REST_Response
    {
        $this->disconnect->disconnect();
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }
}
