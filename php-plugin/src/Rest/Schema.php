<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Contract;
use Wkpbic\Log\LogTable;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Support\BundleSchema;

/**
 * JSON schemas of what the routes answer, made from the contract. For those who discover the interface; not
 * translated, as names and codes are not.
 *
 * Calls no WordPress function.
 */
final class Schema
{
    public function __construct(private readonly Contract $contract, private readonly Arguments $arguments)
    {
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
            'sign_in_attempt' => JsonSchema::record(['expires_at' => JsonSchema::time('When the attempt ends.')]),
            'redirect' => JsonSchema::record([]) + ['description' => 'Nothing: the answer leads on by its Location header.'],
            'checks' => JsonSchema::record(['results' => $this->results()]),
            'roles' => ['additionalProperties' => JsonSchema::record([
                'name' => ['type' => 'string', 'description' => 'In the language of the site.'],
                'fixed' => ['type' => 'boolean', 'description' => 'Whether the rights of the role cannot be changed.'],
                'manage_settings' => ['type' => 'boolean', 'description' => 'May see and change the connection.'],
                'view_logs' => ['type' => 'boolean', 'description' => 'May read the log.'],
            ])] + JsonSchema::record([]),
            'log' => JsonSchema::record([
                'entries' => JsonSchema::list_of($this->log_entry()),
                'page' => ['type' => 'integer'],
                'pages' => ['type' => 'integer'],
                'total' => ['type' => 'integer', 'description' => 'Entries on all pages.'],
            ]),
            'log_export' => JsonSchema::record([
                'exported_at' => JsonSchema::time('When the file was made.'),
                'entries' => JsonSchema::list_of($this->log_entry()),
            ]) + ['description' => 'Sent as a file.'],
            'extension_check' => $this->extension_check(),
            'support_bundle' => (new BundleSchema($this->contract))->schema(),
            'site_health' => self::site_health(),
            'test' => JsonSchema::record([
                'results' => $this->results(),
                'workspaces' => ['type' => ['array', 'null']] + JsonSchema::list_of(self::workspace()),
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
                ? JsonSchema::record(['has_value' => ['type' => 'boolean'], 'stored_at' => JsonSchema::time('When it was stored.', true)] + $locked)
                : JsonSchema::record(['value' => ['type' => 'string']] + $locked);
        }
        return JsonSchema::record([
            'contract_hash' => ['type' => 'string', 'description' => 'Names the version of the rules.'],
            'fields' => JsonSchema::record($fields),
            'connection' => JsonSchema::record([
                'state' => ['type' => 'string', 'enum' => ['not_connected', 'connected', 'failing', 'sign_in_again']],
                'username' => ['type' => ['string', 'null']],
                'connected_at' => JsonSchema::time('When the sign-in was.', true),
                'access_token_expires_at' => JsonSchema::time('When the access token ends.', true),
                'refresh_at' => JsonSchema::time('When Microsoft is asked next, if somebody needs a token then.', true),
                'last_failure' => JsonSchema::or_null(JsonSchema::record([
                    'code' => $this->code(), 'params' => JsonSchema::params(), 'at' => JsonSchema::time('When it happened.'),
                    'retry_at' => JsonSchema::time('Before this time Microsoft is not asked again; none where only a person helps.', true),
                ])),
            ]),
            'sign_in' => JsonSchema::or_null(JsonSchema::record([
                'outcome' => ['type' => 'string'],
                'code' => ['type' => 'string'],
                'params' => JsonSchema::params(),
                'microsoft' => ['type' => ['object', 'null'], 'description' => 'What Microsoft said, for support.'],
                'at' => JsonSchema::time('When it happened.'),
            ])),
            'claims' => [
                'type' => 'object',
                'properties' => array_fill_keys($this->contract->scorecard_items(), JsonSchema::time('When a person ticked it.')),
                'additionalProperties' => false,
            ],
            'evidence' => [
                'description' => 'What checks have shown; the scorecard counts it before claims.',
            ] + JsonSchema::list_of(JsonSchema::record([
                'check' => ['type' => 'string', 'enum' => array_keys($this->contract->scorecard_checks())],
                'passed' => ['type' => 'boolean'],
                'at' => JsonSchema::time('When; 0 where nobody knows.'),
                'code' => ['type' => 'string', 'enum' => ['', ...$this->contract->error_codes()], 'description' => 'Empty where it has passed.'],
                'params' => JsonSchema::params(),
                'item' => ['type' => ['string', 'null'], 'description' => 'The item that the failure is about.'],
            ])),
            'progress' => JsonSchema::record([
                'answers' => ['type' => 'object', 'properties' => $this->arguments->answers(), 'additionalProperties' => false],
                'route' => ['type' => ['string', 'null']],
            ]),
            'expiry' => JsonSchema::or_null(JsonSchema::record([
                'expires_on' => ['type' => 'string', 'description' => 'YYYY-MM-DD.'],
                'days_left' => ['type' => 'integer', 'description' => 'Negative when the day is over.'],
                'stage' => ['type' => 'string', 'description' => 'fine, today, expired, or the number of the reminder that is due.'],
                'code' => ['type' => ['string', 'null'], 'description' => 'What to say about it; null when there is nothing to say.'],
                'params' => JsonSchema::params(),
            ])),
            'site' => [
                'description' => 'The question which site this is; null when nobody has to answer it.',
            ] + JsonSchema::or_null(JsonSchema::record([
                'code' => $this->code(),
                'params' => JsonSchema::params(),
                'choices' => JsonSchema::list_of(['type' => 'string', 'enum' => ChooseSite::CHOICES]),
            ])),
            'may_change_roles' => ['type' => 'boolean', 'description' => 'Whether the caller may read and change setup/roles.'],
            'problems' => JsonSchema::list_of(JsonSchema::record(['code' => $this->code(), 'params' => JsonSchema::params()])),
            'extensions' => JsonSchema::record(['fields' => self::extension_fields()]),
        ]);
    }

    /**
     * @return array<string, mixed>
     */
    private static function extension_fields(): array
    {
        $value = JsonSchema::record(['value' => ['type' => 'string']]);
        $secret = JsonSchema::record([
            'stored' => ['type' => 'boolean'],
            'stored_on' => ['type' => ['string', 'null'], 'description' => 'The day (UTC), YYYY-MM-DD.'],
        ]);
        return [
            'type' => 'object',
            'description' => 'Fields of other plugins by id: a value or, of a secret, whether one is stored.',
            'additionalProperties' => ['anyOf' => [$value, $secret]],
        ];
    }

    /**
     * @return array<string, mixed>
     */
    private function extension_check(): array
    {
        return JsonSchema::record([
            'state' => ['type' => 'string', 'enum' => ['passed', 'failed', 'unknown', 'skipped']],
            'code' => ['type' => ['string', 'null'], 'description' => 'Where the check itself did not work.'],
            'params' => JsonSchema::params(),
            'sentence' => ['type' => ['string', 'null'], 'description' => 'What the plugin says, in plain text.'],
            'link' => ['type' => ['string', 'null'], 'description' => 'A web address where more is said.'],
        ]);
    }

    /**
     * @return array<string, mixed>
     */
    private function results(): array
    {
        return JsonSchema::list_of(JsonSchema::record([
            'id' => ['type' => 'string', 'description' => 'Which check.'],
            'state' => ['type' => 'string', 'enum' => ['passed', 'failed', 'unknown', 'skipped']],
            'code' => ['type' => ['string', 'null'], 'description' => 'What to do next; null when there is nothing to do.'],
            'params' => JsonSchema::params(),
            'evidence' => ['type' => 'object', 'description' => 'What was found; nothing secret.'],
            'milliseconds' => ['type' => 'integer'],
        ]));
    }

    /**
     * An entry of kind `audit` has before and after; one of kind `call` the rest.
     *
     * @return array<string, mixed>
     */
    private function log_entry(): array
    {
        $text = ['type' => ['string', 'null']];
        $number = ['type' => ['integer', 'null']];
        $facts = ['type' => 'object', 'description' => 'Named facts; nothing secret.'];
        $common = JsonSchema::record([
            'id' => ['type' => 'integer'],
            'at' => JsonSchema::time('When it happened.'),
            'kind' => ['type' => 'string', 'enum' => LogTable::KINDS],
            'event' => ['type' => 'string'],
            'code' => $text,
            'user_id' => ['type' => 'integer', 'description' => '0 where nobody was logged in.'],
            'user' => ['type' => ['string', 'null'], 'description' => 'Log-in name.'],
            'source' => ['type' => 'string', 'enum' => ['admin', 'rest', 'cli', 'cron']],
        ]);
        $common['properties'] += [
            'before' => $facts,
            'after' => $facts,
            'method' => $text,
            'host' => $text,
            'status' => ['type' => ['integer', 'null'], 'description' => 'HTTP status; null when no answer came.'],
            'milliseconds' => $number,
            'trace_id' => $text,
            'correlation_id' => $text,
            'clock_offset' => ['type' => ['integer', 'null'], 'description' => "Seconds by which Microsoft's clock is ahead."],
        ];
        return $common;
    }

    /**
     * @return array<string, mixed>
     */
    private static function workspace(): array
    {
        return JsonSchema::record([
            'id' => ['type' => 'string'],
            'name' => ['type' => 'string'],
            'is_read_only' => ['type' => 'boolean'],
            'is_on_dedicated_capacity' => ['type' => 'boolean'],
            'role' => ['type' => ['string', 'null'], 'description' => 'Null where Power BI does not tell.'],
        ]);
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
        return JsonSchema::record([
            'label' => $text,
            'status' => ['type' => 'string', 'enum' => ['good', 'recommended', 'critical']],
            'badge' => JsonSchema::record(['label' => $text, 'color' => $text]),
            'description' => $html,
            'actions' => $html,
            'test' => $text,
        ]);
    }

    /**
     * @return array<string, mixed>
     */
    private function code(): array
    {
        return ['type' => 'string', 'enum' => $this->contract->error_codes()];
    }
}
