<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Validation\Verdict;

/**
 * Reads a tenant's OpenID discovery document: which directory a domain stands for, and in which cloud it lives.
 *
 * All names come from the contract; the core's discovery.rs reads in the same way, and tests/vectors/discovery.json holds both
 * to one truth. Calls no WordPress function.
 */
final class DiscoveryReader
{
    private const MAX_VALUE_CHARS = 80;

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @param array<string, mixed> $document As it was fetched from the login host of the chosen cloud.
     * @param string $chosen A cloud of the contract.
     */
    public function read(array $document, string $chosen): DiscoveredTenant
    {
        [$host, $tenant] = $this->issuer(self::text($document, 'issuer') ?? '') ?? ['', ''];
        if ('' === $host) {
            return new DiscoveredTenant(null, null, new Verdict(Verdict::ERROR, 'discovery_issuer_unreadable'));
        }
        $word = $this->contract->discovery()['shared_issuers'][strtolower($tenant)] ?? null;
        if (null !== $word) {
            return new DiscoveredTenant(null, null, new Verdict(Verdict::ERROR, 'tenant_id_shared_endpoint', ['value' => $word]));
        }
        if (1 !== preg_match('/\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z/', $tenant)) {
            return new DiscoveredTenant(null, null, new Verdict(Verdict::ERROR, 'discovery_issuer_unreadable'));
        }
        [$cloud, $verdict] = $this->compare_cloud($document, $host, $chosen);
        return new DiscoveredTenant(strtolower($tenant), $cloud, $verdict);
    }

    /**
     * @return array{string, string}|null Host and tenant of an issuer whose host belongs to one of the clouds.
     */
    private function issuer(string $issuer): ?array
    {
        if (1 !== preg_match('#\Ahttps://([^/]*)/([^/]*)(?:/(?:v2\.0/?)?)?\z#', $issuer, $part)) {
            return null;
        }
        $is_ours = array_filter($this->contract->clouds(), static fn (array $cloud): bool => self::signs_in_at($cloud, $part[1]));
        return [] === $is_ours ? null : [$part[1], $part[2]];
    }

    /**
     * @param array<string, mixed> $document
     * @return array{string|null, Verdict}
     */
    private function compare_cloud(array $document, string $host, string $chosen): array
    {
        $instance = self::text($document, 'cloud_instance_name');
        $mark = self::text($document, 'tenant_region_sub_scope');
        $scope = self::text($document, 'tenant_region_scope') ?? '';
        // US Government at the public instance: nothing but GCC signs in there.
        $is_government = self::equal($scope, $this->contract->discovery()['government_scope']);

        $candidates = array_filter($this->contract->clouds(), static fn (array $cloud): bool => null === $instance
            ? self::signs_in_at($cloud, $host)
            : self::equal($cloud['instance_name'], $instance));
        if ([] === $candidates) {
            $value = mb_substr((string) $instance, 0, self::MAX_VALUE_CHARS, 'UTF-8');
            return [null, new Verdict(Verdict::WARN, 'discovery_cloud_unknown', ['value' => $value])];
        }
        $marked = array_filter($candidates, static fn (array $cloud): bool => null === $mark
            ? (null !== $cloud['region_sub_scope']) === $is_government
            : self::equal((string) $cloud['region_sub_scope'], $mark));
        $own = isset($candidates[$chosen]) ? $chosen : null;
        $first = (string) array_key_first($candidates);
        // Where no mark decides between two clouds of one instance, the person's own choice is as good as any.
        $is_undecided = [] === $marked || (null === $mark && null !== $candidates[$first]['region_sub_scope']);
        $found = ($is_undecided ? $own : null) ?? array_key_first($marked) ?? $first;
        if ($found === $chosen) {
            return [$found, new Verdict()];
        }
        $level = null !== $own && null === $mark ? Verdict::HINT : Verdict::WARN;
        return [$found, new Verdict($level, 'discovery_cloud_differs', ['chosen' => $chosen, 'found' => $found])];
    }

    /**
     * @param array<string, mixed> $cloud
     */
    private static function signs_in_at(array $cloud, string $host): bool
    {
        return in_array(strtolower($host), [$cloud['login_host'], ...$cloud['login_host_aliases']], true);
    }

    /**
     * A member that is a text and not empty.
     *
     * @param array<string, mixed> $document
     */
    private static function text(array $document, string $member): ?string
    {
        $value = $document[$member] ?? null;
        return is_string($value) && '' !== $value ? $value : null;
    }

    private static function equal(string $one, string $other): bool
    {
        return strtolower($one) === strtolower($other);
    }
}
