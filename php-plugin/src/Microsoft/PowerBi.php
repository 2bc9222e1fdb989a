<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\Settings;

/**
 * Asks Power BI. Calls no WordPress function.
 */
final class PowerBi
{
    /** What somebody may be in a workspace, the mightiest first ("Roles in workspaces in Power BI"). */
    public const ROLES = ['Admin', 'Member', 'Contributor', 'Viewer'];

    /** The role that may look and not write. */
    public const READ_ONLY_ROLE = 'Viewer';

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
        $answer = $this->send('GET', '/groups');
        if (200 !== $answer->status) {
            throw self::refusal($this->contract, $answer);
        }
        $groups = $answer->json()['value'] ?? null;
        if (!is_array($groups) || !array_is_list($groups)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        $read = [];
        foreach ($groups as $group) { // Not array_map, whose arguments an exception would carry.
            $read[] = self::group($group);
        }
        return $read;
    }

    /**
     * Sends a request with the connection's token and, where Power BI refuses that one, once more with another.
     *
     * @param string $path As Endpoints::power_bi() takes it; the caller answers for it.
     * @param string|null $body JSON.
     * @return HttpAnswer Also one that is no success.
     * @throws Failure microsoft_*, and whatever getting a token gives.
     */
    public function send(string $method, string $path, #[\SensitiveParameter] ?string $body = null): HttpAnswer
    {
        $url = $this->endpoints->power_bi($this->settings->value('cloud'), $path);
        $token = $this->broker->access_token();
        $answer = $this->http->send_json($method, $url, $token, $body);
        if ($this->is_token_refused($answer)) {
            $another = $this->broker->after_refusal($token);
            $answer = null === $another ? $answer : $this->http->send_json($method, $url, $another, $body);
        }
        return $answer;
    }

    private function is_token_refused(HttpAnswer $answer): bool
    {
        return $answer->status >= 400 && 'power_bi_token_refused' === self::refusal($this->contract, $answer)->error_code;
    }

    /**
     * Everybody in a workspace with their role. Groups are named and not taken apart.
     *
     * @param Secret $access_token One that is good for a while: the caller has it, so that several calls can run side by side.
     * @return list<array{role: string, kind: string, account: string}> The role is one of ROLES, the kind User, App, Group or the
     *                                                                  like; the account is in lower case.
     * @throws Failure power_bi_*, microsoft_*
     */
    public function members(string $group_id, Secret $access_token): array
    {
        if (1 !== preg_match('/\A[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\z/', $group_id)) {
            throw new Failure('microsoft_unreadable_answer'); // It becomes part of an address.
        }
        $url = $this->endpoints->power_bi($this->settings->value('cloud'), "/groups/$group_id/users");
        $answer = $this->http->get($url, $access_token);
        if (200 !== $answer->status) {
            throw self::refusal($this->contract, $answer);
        }
        $members = [];
        foreach ((array) ($answer->json()['value'] ?? null) as $row) {
            if (is_array($row) && in_array($row['groupUserAccessRight'] ?? null, self::ROLES, true)) {
                $account = $row['emailAddress'] ?? $row['identifier'] ?? '';
                $members[] = [
                    'role' => $row['groupUserAccessRight'],
                    'kind' => is_string($row['principalType'] ?? null) ? $row['principalType'] : '',
                    'account' => is_string($account) ? mb_strtolower($account, 'UTF-8') : '',
                ];
            }
        }
        return $members;
    }

    /**
     * @return array{id: string, name: string, is_read_only: bool, is_on_dedicated_capacity: bool}
     * @throws Failure microsoft_unreadable_answer
     */
    private static function group(#[\SensitiveParameter] mixed $group): array
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
     * Power BI says why in the body, in a header, or not at all; then the status is all there is, and the failure's detail names no
     * error.
     */
    public static function refusal(Contract $contract, HttpAnswer $answer): Failure
    {
        $json = $answer->json_or_null() ?? [];
        $inner = is_array($json['error'] ?? null) ? ($json['error']['code'] ?? null) : null;
        $said = is_string($inner) && '' !== $inner ? $inner : $answer->header('X-PowerBI-Error-Info');
        $phrase = is_string($json['Message'] ?? null) ? $json['Message'] : '';
        $code = $contract->code_for_power_bi_error($said)
            ?? $contract->code_for_phrase($phrase)
            ?? $contract->code_for_power_bi_status($answer->status);
        $detail = [
            'error' => self::word($said) ?? self::plain('' === $said ? $phrase : $said),
            'error_description' => '',
            'error_codes' => [],
            'trace_id' => null,
            'correlation_id' => 1 === preg_match('/\A[0-9A-Fa-f-]{8,64}\z/', $answer->header('RequestId')) ? $answer->header('RequestId') : null,
            'timestamp' => null,
        ];
        return null === $code
            ? new Failure('power_bi_unknown', null, ['status' => $answer->status], $detail)
            : new Failure($code, null, [], $detail);
    }

    /** Power BI's name for an error, such as PowerBINotAuthorizedException: no token looks so. */
    private static function word(string $text): ?string
    {
        return 1 === preg_match('/\A[A-Za-z_]{1,80}\z/', $text) ? $text : null;
    }

    /** Short plain text: what comes from Microsoft is not ours. Whatever looks like a token that was sent is cut out. */
    private static function plain(string $text): string
    {
        $text = (string) preg_replace('/[A-Za-z0-9_-]{16,}(?:\.[A-Za-z0-9_-]{8,})*/', '[redacted]', $text);
        return substr((string) preg_replace('/[^ -~]+/', ' ', $text), 0, 120);
    }
}
