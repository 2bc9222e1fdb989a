<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\Http;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\Settings;

/**
 * Whether this server reaches Power BI's REST host. It asks without a token, so a refusal is what is expected.
 */
final class PowerBiHostProbe implements Probe
{
    public const ID = 'power_bi_host';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly Endpoints $endpoints,
        private readonly Http $http
    ) {
    }

    public function ids(): array
    {
        return [self::ID];
    }

    public function run(): array
    {
        $cloud = $this->settings->value('cloud');
        try {
            $evidence = ['host' => $this->contract->cloud($cloud)['api_host']];
            $answer = $this->http->get_public($this->endpoints->power_bi($cloud, '/groups'));
        } catch (Failure $failure) {
            $is_down = 'microsoft_unreachable' === $failure->error_code || 'transient' !== $this->contract->failure_class($failure->error_code);
            return [
                $is_down
                    ? ProbeResult::failed(self::ID, $failure, $evidence ?? [])
                    : ProbeResult::unknown(self::ID, $failure, $evidence ?? []),
            ];
        }
        return [ProbeResult::passed(self::ID, $evidence + ['status' => $answer->status])];
    }
}
