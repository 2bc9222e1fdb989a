<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Closure;
use Throwable;
use WP_REST_Request;
use Wkpbic\Cron;
use Wkpbic\Error\Failure;
use Wkpbic\Log\LogFilter;
use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Support\SiteHealth;
use Wkpbic\Tests\Support\Canary;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Faults;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * Everything that the plugin can do is done, with secrets that are known; after each stage neither the database nor the log nor anything
 * that was said holds one of them, in whatever form, but for what is sealed.
 */
final class LeakTest extends WordPressTestCase
{
    private FakeClock $clock;
    private Plugin $plugin;
    private Canary $canary;
    private int $user_id;
    private string $home = '';

    /** @var list<string> */
    private array $leaks = [];

    /** @var list<array<string, mixed>> */
    private array $mails = [];

    private string $ignore_args = '';
    private string $password = '';
    private string $folder = '';

    protected function setUp(): void
    {
        parent::setUp();
        $this->clock = new FakeClock();
        $this->plugin = $this->plugin($this->clock);
        $this->canary = new Canary();
        $this->user_id = $this->be_administrator();
        $this->allow_microsoft();
        // Exceptions carry their arguments, as they do on many servers.
        $this->ignore_args = (string) ini_set('zend.exception_ignore_args', '0');
        add_action('http_api_debug', [$this->canary, 'watch'], 10, 5);
        add_filter('pre_wp_mail', [$this, 'take_mail'], 99, 2);
        add_filter('option_home', [$this, 'home'], 100);
        rest_get_server(); // The plugin is loaded now, if not before.
    }

    protected function tearDown(): void
    {
        ini_set('zend.exception_ignore_args', $this->ignore_args);
        remove_action('http_api_debug', [$this->canary, 'watch']);
        remove_filter('pre_wp_mail', [$this, 'take_mail'], 99);
        remove_filter('option_home', [$this, 'home'], 100);
        if ('' !== $this->folder) {
            array_map('unlink', [...(array) glob("$this->folder/build/*"), "$this->folder/generated"]);
            rmdir("$this->folder/build");
            rmdir($this->folder);
        }
        parent::tearDown();
    }

    /**
     * @param array<string, mixed> $mail
     */
    public function take_mail(mixed $answer, array $mail): bool
    {
        $this->mails[] = $mail;
        return true;
    }

    public function home(string $home): string
    {
        return '' === $this->home ? $home : $this->home;
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        $own = ['body' => '{"namespace":"wkpbic/v1"}', 'response' => ['code' => 200, 'message' => ''], 'headers' => [], 'cookies' => []];
        return str_starts_with($url, home_url('/')) ? $own : parent::guard_http($answer, $arguments, $url);
    }

    public function test_no_secret_lies_anywhere(): void
    {
        $secret = $this->secret('client secret');
        $new_secret = $this->secret('new client secret');
        $this->password = "p\"<&'/\\+%41é" . self::random_text();
        $this->canary->add('password', $this->password);
        $this->register($secret, $new_secret);

        $this->stage('saving the fields', fn () => $this->answer($this->rest('POST', 'setup/fields', [
            'client_id' => StandIn::CLIENT_ID, 'tenant_id' => StandIn::TENANT_ID, 'client_secret' => $secret, 'username' => StandIn::USERNAME,
            'password' => $this->password, 'client_secret_expires_on' => gmdate('Y-m-d', $this->clock->now() + 5 * 86400),
        ]), 200));
        $this->stage('a sign-in under way', function () use (&$attempt): string {
            $attempt = $this->attempt();
            return $this->answer($this->rest('POST', 'setup/sign-in', $attempt), 201);
        });
        $this->stage('a sign-in', function () use (&$attempt): string {
            $this->signed_in($attempt);
            return '';
        });
        $this->stage('a second sign-in while tokens are there', function (): string {
            $this->signed_in($this->attempt(true));
            return '';
        });
        $this->stage('a renewal and every check', function (): string {
            $this->clock->advance(3600 * 30);
            StandIn::running()->control('clock', ['offset_seconds' => 3600 * 30]);
            $this->plugin->token_broker()->access_token();
            return $this->answer($this->rest('POST', 'setup/test'), 200) . $this->answer($this->rest('POST', 'setup/preflight', []), 200);
        });
        $this->stage('every fault', $this->every_fault(...));
        $this->stage('a new secret', function () use ($new_secret): string {
            $this->plugin->rotate_secret()->rotate(new Secret($new_secret), '2099-06-30');
            return self::said(fn () => $this->plugin->rotate_secret()->rotate(new Secret(substr($new_secret, 0, -1)), null));
        });
        $this->stage('a password in place of a sign-in', $this->with_password(...));
        $this->stage('the app by itself', function (): string {
            $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
            $this->plugin->token_broker()->access_token();
            return (string) json_encode($this->plugin->power_bi()->groups());
        });
        $this->stage('another key', fn () => $this->plugin->rekey()->rekey(new Secret($this->secret('former key'))));
        $this->stage('every route', fn () => $this->every_route($this->secret('value in a wrong place')));
        $this->stage('every command', fn () => $this->every_command($this->secret('argument in a wrong place')));
        $this->stage('every event', $this->every_event(...));
        $this->stage('Site Health, bundle and personal data', $this->every_report(...));
        $this->stage('pages, notices and mails', $this->every_page(...));
        $this->stage('secrets as objects', function (): string {
            $secrets = [$this->plugin->client_secret()->read(), $this->plugin->tokens()->read(), $this->plugin->password()->read()];
            return json_encode($secrets) . self::said(fn () => serialize($secrets)) . implode('', array_keys((array) $secrets[0]));
        });
        $this->stage('the end of the connection', fn () => $this->answer($this->rest('DELETE', 'setup/connection'), 200));

        self::assertSame([], $this->leaks);
        foreach (['client_secret', 'password', 'code', 'code_verifier', 'refresh_token', 'access_token', 'id_token'] as $name) {
            self::assertContains($name, $this->canary->on_the_way(), 'Nothing of this name was looked for.');
        }
    }

