<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use RuntimeException;

/**
 * One HTTP request that follows no redirect; for tests, so that the plugin's own HTTP class is not its own judge.
 */
final class HttpRequest
{
    /**
     * @param array<string, string> $headers
     */
    public function __construct(
        private readonly string $url,
        private readonly string $method = 'GET',
        private readonly string $body = '',
        private readonly array $headers = []
    ) {
    }

    public function send(): HttpReply
    {
        $lines = [];
        foreach ($this->headers as $name => $value) {
            $lines[] = "$name: $value";
        }
        $stream = fopen($this->url, 'rb', false, stream_context_create(['http' => [
            'method' => $this->method,
            'header' => $lines,
            'content' => $this->body,
            'follow_location' => 0,
            'ignore_errors' => true,
            'timeout' => 30,
        ]]));
        if (false === $stream) {
            throw new RuntimeException("No answer from $this->url");
        }
        $head = stream_get_meta_data($stream)['wrapper_data'];
        return new HttpReply($head, (string) stream_get_contents($stream));
    }
}
