<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;

/**
 * How a user's last sign-in ended: shown on the clean address to which the callback leads. One row per user, since several
 * administrators may be at it at once.
 */
final class SignInResults
{
    public const PREFIX = 'wkpbic_sign_in_result_';

    public const SIGNED_IN = 'signed_in';
    public const FAILED = 'failed';
    public const ALREADY_DONE = 'already_done';

    public function __construct(private readonly OptionRows $rows, private readonly Clock $clock)
    {
    }

    /**
     * @return array{outcome: string, code: string, params: array<string, int|string>, at: int,
     *               microsoft: array<string, mixed>|null, attempt: string|null}|null
     */
    public function read(int $user_id): ?array
    {
        $row = json_decode($this->rows->read(self::PREFIX . $user_id) ?? '', true);
        if (!is_array($row) || !is_string($row['code'] ?? null)) {
            return null;
        }
        return [
            'outcome' => (string) ($row['outcome'] ?? self::FAILED),
            'code' => $row['code'],
            'params' => (array) ($row['params'] ?? []),
            'at' => (int) ($row['at'] ?? 0),
            'microsoft' => is_array($row['microsoft'] ?? null) ? $row['microsoft'] : null,
            'attempt' => is_string($row['attempt'] ?? null) ? $row['attempt'] : null,
        ];
    }

    /**
     * @param string|null $attempt Name of the attempt that ended so, if it is known.
     */
    public function succeeded(int $user_id, ?string $attempt): void
    {
        $this->write($user_id, $attempt, self::SIGNED_IN, self::SIGNED_IN, [], null);
    }

    /**
     * @param string|null $attempt Name of the attempt that ended so, if it is known.
     */
    public function failed(int $user_id, ?string $attempt, Failure $failure): void
    {
        $outcome = 'sign_in_already_done' === $failure->error_code ? self::ALREADY_DONE : self::FAILED;
        $this->write($user_id, $attempt, $outcome, $failure->error_code, $failure->params, $failure->microsoft);
    }

    public function clear(int $user_id): void
    {
        $this->rows->delete(self::PREFIX . $user_id);
    }

    public function clear_all(): void
    {
        $this->rows->delete(...array_keys($this->rows->starting_with(self::PREFIX)));
    }

    /**
     * @param array<string, int|string> $params
     * @param array<string, mixed>|null $microsoft
     */
    private function write(
        int $user_id,
        ?string $attempt,
        string $outcome,
        string $code,
        array $params,
        ?array $microsoft
    ): void {
        $row = [
            'outcome' => $outcome,
            'code' => $code,
            'params' => $params,
            'at' => $this->clock->now(),
            'microsoft' => $microsoft,
            'attempt' => $attempt,
        ];
        $this->rows->write([
            self::PREFIX . $user_id => (string) json_encode($row, JSON_UNESCAPED_SLASHES),
        ]);
    }
}
