<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\HttpAnswer;
use Wkpbic\Microsoft\TokenAnswer;
use Wkpbic\Security\Secret;
use Wkpbic\Tests\Support\Repository;

/**
 * Answers of the token endpoint, good and bad.
 */
final class AnswersTest extends TestCase
{
    private const GOOD = ['token_type' => 'Bearer', 'access_token' => 'A', 'expires_in' => 3599];

    public function test_unknown_values_are_passed_over_and_the_rest_is_read(): void
    {
        $answer = TokenAnswer::from_json(self::GOOD + ['refresh_token' => 'R', 'id_token' => 'x.y.z', 'foci' => '1']);
        self::assertSame(['A', 'R', 3599, 'x.y.z'], [
            $answer->access_token->reveal(), $answer->refresh_token?->reveal(), $answer->expires_in, $answer->id_token?->reveal(),
        ]);
    }

    public function test_no_refresh_token_and_no_id_token_are_no_fault(): void
    {
        $answer = TokenAnswer::from_json(self::GOOD);
        self::assertNull($answer->refresh_token);
        self::assertNull($answer->id_token);
    }

    /**
     * @dataProvider bad_answers
     * @param array<string, mixed> $change
     */
    public function test_a_missing_or_wrong_value_is_a_named_failure(array $change): void
    {
        $this->expectExceptionObject(new Failure('microsoft_unreadable_answer'));
        TokenAnswer::from_json(array_filter($change + self::GOOD, static fn (mixed $value): bool => null !== $value));
    }

    /**
     * @return list<array{array<string, mixed>}>
     */
    public function bad_answers(): array
    {
        return array_map(static fn (array $change): array => [$change], [
            ['token_type' => null], ['token_type' => 'MAC'], ['token_type' => ['Bearer']],
            ['access_token' => null], ['access_token' => ''], ['access_token' => 7], ['access_token' => ['A']],
            ['refresh_token' => ''], ['refresh_token' => false], ['id_token' => ''], ['id_token' => ['x']], ['scope' => 7], ['scope' => ['a']],
            ['expires_in' => null], ['expires_in' => 0], ['expires_in' => -5], ['expires_in' => 'soon'], ['expires_in' => [1]], ['expires_in' => 1.5],
        ]);
    }

    /**
     * @dataProvider bad_bodies
     */
    public function test_a_body_that_is_no_json_object_is_a_named_failure(string $body): void
    {
        $this->expectExceptionObject(new Failure('microsoft_unreadable_answer'));
        (new HttpAnswer(200, [], $body))->json();
    }

    /**
     * @return list<array{string}>
     */
    public function bad_bodies(): array
    {
        $deep = str_repeat('{"a":', 600) . '1' . str_repeat('}', 600);
        return [[''], ['null'], ['[]'], ['[{}]'], ['"x"'], ['<html>'], ['{"a":'], ["{\"a\":\"\xFF\"}"], [$deep]];
    }

    public function test_granted_scopes_are_listed_and_their_absence_is_told_from_none(): void
    {
        self::assertNull(TokenAnswer::from_json(self::GOOD)->scopes);
        self::assertSame([], TokenAnswer::from_json(self::GOOD + ['scope' => ''])->scopes);
        self::assertSame(['a', 'b'], TokenAnswer::from_json(self::GOOD + ['scope' => ' a  b'])->scopes);
    }

    /**
     * @dataProvider retry_after_headers
     */
    public function test_retry_after_is_seconds_or_a_date(string $text, string $date, ?int $seconds): void
    {
        self::assertSame($seconds, (new HttpAnswer(429, ['retry-after' => $text, 'date' => $date], ''))->retry_after());
    }

    /**
     * @return list<array{string, string, int|null}>
     */
    public function retry_after_headers(): array
    {
        $date = 'Tue, 24 Nov 2026 08:00:00 GMT';
        return [
            ['17', '', 17], [' 0 ', '', 0], ['', $date, null], ['-5', $date, null], ['1.5', $date, null], ['soon', $date, null],
            ['99999999999999999999', $date, null],
            ['Tue, 24 Nov 2026 08:01:30 GMT', $date, 90],
            ['Tue, 24 Nov 2026 07:00:00 GMT', $date, 0],
            ['Tue, 24 Nov 2026 08:01:30 GMT', '', null],
            ['2026-11-24T08:01:30Z', $date, null],
        ];
    }

    public function test_the_first_number_that_is_known_decides_and_the_rest_is_kept(): void
    {
        $failure = self::detail()->from_token_endpoint([
            'error' => 'invalid_client',
            'error_description' => "AADSTS7000215: Invalid client secret provided.\r\nTrace ID: 0\x00\x07",
            'error_codes' => [999999, 7000215],
            'timestamp' => '2026-11-24 05:00:00Z',
            'trace_id' => '11111111-2222-3333-4444-555555555555',
            'correlation_id' => '66666666-7777-8888-9999-000000000000',
        ], []);
        self::assertSame('client_secret_wrong', $failure->error_code);
        self::assertSame([
            'error' => 'invalid_client',
            'error_description' => "AADSTS7000215: Invalid client secret provided.\nTrace ID: 0 ",
            'error_codes' => [999999, 7000215],
            'trace_id' => '11111111-2222-3333-4444-555555555555',
            'correlation_id' => '66666666-7777-8888-9999-000000000000',
            'timestamp' => '2026-11-24 05:00:00Z',
        ], $failure->microsoft);
    }

