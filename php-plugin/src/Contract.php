<?php

declare(strict_types=1);

namespace Wkpbic;

use RuntimeException;
use Wkpbic\Error\Failure;

/**
 * The tables that the Rust core wrote into generated/contract.php: fields, rules, hosts, limits, error codes.
 *
 * Nothing here may be spelled a second time in PHP. Calls no WordPress function.
 */
final class Contract
{
    private const REQUIRED = [
        'hash', 'page', 'connection_page', 'log_page', 'help_page', 'steps', 'rest_namespace', 'redirect_path', 'limits',
        'character_sets', 'fields', 'clouds',
        'permissions', 'oidc_scopes', 'harmless_scopes', 'authorize', 'discovery', 'reminder_days', 'callback_parameters', 'own_parameters',
        'scorecard_items', 'scorecard_checks', 'scorecard_proofs', 'scorecard_faults',
        'quiz_questions', 'quiz_routes', 'errors', 'aadsts', 'oauth_errors', 'oauth_errors_alone',
        'interactive_errors', 'suberrors', 'password_refused', 'id_token_algorithms',
        'power_bi_errors', 'power_bi_statuses', 'microsoft_phrases', 'transport',
        'transport_phrases', 'extensions',
    ];

    /**
     * @param array<string, mixed> $tables
     * @throws RuntimeException When a table is missing.
     */
    public function __construct(private readonly array $tables)
    {
        $missing = array_diff(self::REQUIRED, array_keys($tables));
        if ([] !== $missing) {
            throw new RuntimeException('The contract lacks: ' . implode(', ', $missing));
        }
    }

    /**
     * Reads the generated file.
     *
     * @throws RuntimeException When the file is missing or holds no contract.
     */
    public static function from_file(string $path): self
    {
        if (!is_readable($path)) {
            throw new RuntimeException('The contract cannot be read.');
        }
        $tables = require $path;
        if (!is_array($tables)) {
            throw new RuntimeException('The contract is not an array.');
        }
        return new self($tables);
    }

    /** 64 hexadecimal digits that name this version of the tables. */
    public function hash(): string
    {
        return $this->tables['hash'];
    }

    /** Slug of the wizard's page in wp-admin. */
    public function page(): string
    {
        return $this->tables['page'];
    }

    /** Slug of the page that shows and changes the connection after the set-up. */
    public function connection_page(): string
    {
        return $this->tables['connection_page'];
    }

    /** Slug of the page that shows the log. */
    public function log_page(): string
    {
        return $this->tables['log_page'];
    }

    /** Slug of the page that has something about every code; the code is the fragment of its address. */
    public function help_page(): string
    {
        return $this->tables['help_page'];
    }

    /** Number of wizard steps. */
    public function steps(): int
    {
        return $this->tables['steps'];
    }

    public function rest_namespace(): string
    {
        return $this->tables['rest_namespace'];
    }

    /** The registered redirect address, relative to wp-admin. */
    public function redirect_path(): string
    {
        return $this->tables['redirect_path'];
    }

    /** A limit by name; the name says the unit. */
    public function limit(string $name): int
    {
        return $this->tables['limits'][$name] ?? throw new RuntimeException("The contract has no limit '$name'.");
    }

    /**
     * @return list<array{int, int}> Inclusive ranges of Unicode code points.
     */
    public function character_set(string $name): array
    {
        return $this->tables['character_sets'][$name]
            ?? throw new RuntimeException("The contract has no character set '$name'.");
    }

    /**
     * Every field that can be judged.
     *
     * @return array<string, array{step: int, stored: bool, secret: bool, required: bool, constant: string,
     *                             default: string|null, identity: bool, rules: list<array<string, mixed>>}>
     */
    public function all_fields(): array
    {
        return $this->tables['fields'];
    }

    /**
     * The fields that the plugin keeps.
     *
     * @return array<string, array{step: int, stored: bool, secret: bool, required: bool, constant: string,
     *                             default: string|null, identity: bool, rules: list<array<string, mixed>>}>
     */
    public function fields(): array
    {
        return array_filter($this->tables['fields'], static fn (array $row): bool => $row['stored']);
    }

    /** Whether the plugin keeps a field of that name. */
    public function has_field(string $field): bool
    {
        return $this->tables['fields'][$field]['stored'] ?? false;
    }

    /**
     * Every cloud; the first is the default.
     *
     * @return array<string, array{login_host: string, login_host_aliases: list<string>, instance_name: string,
     *                             region_sub_scope: string|null, portal_host: string, service_host: string, embed_host: string,
     *                             api_host: string, scope_prefix: string, default_scope: string}>
     */
    public function clouds(): array
    {
        return $this->tables['clouds'];
    }

