<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Settings;

/**
 * Whether Microsoft knows the app and takes its secret: a token for the app itself, which is thrown away.
 */
final class AppTokenProbe implements Probe
{
    public const ID = 'app_token_issued';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly TokenClient $client
    ) {
    }

    public function ids(): array
    {
        return [self::ID];
    }

    public function run(): array
    {
        $missing = match (true) {
            '' === $this->settings->value('client_id') => 'client_id',
            '' === $this->settings->value('tenant_id') => 'tenant_id',
            !$this->client_secret->has_value() => 'client_secret',
            default => null,
        };
        if (null !== $missing) {
            return [ProbeResult::skipped(self::ID, new Failure('setup_incomplete', $missing, ['field' => $missing]))];
        }
        try {
            $this->client->client_credentials();
        } catch (Failure $failure) {
            return [
                'transient' === $this->contract->failure_class($failure->error_code)
                    ? ProbeResult::unknown(self::ID, $failure)
                    : ProbeResult::failed(self::ID, $failure),
            ];
        }
        return [ProbeResult::passed(self::ID, ['client_id' => $this->settings->value('client_id')])];
    }
}
