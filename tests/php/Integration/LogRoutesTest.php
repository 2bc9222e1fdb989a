<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Log\Event;
use Wkpbic\Tests\Support\WordPressTestCase;
use WP_REST_Request;
use WP_REST_Response;

final class LogRoutesTest extends WordPressTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->plugin()->log_table()->create();
        $this->be_administrator();
        $journal = $this->plugin()->journal();
        $journal->audit(Event::CLAIMED, [], ['item' => 'consent', 'claimed' => true]);
        $journal->audit(Event::SIGN_IN_FAILED, code: 'client_secret_wrong');
        $journal->audit(Event::DISCONNECTED, [], ['connected' => false]);
    }

    public function test_the_newest_entries_come_first(): void
    {
        $page = $this->get('log', [])->get_data();
        self::assertSame(['disconnected', 'sign_in_failed', 'claimed'], array_slice(array_column($page['entries'], 'event'), 0, 3));
        self::assertSame('admin', $page['entries'][0]['user']);
    }

    public function test_filters_of_the_address_count_and_what_wordpress_adds_does_not(): void
    {
        $query = ['code' => 'client_secret_wrong', '_locale' => 'user', '_wpnonce' => 'x', 'rest_route' => '/wkpbic/v1/log'];
        self::assertSame(['sign_in_failed'], array_column($this->get('log', $query)->get_data()['entries'], 'event'));
        self::assertSame(
            [[], 7],
            [$this->get('log', ['page' => '7'])->get_data()['entries'], $this->get('log', ['page' => '7'])->get_data()['page']]
        );
    }

    /**
     * @dataProvider refusals
     *
     * @param array<string, mixed> $query
     */
    public function test_filters_that_do_not_exist_are_refused(array $query, string $code, string $field): void
    {
        foreach (['log', 'log/export'] as $route) {
            $answer = $this->get($route, $query);
            self::assertSame([400, $code, $field], [$answer->get_status(), $answer->get_data()['code'], $answer->get_data()['data']['field']]);
        }
    }

    /**
     * @return array<string, array{array<string, mixed>, string, string}>
     */
    public function refusals(): array
    {
        return [
            'a name' => [['user' => 'admin'], 'field_unknown', 'user'],
            'a kind' => [['kind' => 'secret'], 'log_filter_invalid', 'kind'],
            'a list' => [['kind' => ['audit']], 'log_filter_invalid', 'kind'],
            'a day' => [['from' => '2026-02-30'], 'log_filter_invalid', 'from'],
            'a page' => [['page' => '0'], 'log_filter_invalid', 'page'],
            'a statement' => [['event' => "x' OR 1=1 --"], 'log_filter_invalid', 'event'],
        ];
    }

    public function test_the_download_is_one_json_document_with_a_name(): void
    {
        [$response, $text] = $this->download(['kind' => 'audit', 'event' => 'sign_in_failed']);
        self::assertMatchesRegularExpression(
            '/\Aattachment; filename="wkpbic-log-[0-9-]+\.json"\z/',
            $response->get_headers()['Content-Disposition']
        );
        self::assertSame('no-store, private', $response->get_headers()['Cache-Control']);
        $document = json_decode($text, true, 16, JSON_THROW_ON_ERROR);
        self::assertSame(['exported_at', 'entries'], array_keys($document));
        self::assertSame(['client_secret_wrong'], array_column($document['entries'], 'code'));
        self::assertSame('log_downloaded', $this->get('log', [])->get_data()['entries'][0]['event']);
    }

    public function test_another_answer_is_left_alone_after_a_download_was_asked_for(): void
    {
        $this->get('log/export', []);
        $other = $this->get('log', []);
        self::assertFalse(apply_filters('rest_pre_serve_request', false, $other, new WP_REST_Request('GET', '/wkpbic/v1/log'), rest_get_server()));
        [$response] = $this->download([]);
        self::assertTrue(
            apply_filters('rest_pre_serve_request', true, $response, new WP_REST_Request('GET', '/wkpbic/v1/log/export'), rest_get_server()),
            'Somebody else has served it.'
        );
    }

    /** On MariaDB a table that is dropped would end the test's transaction. */
    public function test_a_log_that_cannot_be_read_is_an_error_and_no_empty_file(): void
    {
        $prefix = $GLOBALS['wpdb']->prefix;
        $GLOBALS['wpdb']->prefix = 'nowhere_';
        try {
            foreach (['log', 'log/export'] as $route) {
                $answer = $this->get($route, []);
                self::assertSame([500, 'log_unavailable'], [$answer->get_status(), $answer->get_data()['code']]);
            }
        } finally {
            $GLOBALS['wpdb']->prefix = $prefix;
        }
    }

    /**
     * @param array<string, mixed> $query
     */
    private function get(string $route, array $query): WP_REST_Response
    {
        $request = new WP_REST_Request('GET', "/wkpbic/v1/$route");
        $request->set_query_params($query);
        return rest_do_request($request);
    }

    /**
     * @param array<string, mixed> $query
     * @return array{WP_REST_Response, string} The answer and the bytes that follow its headers.
     */
    private function download(array $query): array
    {
        $response = $this->get('log/export', $query);
        self::assertSame(200, $response->get_status());
        ob_start();
        $request = new WP_REST_Request('GET', '/wkpbic/v1/log/export');
        $is_served = apply_filters('rest_pre_serve_request', false, $response, $request, rest_get_server());
        $text = (string) ob_get_clean();
        self::assertTrue($is_served);
        return [$response, $text];
    }
}
