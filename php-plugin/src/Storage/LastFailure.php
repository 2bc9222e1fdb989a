<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;

/**
 * Why the connection last failed to get a token; empty while all is well.
 */
final class LastFailure
{
    public const OPTION = 'wkpbic_last_failure';

    public function __construct(private readonly OptionRows $rows, private readonly Clock $clock)
    {
    }

    /**
     * @return array{code: string, params: array<string, int|string>, at: int}|null
     */
    public function read(): ?array
    {
        $row = json_decode($this->rows->read(self::OPTION) ?? '', true);
        if (!is_array($row) || !is_string($row['code'] ?? null)) {
            return null;
        }
        return ['code' => $row['code'], 'params' => (array) ($row['params'] ?? []), 'at' => (int) ($row['at'] ?? 0)];
    }

    public function write(Failure $failure): void
    {
        $row = ['code' => $failure->error_code, 'params' => $failure->params, 'at' => $this->clock->now()];
        $this->rows->write([self::OPTION => (string) json_encode($row)]);
    }

    public function clear(): void
    {
        $this->rows->delete(self::OPTION);
    }
}
