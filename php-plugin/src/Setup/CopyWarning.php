<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\Settings;

/**
 * What erasing cannot do on a copied site: secrets in wp-config.php came along with it and stay usable there. Says which, until they
 * are gone or somebody has connected this site on purpose. Calls no WordPress function.
 */
final class CopyWarning
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly SiteIdentity $identity
    ) {
    }

    /** Whether failure() has to be asked, as far as can be told without a query. */
    public function may_be_due(): bool
    {
        return $this->identity->may_be_copy();
    }

    /** Null when there is nothing to warn of. */
    public function failure(): ?Failure
    {
        $constants = [];
        foreach ($this->contract->fields() as $field => $row) {
            if ($row['secret'] && $this->settings->is_locked($field)) {
                $constants[] = $row['constant'];
            }
        }
        return [] !== $constants && $this->identity->is_copy()
            ? new Failure('copy_keeps_constants', null, ['constants' => implode(', ', $constants)])
            : null;
    }
}
