<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\WordPressTestCase;

final class SignInAttemptsTest extends WordPressTestCase
{
    private const USER = 11;
    private const OTHER_USER = 12;

    private FakeClock $clock;
    private Plugin $plugin;
    private SignInAttempts $attempts;
    private Secret $state;
    private Secret $browser;
    private Secret $other_browser;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->attempts = $this->plugin->sign_in_attempts();
        $this->state = new Secret(self::random_text());
        $this->browser = new Secret(self::random_text());
        $this->other_browser = new Secret(self::random_text());
    }

    public function test_the_rightful_one_gets_the_attempt(): void
    {
        self::assertSame($this->clock->now() + 900, $this->begin());
        $this->clock->advance(899);
        $attempt = $this->attempts->claim($this->state, self::USER, $this->browser);
        self::assertSame('the verifier', $attempt->code_verifier->reveal());
        self::assertSame(self::REDIRECT_URI, $attempt->redirect_uri);
        self::assertSame('identity', $attempt->identity);
    }

    public function test_an_unknown_state(): void
    {
        $this->begin();
        self::assertSame('state_unknown', $this->claim(new Secret(self::random_text())));
    }

    public function test_an_expired_attempt_whoever_asks(): void
    {
        $this->begin();
        $this->clock->advance(900);
        self::assertSame('sign_in_expired', $this->claim());
        self::assertSame('sign_in_expired', $this->claim(browser: null));
    }

    public function test_another_user_and_another_browser_do_not_burn_it(): void
    {
        $this->begin();
        $row = $this->row();
        self::assertSame('sign_in_other_user', $this->claim(user: self::OTHER_USER));
        self::assertSame('sign_in_other_browser', $this->claim(browser: $this->other_browser));
        self::assertSame('sign_in_other_browser', $this->claim(browser: null));
        self::assertSame($row, $this->row());
        self::assertNull($this->claim());
    }

    public function test_a_used_attempt_tells_a_reload_from_an_abuse(): void
    {
        $this->begin();
        self::assertNull($this->claim());
        self::assertSame('sign_in_already_done', $this->claim());
        self::assertSame('state_reused', $this->claim(user: self::OTHER_USER));
        self::assertSame('state_reused', $this->claim(browser: $this->other_browser));
        self::assertSame('state_reused', $this->claim(browser: null));
        $this->clock->advance(900);
        self::assertSame('sign_in_expired', $this->claim());
    }

    public function test_a_used_attempt_holds_no_verifier(): void
    {
        $this->begin();
        self::assertStringContainsString('wkpbic2:', $this->row());
        $this->claim();
        self::assertStringNotContainsString('wkpbic2:', $this->row());
    }

    public function test_the_row_holds_neither_state_nor_cookie_nor_verifier(): void
    {
        $this->begin();
        foreach ($this->plugin->rows()->starting_with('wkpbic_') as $name => $value) {
            foreach ([$this->state->reveal(), $this->browser->reveal(), 'the verifier', 'the nonce'] as $text) {
                self::assertStringNotContainsString($text, $name . $value);
            }
        }
    }

    public function test_a_verifier_moved_to_another_attempt_does_not_open(): void
    {
        $this->begin();
        $row = $this->row();
        $other = new Secret(self::random_text());
        $this->plugin->rows()->write([SignInAttempts::PREFIX . SignInAttempts::id($other) => $row]);
        self::assertSame('secret_moved', $this->claim($other));
    }

    public function test_a_state_serves_once(): void
    {
        $this->begin();
        self::assertSame('state_reused', self::failure(fn () => $this->begin())->error_code);
    }

    public function test_expired_rows_go_when_the_next_attempt_begins_and_others_stay(): void
    {
        $this->begin();
        $this->clock->advance(600);
        $second = new Secret(self::random_text());
        $this->begin($second);
        $this->clock->advance(301);
        $this->plugin->rows()->write([SignInAttempts::PREFIX . 'broken' => 'no json']);
        $third = new Secret(self::random_text());
        $this->begin($third);
        $names = array_keys($this->plugin->rows()->starting_with(SignInAttempts::PREFIX));
        self::assertEqualsCanonicalizing(
            [SignInAttempts::PREFIX . SignInAttempts::id($second), SignInAttempts::PREFIX . SignInAttempts::id($third)],
            $names
        );
    }

    public function test_several_attempts_of_one_browser_all_count(): void
    {
        $cookie = $this->plugin->sign_in_cookie();
        $first = $cookie->issue();
        $this->attempts->begin($this->state, new Secret('the verifier'), self::REDIRECT_URI, self::USER, $first, 'identity', new Secret('the nonce'));
        $second_state = new Secret(self::random_text());
        $second = $cookie->issue();
        $nonce = new Secret('the nonce');
        $this->attempts->begin($second_state, new Secret('the verifier'), self::REDIRECT_URI, self::USER, $second, 'identity', $nonce);
        self::assertTrue($first->equals($second));
        self::assertNull($this->claim(browser: $cookie->value()));
        self::assertNull($this->claim($second_state, browser: $cookie->value()));
    }

    private function begin(?Secret $state = null): int
    {
        return $this->attempts->begin(
            $state ?? $this->state,
            new Secret('the verifier'),
            self::REDIRECT_URI,
            self::USER,
            $this->browser,
            'identity',
            new Secret('the nonce')
        );
    }

    /**
     * @param Secret|null|false $browser False for the rightful one.
     * @return string|null The code of the refusal, null when the attempt was given.
     */
    private function claim(?Secret $state = null, int $user = self::USER, Secret|null|false $browser = false): ?string
    {
        try {
            $this->attempts->claim($state ?? $this->state, $user, false === $browser ? $this->browser : $browser);
            return null;
        } catch (\Wkpbic\Error\Failure $failure) {
            return $failure->error_code;
        }
    }

    private function row(): string
    {
        return (string) $this->plugin->rows()->read(SignInAttempts::PREFIX . SignInAttempts::id($this->state));
    }
}
