<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use WP_REST_Request;
use Wkpbic\Cron;
use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What Tools → Site Health says about the plugin, and what it costs.
 */
final class SiteHealthTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;
    private string $home = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->be_administrator();
        add_filter('option_home', [$this, 'home'], 100);
    }

    protected function tearDown(): void
    {
        remove_filter('option_home', [$this, 'home'], 100);
        parent::tearDown();
    }

    public function home(string $home): string
    {
        return '' === $this->home ? $home : $this->home;
    }

    public function test_four_tests_run_with_the_page_and_two_are_asked_for_by_the_browser(): void
    {
        $tests = $this->tests();
        $own = static fn (string $kind): array => array_values(array_filter(
            array_keys($tests[$kind]),
            static fn (string $id): bool => str_starts_with($id, 'wkpbic_')
        ));
        self::assertSame(
            ['wkpbic_connection', 'wkpbic_secret_expiry', 'wkpbic_encryption_key', 'wkpbic_cron'],
            $own('direct')
        );
        self::assertSame(['wkpbic_clock', 'wkpbic_rest'], $own('async'));
        self::assertSame(rest_url('wkpbic/v1/site-health') . '?test=clock', $tests['async']['wkpbic_clock']['test']);
        self::assertTrue($tests['async']['wkpbic_clock']['has_rest']);
        $hooks = array_map(static fn (\WP_Hook $hook): \WP_Hook => clone $hook, $GLOBALS['wp_filter']);
        remove_all_filters('site_status_tests');
        $this->plugin->attach();
        self::assertTrue(has_filter('site_status_tests'));
        $GLOBALS['wp_filter'] = $hooks;
    }

    public function test_who_may_not_see_the_connection_sees_no_test_and_the_weekly_job_sees_them_all(): void
    {
        $this->be_new('editor');
        self::assertSame(['direct' => [], 'async' => []], $this->tests());
        wp_set_current_user(0);
        add_filter('wp_doing_cron', '__return_true');
        $tests = $this->tests();
        remove_filter('wp_doing_cron', '__return_true');
        self::assertCount(4, $tests['direct']);
        self::assertCount(2, $tests['async']);
    }

    public function test_the_tests_of_the_page_call_nobody_and_change_nothing(): void
    {
        $this->connect($this->plugin);
        $this->calls = [];
        $rows = $this->plugin->rows()->starting_with('wkpbic_');
        foreach ($this->tests()['direct'] as $id => $test) {
            $result = $test['test']();
            self::assertSame($id, $result['test']);
            self::assertSame(['label', 'status', 'badge', 'description', 'actions', 'test'], array_keys($result));
            self::assertNotSame('', $result['label']);
            self::assertSame(['label' => 'Power BI', 'color' => 'blue'], $result['badge']);
        }
        self::assertSame([], $this->calls);
        self::assertSame($rows, $this->plugin->rows()->starting_with('wkpbic_'));
    }

    public function test_a_site_that_is_set_up_is_good(): void
    {
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => gmdate('Y-m-d', $this->clock->now() + 200 * 86400)]);
        foreach (['connection', 'secret_expiry', 'encryption_key', 'cron'] as $id) {
            self::assertSame(['good', ''], [$this->direct($id)['status'], $this->direct($id)['actions']], $id);
        }
        self::assertStringContainsString('is connected', $this->direct('connection')['label']);
    }

    public function test_the_connection(): void
    {
        $this->says('connection', 'recommended', 'setup_incomplete', 2, ['field' => 'client_id']);
        $this->store_keys($this->plugin);
        $this->says('connection', 'recommended', 'not_connected', 3);
        $this->connect($this->plugin);
        $failures = [
            ['microsoft_unavailable', 'transient', ['status' => 503], 'recommended', null],
            ['client_secret_expired', 'configuration', [], 'critical', 2],
            ['interaction_required', 'interaction_required', [], 'critical', 3],
        ];
        foreach ($failures as [$code, $class, $params, $status, $step]) {
            $this->plugin->last_failure()->write(new Failure($code, null, $params), $class, 1, null);
            $this->says('connection', $status, $code, $step, $params);
        }
        $this->home = 'https://staging.shop.example';
        $moved = ['stored' => 'localhost', 'current' => 'staging.shop.example'];
        $this->says('connection', 'critical', 'site_moved', null, $moved);
    }

    public function test_a_failure_that_is_no_code_of_ours_is_not_shown(): void
    {
        $this->connect($this->plugin);
        $row = (string) json_encode(['code' => '<b>7</b>', 'class' => 'interaction_required', 'at' => 1]);
        $this->plugin->rows()->write([\Wkpbic\Storage\LastFailure::OPTION => $row]);
        $this->says('connection', 'critical', 'interaction_required', 3);
    }

    public function test_the_end_of_the_secret(): void
    {
        self::assertSame('good', $this->direct('secret_expiry')['status'], 'There is no secret.');
        $this->store_keys($this->plugin);
        $this->says('secret_expiry', 'recommended', 'expiry_date_missing', 2);
        $today = strtotime((string) wp_date('Y-m-d', $this->clock->now()) . ' UTC');
        foreach ([30 => ['recommended', 'secret_expires_soon'], 0 => ['critical', 'expiry_date_today']] as $days => [$status, $code]) {
            $date = gmdate('Y-m-d', $today + $days * 86400);
            $this->plugin->save_fields()->save(['client_secret_expires_on' => $date]);
            $this->says('secret_expiry', $status, $code, 2, 30 === $days ? ['date' => $date, 'days' => $days] : []);
        }
        $this->clock->advance(2 * 86400);
        $this->says('secret_expiry', 'critical', 'expiry_date_past', 2, ['date' => $date]);
    }

    public function test_the_key(): void
    {
        $this->store_keys($this->plugin);
        self::assertSame('good', $this->direct('encryption_key')['status']);
        self::assertSame('salts', $this->plugin->health_checks()->encryption_key()->evidence['origin']);
        $row = (string) $this->plugin->rows()->read(ClientSecret::OPTION);
        foreach (['secret_truncated' => substr($row, 0, -9), 'secret_unreadable' => 'x' . $row] as $code => $text) {
            $this->plugin->rows()->write([ClientSecret::OPTION => $text]);
            $this->says('encryption_key', 'critical', $code, 2);
        }
    }

    public function test_salts_that_wordpress_keeps_in_the_database(): void
    {
        // wp_salt() remembers what it has read; the filter changes it as an option would have.
        $stored = str_repeat('a salt in the database ', 3);
        update_site_option('auth_key', $stored);
        self::assertSame('good', $this->direct('encryption_key')['status'], 'It is there and not used.');
        $salt = static fn (string $salt, string $scheme): string => 'auth' === $scheme ? $stored . $salt : $salt;
        add_filter('salt', $salt, 10, 2);
        $this->says('encryption_key', 'recommended', 'encryption_key_in_database', null);
        remove_filter('salt', $salt, 10);
    }

    public function test_the_schedule(): void
    {
        $this->plugin->cron()->schedule();
        self::assertSame('good', $this->direct('cron')['status']);
        $next = min(array_map($this->plugin->cron()->next(...), array_keys(Cron::EVENTS)));
        $this->clock->advance($next + 86399 - $this->clock->now());
        self::assertSame('good', $this->direct('cron')['status'], 'A day may pass on a site that nobody visits.');
        $this->clock->advance(1 + 2 * 3600);
        $this->says('cron', 'recommended', 'cron_late', null, ['hours' => 26]);
        wp_unschedule_hook(Cron::KEEP_ALIVE);
        $this->says('cron', 'recommended', 'cron_missing', null);
    }

    public function test_the_clock_is_asked_for_by_itself(): void
    {
        $this->allow_microsoft();
        self::assertSame('good', $this->asked('clock')['status']);
        self::assertCount(1, $this->calls);
        StandIn::running()->control('faults', [['kind' => 'clock', 'seconds' => 7200]]);
        $result = $this->asked('clock');
        self::assertSame('critical', $result['status']);
        self::assertStringContainsString('NTP', $result['description']);
        StandIn::running()->control('faults', [['kind' => 'cut']]);
        $result = $this->asked('clock');
        self::assertSame(['recommended', 'wkpbic_clock'], [$result['status'], $result['test']]);
    }

    public function test_that_rest_answers_is_proved_by_the_answer(): void
    {
        $request = new WP_REST_Request('GET', '/wkpbic/v1/site-health');
        $request->set_query_params(['test' => 'rest']);
        $result = rest_do_request($request)->get_data();
        self::assertSame(['good', 'wkpbic_rest'], [$result['status'], $result['test']]);
        self::assertSame([], $this->calls);
    }

    public function test_once_a_week_the_site_calls_itself(): void
    {
        $answers = [
            [200, '{"namespace":"wkpbic/v1"}', 'good', null],
            [404, '', 'critical', 'site_rest_missing'],
            [403, '', 'recommended', 'site_rest_blocked'],
            [200, '<html>', 'critical', 'site_answer_not_json'],
        ];
        foreach ($answers as [$code, $body, $status, $says]) {
            $answer = static fn (): array => ['body' => $body, 'response' => ['code' => $code, 'message' => ''], 'headers' => [], 'cookies' => []];
            add_filter('pre_http_request', $answer, 99);
            $result = $this->tests()['async']['wkpbic_rest']['async_direct_test']();
            remove_filter('pre_http_request', $answer, 99);
            self::assertSame($status, $result['status'], (string) $says);
            if (null !== $says) {
                self::assertStringContainsString(esc_html($this->plugin->messages()->sentence($says)), $result['description']);
            }
        }
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        return str_starts_with($url, home_url('/')) ? $answer : parent::guard_http($answer, $arguments, $url);
    }

    public function test_another_test_is_refused(): void
    {
        foreach ([[], ['test' => ''], ['test' => 'connection'], ['test' => ['clock']], ['test' => '../clock']] as $query) {
            $request = new WP_REST_Request('GET', '/wkpbic/v1/site-health');
            $request->set_query_params($query);
            $response = rest_do_request($request);
            self::assertSame([400, 'field_unknown'], [$response->get_status(), $response->get_data()['code']], (string) json_encode($query));
        }
    }

    public function test_the_debug_section_tells_states_and_no_values(): void
    {
        $this->connect($this->plugin);
        $section = $this->plugin->debug_information()->add_section(['other' => []])['wkpbic'];
        $values = array_column($section['fields'], 'value', 'label');
        self::assertSame('connected', $values['state']);
        self::assertSame('is set', $values['client_secret']);
        self::assertSame('is not set', $values['password']);
        self::assertSame('is set', $values['username']);
        self::assertSame('passed', $values['check_connection']);
        self::assertMatchesRegularExpression('/\A\d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC\z/', $values['connected_at']);
        foreach (['client_id', 'tenant_id', 'redirect_uri'] as $name) {
            self::assertTrue($section['fields'][$name]['private'], "$name is not copied");
        }
        foreach ([StandIn::CLIENT_SECRET, StandIn::USERNAME] as $hidden) {
            self::assertStringNotContainsString($hidden, (string) json_encode($section));
        }
    }

    /**
     * @return array<string, array<string, array<string, mixed>>>
     */
    private function tests(): array
    {
        return $this->plugin->site_health()->add_tests(['direct' => [], 'async' => []]);
    }

    /**
     * @return array<string, mixed>
     */
    private function direct(string $id): array
    {
        return $this->tests()['direct']["wkpbic_$id"]['test']();
    }

    /**
     * @return array<string, mixed>
     */
    private function asked(string $id): array
    {
        return $this->plugin->site_health()->run($id, false);
    }

    /**
     * @param array<string, int|string> $params
     */
    private function says(string $id, string $status, string $code, ?int $step, array $params = []): void
    {
        $result = $this->direct($id);
        self::assertSame($status, $result['status'], $code);
        $sentence = esc_html($this->plugin->messages()->sentence($code, $params));
        self::assertSame("<p>$sentence</p>", $result['description']);
        self::assertStringNotContainsString('{', $result['description'], 'A placeholder was left empty.');
        $address = admin_url('admin.php?page=wkpbic-setup-wizard') . (null === $step ? '' : "&step=$step");
        self::assertStringContainsString('href="' . esc_url($address) . '"', $result['actions'], $code);
    }
}
