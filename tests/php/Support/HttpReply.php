<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

/**
 * What came back for an HttpRequest.
 */
final class HttpReply
{
    public readonly int $status;

    /**
     * @param list<string> $head Status line and headers.
     */
    public function __construct(private readonly array $head, public readonly string $body)
    {
        $this->status = (int) explode(' ', $head[0])[1];
    }

    /**
     * @return list<string> Every value of a header.
     */
    public function headers(string $name): array
    {
        $found = [];
        foreach ($this->head as $line) {
            [$key, $value] = explode(':', $line, 2) + [1 => ''];
            if (0 === strcasecmp(trim($key), $name)) {
                $found[] = trim($value);
            }
        }
        return $found;
    }

    public function header(string $name): string
    {
        return $this->headers($name)[0] ?? '';
    }

    /**
     * @return array<string, string> Name => value of the cookies that the answer sets.
     */
    public function cookies(): array
    {
        $cookies = [];
        foreach ($this->headers('Set-Cookie') as $line) {
            [$name, $value] = explode('=', explode(';', $line)[0], 2) + [1 => ''];
            $cookies[$name] = $value;
        }
        return $cookies;
    }
}
