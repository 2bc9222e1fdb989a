<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Clock;
use Wkpbic\Microsoft\ConnectionObserver;

/**
 * The actions that tell other plugins how the connection fares. A listener that throws is reported and harms nobody; none gets a secret.
 */
final class Events implements ConnectionObserver
{
    public function __construct(private readonly Listeners $listeners, private readonly Clock $clock)
    {
    }

    public function connected(string $method): void
    {
        /**
         * Fires when the site has got its first tokens after a sign-in or, where nobody signs in, by itself.
         *
         * @param array{method: string, connected_at: int} $connection The method is delegated, ropc or service_principal; Unix seconds.
         */
        $this->listeners->call('wkpbic_connected', [['method' => $method, 'connected_at' => $this->clock->now()]]);
    }

    public function disconnected(string $why): void
    {
        /**
         * Fires when the tokens were forgotten.
         *
         * @param string $why requested, site_copied or settings_changed.
         */
        $this->listeners->call('wkpbic_disconnected', [$why]);
    }

    public function token_refreshed(int $expires_at): void
    {
        /**
         * Fires when a new access token was stored.
         *
         * @param int $expires_at When it ends, in Unix seconds.
         */
        $this->listeners->call('wkpbic_token_refreshed', [$expires_at]);
    }

    public function refresh_failed(string $code): void
    {
        /**
         * Fires when Microsoft was asked for a new token and gave none; the old one is kept.
         *
         * @param string $code Why: one of this plugin's error codes.
         */
        $this->listeners->call('wkpbic_refresh_failed', [$code]);
    }

    public function secret_expiring(int $days_left): void
    {
        /**
         * Fires once a day while a reminder of the client secret's expiry is due.
         *
         * @param int $days_left Days until the secret expires; negative when the day is over.
         */
        $this->listeners->call('wkpbic_secret_expiring', [$days_left]);
    }
}
