<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use DateTimeImmutable;
use DateTimeZone;
use SensitiveParameter;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * What came back over HTTP. The body may hold tokens, so it has no public property. Calls no WordPress function.
 */
final class HttpAnswer
{
    private readonly Secret $body;

    /**
     * @param int $status HTTP status.
     * @param array<string, string> $headers Lower-case name => value.
     */
    public function __construct(
        public readonly int $status,
        private readonly array $headers,
        #[SensitiveParameter] string $body
    ) {
        $this->body = new Secret($body);
    }

    /** A header's value, or '' when it is absent. */
    public function header(string $name): string
    {
        return $this->headers[strtolower($name)] ?? '';
    }

    /**
     * The header Retry-After in seconds, or null when it is absent or no time (RFC 9110 section 10.2.3).
     *
     * A date counts from the answer's own Date, so that a wrong clock of this server does not matter.
     */
    public function retry_after(): ?int
    {
        $text = trim($this->header('Retry-After'));
        if (1 === preg_match('/\A[0-9]{1,9}\z/', $text)) {
            return (int) $text;
        }
        [$until, $now] = [self::http_date($text), $this->date()];
        return null === $until || null === $now ? null : max(0, $until - $now);
    }

    /** Unix time of the header Date, or null when it is absent or unreadable. */
    public function date(): ?int
    {
        return self::http_date($this->header('Date'));
    }

    /** Unix time of a date as RFC 9110 section 5.6.7 wants it sent, or null. */
    private static function http_date(string $text): ?int
    {
        $date = DateTimeImmutable::createFromFormat('!D, d M Y H:i:s \G\M\T', trim($text), new DateTimeZone('UTC'));
        return false === $date ? null : $date->getTimestamp();
    }

    /**
     * The body as a JSON object.
     *
     * @return array<string, mixed>
     * @throws Failure microsoft_unreadable_answer
     */
    public function json(): array
    {
        return $this->json_or_null() ?? throw new Failure('microsoft_unreadable_answer');
    }

    /**
     * The AADSTS numbers in the body, in order, each once: the only thing that is read of a page of Microsoft's.
     *
     * @return list<int>
     */
    public function aadsts_numbers(): array
    {
        // Opened to be searched.
        preg_match_all('/AADSTS(\d{4,9})/', $this->body->reveal(), $numbers);
        return array_values(array_unique(array_map('intval', $numbers[1])));
    }

    /**
     * The body as a JSON object, or null when it is something else.
     *
     * @return array<string, mixed>|null
     */
    public function json_or_null(): ?array
    {
        // Opened to be decoded. Objects only: a JSON list is not an answer that Microsoft gives.
        $text = $this->body->reveal();
        $decoded = str_starts_with(ltrim($text), '{') ? json_decode($text, true) : null;
        return is_array($decoded) ? $decoded : null;
    }
}
