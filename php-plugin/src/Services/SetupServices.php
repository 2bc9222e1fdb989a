<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Extension\Permissions;
use Wkpbic\Microsoft\DiscoveryReader;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Setup\Claims;
use Wkpbic\Setup\CheckResults;
use Wkpbic\Setup\CopyWarning;
use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\ExpiryMail;
use Wkpbic\Setup\ExpiryReminder;
use Wkpbic\Setup\Explain;
use Wkpbic\Setup\FinishSignIn;
use Wkpbic\Setup\Ladder;
use Wkpbic\Setup\Preflight;
use Wkpbic\Setup\Probe\AppTokenProbe;
use Wkpbic\Setup\Probe\LoginHostProbe;
use Wkpbic\Setup\Probe\PowerBiHostProbe;
use Wkpbic\Setup\Probe\RedirectUriProbe;
use Wkpbic\Setup\Probe\RestProbe;
use Wkpbic\Setup\Probe\TenantProbe;
use Wkpbic\Setup\Progress;
use Wkpbic\Setup\RotateSecret;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\Scorecard;
use Wkpbic\Setup\SetupReport;
use Wkpbic\Setup\StartSignIn;
use Wkpbic\Setup\TestReport;
use Wkpbic\Setup\WorkspaceRoles;

/** What the doors offer: each job of the set-up once. Part of Services. */
trait SetupServices
{
    public function preflight(): Preflight
    {
        return $this->once(Preflight::class, fn () => new Preflight(
            $this->contract(),
            $this->clock,
            $this->parallel_calls(),
            $this->check_results(),
            fn (?string $authorize_url): RedirectUriProbe => new RedirectUriProbe(
                $this->contract(),
                $this->settings(),
                $this->endpoints(),
                $this->http(),
                admin_url($this->contract()->redirect_path()),
                $authorize_url
            ),
            [
                new LoginHostProbe($this->contract(), $this->settings(), $this->endpoints(), $this->http(), $this->clock),
                new PowerBiHostProbe($this->contract(), $this->settings(), $this->endpoints(), $this->http()),
                new RestProbe($this->contract(), $this->http(), wp_is_serving_rest_request()),
                new TenantProbe(
                    $this->contract(),
                    $this->settings(),
                    $this->endpoints(),
                    $this->http(),
                    new DiscoveryReader($this->contract()),
                    new ErrorDetail($this->contract())
                ),
                new AppTokenProbe($this->contract(), $this->settings(), $this->client_secret(), $this->token_client()),
            ]
        ));
    }

    public function ladder(): Ladder
    {
        return $this->once(Ladder::class, fn () => new Ladder(
            $this->contract(),
            $this->settings(),
            $this->token_broker(),
            $this->power_bi(),
            new WorkspaceRoles($this->contract(), $this->power_bi(), $this->parallel_calls()),
            $this->clock,
            fn (): array => array_merge(
                ...array_map(static fn (Permissions $added): array => $added->scopes, array_values($this->extensions()->parts()->permissions()))
            )
        ));
    }

    private function try_connection(): TestReport
    {
        return TestReport::of($this->token_broker(), $this->ladder(), $this->check_results());
    }

    public function setup_report(): SetupReport
    {
        return $this->once(SetupReport::class, fn () => new SetupReport(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->password(),
            $this->tokens(),
            $this->token_broker(),
            $this->sign_in_results(),
            new Scorecard($this->claims(), $this->check_results(), $this->progress()),
            $this->expiry_reminder(),
            $this->role_matrix(),
            $this->cipher(),
            $this->site_identity(),
            $this->copy_warning(),
            $this->development_override(),
            $this->extension_values()
        ));
    }

    public function claims(): Claims
    {
        return $this->once(Claims::class, fn () => new Claims($this->rows(), $this->contract(), $this->clock, $this->journal()));
    }

    public function check_results(): CheckResults
    {
        return $this->once(CheckResults::class, fn () => new CheckResults(
            $this->rows(),
            $this->contract(),
            $this->settings(),
            ['client_secret' => $this->client_secret(), 'password' => $this->password()],
            $this->field_validator(),
            fn (): string => admin_url($this->contract()->redirect_path()),
            $this->clock
        ));
    }

    public function progress(): Progress
    {
        return $this->once(Progress::class, fn () => new Progress($this->rows(), $this->contract()));
    }

    public function save_fields(): SaveFields
    {
        return $this->once(SaveFields::class, fn () => new SaveFields(
            $this->contract(),
            $this->field_validator(),
            $this->settings(),
            $this->client_secret(),
            $this->password(),
            $this->last_failure(),
            $this->check_results(),
            $this->rows(),
            $this->expiry_reminder(),
            $this->journal(),
            $this->events_for_extensions()
        ));
    }

    public function expiry_reminder(): ExpiryReminder
    {
        return $this->once(ExpiryReminder::class, fn () => new ExpiryReminder(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->flag(),
            new ExpiryMail($this->contract(), $this->settings(), $this->messages(), $this->rows(), $this->journal()),
            $this->clock,
            $this->events_for_extensions()
        ));
    }

    public function rotate_secret(): RotateSecret
    {
        return $this->once(RotateSecret::class, fn () => new RotateSecret(
            $this->contract(),
            $this->field_validator(),
            $this->settings(),
            $this->client_secret(),
            $this->token_client(),
            $this->last_failure(),
            $this->check_results(),
            $this->rows(),
            $this->expiry_reminder(),
            $this->journal()
        ));
    }

    public function start_sign_in(): StartSignIn
    {
        return $this->once(StartSignIn::class, fn () => new StartSignIn(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->sign_in_attempts(),
            $this->sign_in_cookie(),
            $this->sign_in_results(),
            $this->journal()
        ));
    }

    public function finish_sign_in(): FinishSignIn
    {
        return $this->once(FinishSignIn::class, fn () => new FinishSignIn(
            fn (int $user_id): bool => $this->capability()->held_by($user_id),
            $this->sign_in_attempts(),
            $this->token_client(),
            $this->id_token(),
            new ErrorDetail($this->contract()),
            $this->settings(),
            $this->tokens(),
            $this->last_failure(),
            $this->sign_in_results(),
            $this->check_results(),
            $this->site_identity(),
            $this->journal(),
            $this->events_for_extensions()
        ));
    }

    public function disconnect(): Disconnect
    {
        return $this->once(Disconnect::class, fn () => new Disconnect(
            $this->rows(),
            $this->renewal(),
            $this->tokens(),
            $this->last_failure(),
            $this->sign_in_results(),
            $this->sign_in_attempts(),
            $this->journal(),
            $this->events_for_extensions()
        ));
    }

    public function choose_site(): ChooseSite
    {
        return $this->once(
            ChooseSite::class,
            fn () => new ChooseSite($this->site_identity(), $this->disconnect(), $this->rows(), $this->journal())
        );
    }

    public function copy_warning(): CopyWarning
    {
        return $this->once(
            CopyWarning::class,
            fn () => new CopyWarning($this->contract(), $this->settings(), $this->site_identity())
        );
    }

    public function explain(): Explain
    {
        return $this->once(
            Explain::class,
            fn () => new Explain($this->contract(), new ErrorDetail($this->contract()), $this->messages())
        );
    }
}
