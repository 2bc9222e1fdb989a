<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Tests\Support\Site;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;
use Wkpbic\Tests\Support\Wp;

/**
 * `wp wkpbic` as it is typed: processes with arguments, standard input, two outputs and an exit code.
 */
final class WpCliTest extends WordPressTestCase
{
    private const SET = [
        'wkpbic', 'set', '--sign_in_method=service_principal', '--client_id=' . StandIn::CLIENT_ID, '--tenant_id=' . StandIn::TENANT_ID,
        '--username=' . StandIn::USERNAME, '--client_secret',
    ];

    protected function tearDown(): void
    {
        $rows = $this->plugin()->rows();
        $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        parent::tearDown();
    }

    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function test_an_unattended_connection_is_set_up_without_a_browser(): void
    {
        $this->ends(1, Wp::run(['wkpbic', 'status']));
        $set = $this->ends(0, Wp::run(self::SET, StandIn::CLIENT_SECRET . "\n"));
        self::assertSame("Success: Stored: client_id, tenant_id, client_secret, username, sign_in_method.\n", $set->output);

        $site = Site::start();
        $site->get('/wp-json/wkpbic/v1'); // The first page compiles WordPress, which a busy machine does not do in the time a check has.
        $check = $this->ends(0, Wp::run(['wkpbic', 'check', '--format=json'], '', ['WP_URL' => $site->url]));
        $site->end();
        $states = array_column($check->json()['results'], 'state', 'id');
        self::assertSame(['passed', 'passed', 'passed'], [$states['rest'], $states['tenant_discovered'], $states['app_token_issued']]);

        self::assertSame('not_connected', $this->ends(1, Wp::run(['wkpbic', 'status', '--format=json']))->json()['connection']['state']);
        // Nobody has let the app into a workspace yet.
        self::assertStringContainsString('| workspaces | failed |', $this->ends(1, Wp::run(['wkpbic', 'test']))->output);
        $role = ['workspaces' => [['id' => '71c9a2e4-8b05-4d6f-a3e1-5f2d8c90b746', 'role' => 'Member']]];
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => $role]]);
        $test = $this->ends(0, Wp::run(['wkpbic', 'test']));
        self::assertMatchesRegularExpression('/^Success: Workspaces: .+ \(Member\)\.$/m', $test->output);
        $status = $this->ends(0, Wp::run(['wkpbic', 'status', '--format=json']))->json();
        self::assertSame('connected', $status['connection']['state']);
        self::assertSame('service_principal', $status['fields']['sign_in_method']['value']);
        self::assertTrue($status['fields']['client_secret']['has_value']);
        self::assertSame(['client_credentials', 'client_credentials'], StandIn::running()->token_calls());

        self::assertStringContainsString('| state | connected |', $this->ends(0, Wp::run(['wkpbic', 'status']))->output);
        $this->ends(1, Wp::run(['wkpbic', 'disconnect'], "n\n"));
        self::assertSame('connected', Wp::run(['wkpbic', 'status', '--format=json'])->json()['connection']['state']);
        $this->ends(0, Wp::run(['wkpbic', 'disconnect', '--yes']));
        $this->ends(1, Wp::run(['wkpbic', 'status']));
    }

    public function test_a_secret_in_an_argument_is_refused_and_repeated_nowhere(): void
    {
        $secret = StandIn::CLIENT_SECRET;
        foreach (
            [
                ['wkpbic', 'set', "--client_secret=$secret"],
                ['wkpbic', 'set', '--client_id=' . StandIn::CLIENT_ID, "--password=$secret"],
                ['wkpbic', 'rekey', "--old_key=$secret"],
            ] as $words
        ) {
            foreach ([[], ['--format=json']] as $more) {
                $wp = $this->ends(2, Wp::run([...$words, ...$more], "$secret\n"));
                self::assertStringNotContainsString($secret, $wp->output . $wp->errors);
                self::assertSame([] === $more ? '' : 'secret_in_argument', [] === $more ? $wp->output : $wp->json()['code']);
            }
        }
        self::assertSame('', $this->plugin()->settings()->value('client_id'));
        self::assertFalse($this->plugin()->client_secret()->has_value());
    }

    public function test_two_secrets_come_as_two_lines(): void
    {
        $this->ends(0, Wp::run(['wkpbic', 'set', '--client_secret', '--password'], "first-of-two~%41'\"\\<b>\r\nsecond one\n"));
        self::assertSame("first-of-two~%41'\"\\<b>", $this->plugin()->client_secret()->read()?->reveal());
        self::assertSame('second one', $this->plugin()->password()->read()?->reveal());
    }

    /**
     * @dataProvider refusals
     * @param list<string> $words
     */
    public function test_bad_input_ends_with_2_and_says_where(array $words, string $input, string $code, ?string $field): void
    {
        $json = $this->ends(2, Wp::run([...$words, '--format=json'], $input))->json();
        self::assertSame(['code', 'message', 'data'], array_keys($json));
        self::assertSame([$code, $field], [$json['code'], $json['data']['field']]);
        $text = $this->ends(2, Wp::run($words, $input));
        self::assertSame('', $text->output);
        self::assertSame('Error: ' . (null === $field ? '' : "$field: ") . "{$json['message']}\n", $text->errors);
    }

    /**
     * @return array<string, array{list<string>, string, string, string|null}>
     */
    public function refusals(): array
    {
        return [
            'nothing to set' => [['wkpbic', 'set'], '', 'nothing_to_set', null],
            'no GUID' => [['wkpbic', 'set', '--client_id=x'], '', 'client_id_not_guid', 'client_id'],
            'the Secret ID' => [['wkpbic', 'set', '--client_secret'], StandIn::CLIENT_ID . "\n", 'client_secret_is_guid', 'client_secret'],
            'an empty input' => [['wkpbic', 'set', '--client_secret'], '', 'secret_not_given', 'client_secret'],
            'an empty line' => [['wkpbic', 'set', '--client_secret'], "\n", 'secret_not_given', 'client_secret'],
            'no error' => [['wkpbic', 'explain', 'good', 'morning'], '', 'nothing_recognised', null],
        ];
    }

    public function test_what_a_command_does_not_know_is_refused(): void
    {
        foreach ([['wkpbic', 'set', '--moon=x'], ['wkpbic', 'status', 'now'], ['wkpbic', 'status', '--format=xml'], ['wkpbic', 'fly']] as $words) {
            $this->ends(1, Wp::run($words));
        }
    }

    public function test_exit_codes_tell_a_person_from_a_pause(): void
    {
        $this->ends(0, Wp::run(self::SET, StandIn::CLIENT_SECRET));
        StandIn::running()->control('faults', [['kind' => 'status', 'status' => 503, 'match' => ['path' => '/token'], 'times' => 2]]);
        $this->ends(3, Wp::run(['wkpbic', 'test']));
        $this->ends(3, Wp::run(['wkpbic', 'status']));
        $test = $this->ends(3, Wp::run(['wkpbic', 'test', '--format=json']))->json();
        self::assertSame(['microsoft_unavailable', null], [$test['results'][0]['code'], $test['workspaces']]);
        $this->ends(3, Wp::run(['wkpbic', 'test'], '', ['WKPBIC_DEVELOPMENT_MICROSOFT_URL' => 'http://127.0.0.1:1']));
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['secrets' => []]]]);
        self::assertSame('client_secret_wrong', $this->ends(1, Wp::run(['wkpbic', 'test', '--format=json']))->json()['results'][0]['code']);
        $this->ends(1, Wp::run(['wkpbic', 'status']));
    }

    public function test_an_error_is_explained_from_an_argument_and_from_a_pipe(): void
    {
        $text = "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846";
        foreach ([Wp::run(['wkpbic', 'explain', $text, '--format=json']), Wp::run(['wkpbic', 'explain', '--format=json'], $text)] as $wp) {
            $json = $this->ends(0, $wp)->json();
            self::assertSame(['client_secret_wrong', [7000215]], [$json['code'], $json['error_codes']]);
            self::assertSame('3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846', $json['trace_id']);
        }
    }

    public function test_nothing_of_the_commands_is_loaded_where_there_is_no_wp_cli(): void
    {
        $front = \Wkpbic\Tests\Support\BackgroundProcess::start([PHP_BINARY, dirname(__DIR__) . '/Support/in-wordpress.php', 'front', 'on']);
        $classes = json_decode($front->output(), true)['classes'];
        self::assertSame([], array_values(array_filter($classes, static fn (string $class): bool => str_contains($class, '\\Cli\\'))));
    }

    private function ends(int $exit_code, Wp $wp): Wp
    {
        self::assertSame($exit_code, $wp->exit_code, $wp->output . $wp->errors);
        return $wp;
    }
}
