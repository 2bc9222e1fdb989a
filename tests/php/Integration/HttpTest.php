<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Security\SignInCookie;
use Wkpbic\Tests\Support\HttpReply;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\Site;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What only shows over HTTP: headers, cookies, redirects, the log-in in between.
 */
final class HttpTest extends WordPressTestCase
{
    private const WIZARD = '/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';

    private Site $site;
    private string $nonce;

    protected function setUp(): void
    {
        parent::setUp();
        $this->site = Site::start();
        self::assertSame(302, $this->site->log_in('admin', 'password')->status);
        $this->nonce = $this->site->get('/wp-admin/admin-ajax.php?action=rest-nonce')->body;
        self::assertMatchesRegularExpression('/\A[0-9a-f]{10}\z/', $this->nonce);
    }

    protected function tearDown(): void
    {
        $this->site->end();
        $rows = $this->plugin()->rows();
        $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        parent::tearDown();
    }

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function test_a_sign_in_from_the_browsers_point_of_view(): void
    {
        $attempt = $this->begin();
        $query = $this->go_to_microsoft($attempt);

        $back = $this->site->get("/wp-admin/admin.php?$query");
        self::assertSame(303, $back->status);
        self::assertSame($this->site->url . self::WIZARD, $back->header('Location'));
        self::assertStringContainsString('no-store', $back->header('Cache-Control'));
        self::assertSame('no-referrer', $back->header('Referrer-Policy'));
        self::assertSame('', trim($back->body));

        $page = $this->site->get(self::WIZARD);
        self::assertSame(200, $page->status);
        self::assertStringContainsString('no-store', $page->header('Cache-Control'));

        $setup = $this->report();
        self::assertSame(['connected', 'signed_in'], [$setup['connection']['state'], $setup['sign_in']['code']]);
        $test = $this->site->rest('POST', 'setup/test', [], $this->nonce);
        self::assertSame(200, $test->status);
        self::assertCount(3, json_decode($test->body, true)['workspaces']);

        self::assertSame(303, $this->site->get("/wp-admin/admin.php?$query")->status);
        self::assertSame('sign_in_already_done', $this->report()['sign_in']['code']);
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
    }

    /** A stale nonce and an unknown address are refused by WordPress before a route of the plugin is found. */
    public function test_every_refusal_has_one_shape_and_is_kept_by_no_cache(): void
    {
        $anybody = $this->site->other_browser();
        $refusals = [
            'not_allowed' => [$anybody->rest('GET', 'setup', [], null), 401],
            'rest_cookie_invalid_nonce' => [$this->site->rest('GET', 'setup', [], 'stale'), 403],
            'rest_no_route' => [$anybody->rest('GET', 'setup/nothing', [], null), 404],
            'client_id_not_guid' => [$this->site->rest('POST', 'setup/fields', ['client_id' => 'x'], $this->nonce), 400],
        ];
        foreach ($refusals as $code => [$reply, $status]) {
            self::assertSame($status, $reply->status, $code);
            self::assertStringContainsString('no-store', $reply->header('Cache-Control'), $code);
            $answer = json_decode($reply->body, true);
            self::assertEqualsCanonicalizing(['code', 'message', 'data'], array_keys($answer), $code);
            self::assertSame($code, $answer['code']);
            self::assertEqualsCanonicalizing(['status', 'field', 'params'], array_keys($answer['data']), $code);
            self::assertSame($status, $answer['data']['status']);
        }
        self::assertStringContainsString('no-store', $this->site->rest('GET', 'setup', [], $this->nonce)->header('Cache-Control'));
    }

