<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Wkpbic\Error\Messages;
use Wkpbic\Extension\Extensions;

/**
 * The test of Site Health about what other plugins add to the set-up: every problem with its part and its plugin.
 */
final class ExtensionHealth
{
    public const ID = 'extensions';

    public function __construct(private readonly Extensions $extensions, private readonly Messages $messages)
    {
    }

    public function label(): string
    {
        return __('Extensions of the set-up', 'wkpbic');
    }

    /**
     * @return array{label: string, status: string, badge: array{label: string, color: string}, description: string, actions: string,
     *               test: string}|null Null where no plugin adds anything; the description is HTML.
     */
    public function result(string $test): ?array
    {
        $problems = $this->extensions->problems();
        if ([] === $problems && $this->extensions->parts()->is_empty()) {
            return null;
        }
        $lines = array_map(fn (array $problem): string => sprintf(
            '<li>%s (<code>%s</code>)</li>',
            esc_html($this->messages->sentence($problem['code'], $problem['params'])),
            esc_html(implode(', ', array_filter([$problem['id'], (string) $problem['plugin']], static fn (string $fact): bool => '' !== $fact)))
        ), $problems);
        return [
            'label' => [] === $problems
                ? __('Extensions of the Power BI set-up are as they should be', 'wkpbic')
                : __('Extensions of the Power BI set-up need their developers', 'wkpbic'),
            'status' => [] === $problems ? 'good' : 'recommended',
            'badge' => ['label' => __('Power BI', 'wkpbic'), 'color' => 'blue'],
            'description' => [] === $lines
                ? '<p>' . esc_html__('Other plugins add to the set-up.', 'wkpbic') . '</p>'
                : '<ul>' . implode('', $lines) . '</ul>',
            'actions' => '',
            'test' => $test,
        ];
    }
}
