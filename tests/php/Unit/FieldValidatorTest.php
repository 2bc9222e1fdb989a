<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Unit;

use LogicException;
use PHPUnit\Framework\TestCase;
use Wkpbic\Contract;
use Wkpbic\Tests\Support\Repository;
use Wkpbic\Validation\FieldValidator;

final class FieldValidatorTest extends TestCase
{
    public function test_a_kind_of_rule_that_php_does_not_know_is_refused(): void
    {
        $tables = Repository::tables();
        $tables['fields']['client_id']['rules'] = [['kind' => 'palindrome', 'level' => 'error', 'code' => 'x']];
        $this->expectException(LogicException::class);
        (new FieldValidator(new Contract($tables)))->validate('client_id', 'anna', []);
    }

    public function test_an_unknown_field_is_refused(): void
    {
        $this->expectException(LogicException::class);
        (new FieldValidator(Repository::contract()))->validate('no_such_field', 'x', []);
    }

    /** The first rule that fails is the verdict, so a warning must not stand before an error. */
    public function test_the_contract_asks_for_errors_first(): void
    {
        foreach (Repository::contract()->all_fields() as $field => $row) {
            $levels = array_column($row['rules'], 'level');
            $first_mild = array_search(true, array_map(static fn (string $level): bool => 'error' !== $level, $levels), true);
            if (false !== $first_mild) {
                self::assertNotContains('error', array_slice($levels, $first_mild), $field);
            }
            self::assertContains('error', $levels, $field);
        }
    }
}
