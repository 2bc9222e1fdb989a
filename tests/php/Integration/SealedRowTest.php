<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What can happen to a stored secret, each told from the others by its code, and none taken for "no secret".
 */
final class SealedRowTest extends WordPressTestCase
{
    private Plugin $plugin;
    private string $row;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->store_keys($this->plugin);
        $this->row = (string) $this->plugin->rows()->read(ClientSecret::OPTION);
    }

    public function test_a_row_cut_anywhere_is_truncated(): void
    {
        for ($length = 1; $length < strlen($this->row); $length++) {
            self::assertSame('secret_truncated', $this->code(substr($this->row, 0, $length)), "after $length bytes");
        }
    }

    public function test_a_record_cut_by_hand_is_truncated_too(): void
    {
        $row = json_decode($this->row, true);
        foreach ([0, 4, 40, strlen($row['record']) - 1] as $length) {
            self::assertSame('secret_truncated', $this->code((string) json_encode(['record' => substr($row['record'], 0, $length)] + $row)));
        }
        self::assertSame('secret_truncated', $this->code((string) json_encode(array_diff_key($row, ['record' => 0]))));
    }

    public function test_damage_is_no_cut(): void
    {
        $row = json_decode($this->row, true);
        $middle = substr_replace($this->row, '#', strlen($this->row) - 20, 1);
        $texts = [$middle, 'x' . $this->row, '[]', '{}', 'null', '7', '{"record":7}', $this->row . 'x', '{"record":"broken"}'];
        foreach ($texts as $text) {
            self::assertSame('secret_unreadable', $this->code($text), $text);
        }
        self::assertSame('secret_unreadable', $this->code((string) json_encode(['record' => strrev($row['record'])] + $row)));
    }

    public function test_a_row_of_another_option_is_moved(): void
    {
        $this->plugin->save_fields()->save(['password' => 'a-password-of-somebody']);
        self::assertSame('secret_moved', $this->code((string) $this->plugin->rows()->read('wkpbic_password')));
    }

    public function test_a_row_from_before_there_were_lengths_opens(): void
    {
        $row = array_diff_key(json_decode($this->row, true), ['record_length' => 0]);
        $this->plugin->rows()->write([ClientSecret::OPTION => (string) json_encode($row)]);
        self::assertSame(\Wkpbic\Tests\Support\StandIn::CLIENT_SECRET, $this->plugin()->client_secret()->read()?->reveal());
    }

    public function test_none_of_them_counts_as_no_secret_and_none_reaches_microsoft(): void
    {
        foreach ([substr($this->row, 0, -1), 'x' . $this->row, substr($this->row, 0, 1)] as $text) {
            $this->plugin->rows()->write([ClientSecret::OPTION => $text]);
            self::assertTrue($this->plugin->client_secret()->has_value());
            self::failure(fn () => $this->plugin->token_client()->refresh(new Secret('x')));
        }
        self::assertSame([], $this->calls);
    }

    public function test_tokens_that_are_cut_ask_for_a_sign_in(): void
    {
        $this->connect($this->plugin);
        $tokens = (string) $this->plugin->rows()->read(Tokens::OPTION);
        $this->plugin->rows()->write([Tokens::OPTION => substr($tokens, 0, -7)]);
        self::assertSame('secret_truncated', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame('sign_in_again', $this->plugin->token_broker()->state()->state);
        self::assertSame(['secret_truncated'], array_column($this->plugin->setup_report()->for_user(1)['problems'], 'code'));
    }

    private function code(string $text): string
    {
        $this->plugin->rows()->write([ClientSecret::OPTION => $text]);
        return self::failure(fn () => $this->plugin->client_secret()->read())->error_code;
    }
}
