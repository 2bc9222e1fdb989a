<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Contract;
use Wkpbic\Log\LogTable;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Support\SiteHealth;

/**
 * JSON schemas of what the routes take, made from the contract. For those who discover the interface; not translated, as names and
 * codes are not.
 *
 * Calls no WordPress function.
 */
final class Arguments
{
    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @return array<string, array<string, mixed>> Field => schema, for every field that is kept.
     */
    public function field_arguments(): array
    {
        return array_map($this->field(...), $this->contract->fields());
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function claim_arguments(): array
    {
        $ticked = ['type' => 'boolean', 'description' => 'Whether it is ticked; an item that is left out stays as it is.'];
        return array_fill_keys($this->contract->scorecard_items(), $ticked);
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function progress_arguments(): array
    {
        return [
            'answers' => [
                'type' => ['object', 'null'],
                'properties' => $this->answers(),
                'additionalProperties' => false,
                'description' => 'Question => answer; one that is left out stays as it is, null takes it away.',
            ],
            'route' => ['type' => ['string', 'null'], 'enum' => [...$this->contract->quiz_routes(), null], 'description' => 'The chosen way.'],
        ];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function sign_in_arguments(): array
    {
        $state = $this->contract->limit('state_chars');
        return [
            'state' => JsonSchema::text('Random text of base64url that ties the answer to this sign-in.', $state, $state),
            'code_verifier' => JsonSchema::text(
                'PKCE verifier (RFC 7636 section 4.1); write-only.',
                $this->contract->limit('code_verifier_max_chars'),
                $this->contract->limit('code_verifier_min_chars')
            ),
            'nonce' => JsonSchema::text(
                'Random text of base64url that the ID token must hold (OpenID Connect Core section 3.1.2.1).',
                $this->contract->limit('nonce_chars'),
                $this->contract->limit('nonce_chars')
            ),
            'redirect_uri' => [
                'type' => 'string',
                'format' => 'uri',
                'description' => 'The address of this site that the app registration holds.',
            ],
        ];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function preflight_arguments(): array
    {
        return ['authorize_url' => [
            'type' => 'string',
            'format' => 'uri',
            'description' => 'The address of a sign-in that the core made, with prompt=none; without it the redirect URI is not asked about.',
        ]];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function extension_fields_arguments(): array
    {
        return ['values' => [
            'type' => 'object',
            'additionalProperties' => ['type' => ['string', 'null'], 'maxLength' => $this->contract->limit('pattern_subject_chars')],
            'description' => 'Id of the field => value; null erases, an empty text leaves a stored secret as it is. Secrets are write-only.',
        ]];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function extension_check_arguments(): array
    {
        return ['id' => JsonSchema::text('Id of the check.', $this->contract->limit('extension_id_chars'))];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function rotate_arguments(): array
    {
        $day = 'YYYY-MM-DD; without it the day of the old secret is forgotten.';
        $fields = $this->field_arguments();
        return [
            'client_secret' => ['type' => 'string', 'description' => 'The Value of the new secret. Write-only.'] + $fields['client_secret'],
            'client_secret_expires_on' => ['type' => ['string', 'null'], 'description' => $day] + $fields['client_secret_expires_on'],
        ];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function site_arguments(): array
    {
        return ['choice' => [
            'type' => 'string',
            'enum' => ChooseSite::CHOICES,
            'description' => 'moved: the same site under another address or in another database; copy: another site, which forgets'
                . ' the connection and the secrets.',
        ]];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function site_health_arguments(): array
    {
        return ['test' => ['type' => 'string', 'enum' => SiteHealth::ASYNC, 'description' => 'Which test.']];
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function log_arguments(): array
    {
        $day = 'as YYYY-MM-DD (UTC), or second since 1970.';
        return [
            'kind' => ['type' => 'string', 'enum' => LogTable::KINDS, 'description' => 'Changes, or calls to Microsoft.'],
            'event' => ['type' => 'string', 'description' => 'What was done, or the kind of address that was called.'],
            'code' => ['type' => 'string', 'enum' => $this->contract->error_codes(), 'description' => 'Entries with this error code.'],
            'from' => ['type' => 'string', 'description' => "The first day, $day"],
            'to' => ['type' => 'string', 'description' => "The last day, $day"],
            'page' => ['type' => 'integer', 'minimum' => 1, 'description' => 'Which page.'],
        ];
    }

    /**
     * @return array<string, array<string, mixed>> Question => schema of its answer.
     */
    public function answers(): array
    {
        return array_map(static fn (array $words): array => ['type' => 'string', 'enum' => $words], $this->contract->quiz_questions());
    }

    /**
     * The part of a field's rules that a JSON schema can say.
     *
     * @param array{secret: bool, default: string|null, rules: list<array<string, mixed>>} $row
     * @return array<string, mixed>
     */
    private function field(array $row): array
    {
        $schema = ['type' => 'string', 'maxLength' => $this->contract->limit('max_request_field_chars')];
        foreach ($row['rules'] as $rule) {
            if ('error' === $rule['level']) {
                $schema = match ($rule['kind']) {
                    'max_chars' => ['maxLength' => min($rule['max'], $schema['maxLength'])] + $schema,
                    'one_of' => ['enum' => $rule['values']] + $schema,
                    default => $schema,
                };
            }
        }
        $notes = [];
        if ($row['secret']) {
            $schema = ['type' => ['string', 'null']] + $schema;
            $notes[] = 'Write-only. An empty text leaves the stored value alone, null erases it.';
        }
        if (null !== $row['default']) {
            // Not the key `default`: WordPress would put the value into every request.
            $notes[] = "Default: {$row['default']}.";
        }
        return [] === $notes ? $schema : $schema + ['description' => implode(' ', $notes)];
    }
}
