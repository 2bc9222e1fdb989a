<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

/**
 * Is told how the connection fares. Nothing that goes wrong there may reach whoever tells.
 */
interface ConnectionObserver
{
    /**
     * @param string $method delegated, ropc or service_principal.
     */
    public function connected(string $method): void;

    /**
     * @param string $why `requested`, `site_copied` or `settings_changed`.
     */
    public function disconnected(string $why): void;

    /**
     * @param int $expires_at When the new access token ends, in Unix seconds.
     */
    public function token_refreshed(int $expires_at): void;

    /**
     * @param string $code One of the contract's error codes.
     */
    public function refresh_failed(string $code): void;
}
