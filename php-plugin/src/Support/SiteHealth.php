<?php

declare(strict_types=1);

namespace Wkpbic\Support;

use Closure;
use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use Wkpbic\Setup\Probe\LoginHostProbe;
use Wkpbic\Setup\Probe\RestProbe;
use Wkpbic\Setup\ProbeResult;

/**
 * The plugin's tests on Tools → Site Health. Those that need nobody else run while the page is made; the clock and REST are asked
 * for by the browser afterwards, since only they may call Microsoft or need a request of their own.
 */
final class SiteHealth
{
    public const ROUTE = 'site-health';

    /** Tests that the browser asks for. */
    public const ASYNC = [LoginHostProbe::CLOCK, RestProbe::ID];

    private const PREFIX = 'wkpbic_';

    /** Codes that ask for something and break nothing yet. */
    private const NOT_URGENT = ['secret_expires_soon', 'cron_missing', 'cron_late'];

    /**
     * @param Closure(string, bool): list<ProbeResult> $probe Runs the probe of one of ASYNC, knowing whether REST has just answered.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly Capability $capability,
        private readonly HealthChecks $checks,
        private readonly ExtensionHealth $extensions,
        private readonly Closure $probe
    ) {
    }

    /**
     * For the `site_status_tests` filter. WordPress asks with nobody logged in once a week.
     *
     * @param array<string, array<string, array<string, mixed>>> $tests
     * @return array<string, array<string, array<string, mixed>>>
     */
    public function add_tests(array $tests): array
    {
        if (!wp_doing_cron() && !$this->capability->held()) {
            return $tests;
        }
        foreach (
            [
                HealthChecks::CONNECTION => $this->checks->connection(...),
                HealthChecks::SECRET_EXPIRY => $this->checks->secret_expiry(...),
                HealthChecks::ENCRYPTION_KEY => $this->checks->encryption_key(...),
                HealthChecks::CRON => $this->checks->cron(...),
            ] as $id => $check
        ) {
            $tests['direct'][self::PREFIX . $id] = [
                'label' => $this->topic($id),
                'test' => fn (): array => $this->result($check()),
            ];
        }
        $result = $this->extensions->result(self::PREFIX . ExtensionHealth::ID);
        if (null !== $result) {
            $tests['direct'][self::PREFIX . ExtensionHealth::ID] = [
                'label' => $this->extensions->label(),
                'test' => static fn (): array => $result,
            ];
        }
        foreach (self::ASYNC as $id) {
            $tests['async'][self::PREFIX . $id] = [
                'label' => $this->topic($id),
                'test' => add_query_arg('test', $id, rest_url($this->contract->rest_namespace() . '/' . self::ROUTE)),
                'has_rest' => true,
                'async_direct_test' => fn (): array => $this->run($id, false),
            ];
        }
        return $tests;
    }

    /**
     * Runs one of ASYNC.
     *
     * @param mixed $id
     * @param bool $is_rest Whether this very request came over REST.
     * @return array<string, mixed> As result().
     * @throws Failure field_unknown
     */
    public function run(mixed $id, bool $is_rest): array
    {
        if (!in_array($id, self::ASYNC, true)) {
            throw new Failure('field_unknown', 'test', ['field' => 'test']);
        }
        $results = ($this->probe)($id, $is_rest);
        // Where Microsoft is not reached, nothing is known about the clock, and that is what is to be said.
        foreach ($results as $result) {
            if (null !== $result->code) {
                return $this->result($result, $id);
            }
        }
        return $this->result($results[count($results) - 1], $id);
    }

    /**
     * A result in the form that WordPress's Site Health shows.
     *
     * @return array{label: string, status: string, badge: array{label: string, color: string}, description: string, actions: string,
     *               test: string} `status` is good, recommended or critical; description and actions are HTML.
     */
    public function result(ProbeResult $result, ?string $id = null): array
    {
        $id ??= $result->id;
        $sentence = null === $result->code ? $this->explanation($id) : $this->messages->sentence($result->code, $result->params);
        return [
            'label' => $this->label($id, $result),
            'status' => $this->status($result),
            'badge' => ['label' => __('Power BI', 'wkpbic'), 'color' => 'blue'],
            'description' => '<p>' . esc_html($sentence) . '</p>',
            'actions' => null === $result->code ? '' : $this->action($result->code),
            'test' => self::PREFIX . $id,
        ];
    }

