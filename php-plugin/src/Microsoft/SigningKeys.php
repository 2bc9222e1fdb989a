<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Storage\OptionRows;

/**
 * The keys that a directory publishes for its ID tokens, and the directory's GUID: fetched once a day, and once more when a
 * token names a key that is not among them ("Signing key rollover in the Microsoft identity platform").
 *
 * Only RSA keys of at least 2048 bits are taken (RFC 7517, RFC 7518 section 3.3). Calls no WordPress function.
 */
final class SigningKeys
{
    public const OPTION = 'wkpbic_signing_keys';

    private const MINIMUM_BYTES = 256;

    public function __construct(
        private readonly Contract $contract,
        private readonly OptionRows $rows,
        private readonly Endpoints $endpoints,
        private readonly Http $http,
        private readonly Clock $clock
    ) {
    }

    /**
     * A public key in PEM form, or null when the directory publishes none of that name.
     *
     * @param string $tenant GUID or domain.
     * @param string $kid The key's name in the token's header.
     * @throws Failure tenant_id_invalid, cloud_unknown, microsoft_*
     */
    public function find(string $cloud, string $tenant, string $kid): ?string
    {
        $kept = $this->kept($cloud, $tenant);
        if (null === $kept || !isset($kept['keys'][$kid])) {
            $kept = $this->fetch($cloud, $tenant);
        }
        return $kept['keys'][$kid] ?? null;
    }

    /**
     * The directory's GUID in lower case.
     *
     * @param string $tenant GUID or domain.
     * @throws Failure tenant_id_invalid, cloud_unknown, microsoft_*
     */
    public function tenant_id(string $cloud, string $tenant): string
    {
        return ($this->kept($cloud, $tenant) ?? $this->fetch($cloud, $tenant))['tenant_id'];
    }

    /**
     * What is kept and still fresh.
     *
     * @return array{tenant_id: string, keys: array<string, string>}|null
     */
    private function kept(string $cloud, string $tenant): ?array
    {
        $row = json_decode($this->rows->read(self::OPTION) ?? '', true);
        $age = $this->clock->now() - (int) (is_array($row) ? $row['fetched_at'] ?? 0 : 0);
        $is_fresh = is_array($row)
            && ($row['of'] ?? null) === self::name($cloud, $tenant)
            && $age >= 0
            && $age < $this->contract->limit('signing_keys_seconds');
        return $is_fresh ? ['tenant_id' => (string) $row['tenant_id'], 'keys' => (array) $row['keys']] : null;
    }

    /**
     * @return array{tenant_id: string, keys: array<string, string>}
     * @throws Failure
     */
    private function fetch(string $cloud, string $tenant): array
    {
        $found = [
            'tenant_id' => $this->fetch_tenant_id($cloud, $tenant),
            'keys' => $this->pems($this->json($this->endpoints->signing_keys($cloud, $tenant))),
        ];
        $this->rows->write([self::OPTION => (string) json_encode(
            ['of' => self::name($cloud, $tenant), 'fetched_at' => $this->clock->now()] + $found,
            JSON_UNESCAPED_SLASHES
        )]);
        return $found;
    }

    /**
     * Only a domain has to be looked up.
     *
     * @throws Failure
     */
    private function fetch_tenant_id(string $cloud, string $tenant): string
    {
        $guid = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
        if (1 === preg_match("/\A$guid\z/", strtolower($tenant))) {
            return strtolower($tenant);
        }
        $issuer = $this->json($this->endpoints->discovery($cloud, $tenant))['issuer'] ?? null;
        if (!is_string($issuer) || 1 !== preg_match("#\Ahttps://[^/]+/($guid)/v2\.0\z#", strtolower($issuer), $match)) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return $match[1];
    }

    /**
     * @return array<string, mixed>
     * @throws Failure microsoft_unreadable_answer
     */
    private function json(string $url): array
    {
        $answer = $this->http->get_public($url);
        if (200 !== $answer->status) {
            throw new Failure('microsoft_unreadable_answer');
        }
        return $answer->json();
    }

    /**
     * @param array<string, mixed> $json A JWK set.
     * @return array<string, string> Key's name => PEM; keys of other kinds are left out.
     */
    private function pems(array $json): array
    {
        $pems = [];
        foreach (is_array($json['keys'] ?? null) ? $json['keys'] : [] as $key) {
            $texts = is_array($key) ? array_filter($key, 'is_string') : [];
            if ('RSA' !== ($texts['kty'] ?? '') || 'sig' !== ($texts['use'] ?? 'sig') || !isset($texts['kid'], $texts['n'], $texts['e'])) {
                continue;
            }
            [$modulus, $exponent] = [self::base64url($texts['n']), self::base64url($texts['e'])];
            if (strlen($modulus) >= self::MINIMUM_BYTES && '' !== $exponent) {
                $pems[$texts['kid']] = self::pem($modulus, $exponent);
            }
        }
        return $pems;
    }

    /** SubjectPublicKeyInfo of an RSA key (RFC 5280 section 4.1, RFC 8017 appendix A.1.1) in DER, as PEM. */
    private static function pem(string $modulus, string $exponent): string
    {
        $key = self::der("\x30", self::integer($modulus) . self::integer($exponent));
        $rsa_encryption = "\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x01\x01\x05\x00";
        $der = self::der("\x30", $rsa_encryption . self::der("\x03", "\x00" . $key));
        return "-----BEGIN PUBLIC KEY-----\n" . chunk_split(base64_encode($der), 64, "\n") . "-----END PUBLIC KEY-----\n";
    }

    /** A positive INTEGER: no needless zeros in front, one where the first bit would make it negative. */
    private static function integer(string $bytes): string
    {
        $bytes = ltrim($bytes, "\x00");
        return self::der("\x02", ord($bytes[0] ?? "\x80") >= 0x80 ? "\x00$bytes" : $bytes);
    }

    private static function der(string $tag, string $content): string
    {
        $length = strlen($content);
        if ($length < 0x80) {
            return $tag . chr($length) . $content;
        }
        $bytes = ltrim(pack('N', $length), "\x00");
        return $tag . chr(0x80 | strlen($bytes)) . $bytes . $content;
    }

    private static function base64url(string $text): string
    {
        return (string) base64_decode(strtr($text, '-_', '+/'), true);
    }

    private static function name(string $cloud, string $tenant): string
    {
        return $cloud . ' ' . strtolower($tenant);
    }
}
