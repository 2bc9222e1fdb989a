<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Tests\Support\FakeClock;

final class SignInCookieTest extends TestCase
{
    protected function tearDown(): void
    {
        unset($_COOKIE[SignInCookie::NAME]);
    }

    public function test_its_path_covers_both_wp_admin_and_rest(): void
    {
        self::assertSame('/', SignInCookie::path('/', '/wp-admin/'));
        self::assertSame('/shop/', SignInCookie::path('/shop/', '/shop/wp-admin/'));
        self::assertSame('/', SignInCookie::path('/shop/', '/wordpress/wp-admin/'));
        self::assertSame('/', SignInCookie::path('', '/wp-admin/'));
    }

    public function test_only_a_value_of_its_own_form_counts(): void
    {
        $cookie = new SignInCookie(new FakeClock(), 900);
        self::assertNull($cookie->value());
        $good = str_repeat('aB3_-', 8) . 'xyz';
        $_COOKIE[SignInCookie::NAME] = $good;
        self::assertSame($good, $cookie->value()?->reveal());
        foreach (['', 'x', $good . 'x', $good . "\n", substr($good, 1) . '+', [$good]] as $bad) {
            $_COOKIE[SignInCookie::NAME] = $bad;
            self::assertNull($cookie->value());
        }
    }
}
