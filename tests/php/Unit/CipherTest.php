<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\KeyRing;
use Wkpbic\Security\Secret;

final class CipherTest extends TestCase
{
    private const OPTION = 'wkpbic_client_secret';

    public function test_every_printable_character_comes_back(): void
    {
        $text = implode('', array_map('chr', range(0x20, 0x7E)));
        foreach ([$text, strrev($text), '', ' ', "line\nbreak", 'ünïcödé 😀', str_repeat('x', 100000)] as $each) {
            $record = self::cipher()->seal(new Secret($each), self::OPTION);
            self::assertSame($each, self::cipher()->open($record, self::OPTION)->reveal());
        }
    }

    public function test_a_record_is_a_version_and_base64_without_the_text(): void
    {
        $record = self::cipher()->seal(new Secret('a-secret-of-some-length'), self::OPTION);
        self::assertMatchesRegularExpression('#\Awkpbic2:[A-Za-z0-9+/]+=*\z#', $record);
        self::assertStringNotContainsString('a-secret', (string) base64_decode(substr($record, strlen('wkpbic2:')), true));
    }

    public function test_the_same_text_is_never_sealed_alike(): void
    {
        $cipher = self::cipher();
        self::assertNotSame($cipher->seal(new Secret('x'), self::OPTION), $cipher->seal(new Secret('x'), self::OPTION));
    }

    public function test_a_record_moved_to_another_option_does_not_open(): void
    {
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        self::assertRefused('secret_moved', static fn () => self::cipher()->open($record, 'wkpbic_tokens'));
    }

