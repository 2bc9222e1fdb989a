<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Log\LogFilter;
use Wkpbic\Security\Secret;
use Wkpbic\Tests\Support\StandIn;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * The routes for a new secret, for the question which site this is, and for the rights of roles.
 */
final class DoorsTest extends WordPressTestCase
{
    private const WRONG = 'Wrong~Secret.That-Is-Long-Enough-0123456789';

    private ?string $home = null;

    protected function setUp(): void
    {
        parent::setUp();
        add_filter('option_home', [$this, 'home'], 20); // After the one of the constant WP_HOME.
        $this->be_administrator();
    }

    protected function tearDown(): void
    {
        remove_filter('option_home', [$this, 'home'], 20);
        parent::tearDown();
        wp_roles()->for_site(); // Its copy of what was rolled back.
    }

    public function test_a_secret_that_microsoft_refuses_leaves_the_old_one(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin());
        $answer = $this->rest('POST', 'setup/rotate-secret', ['client_secret' => self::WRONG, 'client_secret_expires_on' => '2099-01-31']);
        self::assertSame([502, 'client_secret_wrong'], [$answer->get_status(), $answer->get_data()['code']]);
        self::assertStringNotContainsString(self::WRONG, (string) json_encode($answer->get_data()));
        self::assertSame(StandIn::CLIENT_SECRET, $this->plugin()->client_secret()->read()?->reveal());
        self::assertSame('', $this->plugin()->settings()->value('client_secret_expires_on'));
    }

    public function test_a_new_secret_takes_the_place_of_the_old_one_with_its_day(): void
    {
        $this->allow_microsoft();
        $this->store_keys($this->plugin());
        $this->plugin()->rows()->write(['wkpbic_client_secret' => $this->plugin()->client_secret()->encode(new Secret(self::WRONG))]);
        $answer = $this->rest('POST', 'setup/rotate-secret', [
            'client_secret' => StandIn::CLIENT_SECRET,
            'client_secret_expires_on' => '2099-01-31',
        ]);
        self::assertSame(200, $answer->get_status(), (string) json_encode($answer->get_data()));
        self::assertSame('2099-01-31', $answer->get_data()['expiry']['expires_on']);
        self::assertSame('fine', $answer->get_data()['expiry']['stage']);
        self::assertSame(StandIn::CLIENT_SECRET, $this->plugin()->client_secret()->read()?->reveal());
        self::assertCount(1, $this->calls);
        $this->rest('POST', 'setup/rotate-secret', ['client_secret' => StandIn::CLIENT_SECRET, 'client_secret_expires_on' => null]);
        self::assertNull($this->rest('GET', 'setup')->get_data()['expiry'], 'The day of the old secret is forgotten.');
    }

    /**
     * @dataProvider bad_secrets
     *
     * @param array<mixed> $posted
     */
    public function test_what_cannot_be_a_secret_is_refused_without_a_call(array $posted, string $code, string $field): void
    {
        $this->store_keys($this->plugin());
        $answer = $this->rest('POST', 'setup/rotate-secret', $posted);
        self::assertSame([400, $code, $field], [$answer->get_status(), $answer->get_data()['code'], $answer->get_data()['data']['field']]);
        self::assertSame([], $this->calls);
    }

    /**
     * @return array<string, array{array<mixed>, string, string}>
     */
    public function bad_secrets(): array
    {
        return [
            'nothing' => [[], 'client_secret_required', 'client_secret'],
            'empty' => [['client_secret' => ''], 'client_secret_required', 'client_secret'],
            'no text' => [['client_secret' => ['x']], 'field_not_text', 'client_secret'],
            'null' => [['client_secret' => null], 'field_not_text', 'client_secret'],
            'a GUID' => [['client_secret' => StandIn::CLIENT_ID], 'client_secret_is_guid', 'client_secret'],
            'a blank at the end' => [['client_secret' => StandIn::CLIENT_SECRET . ' '], 'edge_space', 'client_secret'],
            'a day that is over' => [
                ['client_secret' => StandIn::CLIENT_SECRET, 'client_secret_expires_on' => '2001-01-31'],
                'expiry_date_past',
                'client_secret_expires_on',
            ],
            'a day that is no text' => [
                ['client_secret' => StandIn::CLIENT_SECRET, 'client_secret_expires_on' => 7],
                'field_not_text',
                'client_secret_expires_on',
            ],
            'another field' => [['client_secret' => StandIn::CLIENT_SECRET, 'client_id' => StandIn::CLIENT_ID], 'field_unknown', 'client_id'],
        ];
    }

    public function test_null_erases_a_secret_and_an_empty_text_does_not(): void
    {
        $this->rest('POST', 'setup/fields', ['client_secret' => StandIn::CLIENT_SECRET, 'password' => 'correct horse']);
        $this->rest('POST', 'setup/fields', ['client_secret' => '', 'password' => '']);
        self::assertSame([true, true], $this->has_secrets());
        self::assertSame(200, $this->rest('POST', 'setup/fields', ['password' => null])->get_status());
        self::assertSame([true, false], $this->has_secrets());
        $entry = $this->plugin()->log_query()->page(LogFilter::all())['entries'][0];
        self::assertEquals((object) ['has_password' => true], $entry['before']);
        $answer = $this->rest('POST', 'setup/fields', ['client_secret' => null, 'client_id' => null]);
        self::assertSame(400, $answer->get_status());
        self::assertSame(['field_not_text', 'client_id'], [$answer->get_data()['code'], $answer->get_data()['data']['field']]);
        self::assertSame([true, false], $this->has_secrets(), 'All or nothing.');
    }

    /**
     * @return array{bool, bool}
     */
    private function has_secrets(): array
    {
        $fields = $this->rest('GET', 'setup')->get_data()['fields'];
        return [$fields['client_secret']['has_value'], $fields['password']['has_value']];
    }

    public function test_the_question_which_site_this_is_comes_with_its_answers(): void
    {
        $this->connect($this->plugin());
        self::assertNull($this->rest('GET', 'setup')->get_data()['site']);
        $this->move_to('https://staging.shop.example');
        $site = $this->rest('GET', 'setup')->get_data()['site'];
        self::assertSame(['site_moved', ['moved', 'copy']], [$site['code'], $site['choices']]);

        $answer = $this->rest('POST', 'setup/site', ['choice' => 'moved']);
        self::assertSame([200, null], [$answer->get_status(), $answer->get_data()['site']]);
        self::assertSame('connected', $answer->get_data()['connection']['state']);
    }

    public function test_a_copy_forgets_the_connection_and_the_secrets_once(): void
    {
        $this->connect($this->plugin());
        $this->move_to('https://staging.shop.example');
        $answer = $this->rest('POST', 'setup/site', ['choice' => 'copy']);
        self::assertSame('not_connected', $answer->get_data()['connection']['state']);
        self::assertFalse($answer->get_data()['fields']['client_secret']['has_value']);

        $this->connect($this->plugin());
        $answer = $this->rest('POST', 'setup/site', ['choice' => 'copy']);
        self::assertSame([200, 'connected'], [$answer->get_status(), $answer->get_data()['connection']['state']], 'Nobody has asked.');
    }

    public function test_another_answer_is_refused(): void
    {
        foreach ([[], ['choice' => 'MOVED'], ['choice' => ['copy']], ['choice' => null]] as $posted) {
            $answer = $this->rest('POST', 'setup/site', $posted);
            self::assertSame([400, 'value_not_offered'], [$answer->get_status(), $answer->get_data()['code']], (string) json_encode($posted));
        }
        self::assertSame('field_unknown', $this->rest('POST', 'setup/site', ['answer' => 'copy'])->get_data()['code']);
    }

    public function test_rights_are_given_and_taken(): void
    {
        $roles = (array) $this->rest('GET', 'setup/roles')->get_data();
        self::assertTrue($roles['administrator']['fixed']);
        self::assertFalse($roles['editor']['view_logs']);
        $roles = (array) $this->rest('POST', 'setup/roles', ['editor' => ['view_logs' => true]])->get_data();
        self::assertTrue($roles['editor']['view_logs']);

        $this->be_new('editor');
        self::assertSame(200, $this->rest('GET', 'log')->get_status());
        self::assertSame(403, $this->rest('GET', 'setup')->get_status());
        self::assertSame(403, $this->rest('POST', 'setup/roles', ['editor' => ['manage_settings' => true]])->get_status());
        $this->be_administrator();
        $this->rest('POST', 'setup/roles', ['editor' => ['view_logs' => false]]);
        $this->be_new('editor');
        self::assertSame(403, $this->rest('GET', 'log')->get_status());
    }

    public function test_rights_that_do_not_exist_are_refused(): void
    {
        $refused = [
            'role_right_unknown' => ['nobody' => ['view_logs' => true]],
            'role_keeps_rights' => ['administrator' => ['manage_settings' => false]],
        ];
        foreach ($refused as $code => $posted) {
            self::assertSame($code, $this->rest('POST', 'setup/roles', $posted)->get_data()['code']);
        }
    }

    public function test_who_may_change_settings_but_not_people_is_told_so(): void
    {
        self::assertTrue($this->rest('GET', 'setup')->get_data()['may_change_roles']);
        $this->be_new('editor');
        wp_get_current_user()->add_cap('wkpbic_manage_settings');
        self::assertFalse($this->rest('GET', 'setup')->get_data()['may_change_roles']);
    }

    public function home(string $home): string
    {
        return $this->home ?? $home;
    }

    private function move_to(string $home): void
    {
        $this->home = $home;
    }
}