    /**
     * @return array{login_host: string, login_host_aliases: list<string>, instance_name: string, region_sub_scope: string|null,
     *               portal_host: string, service_host: string, embed_host: string, api_host: string, scope_prefix: string,
     *               default_scope: string}
     * @throws Failure cloud_unknown
     */
    public function cloud(string $cloud): array
    {
        return $this->tables['clouds'][$cloud] ?? throw new Failure('cloud_unknown', 'cloud');
    }

    /**
     * @return list<string> Every host that PHP calls, of all clouds.
     */
    public function hosts(): array
    {
        $clouds = $this->tables['clouds'];
        return array_values(array_unique([...array_column($clouds, 'login_host'), ...array_column($clouds, 'api_host')]));
    }

    /**
     * Everything a sign-in asks for: the OpenID Connect scopes, then the Power BI permissions of that cloud.
     *
     * @return list<string>
     * @throws Failure cloud_unknown
     */
    public function scopes(string $cloud): array
    {
        $prefix = $this->cloud($cloud)['scope_prefix'];
        $scopes = $this->tables['oidc_scopes'];
        foreach (array_keys($this->tables['permissions']) as $permission) {
            $scopes[] = $prefix . '/' . $permission;
        }
        return $scopes;
    }

    /**
     * The one scope of the client credentials grant.
     *
     * @throws Failure cloud_unknown
     */
    public function default_scope(string $cloud): string
    {
        return $this->cloud($cloud)['default_scope'];
    }

    /**
     * @return list<string> Names of the delegated permissions that the connector needs.
     */
    public function permissions(): array
    {
        return array_keys($this->tables['permissions']);
    }

    /**
     * @return list<string> Scopes, in lower case, that a token may hold without being more than was asked for.
     */
    public function harmless_scopes(): array
    {
        return $this->tables['harmless_scopes'];
    }

    /**
     * What an authorize URL may look like that the core spelled.
     *
     * @return array{path: string, parameters: list<string>, silent_prompt: string, silent_errors: list<string>}
     */
    public function authorize(): array
    {
        return $this->tables['authorize'];
    }

    /**
     * How a discovery document is read. The shared issuers are names in lower case => the path word that they stand for.
     *
     * @return array{shared_issuers: array<string, string>, government_scope: string}
     */
    public function discovery(): array
    {
        return $this->tables['discovery'];
    }

    /**
     * @return list<int> How many days before a secret expires people are reminded, the earliest first.
     */
    public function reminder_days(): array
    {
        return $this->tables['reminder_days'];
    }

    /**
     * @return list<string> The query parameters of Microsoft's answer that may each occur once.
     */
    public function callback_parameters(): array
    {
        return $this->tables['callback_parameters'];
    }

    /**
     * @return list<string> Parameters of the wizard's own address, to which Microsoft appends.
     */
    public function own_parameters(): array
    {
        return $this->tables['own_parameters'];
    }

    /**
     * @return list<string> The items of the scorecard, in the order of the manual.
     */
    public function scorecard_items(): array
    {
        return $this->tables['scorecard_items'];
    }

    /**
     * Every check that says something about items of the scorecard: which of them it is about, and which fields it looks at. A check of form
     * judges the one field alone.
     *
     * @return array<string, array{items: list<string>, fields: list<string>, is_form: bool}>
     */
    public function scorecard_checks(): array
    {
        return $this->tables['scorecard_checks'];
    }

    /**
     * Which of our checks stands for which check of the scorecard: with that sign-in method only and while that field is empty, where one
     * is named.
     *
     * @return list<array{probe: string, check: string, sign_in_method: string|null, lacks: string|null}>
     */
    public function scorecard_proofs(): array
    {
        return $this->tables['scorecard_proofs'];
    }

    /** The item of the scorecard that a failure is about, or null when it is about none. */
    public function faulty_item(string $code): ?string
    {
        return $this->tables['scorecard_faults'][$code] ?? null;
    }

    /**
     * @return array<string, list<string>> Question of the quiz => the words that answer it.
     */
    public function quiz_questions(): array
    {
        return $this->tables['quiz_questions'];
    }

    /**
     * @return list<string> The ways through step 2.
     */
    public function quiz_routes(): array
    {
        return $this->tables['quiz_routes'];
    }

    public function has_error(string $code): bool
    {
        return isset($this->tables['errors'][$code]);
    }

    /** The HTTP status under which REST reports the code. */
    public function status(string $code): int
    {
        return $this->tables['errors'][$code]['status'] ?? 500;
    }

    /**
     * Who must act on a code, whether waiting helps, and where in the wizard.
     *
     * @return array{actor: string, wait: string, step: int|null, retryable: bool, interaction_required: bool}
     */
    public function advice(string $code): array
    {
        return $this->tables['errors'][$code];
    }

