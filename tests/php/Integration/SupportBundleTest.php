<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Setup\Claims;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\Tokens;
use Wkpbic\Support\BundleSchema;
use Wkpbic\Tests\Support\RecordingConsole;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * What may be sent to somebody who helps, and nothing else.
 */
final class SupportBundleTest extends WordPressTestCase
{
    private const MARK = 'a-value-that-a-later-version-stores';

    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
    }

    public function test_of_an_empty_site_and_of_a_connected_one_it_fits_its_schema(): void
    {
        $bundle = $this->bundle();
        self::assertNull($bundle['connection']['connected_at']);
        self::assertSame('unknown', array_column($bundle['checks'], 'state', 'id')['connection']);

        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['client_secret_expires_on' => '2099-01-31']);
        $this->plugin->claims()->set(['consent' => true]);
        $bundle = $this->bundle();
        self::assertSame(
            ['has_value' => true, 'locked' => false, 'value' => StandIn::CLIENT_ID, 'stored_at' => null],
            $bundle['fields']['client_id']
        );
        self::assertSame('2099-01-31', $bundle['fields']['client_secret_expires_on']['value']);
        self::assertSame([true, null], [$bundle['fields']['client_secret']['has_value'], $bundle['fields']['client_secret']['value']]);
        self::assertSame([true, null], [$bundle['fields']['username']['has_value'], $bundle['fields']['username']['value']]);
        self::assertSame('connected', $bundle['connection']['state']);
        self::assertSame(['consent'], array_keys($bundle['claims']));
        self::assertTrue(array_column($bundle['evidence'], 'passed', 'check')['signed_in']);
        self::assertNotContains(null, array_column($bundle['evidence'], 'check'), 'Each check has a name that is shown.');
        self::assertSame(self::REDIRECT_URI, $bundle['site']['redirect_uri']);
        self::assertSame(Plugin::VERSION, $bundle['plugin']['version']);
        $token = array_values(array_filter($bundle['log'], static fn (array $entry): bool => 'token' === $entry['event']))[0];
        self::assertSame(
            ['call', 'POST', 'login.microsoftonline.com', 200],
            [$token['kind'], $token['method'], $token['host'], $token['status']]
        );
    }

    public function test_nobody_is_named(): void
    {
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save(['reminder_email' => 'anna@shop.example']);
        $text = (string) json_encode($this->bundle(), JSON_UNESCAPED_SLASHES);
        $admin = get_userdata(get_current_user_id());
        self::assertStringNotContainsString('"user', str_replace('"username":{', '', $text));
        $names = [StandIn::USERNAME, 'contoso.example', 'anna', $admin->user_email, StandIn::CLIENT_SECRET];
        foreach ($names as $name) {
            self::assertStringNotContainsString($name, $text);
        }
    }

    /** Whatever is stored under whatever name: it is not in the bundle unless somebody has put it on the list. */
    public function test_what_a_later_version_stores_is_not_in_it(): void
    {
        $this->connect($this->plugin);
        $this->plugin->claims()->set(['consent' => true]);
        $this->plugin->last_failure()->write(new \Wkpbic\Error\Failure('microsoft_unavailable', null, ['status' => 503]), 'transient', 1, 1);
        $rows = $this->plugin->rows();
        $marked = 0;
        foreach ($rows->starting_with('wkpbic_') as $name => $text) {
            $row = json_decode($text, true);
            if (is_array($row) && [] !== $row && !array_is_list($row)) {
                $rows->write([$name => (string) json_encode(['added_later' => self::MARK, self::MARK => true] + $row)]);
                $marked++;
            }
        }
        self::assertGreaterThanOrEqual(6, $marked);
        $rows->write(['wkpbic_a_later_option' => self::MARK]);
        $facts = (string) json_encode(['before' => ['later' => self::MARK], 'after' => ['role' => self::MARK, 'later' => self::MARK]]);
        $this->plugin->log_table()->insert(['kind' => 'audit', 'at' => time(), 'event' => 'roles_changed', 'facts' => $facts]);
        self::assertStringNotContainsString(self::MARK, (string) json_encode($this->bundle()));
    }

    /** A known name with a value that it should not have: swapped lines in wp-config.php, a damaged row. */
    public function test_a_value_of_another_form_is_left_out(): void
    {
        $this->connect($this->plugin);
        $secret = StandIn::CLIENT_SECRET;
        $fields = array_fill_keys(array_keys(Repository::contract()->fields()), $secret);
        $this->plugin->rows()->write([
            Settings::OPTION => (string) json_encode($fields),
            LastFailure::OPTION => (string) json_encode([
                'code' => $secret, 'params' => ['x' => $secret], 'trace_id' => $secret, 'correlation_id' => $secret, 'at' => 1,
            ]),
            Claims::OPTION => (string) json_encode(['consent' => $secret, $secret => 1]),
            ClientSecret::OPTION => (string) json_encode(['stored_at' => $secret, 'record' => $secret]),
            Tokens::OPTION => (string) json_encode([
                'identity' => $this->plugin->settings()->identity(), 'username' => $secret, 'scopes' => [$secret], 'record' => $secret,
            ]),
            'wkpbic_installed_version' => $secret,
        ]);
        $this->plugin->log_table()->insert([
            'kind' => substr($secret, 0, 8), 'at' => 1, 'event' => $secret, 'code' => $secret, 'source' => substr($secret, 0, 8),
            'method' => substr($secret, 0, 8), 'host' => $secret, 'trace_id' => $secret, 'correlation_id' => $secret,
        ]);
        $bundle = $this->bundle();
        self::assertStringNotContainsString(substr($secret, 0, 8), (string) json_encode($bundle));
        self::assertNull($bundle['fields']['tenant_id']['value']);
        self::assertTrue($bundle['fields']['tenant_id']['has_value']);
    }

    public function test_without_a_log_the_rest_is_there(): void
    {
        // Asked for in vain: dropping the table would end the test's transaction.
        $gone = static fn (string $query): string => str_replace('wkpbic_log', 'wkpbic_no_log', $query);
        add_filter('query', $gone);
        $bundle = $this->bundle();
        remove_filter('query', $gone);
        self::assertSame([null, null], [$bundle['log'], $bundle['clock_offset']]);
    }

    public function test_over_rest_and_wp_cli_and_in_the_audit_trail(): void
    {
        $this->connect($this->plugin);
        $answer = $this->rest('GET', 'setup/support-bundle');
        self::assertSame(200, $answer->get_status());
        $console = new RecordingConsole();
        $commands = $this->plugin->commands($console);
        $support = array_values(array_filter($commands->table(), static fn ($command): bool => 'support' === $command->name))[0];
        $commands->call($support, [], ['format' => 'json']);
        $printed = json_decode($console->printed, true, 512, JSON_THROW_ON_ERROR);
        self::assertSame(array_keys($answer->get_data()), array_keys($printed));
        self::assertSame(0, $console->exit_code);
        $commands->call($support, [], []);
        self::assertStringContainsString('connection.state | connected', $console->printed);
        self::assertStringContainsString('fields.client_secret.has_value | yes', $console->printed);
        $events = array_column($this->plugin->log_table()->select('event', 'WHERE event = %s', ['support_bundle_made']) ?? [], 'event');
        self::assertCount(3, $events);
    }

    /**
     * @return array<string, mixed> As JSON has it, held to its schema.
     */
    private function bundle(): array
    {
        $bundle = json_decode((string) json_encode($this->plugin->support_bundle()->build()), true);
        $verdict = rest_validate_value_from_schema($bundle, (new BundleSchema(Repository::contract()))->schema(), 'bundle');
        self::assertTrue($verdict, is_wp_error($verdict) ? $verdict->get_error_message() : '');
        return $bundle;
    }
}