    private function status(ProbeResult $result): string
    {
        if (null === $result->code) {
            return 'good';
        }
        $is_urgent = ProbeResult::FAILED === $result->state
            && !in_array($result->code, self::NOT_URGENT, true)
            && 'transient' !== $this->contract->failure_class($result->code);
        return $is_urgent ? 'critical' : 'recommended';
    }

    private function action(string $code): string
    {
        $step = $this->contract->advice($code)['step'];
        return sprintf(
            '<p><a href="%s">%s</a> · <a href="%s">%s</a></p>',
            esc_url(admin_url("admin.php?page={$this->contract->page()}" . (null === $step ? '' : "&step=$step"))),
            null === $step
                ? esc_html__('Open the Power BI set-up', 'wkpbic')
                /* translators: %d: number of a step of the wizard, 1 to 4 */
                : esc_html(sprintf(__('Open step %d of the Power BI set-up', 'wkpbic'), $step)),
            esc_url(admin_url("admin.php?page={$this->contract->help_page()}#$code")),
            esc_html__('More about this', 'wkpbic')
        );
    }

    private function topic(string $id): string
    {
        return match ($id) {
            HealthChecks::CONNECTION => __('Power BI connection', 'wkpbic'),
            HealthChecks::SECRET_EXPIRY => __('Power BI client secret', 'wkpbic'),
            HealthChecks::ENCRYPTION_KEY => __('Power BI encryption key', 'wkpbic'),
            HealthChecks::CRON => __('Power BI scheduled jobs', 'wkpbic'),
            LoginHostProbe::CLOCK => __('Power BI and the clock of this server', 'wkpbic'),
            default => __('Power BI and the REST API', 'wkpbic'),
        };
    }

    private function label(string $id, ProbeResult $result): string
    {
        if (null !== $result->code) {
            return match ($id) {
                HealthChecks::CONNECTION => ProbeResult::FAILED === $result->state
                    ? __('The connection to Power BI needs attention', 'wkpbic')
                    : __('This site is not connected to Power BI', 'wkpbic'),
                HealthChecks::SECRET_EXPIRY => __('The client secret for Power BI needs attention', 'wkpbic'),
                HealthChecks::ENCRYPTION_KEY => __('The secrets for Power BI are not kept as they should be', 'wkpbic'),
                HealthChecks::CRON => __('The scheduled jobs for Power BI do not run', 'wkpbic'),
                LoginHostProbe::CLOCK => __('The clock could not be compared with Microsoft’s, or is wrong', 'wkpbic'),
                default => __('The REST API of the Power BI plugin does not answer as it should', 'wkpbic'),
            };
        }
        return match ($id) {
            HealthChecks::CONNECTION => __('This site is connected to Power BI', 'wkpbic'),
            HealthChecks::SECRET_EXPIRY => __('The client secret for Power BI does not expire soon', 'wkpbic'),
            HealthChecks::ENCRYPTION_KEY => __('The secrets for Power BI are encrypted', 'wkpbic'),
            HealthChecks::CRON => __('The scheduled jobs for Power BI run', 'wkpbic'),
            LoginHostProbe::CLOCK => __('Microsoft can be reached, and the clocks agree', 'wkpbic'),
            default => __('The REST API of the Power BI plugin answers', 'wkpbic'),
        };
    }

    private function explanation(string $id): string
    {
        return match ($id) {
            HealthChecks::CONNECTION => __('Tokens are stored, and the last attempt to renew them worked.', 'wkpbic'),
            HealthChecks::SECRET_EXPIRY => __('You are reminded here, by a notice and by mail before it expires.', 'wkpbic'),
            HealthChecks::ENCRYPTION_KEY => __('Secrets and tokens are sealed with a key that is not in the database.', 'wkpbic'),
            HealthChecks::CRON => __('They keep the connection alive, remind you before the client secret expires and clean the log.', 'wkpbic'),
            LoginHostProbe::CLOCK => __('Microsoft refuses what seems to come from the past or the future.', 'wkpbic'),
            default => __('The set-up wizard saves and checks through it.', 'wkpbic'),
        };
    }
}
