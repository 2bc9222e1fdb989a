<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;

/**
 * The stand-in for Microsoft (tests/microsoft), running as a process of this test run on a free port.
 */
final class StandIn
{
    // The default seed of tests/microsoft.
    public const TENANT_ID = '8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9';
    public const CLIENT_ID = '3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846';
    public const CLIENT_SECRET = 'Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x';
    public const USERNAME = 'merchant@contoso.example';
    public const PASSWORD = 'Correct-Horse-7!';

    private static ?self $running = null;

    /**
     * @param string $url Address without a slash at its end.
     */
    private function __construct(public readonly string $url)
    {
    }

    public static function start(): self
    {
        $server = dirname(__DIR__, 2) . '/microsoft/server.mjs';
        $line = BackgroundProcess::start(['node', $server, '--port', '0'])->first_line('ready ');
        return self::$running = new self(trim(substr($line, strlen('ready '))));
    }

    /** For another process of the same test run. */
    public static function at(string $url): self
    {
        return self::$running = new self($url);
    }

    public static function running(): self
    {
        return self::$running ?? throw new RuntimeException('The stand-in for Microsoft is not running.');
    }

    /**
     * Calls a control route.
     *
     * @param array<mixed>|null $body Null for a GET.
     */
    public function control(string $route, ?array $body = null, string $method = 'POST'): mixed
    {
        $request = null === $body
            ? new HttpRequest($this->url . "/_control/$route")
            : new HttpRequest($this->url . "/_control/$route", $method, (string) json_encode($body), ['Content-Type' => 'application/json']);
        $answer = $request->send();
        if (200 !== $answer->status) {
            throw new RuntimeException("The stand-in refused $route: $answer->body");
        }
        return json_decode($answer->body, true);
    }

    /** Everything as it was when the stand-in started. */
    public function reset(): void
    {
        $this->control('reset', []);
        $this->control('faults', []);
        $this->control('log', [], 'DELETE');
        $this->control('clock', ['offset_seconds' => 0]);
    }

    /**
     * @return list<string> Every call to the token endpoint since the last reset, by its grant type.
     */
    public function token_calls(): array
    {
        return array_values(array_filter(array_column((array) $this->control('log'), 'grant_type')));
    }
}
