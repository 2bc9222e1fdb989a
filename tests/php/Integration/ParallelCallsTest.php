<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Closure;
use LogicException;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\Http;
use Wkpbic\Microsoft\ParallelCalls;
use Wkpbic\SystemClock;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\RecordingCarrier;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;
use WpOrg\Requests\Transport\Fsockopen;

/**
 * Tasks that wait for the network together: what travels with what, how long it may take, and that WordPress has its say.
 */
final class ParallelCallsTest extends WordPressTestCase
{
    private Http $http;

    protected function setUp(): void
    {
        parent::setUp();
        $this->allow_microsoft();
        $this->http = $this->plugin()->http();
    }

    public function test_requests_of_several_tasks_travel_together(): void
    {
        $carrier = new RecordingCarrier(new FakeClock());
        $statuses = (new ParallelCalls(new FakeClock(), $carrier))->run([
            'one' => fn (): int => $this->http->get_public($this->url('one'))->status,
            'two' => fn (): array => [
                $this->http->get_public($this->url('two'))->status,
                $this->http->get_public($this->url('three'))->status,
            ],
            'none' => static fn (): string => 'no call',
        ], 5000, 8000);
        self::assertSame(['one' => 200, 'two' => [200, 200], 'none' => 'no call'], $statuses);
        self::assertSame([['one', 'two'], ['three']], $carrier->groups);
    }

    /** The bound is kept by what the transport is told, so it is counted here and not waited for. */
    public function test_no_call_gets_more_time_than_is_left(): void
    {
        $clock = new FakeClock();
        $carrier = new RecordingCarrier($clock, 5000);
        $called = (new ParallelCalls($clock, $carrier))->run([
            'slow' => function (): array {
                return array_map(function (string $name): ?string {
                    try {
                        $this->http->get_public($this->url($name));
                        return null;
                    } catch (Failure $failure) {
                        return $failure->error_code . ' ' . $failure->params['transport'];
                    }
                }, ['first', 'second', 'third']);
            },
        ], 5000, 8000);
        self::assertSame([['first'], ['second']], $carrier->groups, 'The third finds no time left and is not sent.');
        self::assertEquals([5, 3], $carrier->timeouts);
        self::assertSame([null, null, 'microsoft_unreachable timeout'], $called['slow']);
    }

    /**
     * The same with the real transports: a host that answers after a minute. Were the bound not kept, the answers would come.
     *
     * @dataProvider transports
     */
    public function test_a_host_that_does_not_answer(?Fsockopen $carrier): void
    {
        StandIn::running()->control('faults', [['kind' => 'delay', 'ms' => 60000, 'times' => 0]]);
        $task = fn (string $name): Closure => function () use ($name): string {
            try {
                $this->http->get_public($this->url($name));
                return 'answered';
            } catch (Failure $failure) {
                return $failure->params['transport'];
            }
        };
        $found = (new ParallelCalls(new SystemClock(), $carrier))->run(['a' => $task('a'), 'b' => $task('b')], 1000, 1500);
        self::assertSame(['a' => 'timeout', 'b' => 'timeout'], $found);
    }

    /**
     * @return array<string, array{Fsockopen|null}>
     */
    public function transports(): array
    {
        return ['cURL' => [null], 'without cURL, one after the other' => [new Fsockopen()]];
    }

    public function test_without_curl_answers_come_as_well(): void
    {
        $url = StandIn::running()->url . '/login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';
        $issuer = fn (): string => $this->http->get_public($url)->json()['issuer'];
        $found = (new ParallelCalls(new SystemClock(), new Fsockopen()))->run(['a' => $issuer, 'b' => $issuer], 5000, 8000);
        self::assertSame($found['a'], $found['b']);
        self::assertStringStartsWith('https://', $found['a']);
    }

    public function test_wordpress_keeps_its_say(): void
    {
        $handles = 0;
        $count = static function () use (&$handles): void {
            $handles++;
        };
        $url = StandIn::running()->url . '/login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';
        $status = fn (): int => $this->http->get_public($url)->status;
        add_action('http_api_curl', $count);
        (new ParallelCalls(new SystemClock()))->run(['a' => $status, 'b' => $status], 5000, 8000);
        remove_action('http_api_curl', $count);
        self::assertSame(2, $handles, 'The proxy of a site comes in by this action too.');
        self::assertSame(["GET $url", "GET $url"], $this->calls, 'and filters see every request.');

        $size = fn (): string => self::failure(fn () => $this->http->get_public($url))->error_code;
        StandIn::running()->control('faults', [['kind' => 'huge', 'bytes' => 3 * 1024 * 1024]]);
        self::assertSame(['a' => 'microsoft_answer_too_large'], (new ParallelCalls(new SystemClock()))->run(['a' => $size], 5000, 8000));
    }

    public function test_calls_outside_of_a_task_are_left_alone(): void
    {
        $url = StandIn::running()->url . '/login.microsoftonline.com/common/v2.0/.well-known/openid-configuration';
        $calls = new ParallelCalls(new FakeClock(), new RecordingCarrier(new FakeClock()));
        $calls->run(['a' => fn (): int => $this->http->get_public($this->url('a'))->status], 5000, 8000);
        self::assertSame(200, $this->http->get_public($url)->status);
    }

    public function test_what_a_task_throws_is_thrown_and_the_hook_is_gone(): void
    {
        $calls = new ParallelCalls(new FakeClock(), new RecordingCarrier(new FakeClock()));
        $thrown = null;
        try {
            $calls->run(['a' => static fn () => throw new LogicException('mine')], 5000, 8000);
        } catch (LogicException $exception) {
            $thrown = $exception->getMessage();
        }
        self::assertSame('mine', $thrown);
        self::assertFalse(has_action('requests-requests.before_request'));
    }

    /** The limits that the issue asks for. */
    public function test_the_contract_bounds_the_checks(): void
    {
        $contract = Contract::from_file(Repository::plugin_folder() . '/generated/contract.php');
        self::assertSame([5, 8], [$contract->limit('check_timeout_seconds'), $contract->limit('checks_together_seconds')]);
    }

    private function url(string $name): string
    {
        return StandIn::running()->url . "/login.microsoftonline.com/$name";
    }
}