    /** Does something, and looks for secrets in what it has said and in everything that is stored. */
    private function stage(string $name, Closure $action): void
    {
        ob_start();
        try {
            $said = (string) $action();
        } finally {
            $said = (string) ob_get_clean() . ($said ?? '');
        }
        $places = ['what was said' => $said, 'database and log' => $this->database_and_log(), 'mails' => (string) json_encode($this->mails)];
        foreach ($places as $place => $text) {
            foreach ($this->canary->found_in($text) as $what) {
                $this->leaks[] = "$what: $name, $place";
            }
        }
    }

    /** Each fault at each place at which it can strike; some of them repeat what was sent to them. */
    private function every_fault(): string
    {
        $said = '';
        foreach (array_keys(Faults::all([''])) as $at) {
            $secret = (string) $this->plugin->client_secret()->read()?->reveal();
            $is_id_token = 'id_token' === $this->strike($at, '/none', [$secret]);
            $attempt = $this->attempt(true);
            $query = $is_id_token ? (new Person(StandIn::running()))->sign_in($attempt) : "code={$this->secret('code')}&state={$attempt['state']}";
            $this->take_code($query);
            $this->strike($at, '/token', [$secret]);
            $this->plugin->sign_in_callback()->handle($query);
            $said .= json_encode($this->plugin->setup_report()->for_user($this->user_id));
            $tokens = $this->plugin->tokens()->read();
            $this->strike($at, '/token', [$secret, (string) $tokens->refresh_token?->reveal()]);
            $said .= self::said(fn () => $this->plugin->token_client()->refresh($tokens->refresh_token));
            $tried = $this->secret('secret to try');
            $this->strike($at, '/token', [$tried]);
            $said .= self::said(fn () => $this->plugin->rotate_secret()->rotate(new Secret($tried), null));
            $this->strike($at, '/myorg', [$tokens->access_token->reveal()]);
            $said .= self::said(fn () => $this->plugin->power_bi()->groups()) . json_encode($this->plugin->ladder()->climb());
            $this->strike($at, '', [$secret]);
            $said .= json_encode($this->plugin->preflight()->run());
        }
        StandIn::running()->control('faults', []);
        return $said . json_encode($this->plugin->setup_report()->for_user($this->user_id));
    }

    /**
     * @param list<string> $sent What the fault repeats.
     * @return string The kind of the fault.
     */
    private function strike(int $at, string $path, array $sent): string
    {
        $fault = Faults::all($sent)[$at] + ['match' => ['path' => $path], 'times' => 0];
        StandIn::running()->control('faults', [$fault]);
        return $fault['kind'];
    }

