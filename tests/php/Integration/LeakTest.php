<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Tests\Support\FakeClock;
use Wkpbic\Tests\Support\Person;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * After everything has happened, neither the database nor the log nor an answer holds a secret in plain text.
 */
final class LeakTest extends WordPressTestCase
{
    public function test_no_secret_lies_anywhere(): void
    {
        $clock = new FakeClock();
        $plugin = $this->plugin($clock);
        $user_id = $this->be_administrator();
        $microsoft = $this->allow_microsoft();
        $this->store_keys($plugin);
        $plugin->save_fields()->save(['password' => 'A-password-that-nobody-may-see-7!']);
        $said = '';

        $attempt = $this->start_sign_in($plugin, $user_id);
        $cookie = $_COOKIE[\Wkpbic\Security\SignInCookie::NAME];
        $open = $this->database_and_log();
        $query = (new Person($microsoft))->sign_in($attempt);
        parse_str($query, $answer);
        $plugin->sign_in_callback()->handle($query);
        self::assertSame('signed_in', $plugin->sign_in_results()->read($user_id)['code']);
        $first = $plugin->tokens()->read();

        $clock->advance(3600 * 30);
        StandIn::running()->control('clock', ['offset_seconds' => 3600 * 30]);
        $plugin->token_broker()->access_token();
        $second = $plugin->tokens()->read();
        $plugin->power_bi()->groups();
        $said .= $this->every_failure($plugin, $user_id);
        $said .= json_encode($plugin->setup_report()->for_user($user_id));
        $said .= json_encode($this->rest('GET', 'setup')->get_data());

        $secrets = [
            'client secret' => StandIn::CLIENT_SECRET,
            'state' => $attempt['state'],
            'verifier' => $attempt['code_verifier'],
            'nonce' => $attempt['nonce'],
            'password' => 'A-password-that-nobody-may-see-7!',
            'cookie' => $cookie,
            'code' => $answer['code'],
            'first access token' => $first->access_token->reveal(),
            'first refresh token' => (string) $first->refresh_token?->reveal(),
            'second access token' => $second->access_token->reveal(),
            'second refresh token' => (string) $second->refresh_token?->reveal(),
        ];
        $places = ['database during the sign-in' => $open, 'database and log' => $this->database_and_log(), 'answers' => $said];
        foreach ($places as $place => $text) {
            self::assertGreaterThan(500, strlen($text), $place);
            foreach ($secrets as $name => $secret) {
                self::assertGreaterThan(20, strlen($secret), $name);
                foreach ([$secret, rawurlencode($secret), base64_encode($secret), bin2hex($secret)] as $form) {
                    self::assertStringNotContainsString($form, $text, "$name in $place");
                }
            }
        }
        self::assertStringContainsString(StandIn::CLIENT_ID, $places['database and log'], 'the dump is a dump');
        self::assertStringContainsString('wkpbic2:', $places['database and log']);
    }

    /** Plays every fault and collects what the plugin says about it. */
    private function every_failure(Plugin $plugin, int $user_id): string
    {
        $said = '';
        $kinds = [
            ['kind' => 'aadsts', 'code' => 7000215], ['kind' => 'aadsts', 'code' => 50173], ['kind' => 'status', 'status' => 500],
            ['kind' => 'status', 'status' => 429], ['kind' => 'cut'], ['kind' => 'malformed'], ['kind' => 'html'], ['kind' => 'empty'],
            // An answer that repeats what was sent.
            ['kind' => 'status', 'status' => 401, 'body' => [
                'error' => 'invalid_client', 'error_description' => 'You sent ' . StandIn::CLIENT_SECRET, 'error_codes' => [7000215],
            ]],
        ];
        foreach ($kinds as $fault) {
            StandIn::running()->control('faults', [$fault + ['match' => ['path' => '/token'], 'times' => 2]]);
            $attempt = $this->start_sign_in($plugin, $user_id);
            $query = (new Person(StandIn::running()))->sign_in($attempt);
            $plugin->sign_in_callback()->handle($query);
            $said .= json_encode($plugin->setup_report()->for_user($user_id));
            $failure = self::failure(static fn () => $plugin->token_client()->refresh($plugin->tokens()->read()->refresh_token));
            $said .= $failure . json_encode([$failure, $failure->getTrace(), $failure->microsoft], JSON_PARTIAL_OUTPUT_ON_ERROR);
        }
        StandIn::running()->control('faults', []);
        return $said;
    }

    /** Every row of every table, and the debug log. */
    private function database_and_log(): string
    {
        global $wpdb;
        $dump = '';
        $tables = $wpdb->get_col('SHOW TABLES');
        self::assertGreaterThan(10, count($tables));
        foreach ($tables as $table) {
            $dump .= "\n$table\n";
            foreach ($wpdb->get_results("SELECT * FROM `$table`", ARRAY_N) as $row) {
                $dump .= implode("\t", array_map('strval', $row)) . "\n";
            }
        }
        return $dump . file_get_contents((string) getenv('WP_LOG'));
    }
}
