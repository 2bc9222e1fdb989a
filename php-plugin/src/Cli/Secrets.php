<?php

declare(strict_types=1);

namespace Wkpbic\Cli;

use Wkpbic\Error\Failure;
use Wkpbic\Security\Secret;

/**
 * Reads secrets for commands: never from an argument, which the list of processes and the shell's history show to others.
 */
final class Secrets
{
    public function __construct(private readonly Console $console)
    {
    }

    /**
     * Reads the secret when its option is there without a value.
     *
     * @param array<string, mixed> $options
     * @return Secret|null Null when the option is not there.
     * @throws Failure secret_in_argument, secret_not_given
     */
    public function read(string $name, #[\SensitiveParameter] array $options): ?Secret
    {
        $given = $options[$name] ?? false;
        if (false === $given) {
            return null;
        }
        if (true !== $given) {
            throw new Failure('secret_in_argument', $name, ['field' => $name]);
        }
        $text = $this->console->secret($name);
        return '' === $text ? throw new Failure('secret_not_given', $name, ['field' => $name]) : new Secret($text);
    }
}
