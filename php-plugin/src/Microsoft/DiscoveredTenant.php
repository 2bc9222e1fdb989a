<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Validation\Verdict;

/**
 * What a tenant's discovery document says. Calls no WordPress function.
 */
final class DiscoveredTenant
{
    /**
     * @param string|null $tenant_id The directory's GUID in lower case; null where the document names none.
     * @param string|null $cloud The cloud that the tenant most likely lives in; null where its name is not known.
     * @param Verdict $verdict Error where the document cannot be used; warn or hint where the cloud is not the chosen one.
     */
    public function __construct(
        public readonly ?string $tenant_id,
        public readonly ?string $cloud,
        public readonly Verdict $verdict
    ) {
    }
}
