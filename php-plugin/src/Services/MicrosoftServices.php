<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Microsoft\BackOff;
use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\ExchangeReader;
use Wkpbic\Microsoft\Http;
use Wkpbic\Microsoft\IdToken;
use Wkpbic\Microsoft\ParallelCalls;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Microsoft\PowerBiRequest;
use Wkpbic\Microsoft\Renewal;
use Wkpbic\Microsoft\SigningKeys;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Storage\Lock;

/** Everything that asks Microsoft. Part of Services. */
trait MicrosoftServices
{
    public function development_override(): DevelopmentOverride
    {
        return $this->once(DevelopmentOverride::class, fn () => new DevelopmentOverride(
            $this->constant(DevelopmentOverride::CONSTANT),
            wp_get_environment_type()
        ));
    }

    public function endpoints(): Endpoints
    {
        return $this->once(
            Endpoints::class,
            fn () => new Endpoints($this->contract(), $this->field_validator(), $this->development_override())
        );
    }

    public function http(): Http
    {
        return $this->once(Http::class, fn () => new Http(
            $this->contract(),
            $this->clock,
            new ExchangeReader($this->contract(), $this->clock, new ErrorDetail($this->contract())),
            $this->journal()
        ));
    }

    public function token_client(): TokenClient
    {
        return $this->once(TokenClient::class, fn () => new TokenClient(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->endpoints(),
            $this->http(),
            new ErrorDetail($this->contract())
        ));
    }

    public function signing_keys(): SigningKeys
    {
        return $this->once(
            SigningKeys::class,
            fn () => new SigningKeys($this->contract(), $this->rows(), $this->endpoints(), $this->http(), $this->clock)
        );
    }

    public function id_token(): IdToken
    {
        return $this->once(
            IdToken::class,
            fn () => new IdToken($this->contract(), $this->settings(), $this->signing_keys(), $this->clock)
        );
    }

    public function renewal(): Renewal
    {
        return $this->once(Renewal::class, fn () => new Renewal(
            $this->contract(),
            $this->settings(),
            $this->token_client(),
            $this->id_token(),
            $this->client_secret(),
            $this->password()
        ));
    }

    public function token_broker(): TokenBroker
    {
        return $this->once(TokenBroker::class, fn () => new TokenBroker(
            $this->contract(),
            $this->site_identity(),
            $this->tokens(),
            $this->renewal(),
            new BackOff($this->contract(), random_int(...)),
            $this->last_failure(),
            $this->refresh_lock(),
            $this->clock,
            $this->events_for_extensions()
        ));
    }

    /** Held by whoever changes stored tokens: one at a time. Each gets an object of its own, since it knows its holder. */
    private function refresh_lock(): Lock
    {
        // As many calls as one renewal can make, and one more for storing what they brought.
        $calls = 'ropc' === $this->renewal()->method() ? 6 : 2;
        return new Lock($this->rows(), $this->clock, TokenBroker::LOCK, $calls * $this->contract()->limit('request_timeout_seconds'));
    }

    public function parallel_calls(): ParallelCalls
    {
        return $this->once(ParallelCalls::class, fn () => new ParallelCalls($this->clock));
    }

    public function power_bi_request(): PowerBiRequest
    {
        return $this->once(PowerBiRequest::class, fn () => new PowerBiRequest(
            $this->contract(),
            $this->power_bi(),
            new BackOff($this->contract(), random_int(...)),
            $this->rows(),
            $this->clock
        ));
    }

    public function power_bi(): PowerBi
    {
        return $this->once(
            PowerBi::class,
            fn () => new PowerBi(
                $this->contract(),
                $this->settings(),
                $this->token_broker(),
                $this->endpoints(),
                $this->http()
            )
        );
    }
}
