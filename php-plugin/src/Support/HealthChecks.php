<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Contract;
use Wkpbic\Cron;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\ConnectionState;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Security\KeyOrigin;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Setup\CopyWarning;
use Wkpbic\Setup\ExpiryReminder;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\Tokens;

/**
 * The checks that need nobody but this site: how the connection stands, the secret's expiry, the encryption key, the schedule. None
 * calls anybody or changes anything.
 */
final class HealthChecks
{
    public const CONNECTION = 'connection';
    public const SECRET_EXPIRY = ExpiryReminder::ID;
    public const ENCRYPTION_KEY = 'encryption_key';
    public const CRON = 'cron';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly Password $password,
        private readonly Tokens $tokens,
        private readonly TokenBroker $broker,
        private readonly SiteIdentity $site,
        private readonly CopyWarning $copy_warning,
        private readonly KeyOrigin $key_origin,
        private readonly ExpiryReminder $reminder,
        private readonly Cron $cron
    ) {
    }

    /**
     * @return list<ProbeResult>
     */
    public function all(): array
    {
        return [$this->connection(), $this->secret_expiry(), $this->encryption_key(), $this->cron()];
    }

    /** Evidence: the state, the way of signing in, since when. */
    public function connection(): ProbeResult
    {
        $problem = $this->site->problem();
        if (null !== $problem) {
            return ProbeResult::failed(self::CONNECTION, $problem);
        }
        $state = $this->broker->state();
        $evidence = ['state' => $state->state, 'method' => $state->method, 'connected_at' => $state->connected_at];
        $warning = $this->copy_warning->failure();
        if (null !== $warning) {
            return ProbeResult::unknown(self::CONNECTION, $warning, $evidence);
        }
        return match ($state->state) {
            ConnectionState::CONNECTED => ProbeResult::passed(self::CONNECTION, $evidence),
            ConnectionState::NOT_CONNECTED => ProbeResult::unknown(self::CONNECTION, $this->missing(), $evidence),
            default => ProbeResult::failed(
                self::CONNECTION,
                $this->unreadable($this->tokens) ?? $this->last_failure($state) ?? new Failure('interaction_required'),
                $evidence
            ),
        };
    }

    public function secret_expiry(): ProbeResult
    {
        return $this->reminder->check();
    }

    /** Evidence: where the key comes from. */
    public function encryption_key(): ProbeResult
    {
        $origin = $this->key_origin->word();
        $evidence = ['origin' => $origin];
        if (KeyOrigin::UNAVAILABLE === $origin) {
            return ProbeResult::failed(self::ENCRYPTION_KEY, new Failure('encryption_unavailable'), $evidence);
        }
        foreach ([$this->client_secret, $this->password, $this->tokens] as $stored) {
            $failure = $this->unreadable($stored);
            if (null !== $failure) {
                return ProbeResult::failed(self::ENCRYPTION_KEY, $failure, $evidence);
            }
        }
        return KeyOrigin::DATABASE === $origin
            ? ProbeResult::unknown(self::ENCRYPTION_KEY, new Failure('encryption_key_in_database'), $evidence)
            : ProbeResult::passed(self::ENCRYPTION_KEY, $evidence);
    }

    /** Evidence: when the first job is due, as Unix time. */
    public function cron(): ProbeResult
    {
        $next = array_map($this->cron->next(...), array_combine(array_keys(Cron::EVENTS), array_keys(Cron::EVENTS)));
        if (in_array(null, $next, true)) {
            return ProbeResult::failed(self::CRON, new Failure('cron_missing'));
        }
        $evidence = ['next' => min($next)];
        $late = $this->cron->seconds_late();
        return $late >= Cron::LATE_SECONDS
            ? ProbeResult::failed(self::CRON, new Failure('cron_late', null, ['hours' => intdiv($late, 3600)]), $evidence)
            : ProbeResult::passed(self::CRON, $evidence);
    }

    /** What nobody has done yet. */
    private function missing(): Failure
    {
        foreach (['client_id', 'tenant_id'] as $field) {
            if ('' === $this->settings->value($field)) {
                return new Failure('setup_incomplete', $field, ['field' => $field]);
            }
        }
        return $this->client_secret->has_value()
            ? new Failure('not_connected')
            : new Failure('setup_incomplete', 'client_secret', ['field' => 'client_secret']);
    }

    private function last_failure(ConnectionState $state): ?Failure
    {
        $last = $state->last_failure;
        return null !== $last && $this->contract->has_error($last['code']) ? new Failure($last['code'], null, $last['params']) : null;
    }

    private function unreadable(ClientSecret|Password|Tokens $stored): ?Failure
    {
        try {
            $stored->read();
        } catch (Failure $failure) {
            return $failure;
        }
        return null;
    }
}
