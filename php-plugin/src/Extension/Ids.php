<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Wkpbic\Contract;

/**
 * Names of parts. Calls no WordPress function.
 */
final class Ids
{
    /** Whether an id has the form of those of other plugins, `plugin/name`, and is none of ours. */
    public static function is_foreign(string $id, Contract $contract): bool
    {
        $extensions = $contract->extensions();
        return strlen($id) <= $contract->limit('extension_id_chars')
            && 1 === preg_match("~\A(?:{$extensions['id_pattern']})\z~", $id)
            && !str_starts_with($id, $extensions['own_prefix'] . '/');
    }

    /** Whether an id names one of the wizard's own steps. */
    public static function is_own_step(string $id, Contract $contract): bool
    {
        return in_array($id, $contract->extensions()['own_steps'], true);
    }
}
