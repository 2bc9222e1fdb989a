<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

/**
 * Lets a developer put a stand-in in Microsoft's place: the constant WKPBIC_DEVELOPMENT_MICROSOFT_URL.
 *
 * It counts only where the stand-in is on this very machine and the site says that it is a local or development site;
 * anywhere else it is ignored and reported, so that it cannot lead secrets astray. Calls no WordPress function.
 */
final class DevelopmentOverride
{
    public const CONSTANT = 'WKPBIC_DEVELOPMENT_MICROSOFT_URL';

    private const LOOPBACK_HOSTS = ['localhost', '127.0.0.1', '[::1]'];
    private const ENVIRONMENTS = ['local', 'development'];

    private readonly ?string $accepted;
    private readonly bool $refused;

    /**
     * @param string|null $url Value of the constant, or null when it is not defined.
     * @param string $environment What wp_get_environment_type() says.
     */
    public function __construct(?string $url, string $environment)
    {
        $fits = null !== $url && in_array($environment, self::ENVIRONMENTS, true) && self::is_loopback($url);
        $this->accepted = $fits ? rtrim((string) $url, '/') : null;
        $this->refused = null !== $url && !$fits;
    }

    /** Address of the stand-in without a slash at its end, or null to talk to Microsoft. */
    public function url(): ?string
    {
        return $this->accepted;
    }

    /** Whether the constant is defined but does not count. */
    public function is_refused(): bool
    {
        return $this->refused;
    }

    /** An address of a scheme, a loopback host and perhaps a port: nothing else. */
    private static function is_loopback(string $url): bool
    {
        $parts = parse_url($url);
        return is_array($parts)
            && in_array($parts['scheme'] ?? '', ['http', 'https'], true)
            && in_array($parts['host'] ?? '', self::LOOPBACK_HOSTS, true)
            && in_array($parts['path'] ?? '/', ['', '/'], true)
            && [] === array_diff(array_keys($parts), ['scheme', 'host', 'port', 'path']);
    }
}
