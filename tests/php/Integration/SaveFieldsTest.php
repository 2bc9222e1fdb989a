<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Plugin;
use Wkpbic\Security\Secret;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\Tokens;
use Wkpbic\SystemClock;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

final class SaveFieldsTest extends WordPressTestCase
{
    private Plugin $plugin;

    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin = $this->plugin();
    }

    public function test_defaults_before_anything_is_stored(): void
    {
        self::assertSame(
            [
                'client_id' => '', 'tenant_id' => '', 'username' => '', 'client_secret_expires_on' => '',
                'cloud' => 'global', 'sign_in_method' => 'delegated', 'reminder_email' => '',
            ],
            $this->plugin->settings()->values()
        );
        self::assertFalse($this->plugin->client_secret()->has_value());
        self::assertNull($this->plugin->client_secret()->read());
        self::assertNull($this->plugin->client_secret()->stored_at());
    }

    public function test_values_come_back(): void
    {
        $this->store_keys($this->plugin);
        self::assertSame(StandIn::CLIENT_ID, $this->plugin->settings()->value('client_id'));
        self::assertSame(StandIn::CLIENT_SECRET, $this->plugin->client_secret()->read()?->reveal());
        self::assertEqualsWithDelta(time(), $this->plugin->client_secret()->stored_at(), 5);
    }

    /** WordPress's sanitisers delete %41 and everything like a tag, its unslashing deletes backslashes. */
    public function test_a_secret_of_every_printable_character_comes_back(): void
    {
        $printable = implode('', array_map('chr', range(0x21, 0x7E)));
        foreach (str_split($printable, 16) as $piece) {
            $secret = "%41<b>\\'\"$piece";
            $this->plugin->save_fields()->save(['client_secret' => $secret]);
            self::assertSame($secret, $this->plugin->client_secret()->read()?->reveal());
        }
    }

    public function test_one_bad_value_keeps_all_from_being_stored(): void
    {
        $failure = self::failure(fn () => $this->plugin->save_fields()->save([
            'tenant_id' => StandIn::TENANT_ID,
            'client_secret' => StandIn::CLIENT_SECRET,
            'client_id' => 'not a client id',
        ]));
        self::assertSame(['client_id_not_guid', 'client_id'], [$failure->error_code, $failure->field]);
        self::assertSame('', $this->plugin->settings()->value('tenant_id'));
        self::assertFalse($this->plugin->client_secret()->has_value());
    }

    public function test_values_are_compared_with_posted_and_with_stored_ones(): void
    {
        $same = ['client_id' => StandIn::TENANT_ID, 'tenant_id' => StandIn::TENANT_ID];
        self::assertSame('client_id_same_as_tenant_id', self::failure(fn () => $this->plugin->save_fields()->save($same))->error_code);
        $this->plugin->save_fields()->save(['tenant_id' => StandIn::TENANT_ID]);
        $failure = self::failure(fn () => $this->plugin->save_fields()->save(['client_id' => StandIn::TENANT_ID]));
        self::assertSame('client_id_same_as_tenant_id', $failure->error_code);
        $this->plugin->save_fields()->save(['client_id' => StandIn::TENANT_ID, 'tenant_id' => StandIn::CLIENT_ID]);
        self::assertSame(StandIn::CLIENT_ID, $this->plugin->settings()->value('tenant_id'));
    }

    /**
     * @dataProvider bad_posts
     * @param array<mixed> $posted
     */
    public function test_refusals(array $posted, string $code, string $field): void
    {
        $failure = self::failure(fn () => $this->plugin->save_fields()->save($posted));
        self::assertSame([$code, $field], [$failure->error_code, $failure->field]);
        self::assertSame([], $this->plugin->rows()->starting_with('wkpbic_'));
    }

    /**
     * @return list<array{array<mixed>, string, string}>
     */
    public function bad_posts(): array
    {
        return [
            [['nickname' => 'x'], 'field_unknown', 'nickname'],
            [['password' => ' x'], 'password_edge_space', 'password'],
            [['x'], 'field_unknown', '0'],
            [[str_repeat('ü', 100) => 'x'], 'field_unknown', str_repeat('ü', 64)],
            [['client_id' => 7], 'field_not_text', 'client_id'],
            [['client_id' => null], 'field_not_text', 'client_id'],
            [['client_id' => ['x']], 'field_not_text', 'client_id'],
            [['client_secret' => true], 'field_not_text', 'client_secret'],
            [['client_secret' => "\xFF"], 'field_not_text', 'client_secret'],
            [['client_id' => ''], 'client_id_required', 'client_id'],
            [['client_secret' => str_repeat('x', 5000)], 'too_long', 'client_secret'],
            [['client_secret' => StandIn::CLIENT_SECRET . ' '], 'edge_space', 'client_secret'],
            [['cloud' => 'mars'], 'cloud_unknown', 'cloud'],
        ];
    }

    public function test_an_empty_secret_leaves_the_stored_one_alone(): void
    {
        $this->store_keys($this->plugin);
        $before = $this->plugin->rows()->read(ClientSecret::OPTION);
        $this->plugin->save_fields()->save(['client_secret' => '', 'username' => 'other@contoso.example']);
        self::assertSame($before, $this->plugin->rows()->read(ClientSecret::OPTION));
        self::assertSame('other@contoso.example', $this->plugin->settings()->value('username'));
    }

    public function test_warnings_and_hints_do_not_keep_a_value_out(): void
    {
        $this->plugin->save_fields()->save(['username' => 'someone@gmail.com', 'client_secret' => 'short']);
        self::assertSame('someone@gmail.com', $this->plugin->settings()->value('username'));
        self::assertSame('short', $this->plugin->client_secret()->read()?->reveal());
    }

    /**
     * @dataProvider identity_changes
     */
    public function test_a_change_of_identity_erases_the_tokens(string $field, string $value): void
    {
        $this->connect($this->plugin);
        $this->plugin->save_fields()->save([$field => $value]);
        self::assertNull($this->plugin->tokens()->read());
        self::assertNull($this->plugin->rows()->read(Tokens::OPTION));
        self::assertSame('not_connected', $this->plugin->setup_report()->for_user(1)['connection']['state']);
    }

    /**
     * @return list<array{string, string}>
     */
    public function identity_changes(): array
    {
        return [
            ['client_id', '99999999-6c21-4f8a-a0d3-5e9b1c7f2846'],
            ['tenant_id', 'contoso.example'],
            ['cloud', 'gcc'],
            ['username', 'other@contoso.example'],
        ];
    }

    public function test_other_changes_keep_the_tokens_and_forget_the_failure(): void
    {
        $this->connect($this->plugin);
        $this->plugin->last_failure()->write(new \Wkpbic\Error\Failure('client_secret_expired'), 'configuration', 1, null);
        $this->plugin->save_fields()->save([
            'client_id' => strtoupper(StandIn::CLIENT_ID),
            'username' => StandIn::USERNAME,
            'client_secret' => StandIn::CLIENT_SECRET,
        ]);
        self::assertNotNull($this->plugin->tokens()->read());
        self::assertNull($this->plugin->last_failure()->read());
        self::assertNull($this->plugin->rows()->read(LastFailure::OPTION));
    }

    public function test_without_encryption_nothing_is_stored(): void
    {
        $cipher = new \Wkpbic\Security\Cipher(
            new \Wkpbic\Security\KeyRing(static fn (): Secret => new Secret(''), static fn (): ?Secret => null)
        );
        $rows = $this->plugin->rows();
        $secret = new ClientSecret($rows, $cipher, new SystemClock(), static fn (): ?Secret => null);
        $save = $this->save_fields($this->plugin->settings(), $secret);
        $post = ['username' => StandIn::USERNAME, 'client_secret' => StandIn::CLIENT_SECRET];
        self::assertSame('encryption_unavailable', self::failure(static fn () => $save->save($post))->error_code);
        self::assertSame([], $rows->starting_with('wkpbic_'));
    }

    public function test_a_constant_overrides_and_locks(): void
    {
        $this->store_keys($this->plugin);
        $constants = ['WKPBIC_TENANT_ID' => 'constant.example', 'WKPBIC_CLIENT_SECRET' => 'constant secret'];
        $settings = new Settings($this->plugin->rows(), $this->plugin->contract(), static fn (string $name): ?string => $constants[$name] ?? null);
        $secret = new ClientSecret(
            $this->plugin->rows(),
            $this->plugin->cipher(),
            new SystemClock(),
            static fn (): Secret => new Secret($constants['WKPBIC_CLIENT_SECRET'])
        );
        $save = $this->save_fields($settings, $secret);

        self::assertSame('constant.example', $settings->value('tenant_id'));
        self::assertTrue($settings->is_locked('tenant_id'));
        self::assertFalse($settings->is_locked('client_id'));
        self::assertSame('constant secret', $secret->read()?->reveal());
        self::assertNull($secret->stored_at());
        foreach (['tenant_id' => 'contoso.example', 'client_secret' => StandIn::CLIENT_SECRET] as $field => $value) {
            $failure = self::failure(static fn () => $save->save([$field => $value]));
            self::assertSame(['field_locked', $field], [$failure->error_code, $failure->field]);
        }
        $save->save(['client_secret' => '', 'username' => 'other@contoso.example']);
        self::assertSame('other@contoso.example', $settings->value('username'));
    }

    public function test_a_constant_that_changes_the_identity_voids_the_tokens(): void
    {
        $this->connect($this->plugin);
        $settings = new Settings(
            $this->plugin->rows(),
            $this->plugin->contract(),
            static fn (string $name): ?string => 'WKPBIC_TENANT_ID' === $name ? 'other.example' : null
        );
        $tokens = new Tokens($this->plugin->rows(), $this->plugin->cipher(), new SystemClock(), $settings);
        self::assertNull($tokens->read());
        self::assertNull($tokens->summary());
    }

    public function test_a_password_is_kept_sealed_until_another_method_is_chosen(): void
    {
        $this->plugin->save_fields()->save(['sign_in_method' => 'ropc', 'password' => StandIn::PASSWORD]);
        self::assertSame(StandIn::PASSWORD, $this->plugin->password()->read()?->reveal());
        self::assertEqualsWithDelta(time(), $this->plugin->password()->stored_at(), 5);
        self::assertStringNotContainsString(StandIn::PASSWORD, (string) $this->plugin->rows()->read('wkpbic_password'));
        $this->plugin->save_fields()->save(['password' => '', 'client_secret_expires_on' => '2027-01-31']);
        self::assertTrue($this->plugin->password()->has_value());
        self::assertSame('2027-01-31', $this->plugin->settings()->value('client_secret_expires_on'));
        $this->plugin->save_fields()->save(['sign_in_method' => 'service_principal']);
        self::assertFalse($this->plugin->password()->has_value());
        self::assertNull($this->plugin->password()->read());
        self::assertNull($this->plugin->password()->stored_at());
    }

    public function test_a_constant_holds_the_password_and_a_refused_one_is_known_again_without_being_kept(): void
    {
        $given = 'first password';
        $password = new \Wkpbic\Storage\Password(
            $this->plugin->rows(),
            $this->plugin->cipher(),
            new SystemClock(),
            static function () use (&$given): Secret {
                return new Secret($given);
            }
        );
        self::assertSame('first password', $password->read()?->reveal());
        self::assertTrue($password->has_value());
        self::assertNull($password->stored_at());
        self::assertFalse($password->is_refused());
        $password->refuse();
        self::assertTrue($password->is_refused());
        self::assertStringNotContainsString('password', implode('', $this->plugin->rows()->starting_with('wkpbic_password')));
        $given = 'second password';
        self::assertFalse($password->is_refused(), 'another constant may be tried');
    }

    private function save_fields(Settings $settings, ClientSecret $secret): SaveFields
    {
        return new SaveFields(
            $this->plugin->contract(),
            $this->plugin->field_validator(),
            $settings,
            $secret,
            $this->plugin->password(),
            $this->plugin->last_failure(),
            $this->plugin->check_results(),
            $this->plugin->rows(),
            $this->plugin->expiry_reminder(),
            $this->plugin->journal(),
            $this->plugin->events_for_extensions()
        );
    }
}