    private function with_password(): string
    {
        $password = $this->password;
        $this->plugin->save_fields()->save(['sign_in_method' => 'ropc', 'password' => $password]);
        $said = self::said(fn () => $this->plugin->token_broker()->access_token()); // Not the right one.
        StandIn::running()->control('patch', ['users' => [StandIn::USERNAME => ['password' => $password]]]);
        $this->plugin->save_fields()->save(['password' => $password]);
        $this->plugin->token_broker()->access_token();
        return $said . json_encode($this->plugin->token_broker()->state());
    }

    /** Every route of the table, with nothing, and with a secret in every argument that it has. */
    private function every_route(string $misplaced): string
    {
        $said = '';
        foreach ($this->plugin->routes()->table() as $route) {
            $names = array_keys($route->arguments);
            $bodies = [[], array_fill_keys($names, $misplaced), ...array_map(static fn (string $name): array => [$name => $misplaced], $names)];
            $bodies[] = array_fill_keys($names, [$misplaced]);
            foreach ($bodies as $body) {
                $request = new WP_REST_Request($route->method, "/wkpbic/v1/$route->path");
                $request->set_query_params('GET' === $route->method ? $body : []);
                if ('GET' !== $route->method) {
                    $request->set_header('Content-Type', 'application/json');
                    $request->set_body((string) json_encode((object) $body));
                }
                $_SERVER['QUERY_STRING'] = 'GET' === $route->method ? http_build_query(['code' => $misplaced, 'state' => $misplaced]) : '';
                $answer = rest_do_request($request);
                $said .= json_encode([$answer->get_data(), $answer->get_headers()]);
            }
            $said .= json_encode(rest_do_request(new WP_REST_Request('OPTIONS', "/wkpbic/v1/$route->path"))->get_data());
        }
        unset($_SERVER['QUERY_STRING']);
        return $said;
    }

    /** Every command of the table in both forms, with a secret in every value that it takes and on standard input. */
    private function every_command(string $misplaced): string
    {
        $said = '';
        $console = new RecordingConsole([]);
        foreach ($this->plugin->commands($console)->table() as $command) {
            $options = [];
            foreach ($command->synopsis as $row) {
                if ('format' !== $row['name'] && 'positional' !== $row['type']) {
                    $options[] = [$row['name'] => 'flag' === $row['type'] ? true : $misplaced];
                    $options[] = [$row['name'] => $misplaced];
                }
            }
            foreach ([[], ['yes' => true], ...$options] as $given) {
                foreach (['json', 'table'] as $format) {
                    $console = new RecordingConsole([$misplaced, $misplaced, $misplaced]);
                    $arguments = 'explain' === $command->name ? ["AADSTS7000215: You sent $misplaced."] : [];
                    try {
                        $this->plugin->commands($console)->call($command, $arguments, ['format' => $format] + $given);
                    } catch (Throwable $thrown) {
                        $said .= $thrown;
                    }
                    $said .= $console->printed;
                }
            }
        }
        return $said;
    }

    private function every_event(): string
    {
        foreach (array_keys(Cron::EVENTS) as $hook) {
            do_action($hook);
        }
        return '';
    }

    private function every_report(): string
    {
        $said = '';
        $health = $this->plugin->site_health();
        foreach ($health->add_tests(['direct' => [], 'async' => []])['direct'] as $test) {
            $said .= json_encode($test['test']());
        }
        foreach (SiteHealth::ASYNC as $id) {
            $said .= json_encode($health->run($id, false));
        }
        $said .= json_encode($this->plugin->debug_information()->add_section([]));
        $said .= json_encode($this->plugin->support_bundle()->build());
        foreach ([get_userdata($this->user_id)->user_email, StandIn::USERNAME] as $address) {
            $said .= json_encode([$this->plugin->privacy()->export($address), $this->plugin->privacy()->erase($address)]);
        }
        return $said . implode('', iterator_to_array($this->plugin->log_export()->pieces(LogFilter::all()), false));
    }

    private function every_page(): string
    {
        $said = '';
        $built = $this->built();
        foreach (range(1, $built->contract()->steps()) as $step) {
            $said .= $built->bootstrap()->script($step, $this->user_id);
        }
        $built->wizard_page()->render();
        $this->plugin->save_fields()->save(['client_secret_expires_on' => gmdate('Y-m-d', $this->clock->now() + 5 * 86400)]);
        $this->plugin->expiry_reminder()->remind();
        $this->clock->advance(5 * 86400);
        $this->plugin->expiry_reminder()->remind();
        self::assertNotSame([], $this->mails);
        $this->plugin->expiry_notice()->show();
        $this->home = 'https://staging.shop.example';
        $this->plugin->site_notice()->render();
        $said .= json_encode($this->plugin->setup_report()->for_user($this->user_id));
        $this->home = '';
        set_current_screen('dashboard');
        do_action('admin_notices');
        unset($GLOBALS['current_screen']);
        return $said;
    }

