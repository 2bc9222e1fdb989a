<?php

declare(strict_types=1);

namespace Wkpbic\Setup\Probe;

use Wkpbic\Clock;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\Http;
use Wkpbic\Microsoft\HttpAnswer;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Storage\Settings;

/**
 * Whether this server reaches Microsoft's login host, and whether its clock agrees with Microsoft's (the Date header, RFC 9110
 * section 6.6.1). Any answer will do.
 */
final class LoginHostProbe implements Probe
{
    public const LOGIN_HOST = 'login_host';
    public const CLOCK = 'clock';

    public function __construct(
        private readonly Contract $contract,
        private readonly Settings $settings,
        private readonly Endpoints $endpoints,
        private readonly Http $http,
        private readonly Clock $clock
    ) {
    }

    public function ids(): array
    {
        return [self::LOGIN_HOST, self::CLOCK];
    }

    public function run(): array
    {
        $cloud = $this->settings->value('cloud');
        $asked_at = $this->clock->now();
        try {
            $evidence = ['host' => $this->contract->cloud($cloud)['login_host']];
            $answer = $this->http->get_public($this->endpoints->shared_discovery($cloud));
        } catch (Failure $failure) {
            $is_down = 'microsoft_unreachable' === $failure->error_code || 'transient' !== $this->contract->failure_class($failure->error_code);
            return [
                $is_down
                    ? ProbeResult::failed(self::LOGIN_HOST, $failure, $evidence ?? [])
                    : ProbeResult::unknown(self::LOGIN_HOST, $failure, $evidence ?? []),
                ProbeResult::skipped(self::CLOCK),
            ];
        }
        return [
            ProbeResult::passed(self::LOGIN_HOST, $evidence + ['status' => $answer->status]),
            $this->clock($answer, $asked_at, $this->clock->now()),
        ];
    }

    /**
     * The answer was made at some moment between asking and now; an offset is what lies beyond.
     */
    private function clock(HttpAnswer $answer, int $asked_at, int $now): ProbeResult
    {
        $date = strtotime($answer->header('Date'));
        if (false === $date) {
            return ProbeResult::unknown(self::CLOCK);
        }
        // An answer out of a cache is older than its Date says (RFC 9111 section 5.1).
        $theirs = $date + max(0, (int) $answer->header('Age'));
        $offset = match (true) {
            $theirs < $asked_at => $asked_at - $theirs,
            $theirs > $now => $now - $theirs,
            default => 0,
        };
        $evidence = ['offset_seconds' => $offset];
        return abs($offset) <= $this->contract->limit('clock_offset_max_seconds')
            ? ProbeResult::passed(self::CLOCK, $evidence)
            : ProbeResult::failed(self::CLOCK, new Failure('clock_wrong', null, ['seconds' => abs($offset)]), $evidence);
    }
}
