<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\EncryptionKey;
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
        self::assertMatchesRegularExpression('#\Awkpbic1:[A-Za-z0-9+/]+=*\z#', $record);
        self::assertStringNotContainsString('a-secret', (string) base64_decode(substr($record, strlen('wkpbic1:')), true));
    }

    public function test_the_same_text_is_never_sealed_alike(): void
    {
        $cipher = self::cipher();
        self::assertNotSame($cipher->seal(new Secret('x'), self::OPTION), $cipher->seal(new Secret('x'), self::OPTION));
    }

    public function test_a_record_moved_to_another_option_does_not_open(): void
    {
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($record, 'wkpbic_tokens'));
    }

    public function test_a_record_cut_or_changed_anywhere_does_not_open(): void
    {
        $record = self::cipher()->seal(new Secret('some text'), self::OPTION);
        $bytes = (string) base64_decode(substr($record, strlen('wkpbic1:')), true);
        for ($length = 0; $length < strlen($bytes); $length++) {
            $cut = 'wkpbic1:' . base64_encode(substr($bytes, 0, $length));
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($cut, self::OPTION));
        }
        for ($position = 8; $position < strlen($bytes); $position++) {
            $changed = $bytes;
            $changed[$position] = $changed[$position] ^ "\x01";
            $changed = 'wkpbic1:' . base64_encode($changed);
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($changed, self::OPTION));
        }
        foreach (['', 'wkpbic1:', 'wkpbic2:' . base64_encode($bytes), 'wkpbic1:@@@', 'plain text', base64_encode($bytes)] as $junk) {
            self::assertRefused('secret_unreadable', static fn () => self::cipher()->open($junk, self::OPTION));
        }
    }

    public function test_another_key_is_told_from_damage(): void
    {
        $record = self::cipher()->seal(new Secret('x'), self::OPTION);
        $other = self::cipher(salts: str_repeat('other salts ', 10));
        self::assertRefused('site_keys_changed', static fn () => $other->open($record, self::OPTION));
        $other = self::cipher(constant: str_repeat('k', 32));
        self::assertRefused('site_keys_changed', static fn () => $other->open($record, self::OPTION));
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
        $cipher = new Cipher(self::key(), static fn (): bool => false);
        self::assertFalse($cipher->is_available());
        self::assertRefused('encryption_unavailable', static fn () => $cipher->seal(new Secret('x'), self::OPTION));
        self::assertRefused('encryption_unavailable', static fn () => $cipher->open($record, self::OPTION));
    }

    private static function cipher(string $salts = 'salts of a site that are long enough', ?string $constant = null): Cipher
    {
        return new Cipher(self::key($salts, $constant));
    }

    private static function key(string $salts = 'salts of a site that are long enough', ?string $constant = null): EncryptionKey
    {
        return new EncryptionKey(
            static fn (): Secret => new Secret($salts),
            static fn (): ?Secret => null === $constant ? null : new Secret($constant)
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
