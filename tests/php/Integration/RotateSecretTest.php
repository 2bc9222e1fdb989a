<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * A new client secret takes the old one's place when Microsoft has taken it, and not before.
 */
final class RotateSecretTest extends WordPressTestCase
{
    private const NEW = 'Nw12Q~bRaNdNeWsEcReTvAlUe0123456789abcde';
    private const EXPIRED = 'Ab37Q~oLdSeCrEtOfLaStYeAr0123456789abcde';

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2027-01-31']);
        $this->register(self::NEW);
    }

    public function test_tried_then_swapped_with_its_date(): void
    {
        $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), '2099-06-30');
        self::assertTrue($this->plugin->client_secret()->read()?->equals(new Secret(self::NEW)));
        self::assertSame('2099-06-30', $this->plugin->settings()->value('client_secret_expires_on'));
        self::assertSame(['client_credentials'], StandIn::running()->token_calls());
        self::assertSame(StandIn::CLIENT_ID, $this->plugin->settings()->value('client_id'), 'Nothing else has changed.');
        self::assertSame(
            '{"before":{"client_secret_expires_on":"2027-01-31"},"after":{"client_secret_expires_on":"2099-06-30"}}',
            $this->noted('secret_rotated')
        );
    }

    public function test_tokens_and_sign_in_outlive_it(): void
    {
        $this->connect($this->plugin);
        $before = $this->plugin->rows()->read('wkpbic_tokens');
        $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), null);
        self::assertSame($before, $this->plugin->rows()->read('wkpbic_tokens'));
        self::assertSame('', $this->plugin->settings()->value('client_secret_expires_on'), 'The old date was that of the old secret.');
    }

    public function test_what_failed_for_the_old_secret_may_work_now(): void
    {
        $this->plugin->last_failure()->write(new \Wkpbic\Error\Failure('client_secret_expired'), 'configuration', 1, null);
        $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), '2099-06-30');
        self::assertNull($this->plugin->last_failure()->read());
    }

    /**
     * @dataProvider refusals
     * @param array<string, mixed>|null $fault
     */
    public function test_the_old_secret_stays_until_the_new_one_works(string $new, ?string $date, ?array $fault, string $code, int $calls): void
    {
        if (null !== $fault) {
            StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/token']]]);
        }
        $before = $this->plugin->rows()->starting_with('wkpbic_');
        $this->calls = [];
        $failure = self::failure(fn () => $this->plugin->rotate_secret()->rotate(new Secret($new), $date));
        self::assertSame($code, $failure->error_code);
        self::assertSame($before, $this->plugin->rows()->starting_with('wkpbic_'), 'Not a row has changed.');
        self::assertCount($calls, $this->calls);
        self::assertStringNotContainsString('' === $new ? self::NEW : $new, $failure . json_encode($failure->microsoft));
    }

    /**
     * @return array<string, array{string, string|null, array<string, mixed>|null, string, int}>
     */
    public function refusals(): array
    {
        return [
            'Microsoft does not know it' => ['Wr99Q~tHiSiSnOtAsEcReTtHaTeXiStS01234567', null, null, 'client_secret_wrong', 1],
            'it has expired already' => [self::EXPIRED, null, null, 'client_secret_expired', 1],
            'the Secret ID' => ['d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b', null, null, 'client_secret_is_guid', 0],
            'empty' => ['', null, null, 'client_secret_required', 0],
            'a blank at the end' => [self::NEW . ' ', null, null, 'edge_space', 0],
            'no date' => [self::NEW, '31.12.2099', null, 'date_not_iso', 0],
            'a day that does not exist' => [self::NEW, '2099-02-30', null, 'date_not_iso', 0],
            'a day that is over' => [self::NEW, '2020-01-01', null, 'expiry_date_past', 0],
            'Microsoft is not reached' => [self::NEW, null, ['kind' => 'cut'], 'microsoft_unreachable', 1],
            'Microsoft has a fault' => [self::NEW, null, ['kind' => 'status', 'status' => 503], 'microsoft_unavailable', 1],
            'Microsoft is busy' => [self::NEW, null, ['kind' => 'status', 'status' => 429, 'retry_after' => 5], 'microsoft_throttled', 1],
            'a page in place of an answer' => [self::NEW, null, ['kind' => 'html', 'status' => 200], 'microsoft_unreadable_answer', 1],
            'half an answer' => [self::NEW, null, ['kind' => 'malformed', 'status' => 200], 'microsoft_unreadable_answer', 1],
        ];
    }

    public function test_the_app_was_changed_while_microsoft_was_asked(): void
    {
        $change = function (mixed $answer): mixed {
            $this->plugin->save_fields()->save(['client_id' => '6e0d3c91-b7f5-42a8-95c4-d18a2f6b7e30']);
            return $answer;
        };
        add_filter('pre_http_request', $change, 50);
        $failure = self::failure(fn () => $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), null));
        remove_filter('pre_http_request', $change, 50);
        self::assertSame('sign_in_settings_changed', $failure->error_code);
        self::assertTrue($this->plugin->client_secret()->read()?->equals(new Secret(StandIn::CLIENT_SECRET)));
    }

    public function test_without_an_app_there_is_nothing_to_try_it_with(): void
    {
        $this->plugin->rows()->delete('wkpbic_settings');
        $failure = self::failure(fn () => $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), null));
        self::assertSame(['setup_incomplete', 'client_id'], [$failure->error_code, $failure->field]);
        self::assertSame([], $this->calls);
    }

    /** A process or a database that dies leaves both or neither: KilledTest shows it for the statement, this test that it is one. */
    public function test_secret_and_date_are_written_in_one_statement(): void
    {
        $writes = [];
        $note = static function (string $query) use (&$writes): string {
            if (1 === preg_match('/\A\s*(INSERT|UPDATE|REPLACE|DELETE)\b/i', $query)) {
                $writes[] = array_values(array_filter(
                    ['wkpbic_client_secret', 'wkpbic_settings'],
                    static fn (string $row): bool => str_contains($query, "'$row'")
                ));
            }
            return $query;
        };
        add_filter('query', $note);
        $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), '2099-06-30');
        remove_filter('query', $note);
        self::assertSame([['wkpbic_client_secret', 'wkpbic_settings']], array_values(array_filter($writes)));
    }

    public function test_the_notice_goes_with_the_old_secret(): void
    {
        $this->plugin->save_fields()->save(['client_secret_expires_on' => gmdate('Y-m-d', time() + 3 * 86400)]);
        $this->plugin->expiry_reminder()->note();
        self::assertTrue($this->plugin->expiry_reminder()->may_have_notice());
        $this->plugin->rotate_secret()->rotate(new Secret(self::NEW), '2099-06-30');
        self::assertFalse($this->plugin->expiry_reminder()->may_have_notice());
    }

    /** The facts of the last entry of that kind in the log. */
    private function noted(string $event): ?string
    {
        $table = $this->plugin->log_table()->name();
        return $GLOBALS['wpdb']->get_var($GLOBALS['wpdb']->prepare("SELECT facts FROM $table WHERE event = %s ORDER BY id DESC", $event));
    }

    /** A second secret of the stand-in's app, beside the first. */
    private function register(string $secret): void
    {
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['secrets' => [
            ['id' => 'd0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b', 'value' => StandIn::CLIENT_SECRET, 'expires' => '2099-12-31T00:00:00Z'],
            ['id' => '0f7d1c52-93ab-4e60-b1c8-7a2e5d4f9b03', 'value' => $secret, 'expires' => '2099-12-31T00:00:00Z'],
            ['id' => '1f9b6d40-2c85-4e7a-b31d-8a4c0e5f7d62', 'value' => self::EXPIRED, 'expires' => '2025-01-31T00:00:00Z'],
        ]]]]);
    }
}
