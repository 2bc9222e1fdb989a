<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Extension\Values;
use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\RoleMatrix;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;
use Wkpbic\Storage\Tokens;

/**
 * Everything the wizard may know about the set-up. Secrets are told of by a date, never by any part of them.
 */
final class SetupReport
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly Password $password,
        private readonly Tokens $tokens,
        private readonly TokenBroker $broker,
        private readonly SignInResults $results,
        private readonly Scorecard $scorecard,
        private readonly ExpiryReminder $expiry,
        private readonly RoleMatrix $roles,
        private readonly Cipher $cipher,
        private readonly SiteIdentity $site,
        private readonly CopyWarning $copy_warning,
        private readonly DevelopmentOverride $override,
        private readonly Values $extension_values
    ) {
    }

    /**
     * Times are Unix seconds.
     *
     * @return array{contract_hash: string, fields: array<string, array<string, mixed>>, connection: array<string, mixed>,
     *               sign_in: array<string, mixed>|null, claims: object, evidence: list<array<string, mixed>>,
     *               progress: array<string, mixed>, expiry: array<string, mixed>|null, site: array<string, mixed>|null,
     *               may_change_roles: bool, problems: list<array{code: string, params: object}>,
     *               extensions: array{fields: object}}
     */
    public function for_user(int $user_id): array
    {
        $unreadable = $this->unreadable();
        return [
            'contract_hash' => $this->contract->hash(),
            'fields' => $this->fields(),
            'connection' => $this->connection(),
            'sign_in' => $this->sign_in($user_id),
            ...$this->scorecard->to_array(),
            'expiry' => $this->expiry(),
            'site' => $this->site_question(),
            'may_change_roles' => $this->roles->may_change(),
            'problems' => $this->problems($unreadable),
            'extensions' => ['fields' => (object) $this->extension_values->report()],
        ];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    private function fields(): array
    {
        $values = $this->settings->values();
        $secrets = ['client_secret' => $this->client_secret, 'password' => $this->password];
        $fields = [];
        foreach ($this->contract->fields() as $field => $row) {
            $locked = ['locked' => $this->settings->is_locked($field)];
            $fields[$field] = $row['secret']
                ? ['has_value' => $secrets[$field]->has_value(), 'stored_at' => $secrets[$field]->stored_at()] + $locked
                : ['value' => $values[$field]] + $locked;
        }
        return $fields;
    }

    /**
     * @return array{state: string, username: string|null, connected_at: int|null, access_token_expires_at: int|null,
     *               refresh_at: int|null, last_failure: array<string, mixed>|null}
     */
    private function connection(): array
    {
        $state = $this->broker->state();
        $last = $state->last_failure;
        return [
            'state' => $state->state,
            'username' => $state->username,
            'connected_at' => $state->connected_at,
            'access_token_expires_at' => $state->access_token_expires_at,
            'refresh_at' => $state->refresh_at,
            'last_failure' => null === $last ? null : [
                'code' => $last['code'], 'params' => (object) $last['params'], 'at' => $last['at'], 'retry_at' => $last['retry_at'],
            ],
        ];
    }

    /**
     * @return array<string, mixed>|null
     */
    private function sign_in(int $user_id): ?array
    {
        $result = $this->results->read($user_id);
        if (null === $result) {
            return null;
        }
        unset($result['attempt']);
        return ['params' => (object) $result['params']] + $result;
    }

    /**
     * When the client secret ends.
     *
     * @return array{expires_on: string, days_left: int, stage: string, code: string|null, params: object}|null Null when there is no
     *         secret, or nobody has said the day; `code` is what to say about it.
     */
    private function expiry(): ?array
    {
        $check = $this->expiry->check();
        return [] === $check->evidence ? null : $check->evidence + ['code' => $check->code, 'params' => (object) $check->params];
    }

    /**
     * @return array{code: string, params: object, choices: list<string>}|null Null when nobody has to say which site this is.
     */
    private function site_question(): ?array
    {
        $problem = $this->site->problem();
        return null === $problem
            ? null
            : ['code' => $problem->error_code, 'params' => (object) $problem->params, 'choices' => ChooseSite::CHOICES];
    }

    /**
     * What is stored but does not open.
     *
     * @return array{client_secret: string|null, password: string|null, tokens: string|null} Error codes.
     */
    private function unreadable(): array
    {
        $codes = [];
        foreach (['client_secret' => $this->client_secret, 'password' => $this->password, 'tokens' => $this->tokens] as $name => $stored) {
            try {
                $stored->read();
                $codes[$name] = null;
            } catch (Failure $failure) {
                $codes[$name] = $failure->error_code;
            }
        }
        return $codes;
    }

    /**
     * @param array<string, string|null> $unreadable
     * @return list<array{code: string, params: object}>
     */
    private function problems(array $unreadable): array
    {
        $codes = array_filter(array_values($unreadable));
        if (!$this->cipher->is_available()) {
            $codes[] = 'encryption_unavailable';
        }
        if ($this->override->is_refused()) {
            $codes[] = 'development_url_refused';
        }
        $site = $this->site->problem() ?? $this->copy_warning->failure();
        return [
            ...(null === $site ? [] : [['code' => $site->error_code, 'params' => (object) $site->params]]),
            ...array_map(
                static fn (string $code): array => ['code' => $code, 'params' => (object) []],
                array_values(array_unique($codes))
            ),
        ];
    }
}