    public function test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites_posts(): void
    {
        $reply = $this->start(self::random_text(), self::random_text());
        $line = self::cookie_line($reply);
        self::assertMatchesRegularExpression('/\A' . SignInCookie::NAME . '=[A-Za-z0-9_-]{43};/', $line);
        $attributes = array_map('strtolower', array_map('trim', explode(';', $line)));
        self::assertContains('httponly', $attributes);
        self::assertContains('samesite=lax', $attributes);
        self::assertContains('path=/', $attributes);
        self::assertContains('max-age=900', $attributes);
        self::assertNotContains('secure', $attributes, 'this site is not on https');
        self::assertStringNotContainsString('domain=', strtolower($line));

        $again = $this->start(self::random_text(), self::random_text());
        self::assertSame($reply->cookies()[SignInCookie::NAME], $again->cookies()[SignInCookie::NAME]);
    }

    public function test_on_https_the_cookie_is_for_https_alone(): void
    {
        // As behind a proxy that ends TLS; the test bed's configuration reads the header.
        $reply = $this->start(self::random_text(), self::random_text(), ['X-Forwarded-Proto' => 'https']);
        self::assertSame(201, $reply->status);
        self::assertMatchesRegularExpression('/; *secure/i', self::cookie_line($reply));
    }

    /** Log-in cookies that are SameSite=Strict do not come along from Microsoft; ours does, and state and cookie are enough. */
    public function test_the_second_address_finishes_a_sign_in_without_the_log_in_cookies(): void
    {
        $address = $this->site->url . '/wp-json/wkpbic/v1/callback';
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => [
            'redirect_uris' => [['uri' => $address, 'platform' => 'web']],
        ]]]);
        $attempt = array_map(static fn (): string => self::random_text(), ['state' => 0, 'code_verifier' => 0, 'nonce' => 0]);
        $this->store_keys($this->plugin());
        $started = $this->site->rest('POST', 'setup/sign-in', $attempt + ['redirect_uri' => $address], $this->nonce);
        self::assertSame(201, $started->status);
        $query = (new Person(StandIn::running()))->sign_in($attempt, ['redirect_uri' => $address]);

        $stranger = $this->site->other_browser()->get("/wp-json/wkpbic/v1/callback?$query");
        self::assertSame(303, $stranger->status);
        self::assertSame([], StandIn::running()->token_calls(), 'state without the cookie finishes nothing');

        $back = $this->site->without_log_in()->get("/wp-json/wkpbic/v1/callback?$query");
        self::assertSame(303, $back->status);
        self::assertSame($this->site->url . self::WIZARD, $back->header('Location'));
        self::assertStringContainsString('no-store', $back->header('Cache-Control'));
        self::assertSame('no-referrer', $back->header('Referrer-Policy'));
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
        self::assertSame(['connected', 'signed_in'], [$this->report()['connection']['state'], $this->report()['sign_in']['code']]);

        self::assertSame(303, $this->site->get("/wp-json/wkpbic/v1/callback?$query")->status);
        self::assertSame('sign_in_already_done', $this->report()['sign_in']['code']);
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
    }

    public function test_the_second_address_hands_admin_consent_on_and_nothing_else(): void
    {
        $reply = $this->site->other_browser()->get(
            '/wp-json/wkpbic/v1/callback?admin_consent=True&tenant=a%26b&state=s&evil=1&next=https%3A%2F%2Fevil.example'
        );
        self::assertSame(303, $reply->status);
        $location = $reply->header('Location');
        self::assertStringStartsWith($this->site->url . self::WIZARD . '&', $location);
        parse_str((string) parse_url($location, PHP_URL_QUERY), $values);
        ksort($values);
        self::assertSame(
            ['admin_consent' => 'True', 'page' => 'wkpbic-setup-wizard', 'state' => 's', 'step' => '3', 'tenant' => 'a&b'],
            $values
        );
    }

    public function test_a_log_in_on_the_way_back_keeps_the_address(): void
    {
        $attempt = $this->begin();
        $query = $this->go_to_microsoft($attempt);
        $logged_out = $this->site->other_browser();
        $reply = $logged_out->get("/wp-admin/admin.php?$query");
        self::assertSame(302, $reply->status);
        self::assertStringContainsString('wp-login.php', $reply->header('Location'));
        parse_str((string) parse_url($reply->header('Location'), PHP_URL_QUERY), $parameters);
        self::assertSame($this->site->url . "/wp-admin/admin.php?$query", $parameters['redirect_to']);

        $logged_out->log_in('admin', 'password');
        self::assertSame(303, $logged_out->get("/wp-admin/admin.php?$query")->status);
        self::assertSame('sign_in_other_browser', $this->report()['sign_in']['code']);
        self::assertSame([], StandIn::running()->token_calls());

        self::assertSame(303, $this->site->get("/wp-admin/admin.php?$query")->status);
        self::assertSame('signed_in', $this->report()['sign_in']['code']);
    }

    public function test_a_state_that_stands_twice_is_seen_though_php_hides_it(): void
    {
        $state = self::random_text();
        self::assertSame(303, $this->site->get(self::WIZARD . "&code=x&state=$state&state=$state")->status);
        self::assertSame('callback_duplicate_parameter', $this->report()['sign_in']['code']);
    }

    public function test_somebody_without_the_right_does_not_see_the_page(): void
    {
        $name = 'clerk' . bin2hex(random_bytes(4));
        $id = wp_insert_user(['user_login' => $name, 'user_pass' => 'a-password', 'role' => 'editor']);
        $clerk = $this->site->other_browser();
        $clerk->log_in($name, 'a-password');
        $reply = $clerk->get(self::WIZARD . '&code=x&state=' . self::random_text());
        wp_delete_user((int) $id);
        self::assertSame(403, $reply->status);
        self::assertNull($this->plugin()->sign_in_results()->read((int) $id));
    }

    public function test_rest_wants_the_nonce(): void
    {
        self::assertSame(401, $this->site->rest('GET', 'setup', [], null)->status);
        self::assertSame(403, $this->site->rest('GET', 'setup', [], 'wrong')->status);
    }

    /**
     * @return array{state: string, code_verifier: string, nonce: string}
     */
    private function begin(): array
    {
        $saved = $this->site->rest('POST', 'setup/fields', [
            'client_id' => StandIn::CLIENT_ID, 'tenant_id' => StandIn::TENANT_ID,
            'client_secret' => StandIn::CLIENT_SECRET, 'username' => StandIn::USERNAME,
        ], $this->nonce);
        self::assertSame(200, $saved->status);
        $attempt = ['state' => self::random_text(), 'code_verifier' => self::random_text(), 'nonce' => self::random_text()];
        self::assertSame(201, $this->start(...$attempt)->status);
        return $attempt;
    }

    /**
     * @param array<string, string> $headers
     */
    private function start(string $state, string $code_verifier, array $headers = [], string $nonce = ''): HttpReply
    {
        $this->store_keys($this->plugin());
        $scheme = isset($headers['X-Forwarded-Proto']) ? 'https' : 'http';
        $address = set_url_scheme($this->site->url . self::WIZARD, $scheme);
        $body = ['state' => $state, 'code_verifier' => $code_verifier, 'redirect_uri' => $address];
        $body['nonce'] = '' === $nonce ? self::random_text() : $nonce;
        return $this->site->rest('POST', 'setup/sign-in', $body, $this->nonce, $headers);
    }

    private static function cookie_line(HttpReply $reply): string
    {
        $is_ours = static fn (string $line): bool => str_starts_with($line, SignInCookie::NAME . '=');
        return array_values(array_filter($reply->headers('Set-Cookie'), $is_ours))[0];
    }

    /**
     * @param array{state: string, code_verifier: string, nonce: string} $attempt
     */
    private function go_to_microsoft(array $attempt): string
    {
        $change = ['redirect_uri' => $this->site->url . self::WIZARD];
        return (new Person(StandIn::running()))->sign_in($attempt, $change);
    }

    /**
     * @return array<string, mixed>
     */
    private function report(): array
    {
        return json_decode($this->site->rest('GET', 'setup', [], $this->nonce)->body, true);
    }
}
