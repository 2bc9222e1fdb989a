<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Setup\Progress;
use Wkpbic\Tests\Support\WordPressTestCase;

final class ProgressTest extends WordPressTestCase
{
    protected function setUp(): void
    {
        parent::setUp();
        $this->be_administrator();
    }

    public function test_answers_come_one_by_one_and_stay(): void
    {
        $this->post(['answers' => ['account' => 'work_or_school']]);
        $this->post(['answers' => ['audience' => 'colleagues', 'may_register_apps' => 'no'], 'route' => 'ask_admin']);
        self::assertSame(
            ['answers' => ['account' => 'work_or_school', 'may_register_apps' => 'no', 'audience' => 'colleagues'], 'route' => 'ask_admin'],
            $this->read()
        );
        $this->be_new('administrator');
        self::assertSame('ask_admin', $this->read()['route'], 'A colleague goes on where another one stopped.');
    }

    public function test_null_takes_away(): void
    {
        $this->post(['answers' => ['account' => 'unsure', 'audience' => 'myself'], 'route' => 'portal_guided']);
        $this->post(['answers' => ['account' => null], 'route' => null]);
        self::assertSame(['answers' => ['audience' => 'myself'], 'route' => null], $this->read());
        $this->post(['answers' => null]);
        self::assertSame(['answers' => [], 'route' => null], $this->read());
    }

    /**
     * @dataProvider refusals
     *
     * @param array<mixed> $posted
     */
    public function test_words_that_the_contract_does_not_know_are_refused(array $posted, string $code, string $field): void
    {
        $this->post(['answers' => ['account' => 'unsure'], 'route' => 'portal_guided']);
        $before = $this->read();
        $answer = $this->rest('POST', 'setup/progress', $posted);
        self::assertSame([400, $code, $field], [$answer->get_status(), $answer->get_data()['code'], $answer->get_data()['data']['field']]);
        self::assertSame($before, $this->read());
    }

    /**
     * @return array<string, array{array<mixed>, string, string}>
     */
    public function refusals(): array
    {
        return [
            'another name' => [['answer' => 'x'], 'field_unknown', 'answer'],
            'a list' => [['portal_guided'], 'field_unknown', '0'],
            'another question' => [['answers' => ['shoe_size' => 'yes']], 'field_unknown', 'shoe_size'],
            'another answer' => [['answers' => ['account' => 'unsure', 'audience' => 'everybody']], 'value_not_offered', 'audience'],
            'an answer of another question' => [['answers' => ['account' => 'yes']], 'value_not_offered', 'account'],
            'a number' => [['answers' => ['account' => 0]], 'value_not_offered', 'account'],
            'true' => [['answers' => ['account' => true]], 'value_not_offered', 'account'],
            'a list for an answer' => [['answers' => ['account' => ['unsure']]], 'value_not_offered', 'account'],
            'a text for answers' => [['answers' => 'unsure'], 'value_not_offered', 'answers'],
            'another way' => [['route' => 'guess'], 'value_not_offered', 'route'],
            'no way at all' => [['route' => ''], 'value_not_offered', 'route'],
            'several ways' => [['route' => ['portal_guided']], 'value_not_offered', 'route'],
        ];
    }

    public function test_a_damaged_row_is_no_progress(): void
    {
        foreach (['nonsense', '7', '"text"', '{"answers":"x","route":7}', '{"answers":{"account":"x","shoe_size":"yes"},"route":"guess"}'] as $row) {
            $this->plugin()->rows()->write([Progress::OPTION => $row]);
            self::assertSame(['answers' => [], 'route' => null], $this->read(), $row);
        }
    }

    /**
     * @param array<mixed> $posted
     */
    private function post(array $posted): void
    {
        $answer = $this->rest('POST', 'setup/progress', $posted);
        self::assertSame(200, $answer->get_status(), (string) json_encode($answer->get_data()));
    }

    /**
     * @return array{answers: array<string, string>, route: string|null}
     */
    private function read(): array
    {
        return json_decode((string) json_encode($this->rest('GET', 'setup')->get_data()['progress']), true);
    }
}
