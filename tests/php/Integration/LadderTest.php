<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Extension\Registry;
use Wkpbic\Plugin;
use Wkpbic\Setup\Ladder;
use Wkpbic\Setup\ProbeResult;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The checks after sign-in: which rung breaks, what it says, and what is honestly left open above it.
 */
final class LadderTest extends WordPressTestCase
{
    private const P = 'passed';
    private const F = 'failed';
    private const U = 'unknown';
    private const S = 'skipped';

    // The default seed's workspaces, by the merchant's role in them.
    private const ADMIN = '71c9a2e4-8b05-4d6f-a3e1-5f2d8c90b746';
    private const CONTRIBUTOR = '2e8d5b10-f4a7-4c93-8d62-b07e1a9c3f58';
    private const VIEWER = '93f60c7d-a218-4e5b-b94c-6d1f7e20a835';

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
    }

    public function test_all_in_order(): void
    {
        $this->connect($this->plugin);
        $rungs = $this->climb([self::P, self::P, self::P, self::P, self::P, self::P]);
        self::assertSame(StandIn::USERNAME, $rungs['account']->evidence['signed_in']);
        self::assertSame($this->plugin->contract()->permissions(), $rungs['permissions_granted']->evidence['granted']);
        self::assertSame([], $rungs['permissions_granted']->evidence['excess']);
        self::assertSame(
            [self::ADMIN => 'Admin', self::CONTRIBUTOR => 'Contributor', self::VIEWER => 'Viewer'],
            array_column($rungs['workspaces']->evidence['workspaces'], 'role', 'id')
        );
        self::assertSame('unknown', $rungs['licence']->evidence['kind'], 'Free or Pro, Power BI does not say.');
        self::assertCount(4, $this->calls, 'The list of workspaces and one call for each.');
        self::assertSame(['authorization_code'], StandIn::running()->token_calls());
        $tokens = $this->plugin->tokens()->read();
        $said = (string) json_encode(array_map(static fn (ProbeResult $rung): array => $rung->to_array(), $rungs));
        self::assertStringNotContainsString($tokens->access_token->reveal(), $said);
        self::assertStringNotContainsString((string) $tokens->refresh_token?->reveal(), $said);
    }

    public function test_nobody_has_signed_in(): void
    {
        $this->store_keys($this->plugin);
        $rungs = $this->climb([self::F, self::S, self::S, self::S, self::S, self::S]);
        self::assertSame('not_connected', $rungs['token']->code);
        self::assertSame([], $this->calls);
    }

    public function test_a_sign_in_that_has_ended(): void
    {
        $clock = new FakeClock();
        $this->plugin = $this->plugin($clock);
        $this->connect($this->plugin);
        $clock->advance(2 * 3600);
        StandIn::running()->control('faults', [['kind' => 'aadsts', 'code' => 50173, 'match' => ['grant_type' => 'refresh_token']]]);
        $rungs = $this->climb([self::F, self::S, self::S, self::S, self::S, self::S]);
        self::assertSame('interaction_required', $this->plugin->contract()->failure_class((string) $rungs['token']->code));
        self::assertNotNull($this->plugin->tokens()->read(), 'Looking loses nothing.');
    }

    public function test_another_account_than_the_one_typed(): void
    {
        // The field is locked by a constant in many shops and typed after the sign-in in others; what is stored is asked at the end.
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read('wkpbic_tokens'), true);
        $this->plugin->rows()->write(['wkpbic_tokens' => (string) json_encode(['username' => 'Other@contoso.example'] + $row)]);
        $rungs = $this->climb([self::P, self::F, self::P, self::P, self::P, self::U]);
        self::assertSame('account_differs', $rungs['account']->code);
        self::assertSame(['signed_in' => 'Other@contoso.example', 'typed' => StandIn::USERNAME], $rungs['account']->params);
        $sentence = $this->plugin->messages()->sentence($rungs['account']->code, $rungs['account']->params);
        self::assertStringContainsString('Other@contoso.example', $sentence);

        $this->plugin->rows()->write(['wkpbic_tokens' => (string) json_encode(['username' => strtoupper(StandIn::USERNAME)] + $row)]);
        $this->climb([self::P, self::P, self::P, self::P, self::P, self::P]);
        $this->plugin->rows()->write(['wkpbic_tokens' => (string) json_encode(['username' => null] + $row)]);
        $rungs = $this->climb([self::P, self::U, self::P, self::P, self::P, self::U]);
        self::assertNull($rungs['workspaces']->evidence['workspaces'][0]['role'], 'Nobody knows whose role to look for.');
    }

    /**
     * @dataProvider scopes
     * @param list<string>|null $scopes
     * @param list<string> $missing
     * @param list<string> $excess
     */
    public function test_permissions(?array $scopes, string $state, array $missing, array $excess): void
    {
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read('wkpbic_tokens'), true);
        $this->plugin->rows()->write(['wkpbic_tokens' => (string) json_encode(['scopes' => $scopes] + $row)]);
        $rung = $this->climb([self::P, self::P, $state, self::P, self::P, self::P])['permissions_granted'];
        self::assertSame([$missing, $excess], [$rung->evidence['missing'], $rung->evidence['excess']]);
        self::assertSame([] === $missing ? [] : ['permissions' => implode(', ', $missing)], $rung->params);
    }

    public function test_what_another_plugin_needs_is_neither_wanted_nor_too_much(): void
    {
        $add = static function (Registry $registry): void {
            $registry->add_permissions('my-plugin/gateways', ['scopes' => ['Gateway.Read.All', 'Capacity.Read.All'], 'reason' => 'To see them.']);
        };
        add_action('wkpbic_register_steps', $add);
        $five = ['Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create'];
        $this->test_permissions([...$five, 'Gateway.Read.All', 'Tenant.Read.All'], self::P, [], ['Tenant.Read.All']);
        remove_action('wkpbic_register_steps', $add);
    }

    /**
     * @return array<string, array{list<string>|null, string, list<string>, list<string>}>
     */
    public function scopes(): array
    {
        $at = 'https://analysis.windows.net/powerbi/api/';
        $five = ['Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.Read.All', 'Dashboard.Read.All', 'Content.Create'];
        return [
            'Microsoft does not say' => [null, self::P, [], []],
            'short names' => [$five, self::P, [], []],
            'one more than asked' => [[...$five, $at . 'Tenant.Read.All'], self::P, [], ['Tenant.Read.All']],
            'two missing' => [
                ["{$at}Dataset.ReadWrite.All", "{$at}Workspace.ReadWrite.All", "{$at}Report.Read.All"],
                self::F,
                ['Dashboard.Read.All', 'Content.Create'],
                [],
            ],
            'write covers read' => [
                ['Dataset.ReadWrite.All', 'Workspace.ReadWrite.All', 'Report.ReadWrite.All', 'Dashboard.Read.All', 'Content.Create'],
                self::P,
                [],
                ['Report.ReadWrite.All'],
            ],
            'none at all' => [[], self::F, $five, []],
        ];
    }

    /**
     * @dataProvider refusals
     * @param array<string, mixed> $fault
     * @param array{string, string, string} $states Power BI, licence, workspaces.
     */
    public function test_power_bi_says_no(array $fault, array $states, string $broken, string $code): void
    {
        $this->connect($this->plugin);
        StandIn::running()->control('faults', [$fault + ['times' => 0, 'match' => ['path' => '/groups']]]);
        $rungs = $this->climb([self::P, self::P, self::P, ...$states]);
        self::assertSame($code, $rungs[$broken]->code);
        self::assertNotNull($this->plugin->tokens()->read());
        self::assertNull($this->plugin->token_broker()->state()->last_failure, 'The token is not to blame.');
    }

    /**
     * @return array<string, array{array<string, mixed>, array{string, string, string}, string, string}>
     */
    public function refusals(): array
    {
        $says = static fn (int $status, string $name): array => ['kind' => 'power_bi', 'status' => $status, 'name' => $name];
        $bare = static fn (int $status, array $headers = []): array => [
            'kind' => 'status', 'status' => $status, 'body' => '', 'headers' => $headers,
        ];
        $stop = [self::F, self::S, self::S];
        $silent = [self::F, self::U, self::S];
        return [
            '401 without a word' => [$bare(401), $silent, 'power_bi', 'power_bi_refused_silently'],
            '403 without a word' => [$bare(403), $silent, 'power_bi', 'power_bi_refused_silently'],
            'no licence, 403' => [$says(403, 'PowerBINotLicensedException'), [self::P, self::F, self::S], 'licence', 'power_bi_no_licence'],
            'no licence, 401' => [$says(401, 'PowerBINotLicensedException'), [self::P, self::F, self::S], 'licence', 'power_bi_no_licence'],
            'no licence, in a header' => [
                $bare(403, ['X-PowerBI-Error-Info' => 'PowerBINotLicensedException']),
                [self::P, self::F, self::S],
                'licence',
                'power_bi_no_licence',
            ],
            'not authorised says nothing about the licence' => [
                $says(403, 'PowerBINotAuthorizedException'),
                [self::P, self::U, self::F],
                'workspaces',
                'power_bi_forbidden',
            ],
            'the token has expired' => [$says(403, 'TokenExpired'), $stop, 'power_bi', 'power_bi_token_refused'],
            'service principals are off' => [
                $bare(401, ['X-PowerBI-Error-Info' => 'ServicePrincipalIsNotAllowedByTenantAdminSwitch']),
                $stop,
                'power_bi',
                'power_bi_service_principals_off',
            ],
            'not for this app' => [
                ['kind' => 'power_bi', 'status' => 403, 'message' => 'API is not accessible for application'],
                $stop,
                'power_bi',
                'power_bi_app_not_accessible',
            ],
            'a new word' => [$says(400, 'SomethingNew'), $stop, 'power_bi', 'power_bi_unknown'],
            'too often' => [['kind' => 'status', 'status' => 429, 'retry_after' => 9], $stop, 'power_bi', 'microsoft_throttled'],
            'a fault' => [['kind' => 'status', 'status' => 503], $stop, 'power_bi', 'microsoft_unavailable'],
            'cut' => [['kind' => 'cut'], $stop, 'power_bi', 'microsoft_unreachable'],
            'no JSON' => [['kind' => 'html', 'status' => 200], $stop, 'power_bi', 'microsoft_unreadable_answer'],
        ];
    }

    public function test_a_missing_permission_explains_a_refusal_above_it(): void
    {
        $this->connect($this->plugin);
        $row = json_decode((string) $this->plugin->rows()->read('wkpbic_tokens'), true);
        $this->plugin->rows()->write(['wkpbic_tokens' => (string) json_encode(['scopes' => ['Report.Read.All']] + $row)]);
        StandIn::running()->control('faults', [
            ['kind' => 'power_bi', 'status' => 403, 'name' => 'PowerBINotAuthorizedException', 'match' => ['path' => '/groups']],
        ]);
        $this->climb([self::P, self::P, self::F, self::P, self::U, self::S]);
    }

    public function test_what_power_bi_says_is_not_trusted(): void
    {
        $this->connect($this->plugin);
        $body = ['error' => ['code' => "New\n<script>\u{202e}" . str_repeat('x', 400)]];
        StandIn::running()->control('faults', [['kind' => 'status', 'status' => 403, 'body' => $body, 'match' => ['path' => '/groups']]]);
        $said = $this->climb([self::P, self::P, self::P, self::P, self::U, self::F])['workspaces']->evidence['said'];
        self::assertMatchesRegularExpression('/\A[ -~]{1,120}\z/', $said);
    }

    /**
     * @dataProvider memberships
     * @param list<array{id: string, role: string}> $workspaces
     */
    public function test_workspaces(array $workspaces, string $state, ?string $code): void
    {
        $this->connect($this->plugin);
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['workspaces' => $workspaces]]]);
        $rung = $this->climb([self::P, self::P, self::P, self::P, self::P, $state])['workspaces'];
        self::assertSame($code, $rung->code);
        self::assertSame(array_column($workspaces, 'role', 'id'), array_column($rung->evidence['workspaces'], 'role', 'id'));
    }

    /**
     * @return array<string, array{list<array{id: string, role: string}>, string, string|null}>
     */
    public function memberships(): array
    {
        return [
            'none' => [[], self::F, 'power_bi_no_workspace'],
            'may look' => [[['id' => self::VIEWER, 'role' => 'Viewer']], self::F, 'power_bi_read_only'],
            'may write in one' => [
                [['id' => self::CONTRIBUTOR, 'role' => 'Contributor'], ['id' => self::VIEWER, 'role' => 'Viewer']],
                self::P,
                null,
            ],
        ];
    }

    public function test_a_role_that_is_not_told_stays_unknown(): void
    {
        $this->connect($this->plugin);
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['workspaces' => [['id' => self::ADMIN, 'role' => 'Admin']]]]]);
        $people = static fn (array ...$rows): array => [
            ['kind' => 'status', 'status' => 200, 'body' => ['value' => $rows], 'match' => ['path' => '/users']],
        ];
        $in_a_group = ['groupUserAccessRight' => 'Admin', 'principalType' => 'Group', 'identifier' => 'x', 'displayName' => 'Sales'];
        $unknown_role = ['groupUserAccessRight' => 'Emperor', 'principalType' => 'User', 'emailAddress' => StandIn::USERNAME];
        foreach (
            [
                'by way of a group' => $people($in_a_group),
                'a role nobody knows' => $people($unknown_role),
                'nonsense' => [['kind' => 'status', 'status' => 200, 'body' => ['value' => 'x'], 'match' => ['path' => '/users']]],
                'not allowed to look' => [['kind' => 'status', 'status' => 403, 'body' => '', 'match' => ['path' => '/users']]],
            ] as $name => $faults
        ) {
            StandIn::running()->control('faults', $faults);
            $rung = $this->climb([self::P, self::P, self::P, self::P, self::P, self::U])['workspaces'];
            self::assertNull($rung->evidence['workspaces'][0]['role'], $name);
        }
    }

    public function test_an_id_of_microsoft_does_not_become_another_address(): void
    {
        $this->connect($this->plugin);
        StandIn::running()->control('faults', [
            ['kind' => 'status', 'status' => 200, 'body' => ['value' => [['id' => '../../x', 'name' => 'n']]], 'match' => ['path' => '/groups']],
        ]);
        $this->climb([self::P, self::P, self::P, self::P, self::P, self::U]);
        self::assertCount(1, $this->calls, 'The list, and no call for a role.');
    }

    public function test_many_workspaces_are_listed_and_the_first_looked_into(): void
    {
        $this->connect($this->plugin);
        $limit = $this->plugin->contract()->limit('role_workspaces_max');
        $groups = array_map(static fn (int $at): array => [
            'id' => sprintf('00000000-0000-4000-8000-%012d', $at),
            'name' => "No. $at",
        ], range(1, $limit + 5));
        StandIn::running()->control('faults', [
            ['kind' => 'status', 'status' => 200, 'body' => ['value' => $groups], 'match' => ['path' => '/groups']],
        ]);
        $rung = $this->climb([self::P, self::P, self::P, self::P, self::P, self::U])['workspaces'];
        self::assertCount($limit + 5, $rung->evidence['workspaces']);
        self::assertCount(1 + $limit, $this->calls);
    }

    public function test_an_app_by_itself(): void
    {
        $this->connect_app();
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['workspaces' => [['id' => self::ADMIN, 'role' => 'Member']]]]]);
        $rung = $this->climb([self::P, self::P, self::S, self::P, self::S, self::P])['workspaces'];
        self::assertSame('Member', $rung->evidence['workspaces'][0]['role'], 'The only app of the workspace is the one that asks.');

        $viewer = ['workspaces' => [['id' => self::ADMIN, 'role' => 'Viewer']]];
        StandIn::running()->control('patch', ['apps' => ['6e0d3c91-b7f5-42a8-95c4-d18a2f6b7e30' => $viewer]]);
        $rung = $this->climb([self::P, self::P, self::S, self::P, self::S, self::U])['workspaces'];
        self::assertNull($rung->evidence['workspaces'][0]['role'], 'Which of two apps it is, nobody can tell.');
    }

    public function test_an_app_that_the_organisation_does_not_let_in(): void
    {
        $this->connect_app();
        StandIn::running()->control('patch', ['tenants' => [StandIn::TENANT_ID => ['service_principals_allowed' => false]]]);
        $rungs = $this->climb([self::P, self::P, self::S, self::F, self::S, self::S]);
        self::assertSame('power_bi_service_principals_off', $rungs['power_bi']->code);
    }

    private function connect_app(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin);
        $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
    }

    /**
     * @param list<string> $states
     * @return array<string, ProbeResult>
     */
    private function climb(array $states): array
    {
        $this->calls = [];
        $rungs = $this->plugin->ladder()->climb();
        self::assertSame(Ladder::RUNGS, array_map(static fn (ProbeResult $rung): string => $rung->id, $rungs));
        $found = array_map(static fn (ProbeResult $rung): string => $rung->state, $rungs);
        self::assertSame(array_combine(Ladder::RUNGS, $states), array_combine(Ladder::RUNGS, $found));
        foreach ($rungs as $rung) {
            self::assertTrue(null === $rung->code || $this->plugin->contract()->has_error($rung->code), (string) $rung->code);
            self::assertSame('failed' === $rung->state, null !== $rung->code, "$rung->id: a broken rung names the next action, no other does.");
        }
        return array_combine(Ladder::RUNGS, $rungs);
    }
}
