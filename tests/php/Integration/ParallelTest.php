<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\BackgroundProcess;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What several processes do at the same moment, each with a WordPress of its own on one database.
 */
final class ParallelTest extends WordPressTestCase
{
    private const PROCESSES = 8;

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
    }

    protected function tearDown(): void
    {
        $rows = $this->plugin->rows();
        $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        parent::tearDown();
    }

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function test_one_of_many_gets_an_attempt(): void
    {
        $state = self::random_text();
        $browser = self::random_text();
        $this->plugin->sign_in_attempts()->begin(
            new Secret($state),
            new Secret(self::random_text()),
            self::REDIRECT_URI,
            11,
            new Secret($browser),
            'identity',
            new Secret(self::random_text())
        );
        $answers = $this->at_once('claim', $state, $browser);
        self::assertSame(['sign_in_already_done' => self::PROCESSES - 1, 'won' => 1], $answers);
    }

    public function test_many_readers_of_an_expired_token_cause_one_refresh(): void
    {
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read(Tokens::OPTION), true);
        $row['access_token_expires_at'] = time() - 1;
        $this->plugin->rows()->write([Tokens::OPTION => (string) json_encode($row)]);

        $answers = $this->at_once('access-token');
        self::assertSame([self::PROCESSES], array_values($answers), 'all have got one and the same token');
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
        self::assertSame(hash('sha256', $this->plugin->tokens()->read()->access_token->reveal()), array_key_first($answers));
    }

    /** 200 requests: 20 processes that begin at the same moment, 10 requests in each, all on two cores. */
    public function test_two_hundred_requests_at_the_expiry_cause_one_refresh_and_are_all_served(): void
    {
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read(Tokens::OPTION), true);
        $row['access_token_expires_at'] = time() - 1;
        $this->plugin->rows()->write([Tokens::OPTION => (string) json_encode($row)]);

        $answers = $this->at_once_many(20, 'access-tokens');
        self::assertSame([200], array_values($answers), (string) json_encode($answers));
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
        self::assertSame(hash('sha256', $this->plugin->tokens()->read()->access_token->reveal()), array_key_first($answers));
    }

    public function test_two_hundred_requests_at_a_fault_cause_one_call(): void
    {
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read(Tokens::OPTION), true);
        $row['access_token_expires_at'] = time() - 1;
        $this->plugin->rows()->write([Tokens::OPTION => (string) json_encode($row)]);
        StandIn::running()->control('faults', [
            ['match' => ['grant_type' => 'refresh_token'], 'kind' => 'status', 'status' => 503, 'retry_after' => 3600, 'times' => 0],
        ]);
        self::assertSame(['microsoft_unavailable' => 200], $this->at_once_many(20, 'access-tokens'));
        self::assertSame(['authorization_code', 'refresh_token'], StandIn::running()->token_calls());
    }

    /**
     * @return array<string, int> Answer => how many processes gave it, in the order of the answers.
     */
    private function at_once(string $job, string ...$arguments): array
    {
        return $this->at_once_many(self::PROCESSES, $job, ...$arguments);
    }

    /**
     * @return array<string, int> Line => how often it was said, in the order of the lines.
     */
    private function at_once_many(int $count, string $job, string ...$arguments): array
    {
        $signal = tempnam(sys_get_temp_dir(), 'wkpbic-go-');
        unlink($signal);
        $script = dirname(__DIR__) . '/Support/in-wordpress.php';
        $processes = [];
        for ($i = 0; $i < $count; $i++) {
            $processes[] = BackgroundProcess::start([PHP_BINARY, $script, $job, $signal, ...$arguments]);
        }
        foreach ($processes as $process) {
            $process->first_line('ready');
        }
        touch($signal);
        $said = implode("\n", array_map(static fn (BackgroundProcess $process): string => trim($process->output()), $processes));
        unlink($signal);
        $answers = array_count_values(explode("\n", $said));
        ksort($answers);
        return $answers;
    }
}