    /**
     * What to do about a connection that fails so while nobody looks: 'transient' (ask again later), 'interaction_required' (only a
     * person helps) or 'configuration' (ask again rarely).
     */
    public function failure_class(string $code): string
    {
        return $this->tables['errors'][$code]['failure_class'] ?? 'configuration';
    }

    /** What a command ends with that gives the code: 'ok', 'needs_action', 'bad_input' or 'microsoft_not_reachable'. */
    public function exit(string $code): string
    {
        return $this->tables['errors'][$code]['exit'] ?? 'needs_action';
    }

    /** Whether the code says that a password is wrong, which must not be sent again. */
    public function is_password_refused(string $code): bool
    {
        return in_array($code, $this->tables['password_refused'], true);
    }

    /**
     * @return list<string> How an ID token may be signed.
     */
    public function id_token_algorithms(): array
    {
        return $this->tables['id_token_algorithms'];
    }

    /**
     * @return list<string> Every error code.
     */
    public function error_codes(): array
    {
        return array_keys($this->tables['errors']);
    }

    /**
     * What Microsoft calls the code: numbers of AADSTS, names of OAuth errors and of Power BI's.
     *
     * @return list<string>
     */
    public function microsoft_names(string $code): array
    {
        $numbers = array_map(static fn (int $number): string => "AADSTS$number", array_keys($this->tables['aadsts'], $code, true));
        $names = [];
        foreach (['suberrors', 'oauth_errors', 'oauth_errors_alone', 'power_bi_errors'] as $table) {
            array_push($names, ...array_map('strval', array_keys($this->tables[$table], $code, true)));
        }
        return array_values(array_unique([...$numbers, ...$names]));
    }

    /** Our code for an AADSTS number, or null when the number is not in the table. */
    public function code_for_aadsts(int $number): ?string
    {
        return $this->tables['aadsts'][$number] ?? null;
    }

    /** Our code for an OAuth `error` value, or null when it is not in the table. */
    public function code_for_oauth_error(string $error): ?string
    {
        return $this->tables['oauth_errors'][$error] ?? null;
    }

    /** A likely code for an OAuth `error` value that stands for many faults; only for answers without a number. */
    public function code_for_oauth_error_alone(string $error): ?string
    {
        return $this->tables['oauth_errors_alone'][$error] ?? null;
    }

    /** Our code for Microsoft's `suberror`, or null when it is not in the table. */
    public function code_for_suberror(string $suberror): ?string
    {
        return $this->tables['suberrors'][$suberror] ?? null;
    }

    /** Whether an OAuth `error` asks for a person, whatever number stands beside it. */
    public function is_interactive_error(string $error): bool
    {
        return in_array($error, $this->tables['interactive_errors'], true);
    }

    /** Our code for Power BI's error code, or null when it is not in the table. */
    public function code_for_power_bi_error(string $error): ?string
    {
        return $this->tables['power_bi_errors'][$error] ?? null;
    }

    /** Our code for an HTTP status of Power BI that says no more, or null when it is not in the table. */
    public function code_for_power_bi_status(int $status): ?string
    {
        return $this->tables['power_bi_statuses'][$status] ?? null;
    }

    /** Our code for a sentence of Microsoft that comes without number or code, or null. */
    public function code_for_phrase(string $text): ?string
    {
        return self::spoken($this->tables['microsoft_phrases'], $text);
    }

    /** The word for a fault on the way by cURL's error number, or null when it is not in the table. */
    public function transport(int $number): ?string
    {
        return $this->tables['transport'][$number] ?? null;
    }

    /** The word for a fault on the way by a sentence, or null. */
    public function transport_phrase(string $text): ?string
    {
        return self::spoken($this->tables['transport_phrases'], $text);
    }

    /**
     * What others may add to the set-up, and in which form. A type of field brings the rule kind named beside it, if one is.
     *
     * @return array{id_pattern: string, scope_pattern: string, own_prefix: string, own_steps: list<string>, types: array<string, string|null>,
     *               toggle_on: string, rules: array<string, array{parameter: string|null, code: string}>, actors: list<string>,
     *               waits: list<string>, pattern_escapes: string}
     */
    public function extensions(): array
    {
        return $this->tables['extensions'];
    }

    /**
     * What stands beside the first phrase, in the order of the table, that occurs in the text from the beginning of a word.
     *
     * @param array<string, string> $phrases In lower case.
     */
    private static function spoken(array $phrases, string $text): ?string
    {
        foreach ($phrases as $phrase => $word) {
            if (1 === preg_match('/(?<![a-z0-9])' . preg_quote($phrase, '/') . '/i', $text)) {
                return $word;
            }
        }
        return null;
    }
}
