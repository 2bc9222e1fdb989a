<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use PHPUnit\Framework\TestCase;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Tests\Support\CountsVectors;
use Wkpbic\Tests\Support\Repository;

/**
 * What PHP makes of the token endpoint's refusals and what the core's explain() makes of them: the same code, and the same word on
 * whether a person is needed. Of the vectors those whose text is the JSON that the token endpoint sends.
 */
final class ExplainVectorsTest extends TestCase
{
    use CountsVectors;

    /**
     * @dataProvider refusals
     * @param array<string, mixed> $json
     * @param array<string, mixed> $expect
     */
    public function test_a_refusal_means_the_same_in_php(array $json, array $expect): void
    {
        $contract = Repository::contract();
        // The core takes it from the words; PHP knows which grant it sent.
        $is_refresh = str_contains(strtolower((string) json_encode($json)), 'refresh token');
        $failure = (new ErrorDetail($contract))->from_token_endpoint($json, [], $is_refresh);
        self::assertSame($expect['code'], $failure->error_code);
        $by_code = Repository::tables()['errors'][$failure->error_code]['interaction_required'];
        self::assertSame($expect['interaction_required'], $by_code || $failure->interaction_required);
    }

    /**
     * @return array<string, array{array<string, mixed>, array<string, mixed>}>
     */
    public function refusals(): array
    {
        $cases = [];
        foreach (['explain_aadsts', 'explain_oauth', 'explain_mixed'] as $topic) {
            foreach (Repository::vectors($topic) as $name => [$case]) {
                $json = json_decode($case['input']['text'], true);
                // A pasted text with our own code in it, or with a name that is none, never comes from the token endpoint.
                $is_name = is_string($json['error'] ?? null) && 1 === preg_match('/\A[a-z_]{1,64}\z/', $json['error']);
                if ($is_name && !isset($json['code'])) {
                    $cases["$topic: $name"] = [$json, $case['expect']];
                }
            }
        }
        self::assertGreaterThan(60, count($cases));
        return $cases;
    }
}
