<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Plugin;
use Wkpbic\Setup\Probe\RedirectUriProbe;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The checks before sign-in, against the stand-in and against everything that can go wrong on the way.
 */
final class PreflightTest extends WordPressTestCase
{
    private const IDS = [
        'login_host', 'clock', 'power_bi_host', 'rest', 'tenant_discovered', 'app_token_issued', 'redirect_uri_answered',
    ];

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
        $this->allow_microsoft();
        // This test's site is served by nobody; what the site would say to itself is RestProbe's business below.
        add_filter('pre_http_request', [$this, 'answer_for_site'], 0, 3);
    }

    protected function tearDown(): void
    {
        remove_filter('pre_http_request', [$this, 'answer_for_site'], 0);
        parent::tearDown();
    }

    /** @var array{code: int, body: string} */
    private array $site = ['code' => 200, 'body' => '{"namespace":"wkpbic/v1"}'];

    public function answer_for_site(mixed $answer, array $arguments, string $url): mixed
    {
        if (!str_starts_with($url, home_url('/'))) {
            return $answer;
        }
        self::assertSame(['GET', true, 0], [$arguments['method'], $arguments['sslverify'], $arguments['redirection']]);
        return ['headers' => [], 'body' => $this->site['body'], 'response' => ['code' => $this->site['code'], 'message' => ''], 'cookies' => []];
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        return str_starts_with($url, home_url('/')) ? $answer : parent::guard_http($answer, $arguments, $url);
    }

    public function test_a_set_up_in_order(): void
    {
        $this->store_keys($this->plugin);
        $results = $this->run_checks($this->authorize_url());
        self::assertSame(array_fill_keys(self::IDS, 'passed'), array_map(self::state(...), $results));
        self::assertSame(
            ['tenant_id' => StandIn::TENANT_ID, 'cloud' => 'global'],
            $results['tenant_discovered']->evidence
        );
        self::assertTrue($results['redirect_uri_answered']->evidence['best_effort']);
        self::assertSame(['client_credentials'], StandIn::running()->token_calls());
        self::assertNull($this->plugin->tokens()->read(), 'A check stores no token.');
        foreach ($results as $result) {
            self::assertNull($result->code);
            self::assertStringNotContainsString(StandIn::CLIENT_SECRET, (string) json_encode($result->to_array()));
        }
        self::assertCount(5, $this->calls, 'One call each: login host, Power BI, directory, app, redirect URI.');
    }

    public function test_nothing_is_typed_yet(): void
    {
        $results = $this->run_checks();
        self::assertSame(
            ['passed', 'passed', 'passed', 'passed', 'skipped', 'skipped', 'skipped'],
            array_values(array_map(self::state(...), $results))
        );
        self::assertSame(['setup_incomplete', ['field' => 'tenant_id']], self::said($results['tenant_discovered']));
        self::assertSame(['setup_incomplete', ['field' => 'client_id']], self::said($results['app_token_issued']));
        self::assertCount(2, $this->calls);
    }

    public function test_a_domain_becomes_the_guid(): void
    {
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['tenant_id' => 'contoso.example']);
        self::assertSame(StandIn::TENANT_ID, $this->run_checks()['tenant_discovered']->evidence['tenant_id']);
    }

    /**
     * @dataProvider other_clouds
     */
    public function test_a_directory_of_another_cloud_is_found_there(string $chosen, string $tenant, string $found): void
    {
        $this->plugin->save_fields()->save(['tenant_id' => $tenant, 'cloud' => $chosen]);
        $result = $this->run_checks()['tenant_discovered'];
        self::assertSame('failed', $result->state);
        self::assertSame(['discovery_cloud_differs', ['chosen' => $chosen, 'found' => $found]], self::said($result));
    }

    /**
     * @return array<string, array{string, string, string}>
     */
    public function other_clouds(): array
    {
        return [
            'same login host, its mark says GCC' => ['global', 'alpine-county.example', 'gcc'],
            'US Government' => ['global', 'northwind-high.example', 'gcc_high'],
            'DoD behind the login host of GCC High' => ['gcc_high', 'northwind-dod.example', 'dod'],
            'China' => ['global', 'lotus.example', 'china'],
        ];
    }

    public function test_a_directory_that_nobody_knows(): void
    {
        $this->plugin->save_fields()->save(['tenant_id' => 'nobody.example']);
        $result = $this->run_checks()['tenant_discovered'];
        self::assertSame(['failed', 'tenant_unknown'], [$result->state, $result->code]);
        $hosts = array_filter($this->calls, static fn (string $call): bool => str_contains($call, '/nobody.example/'));
        self::assertCount(3, $hosts, 'Each login host is asked once: ' . implode(', ', $hosts));
    }

    /**
     * @dataProvider app_faults
     * @param array<string, string> $fields
     */
    public function test_app_and_secret(array $fields, string $state, string $code): void
    {
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save($fields);
        $result = $this->run_checks()['app_token_issued'];
        self::assertSame([$state, $code], [$result->state, $result->code]);
    }

    /**
     * @return array<string, array{array<string, string>, string, string}>
     */
    public function app_faults(): array
    {
        return [
            'AADSTS700016' => [['client_id' => '7b9e4c11-0d52-4a6f-8c3e-91d7f2a06b58'], 'failed', 'client_unknown'],
            'AADSTS7000215' => [['client_secret' => 'Zz00Q~ThIsSeCrEtWaSnEvErGiVeNtOaNyBoDy00'], 'failed', 'client_secret_wrong'],
            'AADSTS7000222' => [['client_secret' => 'Ab37Q~oLdSeCrEtOfLaStYeAr0123456789abcde'], 'failed', 'client_secret_expired'],
        ];
    }

    /**
     * @dataProvider passing_faults
     * @param array<string, mixed> $fault
     */
    public function test_a_passing_fault_is_no_verdict_about_what_was_typed(array $fault, string $code): void
    {
        $this->store_keys($this->plugin);
        StandIn::running()->control('faults', [
            $fault + ['match' => ['path' => '/token']],
            $fault + ['match' => ['path' => StandIn::TENANT_ID . '/v2.0/.well-known']],
            $fault + ['match' => ['path' => '/authorize']],
        ]);
        $results = $this->run_checks($this->authorize_url());
        foreach (['tenant_discovered', 'app_token_issued', 'redirect_uri_answered'] as $id) {
            self::assertSame(['unknown', $code], [$results[$id]->state, $results[$id]->code], $id);
        }
        foreach (['login_host', 'clock', 'power_bi_host'] as $id) {
            self::assertSame('passed', $results[$id]->state, "$id has nothing to do with it.");
        }
    }

    /**
     * @return array<string, array{array<string, mixed>, string}>
     */
    public function passing_faults(): array
    {
        return [
            'fault at Microsoft' => [['kind' => 'status', 'status' => 503], 'microsoft_unavailable'],
            'too often' => [['kind' => 'status', 'status' => 429, 'retry_after' => 7], 'microsoft_throttled'],
            'cut' => [['kind' => 'cut'], 'microsoft_unreachable'],
            'too large' => [['kind' => 'huge', 'bytes' => 3 * 1024 * 1024], 'microsoft_answer_too_large'],
        ];
    }

    public function test_a_page_in_place_of_json_says_nothing(): void
    {
        $this->store_keys($this->plugin);
        StandIn::running()->control('faults', [
            ['kind' => 'html', 'status' => 200, 'match' => ['path' => '/token']],
            ['kind' => 'html', 'status' => 200, 'match' => ['path' => StandIn::TENANT_ID . '/v2.0/.well-known']],
        ]);
        $results = $this->run_checks();
        foreach (['tenant_discovered', 'app_token_issued'] as $id) {
            self::assertSame(['unknown', 'microsoft_unreadable_answer'], [$results[$id]->state, $results[$id]->code], $id);
        }
    }

    public function test_hosts_that_are_not_reached(): void
    {
        $this->store_keys($this->plugin);
        StandIn::running()->control('faults', [
            ['kind' => 'cut', 'times' => 0, 'match' => ['host' => 'login.microsoftonline.com']],
            ['kind' => 'cut', 'times' => 0, 'match' => ['host' => 'api.powerbi.com']],
        ]);
        $results = $this->run_checks();
        foreach (['login_host', 'power_bi_host'] as $id) {
            self::assertSame(['failed', 'microsoft_unreachable'], [$results[$id]->state, $results[$id]->code], $id);
        }
        self::assertSame('skipped', $results['clock']->state, 'Without an answer there is no Date.');
        self::assertSame('unknown', $results['tenant_discovered']->state);
        self::assertSame('unknown', $results['app_token_issued']->state);
        self::assertSame('passed', $results['rest']->state);
    }

    /**
     * @dataProvider offsets
     */
    public function test_the_clock(int $offset, string $state): void
    {
        StandIn::running()->control('clock', ['offset_seconds' => $offset]);
        $result = $this->run_checks()['clock'];
        self::assertSame($state, $result->state);
        // The server is behind by so much as Microsoft is ahead; a second may pass between the two.
        self::assertEqualsWithDelta(-$offset, $result->evidence['offset_seconds'], 2);
        self::assertSame('failed' === $state ? 'clock_wrong' : null, $result->code);
    }

    /**
     * @return array<string, array{int, string}>
     */
    public function offsets(): array
    {
        return [
            'right' => [0, 'passed'],
            'four minutes' => [240, 'passed'],
            'six minutes behind Microsoft' => [360, 'failed'],
            'a day ahead of Microsoft' => [-86400, 'failed'],
        ];
    }

    public function test_no_date_no_verdict(): void
    {
        StandIn::running()->control('faults', [
            ['kind' => 'status', 'status' => 200, 'body' => '{}', 'headers' => ['Date' => 'yesterday or so'], 'match' => ['path' => '/common/']],
        ]);
        self::assertSame('unknown', $this->run_checks()['clock']->state);
    }

    public function test_an_unregistered_redirect_uri(): void
    {
        $this->store_keys($this->plugin);
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => [
            'redirect_uris' => [['uri' => 'https://shop.example/elsewhere', 'platform' => 'web']],
        ]]]);
        $result = $this->run_checks($this->authorize_url())['redirect_uri_answered'];
        self::assertSame(['failed', 'redirect_uri_mismatch', 50011], [$result->state, $result->code, $result->evidence['aadsts']]);
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['redirect_uris' => []]]]);
        self::assertSame('failed', $this->run_checks($this->authorize_url())['redirect_uri_answered']->state);
    }

    /**
     * @dataProvider unreadable_answers
     * @param array<string, mixed> $fault
     */
    public function test_what_cannot_be_told_about_the_redirect_uri(array $fault, string $code): void
    {
        $this->store_keys($this->plugin);
        StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/authorize']]]);
        $result = $this->run_checks($this->authorize_url())['redirect_uri_answered'];
        self::assertSame(['unknown', $code], [$result->state, $result->code]);
        self::assertTrue($result->evidence['best_effort']);
    }

    /**
     * @return array<string, array{array<string, mixed>, string}>
     */
    public function unreadable_answers(): array
    {
        $to = static fn (string $location): array => ['kind' => 'status', 'status' => 302, 'headers' => ['Location' => $location], 'body' => ''];
        return [
            'a page with a script' => [['kind' => 'html', 'status' => 200, 'body' => '<script>location = "x"</script>'], 'redirect_uri_unproved'],
            'to a page of Microsoft' => [$to('https://login.microsoftonline.com/common/reprocess'), 'redirect_uri_unproved'],
            'to a longer address than ours' => [$to(self::REDIRECT_URI . '0&error=login_required'), 'redirect_uri_unproved'],
            'another fault' => [['kind' => 'aadsts', 'code' => 700016, 'as' => 'page'], 'client_unknown'],
        ];
    }

    /**
     * @dataProvider foreign_addresses
     */
    public function test_an_address_that_the_wizard_does_not_make_is_refused_before_any_call(string $from, string $to): void
    {
        $this->store_keys($this->plugin);
        $url = str_replace($from, $to, $this->authorize_url());
        self::assertNotSame($url, $this->authorize_url());
        $failure = self::failure(fn () => $this->plugin->preflight()->run($url));
        self::assertSame(['sign_in_malformed', 'authorize_url'], [$failure->error_code, $failure->field]);
        self::assertSame([], $this->calls);
    }

    /**
     * @return array<string, array{string, string}>
     */
    public function foreign_addresses(): array
    {
        return [
            'another host' => ['login.microsoftonline.com', 'login.evil.example'],
            'another directory' => [StandIn::TENANT_ID, 'c7a1e0d2-58b4-4f3d-8e69-2b9f47a6d013'],
            'another path' => ['/authorize?', '/token?'],
            'a longer path' => ['/authorize?', '/authorize/../token?'],
            'another app' => [StandIn::CLIENT_ID, '6e0d3c91-b7f5-42a8-95c4-d18a2f6b7e30'],
            'another site' => ['localhost%3A8889', 'localhost%3A8880'],
            'a page that asks' => ['prompt=none', 'prompt=login'],
            'no prompt' => ['&prompt=none', ''],
            'a parameter of its own' => ['prompt=none', 'prompt=none&x=1'],
            'twice' => ['prompt=none', 'prompt=none&prompt=none'],
            'a fragment' => ['prompt=none', 'prompt=none#x'],
            'a line break' => ['prompt=none', "prompt=none\r\nX: y"],
            'a blank' => ['prompt=none', 'prompt=none '],
            'beyond ASCII' => ['prompt=none', "prompt=none\u{e9}"],
            'too long' => ['prompt=none', 'prompt=none&claims=' . str_repeat('x', 9000)],
        ];
    }

    public function test_an_address_before_anything_is_typed_is_refused(): void
    {
        $failure = self::failure(fn () => $this->plugin->preflight()->run($this->authorize_url()));
        self::assertSame(['setup_incomplete', 'client_id'], [$failure->error_code, $failure->field]);
    }

    /** What the core spells, PHP recognises: the core's own vectors for a probe, in every cloud. */
    public function test_every_probe_address_of_the_core_is_recognised(): void
    {
        $probes = array_filter(
            Repository::vectors('sign_in_urls'),
            static fn (array $case): bool => 'none' === ($case[0]['input']['prompt'] ?? null)
        );
        self::assertGreaterThanOrEqual(count(Repository::tables()['clouds']), count($probes));
        $contract = $this->plugin->contract();
        $endpoints = new Endpoints($contract, $this->plugin->field_validator(), new DevelopmentOverride(null, 'production'));
        foreach ($probes as [$case]) {
            $input = $case['input'];
            $this->plugin->save_fields()->save(array_intersect_key($input, ['cloud' => 1, 'tenant_id' => 1, 'client_id' => 1]));
            $url = is_array($case['expect']) ? $case['expect']['url'] : $case['expect'];
            $probe = new RedirectUriProbe(
                $contract,
                $this->plugin->settings(),
                $endpoints,
                $this->plugin->http(),
                $input['redirect_uri'],
                $url
            );
            $probe->require_own_address();
        }
        self::assertSame([], $this->calls);
    }

    /**
     * @dataProvider site_answers
     */
    public function test_rest_as_the_site_sees_it_from_outside(int $status, string $body, string $state, ?string $code): void
    {
        $this->site = ['code' => $status, 'body' => $body];
        $result = $this->run_checks()['rest'];
        self::assertSame([$state, $code], [$result->state, $result->code]);
        self::assertContains($result->evidence['permalinks'], ['plain', 'pretty']);
    }

    /**
     * @return array<string, array{int, string, string, string|null}>
     */
    public function site_answers(): array
    {
        return [
            'the index of the namespace' => [200, '{"namespace":"wkpbic/v1","routes":{}}', 'passed', null],
            'no such address' => [404, '{"code":"rest_no_route"}', 'failed', 'site_rest_missing'],
            'the page of a theme' => [200, '<!doctype html>', 'failed', 'site_answer_not_json'],
            'JSON of something else' => [200, '{"namespace":"wp/v2"}', 'failed', 'site_answer_not_json'],
            'a redirect' => [302, '', 'failed', 'site_answer_not_json'],
            'closed to strangers' => [401, '{"code":"rest_login_required"}', 'unknown', 'site_rest_blocked'],
            'a firewall' => [403, 'Forbidden', 'unknown', 'site_rest_blocked'],
            'a fatal error' => [500, '', 'unknown', null],
        ];
    }

    /**
     * @return array<string, ProbeResult>
     */
    private function run_checks(?string $authorize_url = null): array
    {
        $this->calls = [];
        $results = [];
        foreach ($this->plugin->preflight()->run($authorize_url) as $result) {
            self::assertArrayNotHasKey($result->id, $results);
            self::assertTrue(null === $result->code || $this->plugin->contract()->has_error($result->code), (string) $result->code);
            $results[$result->id] = $result;
        }
        self::assertSame(self::IDS, array_keys($results));
        return $results;
    }

    /** As the core spells it for a probe of the stand-in. */
    private function authorize_url(): string
    {
        return StandIn::running()->url . '/login.microsoftonline.com/' . StandIn::TENANT_ID . '/oauth2/v2.0/authorize'
            . '?client_id=' . StandIn::CLIENT_ID . '&response_type=code&redirect_uri=' . rawurlencode(self::REDIRECT_URI)
            . '&response_mode=query&scope=' . rawurlencode(implode(' ', $this->plugin->contract()->scopes('global')))
            . '&state=' . str_repeat('s', 43) . '&code_challenge=' . str_repeat('c', 43) . '&code_challenge_method=S256&prompt=none';
    }

    private static function state(ProbeResult $result): string
    {
        return $result->state;
    }

    /**
     * @return array{string|null, array<string, int|string>}
     */
    private static function said(ProbeResult $result): array
    {
        return [$result->code, $result->params];
    }
}
