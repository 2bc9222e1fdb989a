<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\Http;
use Wkpbic\Microsoft\HttpAnswer;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\Settings;

/**
 * Whether the redirect URI is registered: Microsoft is asked to sign in without showing a page (`prompt=none`). It sends the
 * browser back to a registered address, and shows a page of its own where the address is unknown.
 *
 * Best effort: Microsoft documents neither for a server that asks. Whatever is not one of the two is "cannot tell".
 *
 * The address is spelled by the core in the browser; here it is only recognised. Without a browser there is none.
 */
final class RedirectUriProbe implements Probe
{
    public const ID = 'redirect_uri_answered';

    private const MAX_BYTES = 8192;

    /**
     * @param string $redirect_uri The address of this site that is to be registered.
     * @param string|null $authorize_url As the browser brought it, or null.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly Endpoints $endpoints,
        private readonly Http $http,
        private readonly string $redirect_uri,
        private readonly ?string $authorize_url
    ) {
    }

    public function ids(): array
    {
        return [self::ID];
    }

    /**
     * Refuses an address that does not ask in silence for this app, this directory and this site.
     *
     * @throws Failure sign_in_malformed, setup_incomplete
     */
    public function require_own_address(): void
    {
        if (null === $this->authorize_url) {
            return;
        }
        $values = $this->settings->values();
        foreach (['client_id', 'tenant_id'] as $field) {
            if ('' === $values[$field]) {
                throw new Failure('setup_incomplete', $field, ['field' => $field]);
            }
        }
        $shape = $this->contract->authorize();
        $query = $this->query() ?? [];
        $is_own = $this->endpoints->is_authorize($this->authorize_url, $values['cloud'], $values['tenant_id'])
            && [] === array_diff(array_keys($query), $shape['parameters'])
            && 0 === strcasecmp($query['client_id'] ?? '', $values['client_id'])
            && $this->redirect_uri === ($query['redirect_uri'] ?? null)
            && $shape['silent_prompt'] === ($query['prompt'] ?? null);
        if (!$is_own) {
            throw new Failure('sign_in_malformed', 'authorize_url', ['field' => 'authorize_url']);
        }
    }

    public function run(): array
    {
        if (null === $this->authorize_url) {
            return [ProbeResult::skipped(self::ID)];
        }
        $evidence = ['redirect_uri' => $this->redirect_uri, 'best_effort' => true];
        try {
            return [$this->judge($this->http->get_public($this->authorize_url, 'text/html'), $evidence)];
        } catch (Failure $failure) {
            return [ProbeResult::unknown(self::ID, $failure, $evidence)];
        }
    }

    /**
     * @param array<string, scalar> $evidence
     */
    private function judge(HttpAnswer $answer, array $evidence): ProbeResult
    {
        $evidence['status'] = $answer->status;
        if (in_array($answer->status, [302, 303, 307], true)) {
            // RFC 6749 section 3.1.2: the answer is appended to the query that the address has.
            $is_here = str_starts_with($answer->header('Location'), $this->redirect_uri . (str_contains($this->redirect_uri, '?') ? '&' : '?'));
            return $is_here ? ProbeResult::passed(self::ID, $evidence) : $this->unproved($evidence);
        }
        foreach ($answer->aadsts_numbers() as $number) {
            $code = $this->contract->code_for_aadsts($number);
            if (null !== $code) {
                $evidence['aadsts'] = $number;
                return str_starts_with($code, 'redirect_uri_')
                    ? ProbeResult::failed(self::ID, new Failure($code), $evidence)
                    : ProbeResult::unknown(self::ID, new Failure($code), $evidence);
            }
        }
        return $this->unproved($evidence);
    }

    /**
     * @param array<string, scalar> $evidence
     */
    private function unproved(array $evidence): ProbeResult
    {
        return ProbeResult::unknown(self::ID, new Failure('redirect_uri_unproved'), $evidence);
    }

    /**
     * @return array<string, string>|null Null when the address is no plain text, or a parameter comes twice.
     */
    private function query(): ?array
    {
        $url = (string) $this->authorize_url;
        if (strlen($url) > self::MAX_BYTES || 1 !== preg_match('/\A[!-~]+\z/', $url) || str_contains($url, '#')) {
            return null;
        }
        $pairs = [];
        foreach (explode('&', explode('?', $url, 2)[1] ?? '') as $pair) {
            [$name, $value] = explode('=', $pair, 2) + ['', ''];
            if (isset($pairs[$name])) {
                return null;
            }
            $pairs[$name] = rawurldecode($value);
        }
        return $pairs;
    }
}
