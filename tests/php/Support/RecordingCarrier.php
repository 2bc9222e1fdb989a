<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use LogicException;
use WpOrg\Requests\Transport;

/**
 * Carries nothing anywhere: notes what travels together and how long it may take, lets that much time pass on a fake clock, and
 * answers 200 with an empty object.
 */
final class RecordingCarrier implements Transport
{
    /** @var list<list<string>> The last part of each address, group by group. */
    public array $groups = [];

    /** @var list<float> Seconds that each request was given. */
    public array $timeouts = [];

    public function __construct(private readonly FakeClock $clock, private readonly int $milliseconds = 0)
    {
    }

    /**
     * @param string $url
     * @param array<mixed> $headers
     * @param string|array<mixed> $data
     * @param array<string, mixed> $options
     * @return never
     */
    public function request($url, $headers = [], $data = [], $options = []): string
    {
        throw new LogicException('Requests of tasks travel in groups.');
    }

    /**
     * @param array<string, array{url: string, options: array<string, mixed>}> $requests
     * @param array<string, mixed> $options
     * @return array<string, string>
     */
    public function request_multiple($requests, $options): array
    {
        $this->groups[] = array_map(static fn (array $request): string => basename($request['url']), array_values($requests));
        foreach ($requests as $request) {
            $this->timeouts[] = $request['options']['timeout'];
        }
        $this->clock->pause($this->milliseconds);
        return array_map(static fn (): string => "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}", $requests);
    }

    /**
     * @param array<string, bool> $capabilities
     */
    public static function test($capabilities = []): bool
    {
        return true;
    }
}
