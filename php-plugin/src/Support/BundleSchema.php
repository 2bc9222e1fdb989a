<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Contract;
use Wkpbic\Cron;

/**
 * The JSON schema of what SupportBundle builds: everything is named, and nothing more may be there. Calls no WordPress function.
 */
final class BundleSchema
{
    private const TEXT = ['type' => 'string'];
    private const TEXT_OR_NULL = ['type' => ['string', 'null']];
    private const YES_OR_NO = ['type' => 'boolean'];
    private const NUMBER = ['type' => 'integer'];
    private const NUMBER_OR_NULL = ['type' => ['integer', 'null']];

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @return array<string, mixed>
     */
    public function schema(): array
    {
        $code = ['type' => ['string', 'null'], 'enum' => [...$this->contract->error_codes(), null]];
        return self::record([
            'format' => ['type' => 'integer', 'enum' => [SupportBundle::FORMAT]],
            'made_at' => self::NUMBER,
            'plugin' => self::record([
                'version' => self::TEXT, 'installed_version' => self::TEXT_OR_NULL, 'contract_hash' => self::TEXT,
            ]),
            'site' => self::site(),
            'fields' => self::record(array_map(static fn (): array => self::record([
                'has_value' => self::YES_OR_NO, 'locked' => self::YES_OR_NO, 'value' => self::TEXT_OR_NULL, 'stored_at' => self::NUMBER_OR_NULL,
            ]), $this->contract->fields())),
            'connection' => self::record([
                'state' => self::TEXT_OR_NULL,
                'connected_at' => self::NUMBER_OR_NULL,
                'access_token_expires_at' => self::NUMBER_OR_NULL,
                'refresh_at' => self::NUMBER_OR_NULL,
                'last_failure' => self::or_null(self::record([
                    'code' => $code, 'at' => self::NUMBER_OR_NULL, 'retry_at' => self::NUMBER_OR_NULL,
                ])),
            ]),
            'checks' => self::list_of(self::record(['id' => self::TEXT, 'state' => self::TEXT, 'code' => $code])),
            'evidence' => self::list_of(self::record([
                'check' => self::TEXT_OR_NULL, 'passed' => self::YES_OR_NO, 'at' => self::NUMBER_OR_NULL, 'code' => $code,
                'item' => self::TEXT_OR_NULL,
            ])),
            'claims' => [
                'type' => 'object',
                'properties' => array_fill_keys($this->contract->scorecard_items(), self::NUMBER),
                'additionalProperties' => false,
            ],
            'problems' => self::list_of(['type' => 'string', 'enum' => $this->contract->error_codes()]),
            'extensions' => self::list_of(self::record(['id' => self::TEXT, 'is_set' => self::YES_OR_NO])),
            'schedule' => self::record(array_fill_keys(array_keys(Cron::EVENTS), self::NUMBER_OR_NULL)),
            'clock_offset' => self::or_null(self::record(['seconds' => self::NUMBER, 'at' => self::NUMBER])),
            'log' => ['type' => ['array', 'null']] + self::list_of(self::record([
                'at' => self::NUMBER_OR_NULL, 'kind' => self::TEXT_OR_NULL, 'event' => self::TEXT_OR_NULL, 'code' => $code,
                'source' => self::TEXT_OR_NULL, 'method' => self::TEXT_OR_NULL, 'host' => self::TEXT_OR_NULL, 'status' => self::NUMBER_OR_NULL,
                'milliseconds' => self::NUMBER_OR_NULL, 'trace_id' => self::TEXT_OR_NULL, 'correlation_id' => self::TEXT_OR_NULL,
            ])),
        ]);
    }

    /**
     * @return array<string, mixed>
     */
    private static function site(): array
    {
        return self::record([
            'wordpress' => self::TEXT, 'woocommerce' => self::TEXT_OR_NULL, 'php' => self::TEXT, 'database' => self::TEXT,
            'sodium' => self::YES_OR_NO, 'openssl' => self::YES_OR_NO, 'curl' => self::YES_OR_NO,
            'encryption_key' => ['type' => 'string', 'enum' => ['constant', 'salts', 'database', 'unavailable']],
            'language' => self::TEXT, 'time_zone' => self::TEXT, 'environment' => self::TEXT,
            'is_multisite' => self::YES_OR_NO, 'is_https' => self::YES_OR_NO,
            'permalinks' => ['type' => 'string', 'enum' => ['plain', 'pretty']],
            'has_object_cache' => self::YES_OR_NO, 'has_scheduler' => self::YES_OR_NO, 'blocks_http' => self::YES_OR_NO,
            'memory_limit' => self::TEXT, 'max_execution_seconds' => self::NUMBER, 'redirect_uri' => self::TEXT,
        ]);
    }

    /**
     * @param array<string, array<string, mixed>> $properties All of them are always there.
     * @return array<string, mixed>
     */
    private static function record(array $properties): array
    {
        return [
            'type' => 'object', 'properties' => $properties, 'required' => array_keys($properties), 'additionalProperties' => false,
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