    public function test_a_record_cut_or_changed_anywhere_does_not_open(): void
    {
        $record = self::cipher()->seal(new Secret('some text'), self::OPTION);
        $bytes = (string) base64_decode(substr($record, strlen('wkpbic2:')), true);
        for ($length = 0; $length < strlen($bytes); $length++) {
            $cut = 'wkpbic2:' . base64_encode(substr($bytes, 0, $length));
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($cut, self::OPTION));
        }
        for ($position = 17; $position < strlen($bytes); $position++) {
            $changed = $bytes;
            $changed[$position] = $changed[$position] ^ "\x01";
            $changed = 'wkpbic2:' . base64_encode($changed);
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($changed, self::OPTION));
        }
        foreach (['', 'wkpbic2:', 'wkpbic3:' . base64_encode($bytes), 'wkpbic2:@@@', 'plain text', base64_encode($bytes)] as $junk) {
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($junk, self::OPTION));
        }
    }

    public function test_a_changed_head_does_not_open(): void
    {
        $record = self::cipher()->seal(new Secret('some text'), self::OPTION);
        $bytes = (string) base64_decode(substr($record, strlen('wkpbic2:')), true);
        // The source of the key, the key's name, the place.
        $codes = [0 => 'secret_unreadable', 1 => 'site_keys_changed', 8 => 'site_keys_changed', 9 => 'secret_moved', 16 => 'secret_moved'];
        foreach ($codes as $at => $code) {
            $changed = $bytes;
            $changed[$at] = $changed[$at] ^ "\x01";
            self::assertRefused($code, static fn () => self::cipher()->open('wkpbic2:' . base64_encode($changed), self::OPTION));
        }
    }

    public function test_changed_salts_and_a_changed_constant_are_told_from_damage_and_from_each_other(): void
    {
        $constant = str_repeat('c', 32);
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        foreach ([self::cipher(salts: str_repeat('other salts ', 10)), self::cipher(str_repeat('other salts ', 10), $constant)] as $other) {
            self::assertRefused('site_keys_changed', static fn () => $other->open($record, self::OPTION));
        }
        $record = self::cipher(constant: $constant)->seal(new Secret('x'), self::OPTION);
        foreach ([self::cipher(constant: str_repeat('d', 32)), self::cipher()] as $other) {
            self::assertRefused('encryption_key_changed', static fn () => $other->open($record, self::OPTION));
        }
    }

    public function test_what_the_salts_sealed_opens_after_a_constant_is_defined(): void
    {
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        $now = self::cipher(constant: str_repeat('c', 32));
        self::assertSame('x', $now->open($record, self::OPTION)->reveal());
        self::assertFalse($now->is_current($record));
        self::assertTrue($now->is_current($now->seal(new Secret('x'), self::OPTION)));
    }

    public function test_the_previous_constant_opens_and_never_seals(): void
    {
        [$old, $new] = [str_repeat('o', 32), str_repeat('n', 32)];
        $record = self::cipher(constant: $old)->seal(new Secret('x'), self::OPTION);
        $now = self::cipher(constant: $new, previous: $old);
        self::assertSame('x', $now->open($record, self::OPTION)->reveal());
        $fresh = $now->seal(new Secret('y'), self::OPTION);
        self::assertSame('y', self::cipher(constant: $new)->open($fresh, self::OPTION)->reveal());
        self::assertRefused('encryption_key_changed', static fn () => self::cipher(constant: $old)->open($fresh, self::OPTION));
        $without_constant = self::cipher(previous: $old);
        self::assertSame('x', $without_constant->open($record, self::OPTION)->reveal());
        $too_short = self::cipher(constant: $new, previous: 'short');
        self::assertRefused('encryption_key_changed', static fn () => $too_short->open($record, self::OPTION));
    }

    /** Sealed by hand as version 1 did it: key id, nonce, ciphertext; the version and the option's name as associated data. */
    public function test_a_record_of_version_1_still_opens(): void
    {
        $salts = 'salts of a site that are long enough';
        $nonce = str_repeat("\x07", 24);
        $sealed = sodium_crypto_aead_xchacha20poly1305_ietf_encrypt(
            'of old',
            'wkpbic1:' . self::OPTION,
            $nonce,
            hash_hkdf('sha256', $salts, 32, 'wkpbic key 1')
        );
        $record = 'wkpbic1:' . base64_encode(hash_hkdf('sha256', $salts, 8, 'wkpbic key id 1') . $nonce . $sealed);
        self::assertSame('of old', self::cipher()->open($record, self::OPTION)->reveal());
        self::assertFalse(self::cipher()->is_current($record));
        self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($record, 'wkpbic_tokens'));
        self::assertRefused('site_keys_changed', static fn () => self::cipher(salts: strrev($salts))->open($record, self::OPTION));
    }

    public function test_a_mark_names_a_secret_under_this_key_only(): void
    {
        $mark = self::cipher()->mark(new Secret('x'));
        self::assertMatchesRegularExpression('/\A[0-9a-f]{64}\z/', $mark);
        self::assertSame($mark, self::cipher()->mark(new Secret('x')));
        self::assertNotSame($mark, self::cipher()->mark(new Secret('y')));
        self::assertNotSame($mark, self::cipher(constant: str_repeat('c', 32))->mark(new Secret('x')));
    }

    public function test_the_constant_takes_the_place_of_the_salts(): void
    {
        $constant = 'any text of at least 32 characters';
        $record = self::cipher(constant: $constant)->seal(new Secret('x'), self::OPTION);
        $same_key = self::cipher(salts: 'other salts, which do not matter now', constant: $constant);
        self::assertSame('x', $same_key->open($record, self::OPTION)->reveal());
    }

    public function test_a_constant_that_is_too_short_is_refused_and_the_salts_are_not_used_instead(): void
    {
        foreach (['', str_repeat('k', 31)] as $short) {
            $cipher = self::cipher(constant: $short);
            self::assertFalse($cipher->is_available());
            self::assertRefused('encryption_unavailable', static fn () => $cipher->seal(new Secret('x'), self::OPTION));
        }
    }

    public function test_without_sodium_nothing_is_sealed_or_opened(): void
    {
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        $cipher = new Cipher(self::keys('salts of a site that are long enough'), static fn (): bool => false);
        self::assertFalse($cipher->is_available());
        self::assertRefused('encryption_unavailable', static fn () => $cipher->seal(new Secret('x'), self::OPTION));
        self::assertRefused('encryption_unavailable', static fn () => $cipher->open($record, self::OPTION));
    }

    private static function cipher(
        string $salts = 'salts of a site that are long enough',
        ?string $constant = null,
        ?string $previous = null
    ): Cipher {
        return new Cipher(self::keys($salts, $constant, $previous));
    }

    private static function keys(string $salts, ?string $constant = null, ?string $previous = null): KeyRing
    {
        $secret = static fn (?string $text): ?Secret => null === $text ? null : new Secret($text);
        return new KeyRing(
            static fn (): Secret => new Secret($salts),
            static fn (): ?Secret => $secret($constant),
            static fn (): ?Secret => $secret($previous)
        );
    }

    /**
     * @param callable(): mixed $action
     */
    private static function assertRefused(string $code, callable $action): void
    {
        try {
            $action();
            self::fail("Not refused; expected $code.");
        } catch (Failure $failure) {
            self::assertSame($code, $failure->error_code);
        }
    }
}
