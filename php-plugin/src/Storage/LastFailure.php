<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;

/**
 * Why the connection last failed to get a token, and until when Microsoft is left alone; empty while all is well. What people
 * must see to is also noted in the flag.
 */
final class LastFailure
{
    public const OPTION = 'wkpbic_last_failure';

    /** The name in the flag. */
    public const FLAG = 'connection';

    public function __construct(private readonly OptionRows $rows, private readonly Clock $clock, private readonly Flag $flag)
    {
    }

    /**
     * `class` is one of the contract's; `retry_at`, when to ask again by ourselves; `asked_until`, until when Microsoft has asked to
     * be left alone, whoever asks; `about` names the values that it failed with.
     *
     * @return array{code: string, params: array<string, int|string>, at: int, class: string, failures: int, retry_at: int|null,
     *               asked_until: int, about: string|null, trace_id: string|null, correlation_id: string|null}|null
     */
    public function read(): ?array
    {
        $row = json_decode($this->rows->read(self::OPTION) ?? '', true);
        if (!is_array($row) || !is_string($row['code'] ?? null)) {
            return null;
        }
        $text = static fn (string $name): ?string => is_string($row[$name] ?? null) ? $row[$name] : null;
        return [
            'code' => $row['code'],
            'params' => (array) ($row['params'] ?? []),
            'at' => (int) ($row['at'] ?? 0),
            'class' => $text('class') ?? 'configuration',
            'failures' => (int) ($row['failures'] ?? 1),
            'retry_at' => is_int($row['retry_at'] ?? null) ? $row['retry_at'] : null,
            'asked_until' => (int) ($row['asked_until'] ?? 0),
            'about' => $text('about'),
            'trace_id' => $text('trace_id'),
            'correlation_id' => $text('correlation_id'),
        ];
    }

    /**
     * @param string $class One of the contract's failure classes.
     * @param int|null $retry_at When to ask again; null when only a person helps.
     * @param int $asked_until Until when Microsoft has asked to be left alone; 0 when it has not.
     * @param string|null $about What names the values that it failed with; null where that does not matter.
     */
    public function write(
        Failure $failure,
        string $class,
        int $failures,
        ?int $retry_at,
        int $asked_until = 0,
        ?string $about = null
    ): void {
        $this->rows->write([self::OPTION => (string) json_encode([
            'code' => $failure->error_code,
            'params' => $failure->params,
            'at' => $this->clock->now(),
            'class' => $class,
            'failures' => $failures,
            'retry_at' => $retry_at,
            'asked_until' => $asked_until,
            'about' => $about,
            'trace_id' => $failure->microsoft['trace_id'] ?? null,
            'correlation_id' => $failure->microsoft['correlation_id'] ?? null,
        ])]);
        $this->flag->put(self::FLAG, 'transient' === $class ? null : $failure->error_code);
    }

    /** Lets the next one who needs a token ask Microsoft, unless Microsoft has asked to be left alone for longer. */
    public function lift(): void
    {
        $last = $this->read();
        if (null !== $last) {
            $row = ['class' => 'transient', 'retry_at' => max($last['asked_until'], $this->clock->now())] + $last;
            $this->rows->write([self::OPTION => (string) json_encode($row)]);
        }
    }

    public function clear(): void
    {
        $this->rows->delete(self::OPTION);
        $this->flag->put(self::FLAG, null);
    }
}
