<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use DateTimeImmutable;
use DateTimeZone;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * Which entries of the log are wanted. Calls no WordPress function.
 */
final class LogFilter
{
    /** What may be asked for. */
    public const NAMES = ['kind', 'event', 'code', 'from', 'to', 'page'];

    private const LAST_PAGE = 100_000;

    /**
     * @param string|null $kind One of LogTable::KINDS.
     * @param string|null $event One of Event, or the kind of address of a call.
     * @param string|null $code Error code of the contract.
     * @param int|null $from Unix time of the first second wanted.
     * @param int|null $to Unix time of the last second wanted.
     * @param int $page Counted from 1.
     */
    private function __construct(
        public readonly ?string $kind,
        public readonly ?string $event,
        public readonly ?string $code,
        public readonly ?int $from,
        public readonly ?int $to,
        public readonly int $page
    ) {
    }

    /**
     * From what somebody typed: absent, null and '' all mean "any". A time is Unix seconds, or a day (UTC) as YYYY-MM-DD.
     *
     * @param array<mixed> $asked Name => value.
     * @throws Failure field_unknown, log_filter_invalid
     */
    public static function from(array $asked, Contract $contract): self
    {
        foreach (array_keys($asked) as $name) {
            if (!in_array($name, self::NAMES, true)) {
                throw Failure::unknown_field($name);
            }
        }
        $kind = self::text($asked, 'kind', static fn (string $text): bool => in_array($text, LogTable::KINDS, true));
        $event = self::text($asked, 'event', static fn (string $text): bool => 1 === preg_match('#\A[A-Za-z_{}/-]{1,64}\z#', $text));
        $code = self::text($asked, 'code', $contract->has_error(...));
        $page = self::text($asked, 'page', static fn (string $text): bool => 1 === preg_match('/\A[1-9]\d{0,5}\z/', $text)
            && (int) $text <= self::LAST_PAGE);
        return new self(
            $kind,
            $event,
            $code,
            self::time($asked, 'from', '00:00:00'),
            self::time($asked, 'to', '23:59:59'),
            (int) ($page ?? 1)
        );
    }

    /** The same wish without a page: everything. */
    public static function all(): self
    {
        return new self(null, null, null, null, null, 1);
    }

    /**
     * @return array{string, list<int|string>} The condition for LogTable::select(), and its arguments.
     */
    public function where(): array
    {
        $parts = ['1 = 1'];
        $arguments = [];
        $wanted = ['kind = %s' => $this->kind, 'event = %s' => $this->event, 'code = %s' => $this->code];
        foreach ($wanted + ['at >= %d' => $this->from, 'at <= %d' => $this->to] as $part => $value) {
            if (null !== $value) {
                $parts[] = $part;
                $arguments[] = $value;
            }
        }
        return ['WHERE ' . implode(' AND ', $parts), $arguments];
    }

    /**
     * @param array<mixed> $asked
     * @param callable(string): bool $fits
     * @throws Failure log_filter_invalid
     */
    private static function text(array $asked, string $name, callable $fits): ?string
    {
        $value = $asked[$name] ?? '';
        $value = is_int($value) ? (string) $value : $value;
        if ('' === $value) {
            return null;
        }
        if (!is_string($value) || !$fits($value)) {
            throw new Failure('log_filter_invalid', $name, ['field' => $name]);
        }
        return $value;
    }

    /**
     * @param array<mixed> $asked
     * @throws Failure log_filter_invalid
     */
    private static function time(array $asked, string $name, string $time_of_day): ?int
    {
        $text = self::text($asked, $name, static fn (string $text): bool => 1 === preg_match('/\A(?:\d{1,12}|\d{4}-\d\d-\d\d)\z/', $text));
        if (null === $text || !str_contains($text, '-')) {
            return null === $text ? null : (int) $text;
        }
        $day = DateTimeImmutable::createFromFormat('!Y-m-d H:i:s', "$text $time_of_day", new DateTimeZone('UTC'));
        if (false === $day || $day->format('Y-m-d') !== $text) {
            throw new Failure('log_filter_invalid', $name, ['field' => $name]);
        }
        return $day->getTimestamp();
    }
}
