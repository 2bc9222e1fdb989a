<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\StoredTokens;

/**
 * Gets fresh tokens in the way that the set-up has chosen. Calls no WordPress function.
 */
final class Renewal
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly TokenClient $client,
        private readonly IdToken $id_token,
        private readonly ClientSecret $client_secret,
        private readonly Password $password
    ) {
    }

    /** delegated, ropc or service_principal. */
    public function method(): string
    {
        return $this->settings->value('sign_in_method');
    }

    /** Whether tokens can be got without a person: for the app itself, or with a password. */
    public function is_unattended(): bool
    {
        return 'delegated' !== $this->method();
    }

    /**
     * @param StoredTokens|null $old Null when there are none yet.
     * @return array{TokenAnswer, string|null} The answer and the account it is for; null for the app itself or where nobody said.
     * @throws Failure
     */
    public function renew(?StoredTokens $old): array
    {
        return match ($this->method()) {
            'service_principal' => [$this->client->client_credentials(), null],
            'ropc' => $this->by_refresh_token_or_password($old),
            default => [$this->client->refresh($old?->refresh_token ?? throw new Failure('interaction_required')), $old->username],
        };
    }

    /**
     * @return array{TokenAnswer, string|null}
     * @throws Failure
     */
    private function by_refresh_token_or_password(?StoredTokens $old): array
    {
        if (null !== $old?->refresh_token) {
            try {
                return [$this->client->refresh($old->refresh_token), $old->username];
            } catch (Failure $failure) {
                if ('interaction_required' !== self::class_of($failure, $this->contract)) {
                    throw $failure;
                }
                // The grant has ended; the password begins another.
            }
        }
        $password = $this->password->read() ?? throw new Failure('setup_incomplete', 'password', ['field' => 'password']);
        if ($this->password->is_refused()) {
            throw new Failure('password_wrong', 'password');
        }
        try {
            $answer = $this->client->password($password);
        } catch (Failure $failure) {
            if ($this->contract->is_password_refused($failure->error_code)) {
                $this->password->refuse();
            }
            throw $failure;
        }
        return [$answer, $this->id_token->verify($answer->id_token, null)];
    }

    /**
     * Names everything that tokens are asked for with: another value, another mark, wherever it was changed.
     *
     * @throws Failure encryption_unavailable
     */
    public function mark(): string
    {
        $parts = [$this->settings->identity(), $this->client_secret->mark(), $this->password->mark()];
        return hash('sha256', implode("\n", $parts));
    }

    /** The contract's class of a failure; what Microsoft says about needing a person counts where the fault does not pass by itself. */
    public static function class_of(Failure $failure, Contract $contract): string
    {
        $class = $contract->failure_class($failure->error_code);
        return $failure->interaction_required && 'transient' !== $class ? 'interaction_required' : $class;
    }
}
