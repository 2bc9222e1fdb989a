<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Validation\FieldValidator;

/**
 * The addresses that PHP itself calls. Hosts come from the contract's cloud table and from nowhere else.
 *
 * Addresses that a browser is sent to are spelled by the Rust core only. Calls no WordPress function.
 */
final class Endpoints
{
    public function __construct(
        private readonly Contract $contract,
        private readonly FieldValidator $validator,
        private readonly DevelopmentOverride $override
    ) {
    }

    /**
     * The token endpoint of a tenant.
     *
     * @param string $tenant Directory GUID or domain; checked again, since it becomes part of an address.
     * @throws Failure tenant_id_invalid, cloud_unknown
     */
    public function token(string $cloud, string $tenant): string
    {
        return $this->login($cloud, $tenant) . '/oauth2/v2.0/token';
    }

    /**
     * The discovery document of a tenant (OpenID Connect Discovery section 4).
     *
     * @throws Failure tenant_id_invalid, cloud_unknown
     */
    public function discovery(string $cloud, string $tenant): string
    {
        return $this->login($cloud, $tenant) . '/v2.0/.well-known/openid-configuration';
    }

    /**
     * The keys with which a tenant's ID tokens are signed.
     *
     * @throws Failure tenant_id_invalid, cloud_unknown
     */
    public function signing_keys(string $cloud, string $tenant): string
    {
        return $this->login($cloud, $tenant) . '/discovery/v2.0/keys';
    }

    /**
     * The discovery document that every login host has, whatever the tenant.
     *
     * @throws Failure cloud_unknown
     */
    public function shared_discovery(string $cloud): string
    {
        $word = current($this->contract->discovery()['shared_issuers']);
        return $this->base($this->contract->cloud($cloud)['login_host']) . "/$word/v2.0/.well-known/openid-configuration";
    }

    /**
     * Whether an address that a browser brought is the authorize endpoint of that tenant, up to its query.
     *
     * @throws Failure tenant_id_invalid, cloud_unknown
     */
    public function is_authorize(string $url, string $cloud, string $tenant): bool
    {
        return str_starts_with($url, $this->login($cloud, $tenant) . $this->contract->authorize()['path'] . '?');
    }

    /**
     * An address of the Power BI REST interface.
     *
     * @param string $path Path below /v1.0/myorg, with its slash, such as '/groups'.
     * @throws Failure cloud_unknown
     */
    public function power_bi(string $cloud, string $path): string
    {
        return $this->base($this->contract->cloud($cloud)['api_host']) . '/v1.0/myorg' . $path;
    }

    /**
     * @throws Failure tenant_id_invalid, cloud_unknown
     */
    private function login(string $cloud, string $tenant): string
    {
        if (!$this->validator->is_guid_or_domain($tenant)) {
            throw new Failure('tenant_id_invalid', 'tenant_id');
        }
        return $this->base($this->contract->cloud($cloud)['login_host']) . '/' . $tenant;
    }

    private function base(string $host): string
    {
        $stand_in = $this->override->url();
        return null === $stand_in ? "https://$host" : "$stand_in/$host";
    }
}