    /** The plugin in a folder of its own, with a file for each that has to be built: what was built here does not matter. */
    private function built(): Plugin
    {
        $this->folder = sys_get_temp_dir() . '/wkpbic-built-' . bin2hex(random_bytes(6));
        mkdir("$this->folder/build", 0700, true);
        symlink(Repository::plugin_folder() . '/generated', "$this->folder/generated");
        $plugin = new Plugin("$this->folder/wkpbic.php", $this->clock);
        array_map(fn (string $file): bool => touch("$this->folder/build/$file"), $plugin->assets()->missing());
        self::assertSame([], $plugin->assets()->missing());
        return $plugin;
    }

    /**
     * @return array{state: string, code_verifier: string, nonce: string, redirect_uri: string}
     */
    private function attempt(bool $begin = false): array
    {
        $attempt = [
            'state' => $this->secret('state'),
            'code_verifier' => $this->secret('verifier'),
            'nonce' => $this->secret('nonce'),
            'redirect_uri' => self::REDIRECT_URI,
        ];
        if ($begin) {
            $this->plugin->start_sign_in()->start($attempt, $this->user_id);
        }
        return $attempt;
    }

    /**
     * @param array{state: string, code_verifier: string, nonce: string, redirect_uri: string} $attempt
     */
    private function signed_in(array $attempt): void
    {
        $this->canary->add('cookie', $_COOKIE[SignInCookie::NAME]);
        $query = (new Person(StandIn::running()))->sign_in($attempt);
        $this->take_code($query);
        $this->plugin->sign_in_callback()->handle($query);
        self::assertSame('signed_in', $this->plugin->sign_in_results()->read($this->user_id)['code']);
    }

    private function take_code(string $query): void
    {
        parse_str($query, $answer);
        $this->canary->add('code', $answer['code']);
    }

    /** 43 new characters that are looked for from now on; with one that Microsoft likes in secrets. */
    private function secret(string $name): string
    {
        $secret = 'state' === $name || 'nonce' === $name || 'verifier' === $name
            ? self::random_text()
            : substr_replace(self::random_text(), '~', 5, 1);
        $this->canary->add($name, $secret);
        return $secret;
    }

    private function register(string ...$secrets): void
    {
        $rows = [];
        foreach ($secrets as $at => $secret) {
            $rows[] = ['id' => "d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6$at", 'value' => $secret, 'expires' => '2099-12-31T00:00:00Z'];
        }
        StandIn::running()->control('patch', ['apps' => [StandIn::CLIENT_ID => ['secrets' => $rows]]]);
    }

    private function answer(\WP_REST_Response $response, int $status): string
    {
        $text = (string) json_encode([$response->get_data(), $response->get_headers()]);
        self::assertSame($status, $response->get_status(), $text);
        return $text;
    }

    /** Everything that an exception can say: itself, its trace with arguments, what it holds of Microsoft. */
    private static function said(Closure $action): string
    {
        try {
            $action();
        } catch (Throwable $thrown) {
            $microsoft = $thrown instanceof Failure ? [$thrown->params, $thrown->microsoft] : [];
            return $thrown . json_encode([$thrown, $microsoft], JSON_PARTIAL_OUTPUT_ON_ERROR) . self::texts($thrown->getTrace());
        }
        return '';
    }

    /** Every text in an array, however deep. */
    private static function texts(array $values): string
    {
        $texts = '';
        array_walk_recursive($values, static function (mixed $value) use (&$texts): void {
            $texts .= is_string($value) ? "$value\n" : '';
        });
        return $texts;
    }

    /** Every row of every table, and the debug log. */
    private function database_and_log(): string
    {
        global $wpdb;
        $dump = '';
        $tables = $wpdb->get_col('SHOW TABLES');
        self::assertGreaterThan(10, count($tables));
        foreach ($tables as $table) {
            foreach ($wpdb->get_results("SELECT * FROM `$table`", ARRAY_N) as $row) {
                $dump .= implode("\t", array_map('strval', $row)) . "\n";
            }
        }
        return $dump . file_get_contents((string) getenv('WP_LOG'));
    }
}
