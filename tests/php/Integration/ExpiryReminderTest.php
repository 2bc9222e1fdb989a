<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Cron;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Setup\ExpiryMail;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Who hears what, and when, before a client secret expires.
 */
final class ExpiryReminderTest extends WordPressTestCase
{
    private const EXPIRES_ON = '2027-05-24';

    private FakeClock $clock;
    private Plugin $plugin;

    /** @var list<array<string, mixed>> What was handed to the mailer. */
    private array $mails = [];

    private bool $mailer_works = true;

    protected function setUp(): void
    {
        parent::setUp();
        update_option('timezone_string', 'Europe/Berlin');
        update_option('admin_email', 'owner@shop.example');
        update_option('blogname', 'Anna&#039;s &amp; Ben&#039;s');
        add_filter('pre_wp_mail', [$this, 'take_mail'], 99, 2);
        $this->on('2027-01-01');
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => self::EXPIRES_ON]);
    }

    protected function tearDown(): void
    {
        remove_filter('pre_wp_mail', [$this, 'take_mail'], 99);
        parent::tearDown();
    }

    /**
     * @param array<string, mixed> $mail
     */
    public function take_mail(mixed $answer, array $mail): bool
    {
        $this->mails[] = $mail;
        return $this->mailer_works;
    }

    public function test_a_year_of_daily_runs_mails_once_for_each_stage(): void
    {
        $sent = [];
        for ($day = strtotime('2027-01-01'); $day <= strtotime('2027-06-10'); $day += 86400) {
            $this->on(gmdate('Y-m-d', $day));
            $this->mails = [];
            $this->plugin->expiry_reminder()->remind();
            $this->plugin->expiry_reminder()->remind();
            if ([] !== $this->mails) {
                self::assertCount(1, $this->mails, gmdate('Y-m-d', $day));
                $sent[] = gmdate('Y-m-d', $day);
            }
        }
        self::assertSame(
            ['2027-03-25', '2027-04-24', '2027-05-10', '2027-05-17', '2027-05-23', '2027-05-24', '2027-05-25'],
            $sent,
            '60, 30, 14, 7 and 1 days before, on the day, and when it is over.'
        );
    }

    public function test_the_mail(): void
    {
        $this->plugin->expiry_reminder()->remind();
        $this->on('2027-05-10');
        $this->plugin->expiry_reminder()->remind();
        $mail = $this->mails[0];
        self::assertSame('owner@shop.example', $mail['to']);
        self::assertStringContainsString("Anna's & Ben's", $mail['subject']);
        self::assertStringContainsString(self::EXPIRES_ON, $mail['message']);
        self::assertStringContainsString('14', $mail['message']);
        self::assertStringContainsString('page=wkpbic-setup-wizard&step=2', $mail['message']);
        self::assertStringContainsString(StandIn::CLIENT_ID, $mail['message']);
        self::assertStringNotContainsString('{', $mail['message'], 'A placeholder was left empty.');
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, (string) json_encode($mail));

        $this->plugin->save_fields()->save(['reminder_email' => 'it@contoso.example']);
        $this->on('2027-05-17');
        $this->plugin->expiry_reminder()->remind();
        self::assertSame('it@contoso.example', $this->mails[1]['to']);
    }

    public function test_a_mailer_that_fails_is_tried_again_the_next_day(): void
    {
        $this->plugin->expiry_reminder()->remind();
        $this->on('2027-05-10');
        $this->mailer_works = false;
        $this->plugin->expiry_reminder()->remind();
        $this->mailer_works = true;
        $this->on('2027-05-11');
        $this->plugin->expiry_reminder()->remind();
        $this->on('2027-05-12');
        $this->plugin->expiry_reminder()->remind();
        self::assertCount(2, $this->mails, 'The one that failed, and one more.');
    }

    public function test_of_two_processes_one_mails(): void
    {
        $this->plugin->expiry_reminder()->remind();
        $this->on('2027-05-10');
        $other = $this->plugin($this->clock);
        $during = function (string $query) use ($other, &$during): string {
            if (str_contains($query, ExpiryMail::OPTION) && str_starts_with($query, 'UPDATE')) {
                remove_filter('query', $during);
                $other->expiry_reminder()->remind(); // Right before this process takes the stage.
            }
            return $query;
        };
        add_filter('query', $during);
        $this->plugin->expiry_reminder()->remind();
        self::assertCount(1, $this->mails);
    }

    public function test_a_date_that_is_close_when_it_is_typed_is_no_news(): void
    {
        $this->on('2027-05-12');
        $this->plugin->expiry_reminder()->remind();
        self::assertSame([], $this->mails, 'Whoever typed it twelve days before knows.');
        $this->on('2027-05-17');
        $this->plugin->expiry_reminder()->remind();
        self::assertCount(1, $this->mails, 'A week before it is news.');
    }

    public function test_a_new_date_begins_again(): void
    {
        $this->plugin->expiry_reminder()->remind();
        $this->on('2027-05-23');
        $this->plugin->expiry_reminder()->remind();
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2027-07-22']);
        $this->plugin->expiry_reminder()->remind();
        self::assertCount(2, $this->mails, 'One for the old date, and one 60 days before the new one.');
    }

    /** Midnight is the site's own. */
    public function test_days_are_those_of_the_site(): void
    {
        $this->move_to('2027-05-22 21:59:59');
        self::assertSame('7', $this->plugin->expiry_reminder()->expiry()?->stage);
        $this->move_to('2027-05-22 22:00:00');
        self::assertSame('1', $this->plugin->expiry_reminder()->expiry()?->stage, 'It is the 23rd in Berlin.');
    }

    /**
     * @dataProvider days
     * @param array<string, int|string> $params
     */
    public function test_what_site_health_and_wp_cli_report(string $today, string $state, ?string $code, array $params): void
    {
        $this->on($today);
        $result = $this->plugin->expiry_reminder()->check();
        self::assertSame([$state, $code, $params], [$result->state, $result->code, $result->params]);
        self::assertSame(self::EXPIRES_ON, $result->evidence['expires_on']);
    }

    /**
     * @return array<string, array{string, string, string|null, array<string, int|string>}>
     */
    public function days(): array
    {
        $soon = static fn (int $days): array => ['date' => self::EXPIRES_ON, 'days' => $days];
        return [
            '61 days' => ['2027-03-24', 'passed', null, []],
            '60 days' => ['2027-03-25', 'failed', 'secret_expires_soon', $soon(60)],
            '1 day' => ['2027-05-23', 'failed', 'secret_expires_soon', $soon(1)],
            'the day' => ['2027-05-24', 'failed', 'expiry_date_today', []],
            'over' => ['2027-05-25', 'failed', 'expiry_date_past', ['date' => self::EXPIRES_ON]],
        ];
    }

    public function test_without_a_date_or_a_secret(): void
    {
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '']);
        $result = $this->plugin->expiry_reminder()->check();
        self::assertSame(['unknown', 'expiry_date_missing'], [$result->state, $result->code]);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => self::EXPIRES_ON]);
        $this->plugin->rows()->delete('wkpbic_client_secret');
        $this->on('2027-05-23');
        self::assertSame('skipped', $this->plugin->expiry_reminder()->check()->state);
        $this->plugin->expiry_reminder()->remind();
        self::assertSame([], $this->mails);
        self::assertFalse($this->plugin->expiry_reminder()->may_have_notice());
    }

    public function test_the_notice_is_for_those_who_can_do_something(): void
    {
        $this->be_administrator();
        $this->on('2027-05-12');
        self::assertSame('', $this->notice(), 'Not before the daily job has noted it.');
        $this->plugin->expiry_reminder()->remind();
        $notice = $this->notice();
        self::assertStringContainsString('notice-warning', $notice);
        self::assertStringContainsString(self::EXPIRES_ON, $notice);
        self::assertStringContainsString('step=2', $notice);
        $this->be_new('shop_manager');
        self::assertSame('', $this->notice());
        $this->be_administrator();
        $this->on('2027-05-25');
        self::assertStringContainsString('notice-error', $this->notice(), 'Looked up when it is shown, whatever the flag says.');
    }

    public function test_a_date_that_is_near_when_it_is_entered_waits_for_no_daily_job(): void
    {
        $this->be_administrator();
        $this->on('2027-05-01');
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2027-05-04']);
        self::assertStringContainsString('2027-05-04', $this->notice());
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2029-05-04']);
        self::assertFalse($this->plugin->expiry_reminder()->may_have_notice());
    }

    public function test_dismissed_by_one_user_until_the_next_stage(): void
    {
        $this->on('2027-05-12');
        $this->plugin->expiry_reminder()->remind();
        $me = $this->be_administrator();
        $this->dismiss();
        self::assertSame('', $this->notice());
        $other = $this->be_new('administrator');
        self::assertNotSame('', $this->notice(), 'Another administrator still sees it.');
        wp_set_current_user($me);
        $this->on('2027-05-16');
        self::assertSame('', $this->notice(), 'The same stage.');
        $this->on('2027-05-17');
        self::assertNotSame('', $this->notice(), 'The next stage.');
        wp_delete_user($other);
    }

    public function test_a_link_that_is_not_the_users_own_dismisses_nothing(): void
    {
        $this->on('2027-05-12');
        $this->plugin->expiry_reminder()->remind();
        $this->be_administrator();
        $die = static fn (): callable => static function (): void {
            throw new \RuntimeException('refused');
        };
        add_filter('wp_die_handler', $die);
        $_REQUEST['_wpnonce'] = 'forged';
        $said = null;
        try {
            $this->plugin->expiry_notice()->dismiss();
        } catch (\RuntimeException $refusal) {
            $said = $refusal->getMessage();
        }
        unset($_REQUEST['_wpnonce']);
        remove_filter('wp_die_handler', $die);
        self::assertSame('refused', $said);
        self::assertNotSame('', $this->notice());
    }

    public function test_the_daily_job_is_scheduled_and_attached(): void
    {
        self::assertSame('daily', Cron::EVENTS[Cron::EXPIRY_REMINDER]);
        $hooks = array_map(static fn (\WP_Hook $hook): \WP_Hook => clone $hook, $GLOBALS['wp_filter']);
        $this->on('2027-05-10');
        $this->plugin->attach();
        do_action(Cron::EXPIRY_REMINDER);
        self::assertCount(1, $this->mails);
        $this->be_administrator();
        $shown = [];
        foreach (['dashboard', 'plugins', 'toplevel_page_wkpbic-setup-wizard', 'power-bi_page_wkpbic-log', 'edit', 'profile'] as $screen) {
            set_current_screen($screen);
            ob_start();
            do_action('admin_notices');
            $shown[$screen] = str_contains((string) ob_get_clean(), self::EXPIRES_ON);
        }
        unset($GLOBALS['current_screen']);
        self::assertSame(
            [
                'dashboard' => true, 'plugins' => true, 'toplevel_page_wkpbic-setup-wizard' => true,
                'power-bi_page_wkpbic-log' => true, 'edit' => false, 'profile' => false,
            ],
            $shown
        );
        self::assertTrue(has_action('admin_post_wkpbic_dismiss_expiry'));
        $GLOBALS['wp_filter'] = $hooks;
    }

    public function test_rotating_ends_it(): void
    {
        $this->allow_microsoft();
        $this->on('2027-05-12');
        $this->plugin->expiry_reminder()->remind();
        $this->plugin->rotate_secret()->rotate(new Secret(StandIn::CLIENT_SECRET), '2029-05-01');
        self::assertSame('passed', $this->plugin->expiry_reminder()->check()->state);
        $this->be_administrator();
        self::assertSame('', $this->notice());
    }

    private function notice(): string
    {
        ob_start();
        $this->plugin->expiry_notice()->show();
        return (string) ob_get_clean();
    }

    /** Follows the link of the notice. */
    private function dismiss(): void
    {
        self::assertSame(1, preg_match('/admin-post\.php\?action=wkpbic_dismiss_expiry&#038;_wpnonce=([0-9a-f]+)/', $this->notice(), $link));
        $_REQUEST['_wpnonce'] = $link[1];
        $_REQUEST['_wp_http_referer'] = '/wp-admin/index.php';
        self::assertStringEndsWith('/wp-admin/index.php', $this->plugin->expiry_notice()->dismiss());
        unset($_REQUEST['_wpnonce'], $_REQUEST['_wp_http_referer']);
    }

    /** Noon of that day at the site, and a request of its own. */
    private function on(string $day): void
    {
        $this->move_to("$day 10:00:00");
    }

    private function move_to(string $utc): void
    {
        $this->clock = new FakeClock((int) strtotime("$utc UTC"));
        $this->plugin = $this->plugin($this->clock);
    }
}
