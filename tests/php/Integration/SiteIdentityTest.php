<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Admin\SiteNotice;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Plugin;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Setup\CopyWarning;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Flag;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\Tokens;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * A site that has moved or was copied uses no token until somebody has said which it is.
 */
final class SiteIdentityTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;
    private string $home = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
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

    /**
     * @dataProvider addresses
     */
    public function test_which_addresses_are_one_site(string $first, string $second, bool $is_same): void
    {
        $identity = $this->identity($first, 'shop wp_');
        $identity->accept();
        $problem = $this->identity($second, 'shop wp_')->problem();
        self::assertSame($is_same ? null : 'site_moved', $problem?->error_code);
    }

    /**
     * @return list<array{string, string, bool}>
     */
    public function addresses(): array
    {
        return [
            ['https://shop.example', 'https://shop.example', true],
            ['http://shop.example', 'https://shop.example/', true],
            ['https://www.shop.example', 'https://SHOP.example', true],
            ['http://localhost:8889', 'http://localhost:9999', true],
            ['https://shop.example', 'https://staging.shop.example', false],
            ['https://shop.example', 'https://shop.example/staging', false],
            ['https://shop.example', 'https://shop.example:8443', false],
            ['https://shop.example/a', 'https://shop.example/b', false],
            ['https://shop.example', 'http://localhost', false],
        ];
    }

    public function test_another_database_with_the_same_address_is_a_copy(): void
    {
        $this->identity('https://shop.example', 'shop wp_')->accept();
        foreach (['shop_copy wp_', 'shop copy_'] as $database) {
            self::assertEquals(new Failure('site_copied'), $this->identity('https://shop.example', $database)->problem());
        }
        self::assertEquals(
            new Failure('site_moved', null, ['stored' => 'shop.example', 'current' => 'test.example']),
            $this->identity('https://test.example', 'shop_copy wp_')->problem()
        );
    }

    public function test_a_tool_that_replaces_addresses_in_the_database_is_seen_through(): void
    {
        $this->identity('https://shop.example', 'shop wp_')->accept();
        $row = (string) $this->plugin->rows()->read(SiteIdentity::OPTION);
        self::assertStringNotContainsString('shop', $row);
        $this->plugin->rows()->write([SiteIdentity::OPTION => str_replace('shop.example', 'test.example', $row)]);
        self::assertNotNull($this->identity('https://test.example', 'shop wp_')->problem());
    }

    public function test_a_site_may_have_several_addresses(): void
    {
        foreach (['shop.example', 'boutique.example'] as $host) {
            $this->identity("https://$host", 'shop wp_')->accept();
        }
        self::assertNull($this->identity('https://shop.example', 'shop wp_')->problem());
        $this->identity('https://boutique.example', 'shop wp_')->accept_alone();
        self::assertNotNull($this->identity('https://shop.example', 'shop wp_')->problem());
        for ($i = 0; $i < 20; $i++) {
            $this->identity("https://$i.example", 'shop wp_')->accept();
        }
        self::assertLessThan(1500, strlen((string) $this->plugin->rows()->read(SiteIdentity::OPTION)));
    }

    public function test_damaged_rows_ask_and_break_nothing(): void
    {
        foreach (['no json', '{}', '[]', '7'] as $text) {
            $this->plugin->rows()->write([SiteIdentity::OPTION => $text]);
            self::assertNull($this->identity('https://shop.example', 'shop wp_')->problem(), $text);
        }
        foreach (['[{}]', '[[]]', '["x"]', '[{"address":7,"database":[]}]'] as $text) {
            $this->plugin->rows()->write([SiteIdentity::OPTION => $text]);
            self::assertNotNull($this->identity('https://shop.example', 'shop wp_')->problem(), $text);
        }
    }

    public function test_the_flag_tells_without_a_query(): void
    {
        $identity = $this->identity('https://shop.example', 'shop wp_');
        self::assertFalse($identity->may_differ());
        $identity->accept();
        $queries = $GLOBALS['wpdb']->num_queries;
        self::assertFalse($identity->may_differ());
        self::assertTrue($this->identity('https://test.example', 'shop wp_')->may_differ());
        self::assertSame($queries, $GLOBALS['wpdb']->num_queries);
    }

    public function test_a_moved_site_uses_no_token_and_keeps_it(): void
    {
        $this->connect($this->plugin);
        $this->calls = [];
        $this->home = 'https://staging.shop.example';
        $row = $this->plugin->rows()->read(Tokens::OPTION);
        $failure = self::failure(fn () => $this->plugin->token_broker()->access_token());
        self::assertSame('site_moved', $failure->error_code, 'though the token is good');
        self::assertSame(['stored' => 'localhost', 'current' => 'staging.shop.example'], $failure->params);
        $this->clock->advance(86400 * 3);
        self::failure(fn () => $this->plugin->power_bi()->groups());
        $this->plugin->token_broker()->keep_alive();
        self::assertSame([], $this->calls);
        self::assertSame($row, $this->plugin->rows()->read(Tokens::OPTION));
        $problems = $this->plugin->setup_report()->for_user(1)['problems'];
        self::assertEquals([['code' => 'site_moved', 'params' => (object) $failure->params]], $problems);
    }

    public function test_the_site_has_moved(): void
    {
        $this->connect($this->plugin);
        $this->home = 'https://new.shop.example';
        $this->plugin->choose_site()->choose('moved');
        self::assertCount(3, $this->plugin->power_bi()->groups());
        $this->home = '';
        self::assertCount(3, $this->plugin->power_bi()->groups(), 'the old address still counts');
        self::assertSame('{"before":{},"after":{"choice":"moved"}}', $this->last_choice());
    }

    public function test_this_is_a_copy(): void
    {
        $this->connect($this->plugin);
        $this->start_sign_in($this->plugin, 1);
        $this->calls = [];
        $this->home = 'https://staging.shop.example';
        $this->plugin->choose_site()->choose('copy');
        self::assertNull($this->plugin->rows()->read(ClientSecret::OPTION));
        self::assertNull($this->plugin->rows()->read(Tokens::OPTION));
        self::assertSame(StandIn::CLIENT_ID, $this->plugin->settings()->value('client_id'));
        self::assertSame('not_connected', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame([], $this->calls);
        self::assertSame([], $this->plugin->setup_report()->for_user(1)['problems']);
        self::assertStringContainsString('"choice":"copy","connected":false', str_replace(
            '"connected":false,"choice":"copy"',
            '"choice":"copy","connected":false',
            $this->last_choice()
        ));
    }

    public function test_a_copy_of_a_site_without_sign_in_does_not_connect_by_itself(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
        $this->plugin->token_broker()->access_token();
        $this->calls = [];
        $this->home = 'https://staging.shop.example';
        self::assertSame('site_moved', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $this->plugin->choose_site()->copy();
        self::assertSame('not_connected', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        self::assertSame([], $this->calls);
    }

    /**
     * What wp-config.php holds cannot be erased; so it is named until it is gone or somebody connects here.
     *
     * @dataProvider constants
     * @param list<string> $constants
     */
    public function test_a_copy_is_told_which_constants_still_belong_to_the_other_site(array $constants, ?string $named): void
    {
        $contract = Repository::contract();
        $constant = static fn (string $name): ?string => in_array($name, $constants, true) ? 'a value' : null;
        $warning = new CopyWarning($contract, new Settings($this->plugin->rows(), $contract, $constant), $this->plugin->site_identity());
        $notice = new SiteNotice(
            $this->plugin->site_identity(),
            $this->plugin->choose_site(),
            $warning,
            $this->plugin->capability(),
            $this->plugin->messages()
        );
        $this->connect($this->plugin);
        self::assertSame([null, ''], [$warning->failure(), $this->shown($notice)], 'No copy, no warning.');

        $this->home = 'https://staging.shop.example';
        $this->plugin->choose_site()->choose('copy');
        self::assertSame($named, $warning->failure()->params['constants'] ?? null);
        foreach ($constants as $name) {
            self::assertSame(str_contains((string) $named, $name), str_contains($this->shown($notice), $name), $name);
        }
        $this->be_new('editor');
        self::assertSame('', $this->shown($notice));

        $this->be_administrator();
        $this->plugin->site_identity()->accept(); // As a sign-in on this site does.
        self::assertSame([null, ''], [$warning->failure(), $this->shown($notice)]);
    }

    /**
     * @return array<string, array{list<string>, string|null}>
     */
    public function constants(): array
    {
        return [
            'none' => [[], null],
            'the secret' => [['WKPBIC_CLIENT_SECRET'], 'WKPBIC_CLIENT_SECRET'],
            'both' => [['WKPBIC_CLIENT_SECRET', 'WKPBIC_PASSWORD'], 'WKPBIC_CLIENT_SECRET, WKPBIC_PASSWORD'],
            'no secret' => [['WKPBIC_CLIENT_ID', 'WKPBIC_CLOUD'], null],
        ];
    }

    public function test_a_copy_that_moves_on_asks_again(): void
    {
        $this->connect($this->plugin);
        $this->home = 'https://staging.shop.example';
        $this->plugin->choose_site()->choose('copy');
        self::assertTrue($this->plugin->site_identity()->is_copy());
        $this->home = 'https://test.shop.example';
        self::assertFalse($this->plugin->site_identity()->is_copy());
        self::assertSame('site_moved', $this->plugin->site_identity()->problem()?->error_code);
    }

    public function test_a_sign_in_says_that_this_is_the_site(): void
    {
        $this->connect($this->plugin);
        $this->identity('https://elsewhere.example', 'other wp_')->accept_alone();
        self::assertSame('site_moved', self::failure(fn () => $this->plugin->token_broker()->access_token())->error_code);
        $this->connect($this->plugin);
        self::assertCount(3, $this->plugin->power_bi()->groups());
    }

    public function test_another_choice_is_refused(): void
    {
        foreach (['', 'MOVED', null, ['copy'], 1] as $choice) {
            $failure = self::failure(fn () => $this->plugin->choose_site()->choose($choice));
            self::assertSame(['value_not_offered', 'choice'], [$failure->error_code, $failure->field]);
        }
    }

    public function test_the_notice_asks_those_who_may_answer(): void
    {
        $this->connect($this->plugin);
        self::assertSame('', $this->notice());
        $this->home = 'https://staging.shop.example/<script>';
        $notice = $this->notice();
        self::assertStringContainsString('staging.shop.example', $notice);
        self::assertStringNotContainsString('<script>', $notice);
        self::assertStringContainsString('value="moved"', $notice);
        self::assertStringContainsString('value="copy"', $notice);
        self::assertMatchesRegularExpression('/name="_wpnonce" value="[0-9a-f]{10}"/', $notice);
        $this->be_new('editor');
        self::assertSame('', $this->notice());
    }

    private function notice(): string
    {
        return $this->shown($this->plugin->site_notice());
    }

    private function shown(SiteNotice $notice): string
    {
        ob_start();
        $notice->render();
        return (string) ob_get_clean();
    }

    private function last_choice(): string
    {
        $rows = $this->plugin->log_table()->select('facts', 'WHERE event = %s ORDER BY id DESC LIMIT 1', [Event::SITE_CHOSEN]);
        return (string) ($rows[0]['facts'] ?? '');
    }

    private function identity(string $address, string $database): SiteIdentity
    {
        return new SiteIdentity($this->plugin->rows(), new Flag(), static fn (): string => $address, static fn (): string => $database);
    }
}
