<?php

declare(strict_types=1);

namespace Wkpbic\Storage;

use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\TokenAnswer;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\Secret;

/**
 * The access and refresh token of the connection: one row, the tokens in it sealed.
 *
 * They belong to one client, tenant, cloud and account; under any other they count as absent.
 */
final class Tokens
{
    public const OPTION = 'wkpbic_tokens';

    private readonly SealedRow $row;

    public function __construct(
        private readonly OptionRows $rows,
        Cipher $cipher,
        private readonly Clock $clock,
        private readonly Settings $settings
    ) {
        $this->row = new SealedRow($rows, $cipher, self::OPTION);
    }

    /**
     * What may be shown about the tokens, without opening them.
     *
     * @return array{username: string|null, connected_at: int, access_token_expires_at: int}|null Null when there are none.
     */
    public function summary(): ?array
    {
        $row = $this->row();
        return null === $row ? null : array_intersect_key(
            $row,
            ['username' => true, 'connected_at' => true, 'access_token_expires_at' => true]
        );
    }

    /**
     * @return StoredTokens|null Null when there are none.
     * @throws Failure encryption_unavailable, site_keys_changed, encryption_key_changed, secret_moved, secret_truncated,
     *                 secret_unreadable.
     */
    public function read(): ?StoredTokens
    {
        $row = $this->row();
        if (null === $row) {
            return null;
        }
        // Opened to be taken apart into the two tokens.
        $sealed = json_decode($this->row->open($row['text'])->reveal(), true);
        if (!is_array($sealed) || !is_string($sealed['access_token'] ?? null)) {
            throw new Failure('secret_unreadable');
        }
        return new StoredTokens(
            $row['text'],
            $row['identity'],
            $row['username'],
            $row['connected_at'],
            $row['access_token_expires_at'],
            new Secret($sealed['access_token']),
            is_string($sealed['refresh_token'] ?? null) ? new Secret($sealed['refresh_token']) : null,
            $row['obtained_at'],
            $row['scopes']
        );
    }

    /**
     * Stores the tokens of a fresh sign-in over whatever was there.
     *
     * @param string $identity The identity they were asked for under.
     * @param string|null $username The account that signed in, for display; null for the app itself.
     * @throws Failure encryption_unavailable
     */
    public function store(TokenAnswer $answer, string $identity, ?string $username): void
    {
        $this->rows->write([self::OPTION => $this->encode_first($answer, $identity, $username)]);
    }

    /**
     * Stores the first tokens of a connection that nobody signs in for, unless somebody was faster or has disconnected.
     *
     * @return bool Whether they were stored.
     * @throws Failure encryption_unavailable
     */
    public function store_first(TokenAnswer $answer, ?string $username): bool
    {
        $text = $this->encode_first($answer, $this->settings->identity(), $username);
        return $this->rows->insert(self::OPTION, $text) || $this->rows->swap(self::OPTION, '', $text); // An erased row is empty.
    }

    /**
     * @throws Failure encryption_unavailable
     */
    private function encode_first(TokenAnswer $answer, string $identity, ?string $username): string
    {
        return $this->encode($answer, $answer->refresh_token, $identity, $username, $this->clock->now(), $answer->scopes);
    }

    /**
     * Stores refreshed tokens in the place of those they came from. The row changes in one step: the new refresh token is
     * there before the old one is gone, and tokens that a new sign-in or a disconnection put away stay away.
     *
     * @param string|null $username The account, where it is told anew.
     * @return bool Whether they were stored.
     * @throws Failure encryption_unavailable
     */
    public function replace(StoredTokens $old, TokenAnswer $answer, ?string $username = null): bool
    {
        return $this->rows->swap(self::OPTION, $old->row, $this->encode(
            $answer,
            $answer->refresh_token ?? $old->refresh_token,
            $old->identity,
            $username ?? $old->username,
            $old->connected_at,
            $answer->scopes ?? $old->scopes
        ));
    }

    public function erase(): void
    {
        $this->rows->delete(self::OPTION);
    }

    /**
     * Erases the tokens and keeps in mind that nobody wants new ones; where none are asked for by themselves, erase() is enough.
     */
    public function put_away(): void
    {
        $this->rows->write([self::OPTION => (string) json_encode(['identity' => $this->settings->identity(), 'put_away' => true])]);
    }

    /** Whether somebody has put the tokens away, and the set-up is still the same. */
    public function is_put_away(): bool
    {
        $row = $this->row->values();
        return true === ($row['put_away'] ?? null) && hash_equals($this->settings->identity(), (string) ($row['identity'] ?? ''));
    }

    /** Undoes put_away(): tokens may be got again. */
    public function take_back(): void
    {
        $text = $this->row->text();
        if (null !== $text && $this->is_put_away()) {
            $this->rows->delete_if(self::OPTION, $text);
        }
    }

    /**
     * @param list<string>|null $scopes
     * @throws Failure encryption_unavailable
     */
    private function encode(
        TokenAnswer $answer,
        ?Secret $refresh_token,
        string $identity,
        ?string $username,
        int $connected_at,
        ?array $scopes
    ): string {
        $now = $this->clock->now();
        $tokens = json_encode([
            // Opened to be sealed.
            'access_token' => $answer->access_token->reveal(),
            'refresh_token' => $refresh_token?->reveal(),
        ], JSON_UNESCAPED_SLASHES);
        return $this->row->encode([
            'identity' => $identity,
            'username' => $username,
            'connected_at' => $connected_at,
            'obtained_at' => $now,
            'access_token_expires_at' => $now + $answer->expires_in,
            'scopes' => $scopes,
        ], new Secret((string) $tokens));
    }

    /**
     * @return array{text: string, identity: string, username: string|null, connected_at: int, obtained_at: int,
     *               access_token_expires_at: int, scopes: list<string>|null}|null
     */
    private function row(): ?array
    {
        $text = $this->row->text();
        if (null === $text) {
            return null;
        }
        $row = json_decode($text, true);
        $row = is_array($row) ? $row : [];
        if (isset($row['identity']) && !hash_equals($this->settings->identity(), (string) $row['identity'])) {
            // They belong to another client, tenant, cloud, account or method and must not come back with it.
            $this->rows->delete_if(self::OPTION, $text);
            return null;
        }
        if (true === ($row['put_away'] ?? null)) {
            return null;
        }
        return [
            'text' => $text,
            'identity' => (string) ($row['identity'] ?? ''),
            'username' => is_string($row['username'] ?? null) ? $row['username'] : null,
            'connected_at' => (int) ($row['connected_at'] ?? 0),
            'obtained_at' => (int) ($row['obtained_at'] ?? 0),
            'access_token_expires_at' => (int) ($row['access_token_expires_at'] ?? 0),
            'scopes' => is_array($row['scopes'] ?? null) ? array_values(array_filter($row['scopes'], 'is_string')) : null,
        ];
    }
}
