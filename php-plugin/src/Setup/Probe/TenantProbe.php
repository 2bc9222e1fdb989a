<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\DiscoveredTenant;
use Wkpbic\Microsoft\DiscoveryReader;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\Http;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\Settings;
use Wkpbic\Validation\Verdict;

/**
 * Whether the directory exists, by its discovery document, which also turns a domain into the GUID and names the cloud.
 *
 * It proves that the directory exists, not that it is the person's own. A directory that the login host does not know is looked
 * for at those of the other clouds.
 */
final class TenantProbe implements Probe
{
    public const ID = 'tenant_discovered';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly Endpoints $endpoints,
        private readonly Http $http,
        private readonly DiscoveryReader $reader,
        private readonly ErrorDetail $errors
    ) {
    }

    public function ids(): array
    {
        return [self::ID];
    }

    public function run(): array
    {
        $chosen = $this->settings->value('cloud');
        $tenant = $this->settings->value('tenant_id');
        if ('' === $tenant) {
            return [ProbeResult::skipped(self::ID, new Failure('setup_incomplete', 'tenant_id', ['field' => 'tenant_id']))];
        }
        try {
            return [$this->judge($this->discover($chosen, $tenant))];
        } catch (Failure $failure) {
            $found = in_array($failure->error_code, ['tenant_unknown', 'cloud_wrong'], true) ? $this->elsewhere($chosen, $tenant) : null;
            return [match (true) {
                null !== $found => ProbeResult::failed(
                    self::ID,
                    new Failure('discovery_cloud_differs', 'cloud', ['chosen' => $chosen, 'found' => (string) $found->cloud]),
                    ['tenant_id' => $found->tenant_id, 'cloud' => $found->cloud]
                ),
                'transient' === $this->contract->failure_class($failure->error_code) => ProbeResult::unknown(self::ID, $failure),
                default => ProbeResult::failed(self::ID, $failure),
            }];
        }
    }

    private function judge(DiscoveredTenant $found): ProbeResult
    {
        $evidence = ['tenant_id' => $found->tenant_id, 'cloud' => $found->cloud];
        $failure = new Failure($found->verdict->code, 'cloud', $found->verdict->params);
        return match ($found->verdict->level) {
            Verdict::OK => ProbeResult::passed(self::ID, $evidence),
            // Microsoft does not document how the names are to be compared.
            Verdict::HINT => ProbeResult::unknown(self::ID, $failure, $evidence),
            default => ProbeResult::failed(self::ID, $failure, $evidence),
        };
    }

    /**
     * @throws Failure tenant_unknown and others of the token endpoint's kind, microsoft_*
     */
    private function discover(string $cloud, string $tenant): DiscoveredTenant
    {
        $answer = $this->http->get_public($this->endpoints->discovery($cloud, $tenant));
        $json = $answer->json();
        if (200 === $answer->status) {
            return $this->reader->read($json, $cloud);
        }
        throw is_string($json['error'] ?? null)
            ? $this->errors->from_token_endpoint($json, [])
            : new Failure('microsoft_unreadable_answer');
    }

    /** The directory at the login host of another cloud, or null. */
    private function elsewhere(string $chosen, string $tenant): ?DiscoveredTenant
    {
        $asked = [$this->contract->cloud($chosen)['login_host']];
        foreach ($this->contract->clouds() as $cloud => $row) {
            if (in_array($row['login_host'], $asked, true)) {
                continue;
            }
            $asked[] = $row['login_host'];
            try {
                $found = $this->discover($cloud, $tenant);
            } catch (Failure) {
                continue;
            }
            if (null !== $found->tenant_id && null !== $found->cloud) {
                return $found;
            }
        }
        return null;
    }
}
