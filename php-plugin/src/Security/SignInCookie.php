<?php

declare(strict_types=1);

namespace Wkpbic\Security;

use Wkpbic\Clock;

/**
 * The cookie that ties a sign-in to the browser that began it.
 *
 * 32 random bytes as base64url. HttpOnly, and SameSite=Lax, since Microsoft leads back with a top-level GET. Its path is the
 * site's, not wp-admin's: it is set in a REST answer and must come back both to wp-admin and to REST, or a second tab
 * would replace the cookie of the first. Host-only: no Domain attribute.
 */
final class SignInCookie
{
    public const NAME = 'wkpbic_sign_in';

    private const SHAPE = '/\A[A-Za-z0-9_-]{43}\z/';

    /**
     * @param int $lifetime Seconds; that of a sign-in attempt.
     */
    public function __construct(private readonly Clock $clock, private readonly int $lifetime)
    {
    }

    /** What the browser sent, or null when it sent none or something else. */
    public function value(): ?Secret
    {
        $value = $_COOKIE[self::NAME] ?? null;
        return is_string($value) && 1 === preg_match(self::SHAPE, $value) ? new Secret($value) : null;
    }

    /**
     * Makes sure that the browser has the cookie for another full lifetime; keeps the value it already has.
     */
    public function issue(): Secret
    {
        $value = $this->value() ?? new Secret(strtr(rtrim(base64_encode(random_bytes(32)), '='), '+/', '-_'));
        $text = $value->reveal(); // Opened to be sent to the browser it belongs to.
        $_COOKIE[self::NAME] = $text;
        if (!headers_sent()) {
            setcookie(self::NAME, $text, [
                'expires' => $this->clock->now() + $this->lifetime,
                'path' => self::path(COOKIEPATH, (string) wp_parse_url(admin_url(), PHP_URL_PATH)),
                'secure' => is_ssl(),
                'httponly' => true,
                'samesite' => 'Lax',
            ]);
        }
        return $value;
    }

    /**
     * The site's own path where wp-admin lies below it, else the whole host (a site whose WordPress folder lies elsewhere).
     */
    public static function path(string $cookie_path, string $admin_path): string
    {
        return '' !== $cookie_path && str_starts_with($admin_path, $cookie_path) ? $cookie_path : '/';
    }
}
