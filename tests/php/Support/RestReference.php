<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use Wkpbic\Contract;
use Wkpbic\Rest\Access;
use Wkpbic\Rest\Arguments;
use Wkpbic\Rest\Route;
use Wkpbic\Rest\RouteTable;
use Wkpbic\Rest\Schema;

/**
 * Prints docs/reference-rest.md from the table of routes and the schemas.
 */
final class RestReference
{
    public const FILE = 'docs/reference-rest.md';

    public static function text(Contract $contract): string
    {
        $arguments = new Arguments($contract);
        $routes = (new RouteTable($arguments))->rows();
        $schema = new Schema($contract, $arguments);
        $text = Reference::NOTICE . "# REST reference\n\n" . strtr(self::INTRODUCTION, ['{namespace}' => $contract->rest_namespace()]);
        foreach ($routes as $route) {
            $text .= self::route($route, $contract);
        }
        $text .= "\n## Answers\n\nKeys that are not marked optional are always there. Times are Unix seconds.\n";
        foreach (array_unique(array_map(static fn (Route $route): string => $route->answer, $routes)) as $answer) {
            $shape = array_diff_key($schema->answer($answer), ['$schema' => true, 'title' => true]);
            $text .= "\n### Answer `$answer`\n\n" . (isset($shape['description']) ? $shape['description'] . "\n\n" : '');
            $text .= self::keys($shape, $contract, 0, true);
        }
        return rtrim($text) . "\n";
    }

    private const INTRODUCTION = <<<'TEXT'
        Everything below is under `/wp-json/{namespace}/`. Sign in as WordPress has it: the log-in cookie with the header `X-WP-Nonce`, or an
        application password. Bodies are JSON (`Content-Type: application/json`), and values in the address are not read by a `POST`.
        Nothing is ever kept by a cache. No secret and no token is part of any answer: of a secret there is a yes and a date.

        A refusal is `{code, message, data: {status, field, params}}`: a stable code, its sentence in the language of the site, the HTTP status,
        the field it is about or null, and the values that the sentence mentions. Without a log-in the status is 401, without the right 403;
        both with the code `not_allowed`.

        `OPTIONS` on an address gives its arguments and the schema of its answer.

        ## Routes

        TEXT;

    private static function route(Route $route, Contract $contract): string
    {
        $text = "\n### `$route->method {$route->path}`\n\n$route->summary\n\n";
        $text .= '- Who: ' . self::who($route->access) . "\n- Answer: [`$route->answer`](#answer-$route->answer)\n";
        if ([] === $route->arguments) {
            return $text;
        }
        $text .= 'GET' === $route->method ? "- In the address:\n" : "- In the body:\n";
        foreach ($route->arguments as $name => $schema) {
            $text .= '  ' . self::key($name, $schema, false, $contract) . self::keys($schema, $contract, 2);
        }
        return $text;
    }

    private static function who(Access $access): string
    {
        return match ($access) {
            Access::ManageSettings => 'holders of `wkpbic_manage_settings`',
            Access::ViewLogs => 'holders of `wkpbic_view_logs`',
            Access::ChangeRoles => 'holders of `wkpbic_manage_settings` who may also give people roles (`promote_users`)',
            Access::PublicByState => 'everybody; state and cookie prove that the call belongs to a sign-in that was begun here',
        };
    }

    /**
     * The keys of an object or of a list's objects, one line each.
     *
     * @param bool $is_answer Whether keys that may be missing are marked.
     * @param array<string, mixed> $schema
     */
    private static function keys(array $schema, Contract $contract, int $depth, bool $is_answer = false): string
    {
        $schema = $schema['items'] ?? $schema;
        $text = '';
        foreach ($schema['properties'] ?? [] as $name => $property) {
            $is_optional = $is_answer && !in_array($name, $schema['required'] ?? [], true);
            $text .= str_repeat('  ', $depth) . self::key((string) $name, $property, $is_optional, $contract);
            $text .= self::keys($property, $contract, $depth + 1, $is_answer);
        }
        if (is_array($schema['additionalProperties'] ?? null) && isset($schema['additionalProperties']['properties'])) {
            $text .= str_repeat('  ', $depth) . "- *any name*: object\n";
            $text .= self::keys($schema['additionalProperties'], $contract, $depth + 1, $is_answer);
        }
        return $text;
    }

    /**
     * @param array<string, mixed> $schema
     */
    private static function key(string $name, array $schema, bool $is_optional, Contract $contract): string
    {
        $notes = [self::type($schema, $contract)];
        if (isset($schema['maxLength']) && !isset($schema['enum'])) {
            $least = $schema['minLength'] ?? 0;
            $range = 0 === $least ? "up to {$schema['maxLength']}" : "$least to {$schema['maxLength']}";
            $notes[] = ($least === $schema['maxLength'] ? $least : $range) . ' characters';
        }
        if ($is_optional) {
            $notes[] = 'optional';
        }
        $description = $schema['description'] ?? $schema['items']['description'] ?? '';
        return "- `$name`: " . implode(', ', $notes) . ('' === $description ? '' : ". $description") . "\n";
    }

    /**
     * @param array<string, mixed> $schema
     */
    private static function type(array $schema, Contract $contract): string
    {
        $codes = array_diff($schema['enum'] ?? [], ['', null]);
        $types = implode(' or ', (array) ($schema['type'] ?? 'any'));
        return match (true) {
            array_values($codes) === $contract->error_codes() => 'error code' . (in_array('null', (array) $schema['type'], true) ? ' or null' : ''),
            [] !== $codes => implode(', ', array_map(static fn (string $value): string => "`$value`", $codes))
                . (in_array('null', (array) $schema['type'], true) ? ' or null' : ''),
            isset($schema['items']) => str_replace('array', 'list of ' . self::type($schema['items'], $contract), $types),
            default => $types,
        };
    }
}