    public function test_an_unknown_number_falls_back_on_the_oauth_error_and_then_on_unknown(): void
    {
        $failure = self::detail()->from_token_endpoint(['error' => 'invalid_grant', 'error_codes' => [123456]], []);
        self::assertSame('grant_revoked', $failure->error_code);
        $failure = self::detail()->from_token_endpoint(['error' => 'brand_new', 'error_codes' => [123456]], []);
        self::assertSame('microsoft_unknown', $failure->error_code);
        self::assertSame(['error' => 'brand_new', 'aadsts' => 123456], $failure->params);
    }

    public function test_a_word_of_many_meanings_counts_only_without_a_number(): void
    {
        $failure = self::detail()->from_token_endpoint(['error' => 'invalid_client'], []);
        self::assertSame('client_secret_wrong', $failure->error_code);
        $failure = self::detail()->from_token_endpoint(['error' => 'invalid_client', 'error_codes' => [123456]], []);
        self::assertSame('microsoft_unknown', $failure->error_code);
    }

    public function test_every_suberror_of_the_contract_asks_for_a_person(): void
    {
        $suberrors = Repository::tables()['suberrors'];
        self::assertNotSame([], $suberrors);
        foreach ($suberrors as $suberror => $code) {
            $failure = self::detail()->from_token_endpoint(['error' => 'brand_new', 'suberror' => $suberror], []);
            self::assertSame([$code, true], [$failure->error_code, $failure->interaction_required], $suberror);
        }
    }

    public function test_a_suberror_asks_for_a_person(): void
    {
        $failure = self::detail()->from_token_endpoint(['error' => 'brand_new', 'suberror' => 'basic_action'], []);
        self::assertSame('interaction_required', $failure->error_code);
    }

    public function test_a_secret_that_microsoft_repeats_is_cut_out(): void
    {
        $secret = new Secret('Xy48Q~marker');
        $failure = self::detail()->from_token_endpoint(
            ['error' => 'invalid_client', 'error_description' => 'You sent Xy48Q~marker.'],
            [$secret]
        );
        self::assertSame('You sent [redacted].', $failure->microsoft['error_description'] ?? null);
    }

    public function test_what_microsoft_repeats_is_cut_out_wherever_it_stands_and_however_it_is_written(): void
    {
        $sent = "a~secret\"<&'/\\+% of this test";
        $forms = [$sent, rawurlencode($sent), urlencode($sent), substr((string) json_encode($sent), 1, -1), htmlspecialchars($sent, ENT_QUOTES)];
        foreach ($forms as $form) {
            $failure = self::detail()->from_token_endpoint([
                'error' => $form, 'error_description' => "You sent $form.", 'trace_id' => $form, 'correlation_id' => $form, 'timestamp' => $form,
            ], [new Secret($sent)]);
            self::assertSame(
                ['error' => '', 'error_description' => 'You sent [redacted].', 'error_codes' => []],
                array_filter((array) $failure->microsoft, 'is_string') + ['error_codes' => $failure->microsoft['error_codes'] ?? null],
                $form
            );
        }
    }

    public function test_an_error_in_the_address_is_taken_apart(): void
    {
        $failure = self::detail()->from_callback('access_denied', 'AADSTS65004: User declined to consent to access the app.'
            . ' Trace ID: 0f8fad5b-d9cb-469f-a165-70867728950e Correlation ID: 7c9e6679-7425-40de-944b-e07fc1f90ae7'
            . ' Timestamp: 2026-11-24 05:06:07Z');
        self::assertSame('sign_in_declined', $failure->error_code);
        self::assertSame([65004], $failure->microsoft['error_codes'] ?? null);
        self::assertSame('0f8fad5b-d9cb-469f-a165-70867728950e', $failure->microsoft['trace_id'] ?? null);
        self::assertSame('7c9e6679-7425-40de-944b-e07fc1f90ae7', $failure->microsoft['correlation_id'] ?? null);
        self::assertSame('2026-11-24 05:06:07Z', $failure->microsoft['timestamp'] ?? null);
    }

    public function test_long_and_broken_text_is_cut_and_mended(): void
    {
        $failure = self::detail()->from_callback(str_repeat('e', 5000), str_repeat("ä\xFF", 5000));
        self::assertSame('', $failure->microsoft['error'] ?? null, 'Not a word.');
        self::assertSame(2048, mb_strlen($failure->microsoft['error_description'] ?? '', 'UTF-8'));
        self::assertTrue(mb_check_encoding($failure->microsoft['error_description'] ?? '', 'UTF-8'));
    }

    private static function detail(): ErrorDetail
    {
        return new ErrorDetail(Repository::contract());
    }
}
