<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\WordPressTestCase;
use WP_Error;

/**
 * What PHP makes of Power BI's refusals and of connections that fail, and what the core's explain() makes of the same text: one code.
 * Of the vectors those that are an answer or an error message as WordPress hands it over.
 */
final class ExplainWireVectorsTest extends WordPressTestCase
{
    use CountsVectors;

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->connect($this->plugin);
    }

    public function test_power_bi_refuses(): void
    {
        $differences = [];
        $cases = array_filter(array_map(
            static fn (array $case): ?array => self::answer($case[0]['input']['text']),
            Repository::vectors('explain_powerbi')
        ));
        foreach ($cases as $name => $answer) {
            $expect = Repository::vectors('explain_powerbi')[$name][0]['expect'];
            // PHP knows who answered, and needs no sign of it; and it knows the status.
            $code = 'nothing_recognised' === $expect['code'] ? 'power_bi_unknown' : $expect['code'];
            $params = ($expect['params'] ?? []);
            $params = ['status' => 0] === $params ? ['status' => 400] : ('power_bi_unknown' === $code ? $params + ['status' => 400] : $params);
            $failure = $this->failure_of($answer);
            if ([$code, $params] !== [$failure->error_code, $failure->params]) {
                $differences[$name] = [$failure->error_code, $failure->params, 'expected', $code, $params];
            }
        }
        self::assertSame([], $differences);
        self::assertGreaterThan(24, count($cases));
        self::count_vectors(count($cases));
    }

    public function test_a_connection_fails(): void
    {
        $differences = [];
        $cases = array_filter(
            Repository::vectors('explain_transport'),
            static fn (array $case): bool => 'microsoft_unreachable' === $case[0]['expect']['code']
                && (1 === preg_match('/\AcURL error \d/', $case[0]['input']['text']) || false === stripos($case[0]['input']['text'], 'curl'))
        );
        foreach ($cases as $name => [$case]) {
            $failure = $this->failure_of(new WP_Error('http_request_failed', $case['input']['text']));
            if (['microsoft_unreachable', $case['expect']['params']] !== [$failure->error_code, $failure->params]) {
                $differences[$name] = [$failure->error_code, $failure->params, 'expected', $case['expect']['params']];
            }
        }
        self::assertSame([], $differences);
        self::assertGreaterThan(40, count($cases));
        self::count_vectors(count($cases));
    }

    /**
     * @return array<string, mixed>|null The answer as WordPress gives it, null when the text is none.
     */
    private static function answer(string $text): ?array
    {
        if (str_starts_with($text, '{') && is_array(json_decode($text, true))) {
            return self::response(400, [], $text);
        }
        if (1 !== preg_match('~\A(?:GET \S+\n)?HTTP/[\d.]+ (\d+)[^\r\n]*(?:\r?\n|\z)(.*)\z~s', $text, $match)) {
            return null;
        }
        [$head, $body] = preg_split('/(?:\A|\r?\n)\r?\n/', $match[2], 2) + [1 => ''];
        preg_match_all('/^([\w-]+): *(\S+)\r?$/m', $head, $headers);
        return self::response((int) $match[1], array_combine(array_map('strtolower', $headers[1]), $headers[2]), $body);
    }

    /**
     * @param array<string, string> $headers
     * @return array<string, mixed>
     */
    private static function response(int $status, array $headers, string $body): array
    {
        return [
            'headers' => $headers,
            'body' => $body,
            'response' => ['code' => $status, 'message' => ''],
            'cookies' => [],
            'filename' => null,
        ];
    }

    /**
     * @param array<string, mixed>|WP_Error $given What WordPress's HTTP call gives.
     */
    private function failure_of(array|WP_Error $given): Failure
    {
        $answer = static fn (): array|WP_Error => $given;
        add_filter('pre_http_request', $answer, 99);
        try {
            $this->plugin->power_bi()->groups();
            self::fail('Nothing was refused.');
        } catch (Failure $failure) {
            return $failure;
        } finally {
            remove_filter('pre_http_request', $answer, 99);
        }
    }
}
