<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Closure;
use Wkpbic\Conformance\Conformance;
use Wkpbic\Conformance\StoredSecrets;
use Wkpbic\Conformance\Translations;
use Wkpbic\Extension\Api;
use Wkpbic\Extension\CheckContext;
use Wkpbic\Extension\Declarations;
use Wkpbic\Extension\Events;
use Wkpbic\Extension\Extensions;
use Wkpbic\Extension\Field;
use Wkpbic\Extension\Listeners;
use Wkpbic\Extension\Problems;
use Wkpbic\Extension\RunChecks;
use Wkpbic\Extension\Values;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ExtensionValues;

/** What other plugins add to the set-up. Part of Services. */
trait ExtensionServices
{
    public function extensions(): Extensions
    {
        return $this->once(
            Extensions::class,
            fn () => new Extensions($this->contract(), $this->extension_problems(), $this->listeners())
        );
    }

    /** Asks all plugins once more: another registry, with problems of its own. */
    public function fresh_extensions(): Extensions
    {
        $problems = new Problems();
        return new Extensions($this->contract(), $problems, new Listeners($problems));
    }

    public function extension_problems(): Problems
    {
        return $this->once(Problems::class, static fn () => new Problems());
    }

    public function listeners(): Listeners
    {
        return $this->once(Listeners::class, fn () => new Listeners($this->extension_problems()));
    }

    public function events_for_extensions(): Events
    {
        return $this->once(Events::class, fn () => new Events($this->listeners(), $this->clock));
    }

    public function declarations(): Declarations
    {
        return $this->once(
            Declarations::class,
            fn () => new Declarations($this->extensions(), $this->listeners(), $this->extension_problems())
        );
    }

    public function stored_extension_values(): ExtensionValues
    {
        return $this->once(ExtensionValues::class, fn () => new ExtensionValues($this->rows(), $this->cipher(), $this->clock));
    }

    public function extension_values(): Values
    {
        return $this->once(
            Values::class,
            fn () => new Values($this->extensions(), $this->stored_extension_values(), $this->journal())
        );
    }

    public function extension_checks(): RunChecks
    {
        return $this->once(RunChecks::class, fn () => new RunChecks(
            $this->contract(),
            $this->extensions(),
            $this->listeners(),
            $this->extension_problems(),
            fn (): CheckContext => new CheckContext(
                $this->token_broker()->state()->state,
                $this->extension_values()->setting(...),
                $this->api()->power_bi_request(...)
            )
        ));
    }

    public function conformance(): Conformance
    {
        return $this->once(Conformance::class, fn () => new Conformance(
            $this->contract(),
            $this->messages(),
            new Translations(),
            new StoredSecrets([
                $this->client_secret()->read(...),
                $this->password()->read(...),
                fn (): ?Secret => $this->tokens()->read()?->access_token,
                fn (): ?Secret => $this->tokens()->read()?->refresh_token,
                ...array_map(
                    fn (Field $field): Closure => fn (): ?Secret => $this->extension_values()->secret($field->id),
                    array_values($this->extensions()->parts()->fields())
                ),
            ])
        ));
    }

    public function api(): Api
    {
        return $this->once(Api::class, fn () => new Api(
            $this->extension_values(),
            $this->extension_problems(),
            $this->token_broker(),
            $this->power_bi_request(),
            $this->messages(),
            fn (): bool => $this->capability()->held() || wp_doing_cron() || (defined('WP_CLI') && WP_CLI)
        ));
    }
}
