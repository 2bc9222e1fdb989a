<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\Flag;
use Wkpbic\Storage\OptionRows;

/**
 * Notices that this is not the site on which the connection was made: its address has changed, or its database was copied. Two sites
 * that use one refresh token take it from each other, so nobody uses it until a person has said which site this is.
 *
 * The address is kept in a form that a search-and-replace over the database, as tools for moving a site do it, leaves alone. A copy
 * with the same address and a database of the same name and prefix is not noticed. Calls no WordPress function.
 */
final class SiteIdentity
{
    public const OPTION = 'wkpbic_site';

    /** Under this name the flag holds a fingerprint of the site last known, so that admin pages need no query. */
    public const FLAG = 'site';

    /** Under this name the flag says that somebody has called this site a copy. */
    public const COPY_FLAG = 'copy';

    /** A site may have several addresses: one for each language, for example. */
    private const MOST_KNOWN = 8;

    /**
     * @param Closure(): string $address Home address of the site.
     * @param Closure(): string $database Name of the database with the tables' prefix.
     */
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Flag $flag,
        private readonly Closure $address,
        private readonly Closure $database
    ) {
    }

    /**
     * Before every use of a stored token.
     *
     * @throws Failure site_moved, site_copied
     */
    public function require_same_site(): void
    {
        $problem = $this->problem();
        if (null !== $problem) {
            throw $problem;
        }
    }

    /** Why tokens must not be used here; null when this is a site that is known, or none is. */
    public function problem(): ?Failure
    {
        $known = $this->known();
        [$address, $database] = $this->current();
        if ([] === $known || in_array([$address, $database], $known, true)) {
            return null;
        }
        foreach ($known as [$known_address]) {
            if ($known_address === $address) {
                return new Failure('site_copied');
            }
        }
        return new Failure('site_moved', null, ['stored' => $known[0][0], 'current' => $address]);
    }

    /** Whether problem() has to be asked, as far as can be told without a query. */
    public function may_differ(): bool
    {
        $flag = $this->flag->get(self::FLAG);
        return null !== $flag && $flag !== $this->fingerprint();
    }

    /** Makes this site one of the known ones: a connection has begun here, or somebody has said that the site has moved. */
    public function accept(): void
    {
        $others = array_filter($this->known(), fn (array $site): bool => $site !== $this->current());
        $this->write([$this->current(), ...array_values($others)]);
    }

    /** Makes this site the only known one: somebody has said that it is a copy. */
    public function accept_alone(): void
    {
        $this->write([$this->current()], true);
    }

    /** Whether is_copy() has to be asked, as far as can be told without a query. */
    public function may_be_copy(): bool
    {
        return null !== $this->flag->get(self::COPY_FLAG);
    }

    /** Whether somebody has said that this is a copy, and nothing has been connected here since. */
    public function is_copy(): bool
    {
        $row = $this->rows_known()[0] ?? null;
        return is_array($row) && true === ($row['copy'] ?? null) && [$this->current()] === $this->known();
    }

    /**
     * @param list<array{string, string}> $sites Address and database of each, the latest first.
     */
    private function write(array $sites, bool $is_copy = false): void
    {
        $rows = array_map(
            static fn (array $site): array => ['address' => base64_encode($site[0]), 'database' => $site[1]]
                + ($is_copy ? ['copy' => true] : []),
            array_slice($sites, 0, self::MOST_KNOWN)
        );
        $this->rows->write([self::OPTION => (string) json_encode($rows)]);
        $this->flag->put(self::FLAG, $this->fingerprint());
        $this->flag->put(self::COPY_FLAG, $is_copy ? 'yes' : null);
    }

    /**
     * @return list<array{string, string}>
     */
    private function known(): array
    {
        $known = [];
        foreach ($this->rows_known() as $row) {
            $texts = is_array($row) ? array_filter($row, 'is_string') : [];
            $known[] = [(string) base64_decode($texts['address'] ?? '', true), $texts['database'] ?? ''];
        }
        return $known;
    }

    /**
     * @return array<mixed>
     */
    private function rows_known(): array
    {
        $rows = json_decode($this->rows->read(self::OPTION) ?? '', true);
        return is_array($rows) ? $rows : [];
    }

    /**
     * @return array{string, string}
     */
    private function current(): array
    {
        return [self::plain(($this->address)()), substr(hash('sha256', ($this->database)()), 0, 32)];
    }

    private function fingerprint(): string
    {
        return substr(hash('sha256', implode("\n", $this->current())), 0, 16);
    }

    /**
     * Host and path, without what may change on one and the same site: the scheme, "www.", a slash at the end and, on this machine,
     * the port.
     */
    private static function plain(string $address): string
    {
        $parts = (array) parse_url($address);
        $host = (string) preg_replace('/\Awww\./', '', strtolower((string) ($parts['host'] ?? '')));
        $has_port = isset($parts['port']) && !in_array($host, ['localhost', '127.0.0.1'], true);
        return $host . ($has_port ? ":{$parts['port']}" : '') . rtrim((string) ($parts['path'] ?? ''), '/');
    }
}
