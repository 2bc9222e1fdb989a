<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Integration;

use Wkpbic\Tests\Support\BackgroundProcess;
use Wkpbic\Tests\Support\WordPressTestCase;

/**
 * A page of the shop, as a visitor gets it: in a WordPress of its own, so that nothing of the test run is loaded.
 */
final class FrontEndTest extends WordPressTestCase
{
    protected function is_rolled_back(): bool
    {
        return false;
    }

    public function test_a_visitor_does_not_notice_the_plugin(): void
    {
        $this->visit('off'); // Warms what WordPress itself stores at a first visit.
        $on = $this->visit('on');
        $off = $this->visit('off');
        self::assertSame([true, false], [$on['active'], $off['active']]);
        self::assertSame([], $on['classes']);
        self::assertGreaterThan(0, $off['queries']);
        self::assertSame($off['queries'], $on['queries']);
        self::assertStringContainsString('</html>', $on['page']);
        self::assertStringNotContainsString('wkpbic', $on['page']);
    }

    /**
     * @return array{active: bool, classes: list<string>, queries: int, page: string}
     */
    private function visit(string $plugin): array
    {
        $script = dirname(__DIR__) . '/Support/in-wordpress.php';
        return json_decode(BackgroundProcess::start([PHP_BINARY, $script, 'front', $plugin])->output(), true, 512, JSON_THROW_ON_ERROR);
    }
}
