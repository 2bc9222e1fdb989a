<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Closure;
use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Storage\StoredSecret;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\BackgroundProcess;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * A process killed (SIGKILL) in front of its first query, its second and so on: what lies in the database afterwards is the old
 * state or the new one. Inside a statement it is the database that answers for that.
 */
final class KilledTest extends WordPressTestCase
{
    private const MOST_QUERIES = 60;

    private Plugin $plugin;

    /** @var array<string, string> Rows to begin with. */
    private array $before;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['password' => 'old']);
        $this->before = $this->plugin->rows()->starting_with('wkpbic_');
    }

    protected function tearDown(): void
    {
        $this->erase();
        parent::tearDown();
    }

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function test_saving_fields_changes_all_of_them_or_none_and_takes_the_tokens_along(): void
    {
        $this->at_every_query('save', function (): string {
            $rows = $this->plugin();
            return implode(' ', [
                StandIn::CLIENT_ID === $rows->settings()->value('client_id') ? 'old' : 'new',
                StandIn::CLIENT_SECRET === $rows->client_secret()->read()?->reveal() ? 'old' : 'new',
                'old' === $rows->password()->read()?->reveal() ? 'old' : 'new',
                '' === ($rows->rows()->read(Tokens::OPTION) ?? '') ? 'new' : 'old',
            ]);
        }, ['old old old old', 'new new new new']);
    }

    public function test_sealing_anew_changes_every_record_or_none(): void
    {
        $key_of = static function (StoredSecret|Tokens $stored): string {
            try {
                $stored->read();
                return 'old';
            } catch (Failure $failure) {
                return 'encryption_key_changed' === $failure->error_code ? 'new' : $failure->error_code;
            }
        };
        $this->at_every_query('rekey', function () use ($key_of): string {
            $plugin = $this->plugin();
            return implode(' ', array_map($key_of, [$plugin->client_secret(), $plugin->password(), $plugin->tokens()]));
        }, ['old old old', 'new new new']);
    }

    public function test_a_refresh_leaves_a_refresh_token_that_works(): void
    {
        $row = json_decode($this->before[Tokens::OPTION], true);
        $this->before[Tokens::OPTION] = (string) json_encode(['access_token_expires_at' => time() - 1] + $row);
        $this->at_every_query('refresh', function (): string {
            $tokens = $this->plugin()->tokens()->read();
            $this->plugin()->token_client()->refresh($tokens->refresh_token);
            return $tokens->access_token_expires_at < time() ? 'old' : 'new';
        }, ['old', 'new']);
    }

    public function test_a_disconnection_ends_in_tokens_or_in_none(): void
    {
        $this->at_every_query('disconnect', function (): string {
            return null === $this->plugin()->tokens()->read() ? 'new' : 'old';
        }, ['old', 'new']);
    }

    /**
     * @param Closure(): string $state What lies in the database.
     * @param list<string> $allowed The old state and the new one; both must be seen.
     */
    private function at_every_query(string $what, Closure $state, array $allowed): void
    {
        $signal = tempnam(sys_get_temp_dir(), 'wkpbic-go-');
        $script = dirname(__DIR__) . '/Support/in-wordpress.php';
        $seen = [];
        for ($query = 1; $query < self::MOST_QUERIES; $query++) {
            $this->erase();
            $this->plugin->rows()->write($this->before);
            $said = BackgroundProcess::start([PHP_BINARY, $script, 'die', $signal, $what, (string) $query])->output();
            wp_cache_flush();
            $found = $state();
            self::assertContains($found, $allowed, "$what, killed in front of query $query");
            $seen[$found] = true;
            if (str_contains($said, 'lived')) {
                self::assertSame($allowed[1], $found, "$what, not killed");
                break;
            }
            self::assertSame("ready\n", $said, "$what: query $query");
        }
        unlink($signal);
        self::assertEqualsCanonicalizing($allowed, array_keys($seen), "$what is killed both before and after the change");
        self::assertGreaterThan(3, $query);
        self::assertLessThan(self::MOST_QUERIES, $query);
    }

    private function erase(): void
    {
        $this->plugin->rows()->delete(...array_keys($this->plugin->rows()->starting_with('wkpbic_')));
        wp_cache_flush();
    }
}
