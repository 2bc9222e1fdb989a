<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Microsoft\SigningKeys;
use Wkpbic\Plugin;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Sign-ins at a Microsoft whose ID tokens are not what they should be: each is refused under a name of its own, and tokens from
 * before stay.
 */
final class IdTokenTest extends WordPressTestCase
{
    private const OTHER_GUID = '9d2e7a41-5c3b-4f60-8e17-c04b6a9f3d25';

    private FakeClock $clock;
    private Plugin $plugin;
    private int $user_id;

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->connect($this->plugin);
        $this->user_id = get_current_user_id();
        $this->calls = [];
    }

    /**
     * @dataProvider bent_tokens
     * @param array<string, mixed> $fault
     */
    public function test_a_bent_token_refuses_the_sign_in(array $fault, string $code): void
    {
        $before = $this->plugin->rows()->read(Tokens::OPTION);
        StandIn::running()->control('faults', [['kind' => 'id_token'] + $fault]);
        $result = $this->sign_in();
        self::assertSame(['failed', $code], [$result['outcome'], $result['code']]);
        self::assertSame($before, $this->plugin->rows()->read(Tokens::OPTION), 'the tokens of the last sign-in stay');
        self::assertSame('connected', $this->plugin->setup_report()->for_user($this->user_id)['connection']['state']);
    }

    /**
     * @return array<string, array{array<string, mixed>, string}>
     */
    public function bent_tokens(): array
    {
        $set = static fn (string $name, mixed $value): array => ['set' => [$name => $value]];
        $shift = static fn (string $name, int $seconds): array => ['shift' => [$name => $seconds]];
        $issuer = 'https://login.microsoftonline.com/' . StandIn::TENANT_ID;
        return [
            'none' => [['omit' => true], 'id_token_missing'],
            'not signed' => [['signature' => 'none'], 'id_token_algorithm'],
            'signed with the public key as secret' => [['signature' => 'hs256'], 'id_token_algorithm'],
            'signed with an unpublished key' => [['signature' => 'unpublished_key'], 'id_token_key_unknown'],
            'signed with another key' => [['signature' => 'other_key'], 'id_token_signature_wrong'],
            'signature broken' => [['signature' => 'broken'], 'id_token_signature_wrong'],
            'signature missing' => [['signature' => 'missing'], 'id_token_unreadable'],
            'issuer of another host' => [$set('iss', 'https://login.example.com/' . StandIn::TENANT_ID . '/v2.0'), 'id_token_issuer_wrong'],
            'issuer of another cloud' => [
                $set('iss', 'https://login.microsoftonline.us/' . StandIn::TENANT_ID . '/v2.0'),
                'id_token_issuer_wrong',
            ],
            'issuer of another tenant' => [
                $set('iss', 'https://login.microsoftonline.com/' . self::OTHER_GUID . '/v2.0'),
                'id_token_issuer_wrong',
            ],
            'issuer of version 1' => [$set('iss', 'https://sts.windows.net/' . StandIn::TENANT_ID . '/'), 'id_token_issuer_wrong'],
            'issuer with more behind it' => [$set('iss', "$issuer/v2.0/"), 'id_token_issuer_wrong'],
            'no issuer' => [$set('iss', null), 'id_token_issuer_wrong'],
            'another app' => [$set('aud', self::OTHER_GUID), 'id_token_audience_wrong'],
            'several apps' => [$set('aud', [StandIn::CLIENT_ID, self::OTHER_GUID]), 'id_token_audience_wrong'],
            'no app' => [$set('aud', null), 'id_token_audience_wrong'],
            'app is a number' => [$set('aud', 7), 'id_token_audience_wrong'],
            'expired' => [$shift('exp', -301), 'id_token_expired'],
            'no expiry' => [$set('exp', null), 'id_token_unreadable'],
            'expiry is a text' => [$set('exp', '9999999999'), 'id_token_unreadable'],
            'issued later' => [$shift('iat', 310), 'id_token_issued_later'],
            'no time of issue' => [$set('iat', null), 'id_token_unreadable'],
            'not yet valid' => [$shift('nbf', 310), 'id_token_not_yet_valid'],
            'another nonce' => [$set('nonce', 'n-0S6_WzA2Mj'), 'id_token_nonce_wrong'],
            'no nonce' => [$set('nonce', null), 'id_token_nonce_wrong'],
            'nonce is a list' => [$set('nonce', ['n']), 'id_token_nonce_wrong'],
            'another tenant' => [$set('tid', self::OTHER_GUID), 'id_token_tenant_wrong'],
            'no tenant' => [$set('tid', null), 'id_token_tenant_wrong'],
        ];
    }

    /**
     * RFC 7515 section 4.1.11: a token whose `crit` is not understood is refused, and nothing of the kind is understood here.
     *
     * @dataProvider bent_heads
     * @param array<string, mixed> $head
     */
    public function test_a_bent_head_refuses_the_sign_in(array $head): void
    {
        $seen = 0;
        $bend = static function (array $answer) use ($head, &$seen): array {
            $body = json_decode($answer['body'], true);
            if (isset($body['id_token'])) {
                $seen++;
                $bent = rtrim(strtr(base64_encode((string) json_encode($head)), '+/', '-_'), '=');
                $body['id_token'] = $bent . strstr($body['id_token'], '.');
                $answer['body'] = (string) json_encode($body);
            }
            return $answer;
        };
        add_filter('http_response', $bend);
        $result = $this->sign_in();
        remove_filter('http_response', $bend);
        self::assertSame(['failed', 'id_token_unreadable', 1], [$result['outcome'], $result['code'], $seen]);
        self::assertSame(0, $this->key_calls(), 'no key is asked for');
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function bent_heads(): array
    {
        return [
            'no key named' => [['alg' => 'RS256', 'typ' => 'JWT']],
            'the key is a number' => [['alg' => 'RS256', 'kid' => 7]],
            'something critical' => [['alg' => 'RS256', 'kid' => 'any', 'crit' => ['exp'], 'exp' => 1]],
        ];
    }

    /**
     * @dataProvider good_tokens
     * @param array<string, mixed> $fault
     */
    public function test_what_is_within_bounds_is_accepted(array $fault): void
    {
        StandIn::running()->control('faults', [['kind' => 'id_token'] + $fault]);
        self::assertSame('signed_in', $this->sign_in()['code']);
    }

    /**
     * @return array<string, array{array<string, mixed>}>
     */
    public function good_tokens(): array
    {
        return [
            'expired within the leeway' => [['shift' => ['exp' => -270]]],
            'issued a little later' => [['shift' => ['iat' => 280]]],
            'valid a little later' => [['shift' => ['nbf' => 280]]],
            'one app in a list' => [['set' => ['aud' => [StandIn::CLIENT_ID]]]],
            'GUIDs in capital letters' => [['set' => [
                'aud' => strtoupper(StandIn::CLIENT_ID), 'tid' => strtoupper(StandIn::TENANT_ID),
            ]]],
            'another name of the login host' => [['set' => ['iss' => 'https://login.windows.net/' . StandIn::TENANT_ID . '/v2.0']]],
            'without a name' => [['set' => ['preferred_username' => null]]],
            'with claims that nobody knows' => [['set' => ['brand_new' => ['a' => 1]]]],
        ];
    }

    public function test_a_clock_that_is_off_by_an_hour_is_named(): void
    {
        $this->clock->advance(2 * 3600);
        self::assertSame('id_token_expired', $this->sign_in()['code']);
        $this->clock->advance(-4 * 3600);
        self::assertSame('id_token_issued_later', $this->sign_in()['code']);
    }

    public function test_keys_are_fetched_once_a_day(): void
    {
        $this->sign_in();
        self::assertSame(0, $this->key_calls(), 'those of the first sign-in are kept');
        $this->clock->advance(86400);
        StandIn::running()->control('clock', ['offset_seconds' => 86400]);
        $this->sign_in();
        self::assertSame(1, $this->key_calls());
    }

    public function test_a_new_key_is_fetched_when_a_token_names_it(): void
    {
        StandIn::running()->control('keys', ['publish' => true, 'keep_old' => true]);
        self::assertSame('signed_in', $this->sign_in()['code']);
        self::assertSame(1, $this->key_calls());
        self::assertSame('signed_in', $this->sign_in()['code']);
        self::assertSame(1, $this->key_calls());
    }

    public function test_an_unpublished_key_is_looked_for_once_a_sign_in(): void
    {
        StandIn::running()->control('keys', ['publish' => false, 'keep_old' => true]);
        self::assertSame('id_token_key_unknown', $this->sign_in()['code']);
        self::assertSame(1, $this->key_calls());
    }

    public function test_keys_that_cannot_be_had_end_in_a_named_failure(): void
    {
        $short_key = ['kty' => 'RSA', 'kid' => 'x', 'n' => 'AQAB', 'e' => 'AQAB'];
        $cases = [
            [['kind' => 'status', 'status' => 503], 'microsoft_unavailable'],
            [['kind' => 'status', 'status' => 404, 'body' => ''], 'microsoft_unreadable_answer'],
            [['kind' => 'html', 'status' => 200], 'microsoft_unreadable_answer'],
            [['kind' => 'cut'], 'microsoft_unreachable'],
            [['kind' => 'status', 'status' => 200, 'body' => ['keys' => 'x']], 'id_token_key_unknown'],
            [['kind' => 'status', 'status' => 200, 'body' => ['keys' => [7, $short_key]]], 'id_token_key_unknown'],
        ];
        foreach ($cases as [$fault, $code]) {
            $this->plugin->rows()->delete(SigningKeys::OPTION);
            StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/discovery/v2.0/keys']]]);
            self::assertSame($code, $this->sign_in()['code'], (string) json_encode($fault));
        }
    }

    public function test_a_domain_stands_for_the_directory_that_discovery_names(): void
    {
        $this->plugin->save_fields()->save(['tenant_id' => 'contoso.example']);
        self::assertSame('signed_in', $this->sign_in()['code']);
        StandIn::running()->control('faults', [['kind' => 'id_token', 'set' => ['tid' => self::OTHER_GUID]]]);
        self::assertSame('id_token_tenant_wrong', $this->sign_in()['code']);
    }

    public function test_a_domain_that_discovery_does_not_explain_refuses_the_sign_in(): void
    {
        $this->plugin->save_fields()->save(['tenant_id' => 'contoso.example']);
        foreach ([[], ['issuer' => 7], ['issuer' => 'https://login.microsoftonline.com/{tenantid}/v2.0']] as $document) {
            $this->plugin->rows()->delete(SigningKeys::OPTION);
            StandIn::running()->control('faults', [[
                'match' => ['path' => '/.well-known/openid-configuration'], 'kind' => 'status', 'status' => 200, 'body' => (object) $document,
            ]]);
            self::assertSame('microsoft_unreadable_answer', $this->sign_in()['code'], (string) json_encode($document));
        }
    }

    public function test_a_damaged_row_of_keys_is_fetched_anew(): void
    {
        foreach (['no json', '7', '{}', '{"of":"global ' . StandIn::TENANT_ID . '","fetched_at":0,"tenant_id":"x","keys":[]}'] as $text) {
            $this->plugin->rows()->write([SigningKeys::OPTION => $text]);
            self::assertSame('signed_in', $this->sign_in()['code'], $text);
        }
    }

    /**
     * @return array<string, mixed> The result of a sign-in.
     */
    private function sign_in(): array
    {
        $attempt = $this->start_sign_in($this->plugin, $this->user_id);
        $query = (new Person(StandIn::running()))->sign_in($attempt);
        $this->plugin->sign_in_callback()->handle($query);
        return $this->plugin->sign_in_results()->read($this->user_id) ?? [];
    }

    private function key_calls(): int
    {
        return count(array_filter($this->calls, static fn (string $call): bool => str_ends_with($call, '/discovery/v2.0/keys')));
    }
}
