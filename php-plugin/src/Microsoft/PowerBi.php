<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\Settings;

/**
 * Asks Power BI. Calls no WordPress function.
 */
final class PowerBi
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly TokenBroker $broker,
        private readonly Endpoints $endpoints,
        private readonly Http $http
    ) {
    }

    /**
     * The workspaces that the connected account may use.
     *
     * @return list<array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}>
     * @throws Failure power_bi_*, microsoft_*, and whatever getting a token gives.
     */
    public function groups(): array
    {
        $url = $this->endpoints->power_bi($this->settings->value('cloud'), '/groups');
        $answer = $this->http->get($url, $this->broker->access_token());
        if (200 !== $answer->status) {
            throw $this->refusal($answer);
        }
        $groups = $answer->json()['value'] ?? null;
        if (!is_array($groups) || !array_is_list($groups)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return array_map([self::class, 'group'], $groups);
    }

    /**
     * @return array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}
     * @throws Failure microsoft_unreadable_answer
     */
    private static function group(mixed $group): array
    {
        if (!is_array($group) || !is_string($group['id'] ?? null) || !is_string($group['name'] ?? null)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return [
            'id' => $group['id'],
            'name' => $group['name'],
            'is_read_only' => true === ($group['isReadOnly'] ?? null),
            'is_on_dedicated_capacity' => true === ($group['isOnDedicatedCapacity'] ?? null),
        ];
    }

    /**
     * Power BI says why in the body, in a header, or not at all; then the status is all there is.
     */
    private function refusal(HttpAnswer $answer): Failure
    {
        $json = $answer->json_or_null() ?? [];
        $said = is_array($json['error'] ?? null) && is_string($json['error']['code'] ?? null)
            ? $json['error']['code']
            : $answer->header('X-PowerBI-Error-Info');
        $code = $this->contract->code_for_power_bi_error($said)
            ?? (is_string($json['Message'] ?? null) ? $this->contract->code_for_phrase($json['Message']) : null)
            ?? $this->contract->code_for_power_bi_status($answer->status);
        return null === $code ? new Failure('power_bi_unknown', null, ['status' => $answer->status]) : new Failure($code);
    }
}
