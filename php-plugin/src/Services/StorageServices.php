<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Security\Cipher;
use Wkpbic\Security\EncryptionKey;
use Wkpbic\Security\KeyRing;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Flag;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Rekey;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;
use Wkpbic\Storage\Tokens;

/** What is kept, and how secrets are sealed. Part of Services. */
trait StorageServices
{
    public function cipher(): Cipher
    {
        return $this->once(Cipher::class, fn () => new Cipher(new KeyRing(
            static fn (): Secret => new Secret(wp_salt('auth') . wp_salt('secure_auth')),
            // An empty key is not "no key": it is refused as too short, or the salts would be used behind the owner's back.
            static fn (): ?Secret => defined(EncryptionKey::CONSTANT) ? new Secret((string) constant(EncryptionKey::CONSTANT)) : null,
            fn (): ?Secret => $this->secret_constant(EncryptionKey::PREVIOUS_CONSTANT)
        )));
    }

    public function rows(): OptionRows
    {
        return $this->once(OptionRows::class, static fn () => new OptionRows($GLOBALS['wpdb']));
    }

    public function settings(): Settings
    {
        return $this->once(Settings::class, fn () => new Settings($this->rows(), $this->contract(), $this->constant(...)));
    }

    public function client_secret(): ClientSecret
    {
        return $this->once(ClientSecret::class, fn () => new ClientSecret(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            fn (): ?Secret => $this->secret_constant($this->contract()->fields()['client_secret']['constant'])
        ));
    }

    public function password(): Password
    {
        return $this->once(Password::class, fn () => new Password(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            fn (): ?Secret => $this->secret_constant($this->contract()->fields()['password']['constant'])
        ));
    }

    public function rekey(): Rekey
    {
        return $this->once(Rekey::class, fn () => new Rekey(
            $this->rows(),
            $this->cipher(),
            $this->stored_extension_values(),
            $this->refresh_lock(),
            $this->clock,
            $this->journal()
        ));
    }

    public function flag(): Flag
    {
        return $this->once(Flag::class, static fn () => new Flag());
    }

    public function site_identity(): SiteIdentity
    {
        return $this->once(SiteIdentity::class, fn () => new SiteIdentity(
            $this->rows(),
            $this->flag(),
            static fn (): string => (string) get_option('home'),
            static fn (): string => DB_NAME . ' ' . $GLOBALS['wpdb']->prefix
        ));
    }

    public function tokens(): Tokens
    {
        return $this->once(
            Tokens::class,
            fn () => new Tokens($this->rows(), $this->cipher(), $this->clock, $this->settings())
        );
    }

    public function last_failure(): LastFailure
    {
        return $this->once(LastFailure::class, fn () => new LastFailure($this->rows(), $this->clock, $this->flag()));
    }

    public function sign_in_results(): SignInResults
    {
        return $this->once(SignInResults::class, fn () => new SignInResults($this->rows(), $this->clock));
    }

    public function sign_in_attempts(): SignInAttempts
    {
        return $this->once(SignInAttempts::class, fn () => new SignInAttempts(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            $this->contract()->limit('sign_in_attempt_seconds')
        ));
    }

    public function sign_in_cookie(): SignInCookie
    {
        return $this->once(
            SignInCookie::class,
            fn () => new SignInCookie($this->clock, $this->contract()->limit('sign_in_attempt_seconds'))
        );
    }
}
