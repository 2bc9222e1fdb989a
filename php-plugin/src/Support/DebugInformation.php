<?php

declare(strict_types=1);

namespace Wkpbic\Support;

/**
 * The plugin's section on Tools → Site Health → Info: the support bundle without its lists. What names the app or the directory is
 * shown on the page and left out of what "Copy site info" copies.
 */
final class DebugInformation
{
    private const SECTION = 'wkpbic';

    /** WordPress says these itself. */
    private const ELSEWHERE = ['wordpress', 'php', 'database', 'language', 'time_zone', 'environment', 'is_multisite', 'memory_limit'];

    private const PRIVATE = ['client_id', 'tenant_id', 'redirect_uri'];

    public function __construct(private readonly SupportBundle $bundle)
    {
    }

    /**
     * For the `debug_information` filter.
     *
     * @param array<string, array<string, mixed>> $sections
     * @return array<string, array<string, mixed>>
     */
    public function add_section(array $sections): array
    {
        $sections[self::SECTION] = [
            'label' => __('WooCommerce Power BI Connector', 'wkpbic'),
            'description' => __('No secret and no account is in here.', 'wkpbic'),
            'show_count' => false,
            'fields' => $this->fields($this->bundle->build()),
        ];
        return $sections;
    }

    /**
     * Names are not translated: whoever helps looks for them.
     *
     * @param array<string, mixed> $bundle
     * @return array<string, array{label: string, value: string, debug: string, private: bool}>
     */
    private function fields(array $bundle): array
    {
        $values = $bundle['plugin'] + array_diff_key($bundle['site'], array_flip(self::ELSEWHERE)) + $bundle['connection'];
        unset($values['last_failure']);
        $last = $bundle['connection']['last_failure'];
        foreach (['code', 'at', 'retry_at'] as $name) {
            $values["last_failure_$name"] = $last[$name] ?? null;
        }
        foreach ($bundle['fields'] as $field => $row) {
            $values[$field] = $row['value'] ?? ($row['has_value'] ? 'is set' : 'is not set');
            $values["{$field}_in_wp_config"] = $row['locked'];
        }
        foreach ($bundle['checks'] as $check) {
            $values["check_{$check['id']}"] = implode(' ', array_filter([$check['state'], $check['code']]));
        }
        $values['problems'] = implode(', ', $bundle['problems']);
        foreach ($bundle['schedule'] as $event => $next) {
            $values["{$event}_at"] = $next;
        }
        $values['clock_offset_seconds'] = (string) ($bundle['clock_offset']['seconds'] ?? '');
        $fields = [];
        foreach ($values as $name => $value) {
            $text = self::text((string) $name, $value);
            $fields[$name] = ['label' => $name, 'value' => $text, 'debug' => $text, 'private' => in_array($name, self::PRIVATE, true)];
        }
        return $fields;
    }

    private static function text(string $name, bool|int|string|null $value): string
    {
        return match (true) {
            null === $value, '' === $value => '–',
            is_bool($value) => $value ? 'yes' : 'no',
            is_int($value) && str_ends_with($name, '_at') => gmdate('Y-m-d H:i:s', $value) . ' UTC',
            default => (string) $value,
        };
    }
}
