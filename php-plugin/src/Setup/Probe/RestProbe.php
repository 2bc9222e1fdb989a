<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\Http;
use Wkpbic\Setup\ProbeResult;

/**
 * Whether the plugin's REST addresses answer, and whether permalinks are on. Where the check itself was asked for over REST, that
 * is proof enough. Else the site calls itself, which some hosts do not let it do: then nobody can tell.
 */
final class RestProbe implements Probe
{
    public const ID = 'rest';

    /**
     * @param bool $is_rest Whether this very request came over REST.
     */
    public function __construct(private readonly Contract $contract, private readonly Http $http, private readonly bool $is_rest)
    {
    }

    public function ids(): array
    {
        return [self::ID];
    }

    public function run(): array
    {
        $permalinks = '' === (string) get_option('permalink_structure') ? 'plain' : 'pretty';
        if ($this->is_rest) {
            return [ProbeResult::passed(self::ID, ['permalinks' => $permalinks, 'by' => 'this_request'])];
        }
        $namespace = $this->contract->rest_namespace();
        $evidence = ['permalinks' => $permalinks, 'by' => 'own_call'];
        try {
            $answer = $this->http->get_public(rest_url($namespace));
        } catch (Failure $failure) {
            return [ProbeResult::unknown(self::ID, null, $evidence + $failure->params)];
        }
        $evidence['status'] = $answer->status;
        $code = match (true) {
            404 === $answer->status => 'site_rest_missing',
            in_array($answer->status, [401, 403], true) => 'site_rest_blocked',
            200 !== $answer->status, $namespace !== ($answer->json_or_null()['namespace'] ?? null) => 'site_answer_not_json',
            default => null,
        };
        return [match ($code) {
            null => ProbeResult::passed(self::ID, $evidence),
            // Some sites answer only those who are logged in, as the wizard is.
            'site_rest_blocked' => ProbeResult::unknown(self::ID, new Failure($code), $evidence),
            default => ProbeResult::failed(self::ID, new Failure($code), $evidence),
        }];
    }
}
