<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * Takes from a call to Microsoft what may be remembered of it. Calls no WordPress function.
 */
final class ExchangeReader
{
    private const LONGEST_PATH = 64;

    public function __construct(
        private readonly Contract $contract,
        private readonly Clock $clock,
        private readonly ErrorDetail $errors
    ) {
    }

    /**
     * @param HttpAnswer|null $answer Null when none arrived.
     * @param Failure|null $failure What the call ended in, if it is known already.
     * @param bool $is_judged Whether an answer that is no success, or no JSON, is a failure by itself.
     */
    public function read(
        string $method,
        string $url,
        ?HttpAnswer $answer,
        ?Failure $failure,
        bool $is_judged,
        int $milliseconds
    ): Exchange {
        [$host, $path] = $this->place($url);
        $failure ??= null === $answer ? null : $this->refusal($answer, $path, $is_judged);
        return new Exchange(
            $method,
            $host,
            $path,
            $answer?->status,
            $milliseconds,
            $failure?->error_code,
            self::id($failure?->microsoft['trace_id'] ?? $answer?->header('RequestId') ?: $answer?->header('x-ms-request-id')),
            self::id($failure?->microsoft['correlation_id'] ?? $answer?->header('client-request-id')),
            null === $answer?->date() ? null : $answer->date() - $this->clock->now()
        );
    }

    /**
     * Host and kind of path. During development the real host is the first segment of the path.
     *
     * @return array{string, string}
     */
    private function place(string $url): array
    {
        $segments = array_values(array_filter(explode('/', (string) parse_url($url, PHP_URL_PATH)), static fn ($part) => '' !== $part));
        $host = strtolower((string) parse_url($url, PHP_URL_HOST));
        $hosts = $this->contract->hosts();
        if (!in_array($host, $hosts, true)) {
            $host = in_array($segments[0] ?? '', $hosts, true) ? (string) array_shift($segments) : '';
        }
        return [$host, substr(self::kind($segments), 0, self::LONGEST_PATH)];
    }

    /**
     * A path without anybody's values: Power BI's below `myorg` with every ID replaced, of all others only the last word.
     *
     * @param list<string> $segments
     */
    private static function kind(array $segments): string
    {
        $below = array_search('myorg', $segments, true);
        $kept = false === $below ? array_slice($segments, -1) : array_slice($segments, $below + 1);
        return implode('/', array_map(
            static fn (string $segment): string => 1 === preg_match('/\A[A-Za-z]{1,24}(?:-[a-z]{1,24})?\z/', $segment) ? $segment : '{id}',
            $kept
        ));
    }

    /** The failure that an answer with that status and body is going to be read as. */
    private function refusal(HttpAnswer $answer, string $path, bool $is_judged): ?Failure
    {
        $json = $answer->json_or_null();
        if ($answer->status < 400) {
            return $is_judged && null === $json ? new Failure('microsoft_unreadable_answer') : null;
        }
        if (is_string($json['error'] ?? null)) {
            return $this->errors->from_token_endpoint($json, []);
        }
        if (!$is_judged) {
            return null;
        }
        return 'token' === $path ? new Failure('microsoft_unreadable_answer') : PowerBi::refusal($this->contract, $answer);
    }

    /** IDs only: what looks otherwise may be anything. */
    private static function id(?string $text): ?string
    {
        return null !== $text && 1 === preg_match('/\A[0-9A-Za-z-]{1,64}\z/', $text) ? $text : null;
    }
}
