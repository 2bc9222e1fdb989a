<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use PHPUnit\Framework\TestCase;
use Wkpbic\Clock;
use Wkpbic\Error\Failure;
use Wkpbic\Plugin;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Storage\OptionRows;
use Wkpbic\SystemClock;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * A test with WordPress: everything it writes is rolled back, and every HTTP call that it has not allowed fails it.
 */
abstract class WordPressTestCase extends TestCase
{
    protected const REDIRECT_URI = 'http://localhost:8889/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3';

    /** @var list<string> HTTP calls, "METHOD address". */
    protected array $calls = [];

    /** @var list<string> HTTP calls that no test allowed. */
    private array $forbidden_calls = [];

    /** @var list<string> Statements at which MariaDB ends a transaction. */
    private array $committing = [];

    private bool $microsoft_allowed = false;

    protected function setUp(): void
    {
        self::assertTrue(defined('ABSPATH'), 'Integration tests need a WordPress: set WP_DOCROOT.');
        if ($this->is_rolled_back()) {
            $GLOBALS['wpdb']->query('START TRANSACTION');
            add_filter('query', [$this, 'guard_transaction'], 1);
            // What the installation of the site has left, so that a test alone finds what it finds among others.
            $rows = new OptionRows($GLOBALS['wpdb']);
            $rows->delete(...array_keys($rows->starting_with('wkpbic_')));
        }
        wp_cache_flush();
        wp_set_current_user(0);
        unset($_COOKIE[SignInCookie::NAME]);
        StandIn::running()->reset();
        add_filter('pre_http_request', [$this, 'guard_http'], 1, 3);
    }

    protected function tearDown(): void
    {
        remove_filter('pre_http_request', [$this, 'guard_http'], 1);
        if ($this->is_rolled_back()) {
            remove_filter('query', [$this, 'guard_transaction'], 1);
            $GLOBALS['wpdb']->query('ROLLBACK');
        }
        wp_cache_flush();
        unset($_COOKIE[SignInCookie::NAME]);
        self::assertSame([], $this->committing, 'What a test does with tables cannot be rolled back: is_rolled_back() is false for it');
        self::assertSame([], $this->forbidden_calls, 'HTTP calls that the test did not allow');
    }

    /** False for tests whose rows other processes must see; they clean up themselves. */
    protected function is_rolled_back(): bool
    {
        return true;
    }

    public function guard_transaction(string $sql): string
    {
        // SQLite would roll these back; the tests run on both.
        if (1 === preg_match('/^\s*(ALTER|CREATE|DROP|RENAME|TRUNCATE)\s+(?!TEMPORARY)/i', $sql)) {
            $this->committing[] = $sql;
        }
        return $sql;
    }

    public function guard_http(mixed $answer, array $arguments, string $url): mixed
    {
        $this->calls[] = $arguments['method'] . ' ' . $url;
        if ($this->microsoft_allowed && str_starts_with($url, StandIn::running()->url . '/')) {
            return $answer;
        }
        $this->forbidden_calls[] = $arguments['method'] . ' ' . $url;
        return new WP_Error('forbidden_by_test', 'The test allows no HTTP call.');
    }

    /** From here on, calls to the stand-in go through. */
    protected function allow_microsoft(): StandIn
    {
        $this->microsoft_allowed = true;
        return StandIn::running();
    }

    protected function plugin(Clock $clock = new SystemClock()): Plugin
    {
        return new Plugin(Repository::plugin_folder() . '/wkpbic.php', $clock);
    }

    /** Makes the administrator of the installation the current user. */
    protected function be_administrator(): int
    {
        $id = (int) get_user_by('login', 'admin')->ID;
        wp_set_current_user($id);
        return $id;
    }

    /** Makes a new user of that role the current user. */
    protected function be_new(string $role): int
    {
        $name = $role . bin2hex(random_bytes(4));
        $id = wp_insert_user(['user_login' => $name, 'user_pass' => bin2hex(random_bytes(12)), 'role' => $role]);
        self::assertIsInt($id);
        wp_set_current_user($id);
        return $id;
    }

    /** Stores the keys of the stand-in's default app. */
    protected function store_keys(Plugin $plugin): void
    {
        $plugin->save_fields()->save([
            'client_id' => StandIn::CLIENT_ID,
            'tenant_id' => StandIn::TENANT_ID,
            'client_secret' => StandIn::CLIENT_SECRET,
            'username' => StandIn::USERNAME,
        ]);
    }

    /**
     * Begins a sign-in as the wizard does.
     *
     * @return array{state: string, code_verifier: string, nonce: string, redirect_uri: string}
     */
    protected function start_sign_in(Plugin $plugin, int $user_id): array
    {
        $attempt = [
            'state' => self::random_text(),
            'code_verifier' => self::random_text(),
            'nonce' => self::random_text(),
            'redirect_uri' => self::REDIRECT_URI,
        ];
        $plugin->start_sign_in()->start($attempt, $user_id);
        return $attempt;
    }

    /** Stores the keys and goes through a whole sign-in as the administrator. */
    protected function connect(Plugin $plugin): void
    {
        $microsoft = $this->allow_microsoft();
        $user_id = $this->be_administrator();
        $this->store_keys($plugin);
        $attempt = $this->start_sign_in($plugin, $user_id);
        $query = (new Person($microsoft))->sign_in($attempt);
        self::assertSame(self::REDIRECT_URI, $plugin->sign_in_callback()->handle($query));
        self::assertSame('signed_in', $plugin->sign_in_results()->read($user_id)['code']);
    }

    /**
     * @param array<mixed>|null $body Sent as JSON.
     */
    protected function rest(string $method, string $route, ?array $body = null): WP_REST_Response
    {
        $request = new WP_REST_Request($method, "/wkpbic/v1/$route");
        if (null !== $body) {
            $request->set_header('Content-Type', 'application/json');
            $request->set_body((string) json_encode($body, JSON_THROW_ON_ERROR));
        }
        return rest_do_request($request);
    }

    /**
     * @param callable(): mixed $action
     */
    protected static function failure(callable $action): Failure
    {
        try {
            $action();
        } catch (Failure $failure) {
            return $failure;
        }
        self::fail('Nothing was refused.');
    }

    /** 43 characters of base64url. */
    protected static function random_text(): string
    {
        return rtrim(strtr(base64_encode(random_bytes(32)), '+/', '-_'), '=');
    }
}
