<?php

declare(strict_types=1);

namespace Wkpbic\Conformance;

use Wkpbic\Contract;
use Wkpbic\Extension\CheckContext;
use Wkpbic\Extension\RunChecks;
use WP_Error;

/**
 * Runs an extension's checks in a world where settings and Power BI answer with hostile values, and nobody else answers at all.
 */
final class HostileChecks
{
    /** @var list<string> What the checks wanted to send past the context: address, headers and body. */
    private array $sent = [];

    public function __construct(private readonly Contract $contract)
    {
    }

    /**
     * @return array<string, list<array{state: string, code: string|null, params: object, sentence: string|null, link: string|null}>>
     *         Id of the check => its outcomes, one for each hostile value.
     */
    public function run(Registration $registration): array
    {
        $outcomes = [];
        $context = null;
        $checks = new RunChecks(
            $this->contract,
            $registration->extensions,
            $registration->listeners,
            $registration->problems,
            static function () use (&$context): CheckContext {
                return $context;
            }
        );
        $refuse = function (mixed $answer, array $arguments, string $url): WP_Error {
            $this->sent[] = $url . ' ' . (string) wp_json_encode([$arguments['headers'] ?? [], $arguments['body'] ?? null]);
            return new WP_Error('http_request_failed', 'Nobody is called.');
        };
        add_filter('pre_http_request', $refuse, PHP_INT_MAX, 3);
        try {
            foreach (array_values(HostileValues::all()) as $round => $text) {
                $context = self::context($round, $text);
                foreach (array_keys($registration->checks()) as $id) {
                    $outcomes[$id][] = $checks->run($id);
                }
            }
        } finally {
            remove_filter('pre_http_request', $refuse, PHP_INT_MAX);
        }
        return $outcomes;
    }

    /**
     * @return list<string>
     */
    public function sent(): array
    {
        return $this->sent;
    }

    private static function context(int $round, string $text): CheckContext
    {
        $answers = [
            ['value' => [['id' => $text, 'name' => $text], []]],
            [],
            ['value' => []],
            new WP_Error('power_bi_forbidden', $text, ['params' => [], 'retry_after' => null]),
        ];
        $states = ['connected', 'not_connected', 'failing'];
        return new CheckContext(
            $states[$round % count($states)],
            static fn (string $id): ?string => 0 === $round % 5 ? null : $text,
            static fn (): array|WP_Error => $answers[$round % count($answers)]
        );
    }
}
