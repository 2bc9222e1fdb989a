<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

use Closure;
use Fiber;
use Wkpbic\Clock;
use WpOrg\Requests\Capability;
use WpOrg\Requests\Exception as RequestsException;
use WpOrg\Requests\Exception\Transport\Curl as CurlException;
use WpOrg\Requests\Transport;
use WpOrg\Requests\Transport\Curl;
use WpOrg\Requests\Transport\Fsockopen;

/**
 * Runs tasks side by side, so that the calls they make wait for the network together.
 *
 * A task is straight-line code over Http. At the point where WordPress would put its request on the wire, the task is
 * suspended (a Fiber) and its request is collected; the requests of all tasks then travel at once. Everything that WordPress
 * does with a request before and after, filters, blocking, proxies and certificates, stays in force.
 */
final class ParallelCalls
{
    /** WordPress hands every request to this action, with the transport to be chosen, right before it is sent. */
    private const HOOK = 'requests-requests.before_request';

    /** What a call is said to have met that the time did not suffice for. */
    private const OUT_OF_TIME = 'cURL error 28: no time was left';

    /** cURL counts in whole seconds below which it does not start (Requests' Curl transport). */
    private const LEAST_MILLISECONDS = 1000;

    /**
     * @param Transport|null $carrier Null: cURL, or where that is missing one request after the other.
     */
    public function __construct(private readonly Clock $clock, private readonly ?Transport $carrier = null)
    {
    }

    /**
     * @template T
     * @param array<string, Closure(): T> $tasks
     * @param int $each Milliseconds that a call may take.
     * @param int $all Milliseconds that everything may take.
     * @return array<string, T> What the tasks return, under the same keys. What a task throws is thrown.
     */
    public function run(array $tasks, int $each, int $all): array
    {
        $ends_at = $this->clock->milliseconds() + $all;
        $fibers = array_map(static fn (Closure $task): Fiber => new Fiber($task), $tasks);
        $intercept = static function (&$url, &$headers, &$data, &$type, &$options) use ($fibers): void {
            if (in_array(Fiber::getCurrent(), $fibers, true)) {
                $options['transport'] = new SuspendingTransport();
            }
        };
        add_action(self::HOOK, $intercept, PHP_INT_MAX, 5);
        try {
            $waiting = array_filter(array_map(static fn (Fiber $fiber): mixed => $fiber->start(), $fibers));
            while ([] !== $waiting) {
                foreach ($this->send($waiting, $each, $ends_at) as $key => $answer) {
                    $waiting[$key] = is_string($answer) ? $fibers[$key]->resume($answer) : $fibers[$key]->throw($answer);
                }
                $waiting = array_filter($waiting);
            }
        } finally {
            remove_action(self::HOOK, $intercept, PHP_INT_MAX);
        }
        return array_map(static fn (Fiber $fiber): mixed => $fiber->getReturn(), $fibers);
    }

    /**
     * @param array<string, array{url: string, headers: array<mixed>, data: mixed, options: array<string, mixed>}> $requests
     * @return array<string, string|RequestsException> Head and body of the answer, or why there is none.
     */
    private function send(array $requests, int $each, int $ends_at): array
    {
        $carrier = $this->carrier();
        // cURL takes them all at once; any other transport would send one after the other, beyond the end.
        $answers = [];
        foreach ($carrier instanceof Fsockopen ? array_chunk($requests, 1, true) : [$requests] as $group) {
            $milliseconds = min($each, $ends_at - $this->clock->milliseconds());
            if ($milliseconds < self::LEAST_MILLISECONDS) {
                $answers += array_map(static fn (): RequestsException => new RequestsException(self::OUT_OF_TIME, 'curlerror'), $group);
                continue;
            }
            foreach ($group as &$request) {
                $request['options']['timeout'] = min((float) $request['options']['timeout'], $milliseconds / 1000);
                $request['options']['connect_timeout'] = $request['options']['timeout'];
                self::complete($request['options']);
            }
            unset($request);
            $answers += array_map([self::class, 'readable'], $carrier->request_multiple($group, []));
        }
        return $answers;
    }

    private function carrier(): Transport
    {
        return $this->carrier ?? (Curl::test([Capability::SSL => true]) ? new Curl() : new Fsockopen());
    }

    /**
     * Requests prepares a lone cURL handle further than one of several: with the proxy, with what listens to
     * `http_api_curl`, and with the list of certificate authorities.
     *
     * @param array<string, mixed> $options
     */
    private static function complete(array $options): void
    {
        $authorities = $options['verify'];
        $hooks = $options['hooks'];
        $hooks->register('curl.before_multi_add', static function (mixed &$handle) use ($authorities, $hooks): void {
            $hooks->dispatch('curl.before_send', [&$handle]);
            if (is_string($authorities)) {
                curl_setopt($handle, CURLOPT_CAINFO, $authorities);
            }
        });
    }

    /** The failure in the words that Requests has for a lone request. */
    private static function readable(mixed $answer): string|RequestsException
    {
        return match (true) {
            is_string($answer) => $answer,
            $answer instanceof CurlException => new RequestsException(
                sprintf('cURL error %d: %s', $answer->getCode(), $answer->getReason()),
                'curlerror'
            ),
            $answer instanceof RequestsException => $answer,
            default => new RequestsException('The transport gave no answer.', 'noanswer'),
        };
    }
}
