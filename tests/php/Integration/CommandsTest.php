<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Cli\Command;
use Wkpbic\Cli\ExitCode;
use Wkpbic\Plugin;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The table of commands, and what holds for every one of them.
 */
final class CommandsTest extends WordPressTestCase
{
    /** Command => its exit code on a site on which nothing is stored, then its arguments and options. */
    private const EXPECTED = [
        'status' => [1, [], []],
        'set' => [2, [], []],
        'check' => [1, [], []],
        'test' => [1, [], []],
        'explain' => [0, ['AADSTS50011'], []],
        'disconnect' => [0, [], ['yes' => true]],
        'rekey' => [0, [], []],
        'support' => [0, [], []],
        'rotate' => [2, [], ['client_secret' => 'as an argument']],
        'log' => [0, [], []],
        'conformance' => [2, ['nobody'], []],
    ];

    public function test_every_command_has_a_row_and_every_row_a_command(): void
    {
        self::assertEqualsCanonicalizing(array_keys(self::EXPECTED), array_column(self::table(), 'name'));
    }

    /**
     * @dataProvider names
     */
    public function test_a_command_answers_in_both_formats_with_one_exit_code(string $name): void
    {
        [$exit_code, $arguments, $options] = self::EXPECTED[$name] ?? self::fail("CommandsTest::EXPECTED has no row '$name'.");
        $this->allow_microsoft();
        add_filter('pre_http_request', [$this, 'answer_for_site'], 0, 3);
        foreach (['json', 'table'] as $format) {
            $console = $this->call($this->plugin(), $name, $arguments, ['format' => $format] + $options);
            self::assertSame($exit_code, $console->exit_code, $console->printed);
            self::assertNotSame('', $console->printed);
            if ('json' === $format) {
                self::assertIsArray(json_decode($console->printed, true, 512, JSON_THROW_ON_ERROR));
            }
        }
        remove_filter('pre_http_request', [$this, 'answer_for_site'], 0);
    }

    /**
     * @return array<string, array{string}>
     */
    public function names(): array
    {
        $names = [];
        foreach (self::table() as $command) {
            $names[$command->name] = [$command->name];
        }
        return $names;
    }

    /** The site of this test is served by nobody. */
    public function answer_for_site(mixed $answer, array $arguments, string $url): mixed
    {
        $body = ['body' => '{"namespace":"wkpbic/v1"}', 'response' => ['code' => 200, 'message' => ''], 'headers' => [], 'cookies' => []];
        return str_starts_with($url, home_url('/')) ? $body : $answer;
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        return str_starts_with($url, home_url('/')) ? $answer : parent::guard_http($answer, $arguments, $url);
    }

    public function test_the_fields_are_those_of_the_contract_and_secrets_take_no_value(): void
    {
        $synopsis = array_column(self::row('set')->synopsis, 'type', 'name');
        unset($synopsis['format'], $synopsis['extension_field']);
        $expected = array_map(static fn (array $row): string => $row['secret'] ? 'flag' : 'assoc', Repository::contract()->fields());
        self::assertSame($expected, $synopsis);
        foreach (self::table() as $command) {
            foreach ($command->synopsis as $part) {
                self::assertNotSame('', $part['description'], "$command->name $part[name]");
            }
            self::assertStringStartsWith($command->name, $command->example);
        }
    }

    /** A workspace may be called anything. */
    public function test_nothing_from_elsewhere_steers_the_terminal(): void
    {
        $plugin = $this->plugin();
        $this->connect($plugin);
        $name = "Sales\e[2J\u{9B}31m\u{202E}\r\nSuccess";
        add_filter('pre_http_request', static fn (mixed $answer, array $arguments, string $url): mixed => str_contains($url, '/groups') ? [
            'headers' => [], 'cookies' => [], 'response' => ['code' => 200, 'message' => ''],
            'body' => (string) json_encode(['value' => [['id' => StandIn::TENANT_ID, 'name' => $name]]]),
        ] : $answer, 5, 3);
        foreach (['table', 'json'] as $format) {
            $console = $this->call($plugin, 'test', [], ['format' => $format]);
            self::assertSame(0, $console->exit_code, $console->printed);
            self::assertStringContainsString('Sales', $console->printed);
            self::assertDoesNotMatchRegularExpression('/[^\n\x20-\x7E]/', $console->printed, $format);
        }
        remove_all_filters('pre_http_request', 5);
        self::assertStringNotContainsString("\nSuccess |", $this->call($plugin, 'status', [], [])->printed);
    }

    public function test_what_a_secret_is_asked_for_is_not_printed(): void
    {
        $console = new RecordingConsole([StandIn::CLIENT_SECRET, 'The-password-7!']);
        $this->call($this->plugin(), 'set', [], ['client_secret' => true, 'password' => true, 'format' => 'json'], $console);
        self::assertSame(0, $console->exit_code, $console->printed);
        self::assertStringNotContainsString(StandIn::CLIENT_SECRET, $console->printed);
        self::assertStringNotContainsString('The-password-7!', $console->printed);
        self::assertSame('The-password-7!', $this->plugin()->password()->read()?->reveal());
    }

