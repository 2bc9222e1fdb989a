<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Contract;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Support\BundleSchema;
use Wkpbic\Support\SiteHealth;

/**
 * JSON schemas of what the routes take and answer, made from the contract. For those who discover the interface; not
 * translated, as names and codes are not.
 *
 * Calls no WordPress function.
 */
final class Schema
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
            'state' => self::text('Random text of base64url that ties the answer to this sign-in.', $state, $state),
            'code_verifier' => self::text(
                'PKCE verifier (RFC 7636 section 4.1); write-only.',
                $this->contract->limit('code_verifier_max_chars'),
                $this->contract->limit('code_verifier_min_chars')
            ),
            'nonce' => self::text(
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
     * The schema of an answer.
     *
     * @param string $name One that the table of routes uses.
     * @return array<string, mixed>
     */
    public function answer(string $name): array
    {
        return ['$schema' => 'http://json-schema.org/draft-04/schema#', 'title' => "wkpbic-$name"] + match ($name) {
            'setup' => $this->setup(),
            'sign_in_attempt' => self::record(['expires_at' => self::time('When the attempt ends.')]),
            'redirect' => self::record([]) + ['description' => 'Nothing: the answer leads on by its Location header.'],
            'checks' => self::record(['results' => $this->results()]),
            'support_bundle' => (new BundleSchema($this->contract))->schema(),
            'site_health' => self::site_health(),
            'test' => self::record([
                'results' => $this->results(),
                'workspaces' => ['type' => ['array', 'null']] + self::list_of(self::workspace()),
            ]),
        };
    }

    /**
     * @return array<string, mixed>
     */
    private function setup(): array
    {
        $fields = [];
        foreach ($this->contract->fields() as $field => $row) {
            $locked = ['locked' => ['type' => 'boolean', 'description' => "Whether {$row['constant']} in wp-config.php holds it."]];
            $fields[$field] = $row['secret']
                ? self::record(['has_value' => ['type' => 'boolean'], 'stored_at' => self::time('When it was stored.', true)] + $locked)
                : self::record(['value' => ['type' => 'string']] + $locked);
        }
        return self::record([
            'contract_hash' => ['type' => 'string', 'description' => 'Names the version of the rules.'],
            'fields' => self::record($fields),
            'connection' => self::record([
                'state' => ['type' => 'string', 'enum' => ['not_connected', 'connected', 'failing', 'sign_in_again']],
                'username' => ['type' => ['string', 'null']],
                'connected_at' => self::time('When the sign-in was.', true),
                'access_token_expires_at' => self::time('When the access token ends.', true),
                'refresh_at' => self::time('When Microsoft is asked next, if somebody needs a token then.', true),
                'last_failure' => self::or_null(self::record([
                    'code' => $this->code(), 'params' => self::params(), 'at' => self::time('When it happened.'),
                    'retry_at' => self::time('Before this time Microsoft is not asked again; none where only a person helps.', true),
                ])),
            ]),
            'sign_in' => self::or_null(self::record([
                'outcome' => ['type' => 'string'],
                'code' => ['type' => 'string'],
                'params' => self::params(),
                'microsoft' => ['type' => ['object', 'null'], 'description' => 'What Microsoft said, for support.'],
                'at' => self::time('When it happened.'),
            ])),
            'claims' => [
                'type' => 'object',
                'properties' => array_fill_keys($this->contract->scorecard_items(), self::time('When a person ticked it.')),
                'additionalProperties' => false,
            ],
            'evidence' => ['description' => 'What checks have shown; the scorecard counts it before claims.'] + self::list_of(self::record([
                'check' => ['type' => 'string', 'enum' => array_keys($this->contract->scorecard_checks())],
                'passed' => ['type' => 'boolean'],
                'at' => self::time('When; 0 where nobody knows.'),
                'code' => ['type' => 'string', 'enum' => ['', ...$this->contract->error_codes()], 'description' => 'Empty where it has passed.'],
                'item' => ['type' => ['string', 'null'], 'description' => 'The item that the failure is about.'],
            ])),
            'progress' => self::record([
                'answers' => ['type' => 'object', 'properties' => $this->answers(), 'additionalProperties' => false],
                'route' => ['type' => ['string', 'null']],
            ]),
            'expiry' => self::or_null(self::record([
                'expires_on' => ['type' => 'string', 'description' => 'YYYY-MM-DD.'],
                'days_left' => ['type' => 'integer', 'description' => 'Negative when the day is over.'],
                'stage' => ['type' => 'string', 'description' => 'fine, today, expired, or the number of the reminder that is due.'],
                'code' => ['type' => ['string', 'null'], 'description' => 'What to say about it; null when there is nothing to say.'],
                'params' => self::params(),
            ])),
            'site' => ['description' => 'The question which site this is; null when nobody has to answer it.'] + self::or_null(self::record([
                'code' => $this->code(),
                'params' => self::params(),
                'choices' => self::list_of(['type' => 'string', 'enum' => ChooseSite::CHOICES]),
            ])),
            'may_change_roles' => ['type' => 'boolean', 'description' => 'Whether the caller may read and change setup/roles.'],
            'problems' => self::list_of(self::record(['code' => $this->code(), 'params' => self::params()])),
        ]);
    }

    /**
     * @return array<string, array<string, mixed>> Question => schema of its answer.
     */
    private function answers(): array
    {
        return array_map(static fn (array $words): array => ['type' => 'string', 'enum' => $words], $this->contract->quiz_questions());
    }

    /**
     * @return array<string, mixed>
     */
    private function results(): array
    {
        return self::list_of(self::record([
            'id' => ['type' => 'string', 'description' => 'Which check.'],
            'state' => ['type' => 'string', 'enum' => ['passed', 'failed', 'unknown', 'skipped']],
            'code' => ['type' => ['string', 'null'], 'description' => 'What to do next; null when there is nothing to do.'],
            'params' => self::params(),
            'evidence' => ['type' => 'object', 'description' => 'What was found; nothing secret.'],
            'milliseconds' => ['type' => 'integer'],
        ]));
    }

    /**
     * @return array<string, mixed>
     */
    private static function workspace(): array
    {
        return self::record([
            'id' => ['type' => 'string'],
            'name' => ['type' => 'string'],
            'is_read_only' => ['type' => 'boolean'],
            'is_on_dedicated_capacity' => ['type' => 'boolean'],
            'role' => ['type' => ['string', 'null'], 'description' => 'Null where Power BI does not tell.'],
        ]);
    }

    /**
     * @return array<string, array<string, mixed>>
     */
    public function site_health_arguments(): array
    {
        return ['test' => ['type' => 'string', 'enum' => SiteHealth::ASYNC, 'description' => 'Which test.']];
    }

    /**
     * The form in which WordPress's Site Health shows a test.
     *
     * @return array<string, mixed>
     */
    private static function site_health(): array
    {
        $text = ['type' => 'string'];
        $html = ['type' => 'string', 'description' => 'HTML.'];
        return self::record([
            'label' => $text,
            'status' => ['type' => 'string', 'enum' => ['good', 'recommended', 'critical']],
            'badge' => self::record(['label' => $text, 'color' => $text]),
            'description' => $html,
            'actions' => $html,
            'test' => $text,
        ]);
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
            $notes[] = 'Write-only. An empty text leaves the stored value alone.';
        }
        if (null !== $row['default']) {
            // Not the key `default`: WordPress would put the value into every request.
            $notes[] = "Default: {$row['default']}.";
        }
        return [] === $notes ? $schema : $schema + ['description' => implode(' ', $notes)];
    }

    /**
     * @return array<string, mixed>
     */
    private function code(): array
    {
        return ['type' => 'string', 'enum' => $this->contract->error_codes()];
    }

    /**
     * @return array<string, mixed>
     */
    private static function text(string $description, int $max, int $min = 0): array
    {
        return ['type' => 'string', 'minLength' => $min, 'maxLength' => $max, 'description' => $description];
    }

    /**
     * @return array<string, mixed>
     */
    private static function time(string $description, bool $may_lack = false): array
    {
        return ['type' => $may_lack ? ['integer', 'null'] : 'integer', 'description' => "$description Unix seconds."];
    }

    /**
     * @return array<string, mixed>
     */
    private static function params(): array
    {
        return [
            'type' => 'object',
            'additionalProperties' => ['type' => ['integer', 'string']],
            'description' => "Values for the placeholders of the code's sentence.",
        ];
    }

    /**
     * @param array<string, array<string, mixed>> $properties All of them are always there.
     * @return array<string, mixed>
     */
    private static function record(array $properties): array
    {
        return [
            'type' => 'object',
            'properties' => $properties,
            'required' => array_keys($properties),
            'additionalProperties' => false,
        ];
    }

    /**
     * @param array<string, mixed> $items
     * @return array<string, mixed>
     */
    private static function list_of(array $items): array
    {
        return ['type' => 'array', 'items' => $items];
    }

    /**
     * @param array<string, mixed> $schema
     * @return array<string, mixed>
     */
    private static function or_null(array $schema): array
    {
        return ['type' => ['object', 'null']] + $schema;
    }
}
