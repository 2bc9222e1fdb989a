<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Plugin;
use Wkpbic\Security\KeyOrigin;
use Wkpbic\Setup\Probe\LoginHostProbe;
use Wkpbic\Setup\Probe\RestProbe;
use Wkpbic\Support\DebugInformation;
use Wkpbic\Support\ExtensionHealth;
use Wkpbic\Support\HealthChecks;
use Wkpbic\Support\Privacy;
use Wkpbic\Support\SiteFacts;
use Wkpbic\Support\SiteHealth;
use Wkpbic\Support\SupportBundle;

/** Site Health, the support bundle, personal data: what WordPress and people who help ask for. Part of Services. */
trait SupportServices
{
    public function key_origin(): KeyOrigin
    {
        return $this->once(KeyOrigin::class, fn () => new KeyOrigin($this->cipher()));
    }

    public function health_checks(): HealthChecks
    {
        return $this->once(HealthChecks::class, fn () => new HealthChecks(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->password(),
            $this->tokens(),
            $this->token_broker(),
            $this->site_identity(),
            $this->copy_warning(),
            $this->key_origin(),
            $this->expiry_reminder(),
            $this->cron()
        ));
    }

    public function site_health(): SiteHealth
    {
        return $this->once(SiteHealth::class, fn () => new SiteHealth(
            $this->contract(),
            $this->messages(),
            $this->capability(),
            $this->health_checks(),
            new ExtensionHealth($this->extensions(), $this->messages()),
            fn (string $id, bool $is_rest): array => match ($id) {
                LoginHostProbe::CLOCK =>
                    (new LoginHostProbe($this->contract(), $this->settings(), $this->endpoints(), $this->http(), $this->clock))->run(),
                RestProbe::ID => (new RestProbe($this->contract(), $this->http(), $is_rest))->run(),
            }
        ));
    }

    public function support_bundle(): SupportBundle
    {
        return $this->once(SupportBundle::class, fn () => new SupportBundle(
            $this->contract(),
            new SiteFacts($this->contract(), $this->rows(), $this->key_origin(), $GLOBALS['wpdb'], Plugin::VERSION),
            $this->setup_report(),
            $this->health_checks(),
            $this->log_query(),
            $this->cron(),
            $this->clock
        ));
    }

    public function debug_information(): DebugInformation
    {
        return $this->once(DebugInformation::class, fn () => new DebugInformation($this->support_bundle()));
    }

    public function privacy(): Privacy
    {
        return $this->once(Privacy::class, fn () => new Privacy(
            $this->contract(),
            $this->log_table(),
            $this->journal(),
            $this->sign_in_results(),
            $this->settings()
        ));
    }
}
