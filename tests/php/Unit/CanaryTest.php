<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Tests\Support\Canary;
use Wkpbic\Tests\Support\Faults;

/**
 * The search for secrets finds what it should: else its silence proves nothing.
 */
final class CanaryTest extends TestCase
{
    private const SECRET = "Kq7~\"<é&'/\\+%41-zW3vR9tXb2";

    /**
     * @dataProvider leaks
     */
    public function test_a_leak_is_found(string $text): void
    {
        $canary = new Canary();
        $canary->add('a secret', self::SECRET);
        self::assertNotSame([], $canary->found_in($text), $text);
        self::assertStringNotContainsString('zW3v', implode(' ', $canary->found_in($text)));
    }

    /**
     * @return array<string, array{string}>
     */
    public function leaks(): array
    {
        $secret = self::SECRET;
        return [
            'as it is' => ["row\t$secret\t7"],
            'in an address' => ['https://x/?a=b&secret=' . rawurlencode($secret) . '#x'],
            'in a form' => [http_build_query(['a' => 'b', 'secret' => $secret])],
            'in JSON' => [(string) json_encode(['x' => ['y' => $secret]])],
            'in JSON without escapes' => [(string) json_encode([$secret], JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE)],
            'in JSON in JSON' => [(string) json_encode(['row' => json_encode([$secret])])],
            'in HTML' => ['<p title="' . htmlspecialchars($secret, ENT_QUOTES) . '">'],
            'serialised' => [serialize(['secret' => $secret])],
            'printed' => ["[secret] => $secret\n)"],
            'quoted' => ["'secret' => '" . addslashes("x$secret") . "'"],
            'base64' => [base64_encode($secret)],
            'base64, one before' => [base64_encode("x$secret and more")],
            'base64, two before' => [base64_encode("xy$secret and more")],
            'base64url' => [strtr(base64_encode("xyz$secret"), '+/', '-_')],
            'hexadecimal' => [bin2hex("abc$secret")],
            'basic authorization' => ['Authorization: Basic ' . base64_encode("client:$secret")],
            'masked at its end' => ['The secret ' . substr($secret, 0, 10) . '…'],
            'masked at its beginning' => ['The secret ****' . substr($secret, -10)],
            'a line cut short' => ['value: ' . substr($secret, 0, 18)],
        ];
    }

    public function test_what_is_no_leak_is_not_found(): void
    {
        $canary = new Canary();
        $canary->add('a secret', self::SECRET);
        foreach (['', 'Kq7~', hash('sha256', self::SECRET), password_hash('x', PASSWORD_DEFAULT), substr(self::SECRET, 0, 4)] as $text) {
            self::assertSame([], $canary->found_in($text), $text);
        }
    }

    public function test_secrets_are_taken_from_requests_and_answers(): void
    {
        $canary = new Canary();
        $answer = ['body' => (string) json_encode(['access_token' => 'access-token-of-this-test', 'expires_in' => 7])];
        $canary->watch($answer, 'response', 'x', ['body' => 'client_secret=secret%7Eof-this-test&code=code-of-this-test-run'], 'http://x');
        $canary->watch(new \stdClass(), 'response', 'x', ['body' => ['password' => 'password-of-this-test']], 'http://x');
        $canary->watch(null, 'response', 'x', ['headers' => ['Authorization' => 'Bearer token-that-is-sent-only']], 'http://x');
        $sent = ['secret~of-this-test', 'code-of-this-test-run', 'access-token-of-this-test', 'password-of-this-test', 'token-that-is-sent-only'];
        foreach ($sent as $secret) {
            self::assertNotSame([], $canary->found_in("a $secret b"), $secret);
        }
        self::assertEqualsCanonicalizing(['client_secret', 'code', 'access_token', 'password'], $canary->on_the_way());
    }

    public function test_every_kind_of_fault_that_the_stand_in_knows_is_used(): void
    {
        $source = (string) file_get_contents(dirname(__DIR__, 2) . '/microsoft/faults.mjs');
        self::assertSame(1, preg_match('/export const KINDS = \[(.*?)\]/s', $source, $list));
        preg_match_all("/'([a-z_]+)'/", $list[1], $kinds);
        self::assertEqualsCanonicalizing($kinds[1], array_values(array_unique(array_column(Faults::all(['a-secret']), 'kind'))));
    }
}
