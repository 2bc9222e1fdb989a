<?php

declare(strict_types=1);

namespace Wkpbic\Microsoft;

/**
 * Is told of every call to Microsoft, whatever came of it.
 */
interface ExchangeObserver
{
    /** Never throws: watching a call must not break it. */
    public function call(Exchange $exchange): void;
}