    public function test_a_secret_that_ends_soon_needs_somebody(): void
    {
        $plugin = $this->plugin();
        $this->connect($plugin);
        self::assertSame(0, $this->call($plugin, 'status', [], [])->exit_code);
        foreach (['+90 days' => 0, '+20 days' => 1, '-1 day' => 1] as $when => $exit_code) {
            $day = gmdate('Y-m-d', (int) strtotime($when));
            $plugin->save_fields()->save(['client_secret_expires_on' => $day]);
            self::assertSame($exit_code, $this->call($plugin, 'status', [], [])->exit_code, $when);
        }
    }

    public function test_stored_secrets_are_sealed_anew_with_the_key_that_is_passed(): void
    {
        $plugin = $this->plugin();
        $old = str_repeat('an old key of the site ', 3);
        $cipher = new \Wkpbic\Security\Cipher(new \Wkpbic\Security\KeyRing(
            static fn () => new \Wkpbic\Security\Secret(str_repeat('unused', 9)),
            static fn () => new \Wkpbic\Security\Secret($old),
            static fn () => null
        ));
        $stored = new \Wkpbic\Storage\ClientSecret($plugin->rows(), $cipher, new \Wkpbic\SystemClock(), static fn () => null);
        $plugin->rows()->write([\Wkpbic\Storage\ClientSecret::OPTION => $stored->encode(new \Wkpbic\Security\Secret(StandIn::CLIENT_SECRET))]);
        self::assertSame(1, $this->call($plugin, 'rekey', [], [])->exit_code);
        $console = $this->call($plugin, 'rekey', [], ['old_key' => true, 'format' => 'json'], new RecordingConsole([$old]));
        self::assertStringContainsString('"sealed_anew": 1', $console->printed);
        self::assertSame(StandIn::CLIENT_SECRET, $plugin->client_secret()->read()?->reveal());
    }

    /**
     * @dataProvider texts
     */
    public function test_an_error_is_explained_by_number_name_or_way(string $text, ?string $code): void
    {
        $diagnosis = $this->plugin()->explain()->explain($text);
        self::assertSame($code, $diagnosis['code'] ?? null);
        self::assertDoesNotMatchRegularExpression('/\{[a-z_]+\}/', $diagnosis['message'] ?? '');
    }

    /**
     * @return list<array{string, string|null}>
     */
    public function texts(): array
    {
        return [
            ['AADSTS50011: The redirect URI specified in the request does not match', 'redirect_uri_mismatch'],
            ['<h1>Sign in</h1><p>AADSTS700016: Application not found</p>', 'client_unknown'],
            ['{"error":"invalid_client","error_description":"AADSTS7000222: expired","error_codes":[7000222]}', 'client_secret_expired'],
            ['{"error":{"code":"PowerBINotAuthorizedException"}}', 'power_bi_forbidden'],
            ['error=access_denied&error_description=x', 'sign_in_declined'],
            ['AADSTS99999999: never heard of', 'microsoft_unknown'],
            ['cURL error 28: Operation timed out', 'microsoft_unreachable'],
            ['client_secret_expired', 'client_secret_expired'],
            ["\xFF\x00", null],
            ['', null],
            ['Everything is fine today', null],
        ];
    }

    public function test_exit_codes_follow_the_contract(): void
    {
        $contract = Repository::contract();
        $expected = ['client_id_not_guid' => 2, 'nothing_recognised' => 2, 'microsoft_unreachable' => 3, 'microsoft_throttled' => 3];
        foreach ($expected as $code => $exit_code) {
            self::assertSame($exit_code, ExitCode::of($code, $contract), $code);
        }
        foreach (['client_secret_wrong', 'not_connected', 'field_locked', 'site_not_reached', 'storage_failed', 'not_allowed'] as $code) {
            self::assertSame(1, ExitCode::of($code, $contract), $code);
        }
        self::assertSame([0, 1, 1, 3], [ExitCode::worst([]), ExitCode::worst([0, 3, 1]), ExitCode::worst([2]), ExitCode::worst([3, 0])]);
    }

    /**
     * @param list<string> $arguments
     * @param array<string, mixed> $options
     */
    private function call(
        Plugin $plugin,
        string $name,
        array $arguments,
        array $options,
        RecordingConsole $console = new RecordingConsole()
    ): RecordingConsole {
        $plugin->commands($console)->call(self::row($name), $arguments, $options);
        return $console;
    }

    private static function row(string $name): Command
    {
        return array_column(self::table(), null, 'name')[$name];
    }

    /**
     * @return list<Command>
     */
    private static function table(): array
    {
        return (new Plugin(Repository::plugin_folder() . '/wkpbic.php'))->commands()->table();
    }
}
