<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use WP_REST_Server;

/**
 * WordPress's REST server that sends no headers: PHPUnit has printed by then.
 */
final class SilentRestServer extends WP_REST_Server
{
    public function send_header($key, $value): void
    {
    }
}
