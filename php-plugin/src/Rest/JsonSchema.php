<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

/**
 * The JSON schemas that others are put together from. Calls no WordPress function.
 */
final class JsonSchema
{
    /**
     * @return array<string, mixed>
     */
    public static function text(string $description, int $max, int $min = 0): array
    {
        return ['type' => 'string', 'minLength' => $min, 'maxLength' => $max, 'description' => $description];
    }

    /**
     * @return array<string, mixed>
     */
    public static function time(string $description, bool $may_lack = false): array
    {
        return ['type' => $may_lack ? ['integer', 'null'] : 'integer', 'description' => "$description Unix seconds."];
    }

    /**
     * @return array<string, mixed>
     */
    public static function params(): array
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
    public static function record(array $properties): array
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
    public static function list_of(array $items): array
    {
        return ['type' => 'array', 'items' => $items];
    }

    /**
     * @param array<string, mixed> $schema
     * @return array<string, mixed>
     */
    public static function or_null(array $schema): array
    {
        return ['type' => ['object', 'null']] + $schema;
    }
}
