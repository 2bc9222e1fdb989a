<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\SetupReport;
use WP_REST_Response;

/**
 * The connection: whether it works, and its end.
 */
final class ConnectionController
{
    public function __construct(
        private readonly TokenBroker $broker,
        private readonly PowerBi $power_bi,
        private readonly Disconnect $disconnect,
        private readonly SetupReport $report
    ) {
    }

    /**
     * POST setup/test
     *
     * @throws Failure
     */
    public function test(): WP_REST_Response
    {
        $this->broker->try_again();
        return new WP_REST_Response(['workspaces' => $this->power_bi->groups()]);
    }

    /** DELETE setup/connection */
    public function disconnect(): WP_REST_Response
    {
        $this->disconnect->disconnect();
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }
}
