<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Microsoft\ConnectionObserver;
use Wkpbic\Microsoft\Renewal;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\SignInResults;
use Wkpbic\Storage\Tokens;

/**
 * Forgets the tokens and everything about sign-ins; the typed values stay.
 */
final class Disconnect
{
    public function __construct(
        private readonly OptionRows $rows,
        private readonly Renewal $renewal,
        private readonly Tokens $tokens,
        private readonly LastFailure $last_failure,
        private readonly SignInResults $results,
        private readonly SignInAttempts $attempts,
        private readonly Journal $journal,
        private readonly ConnectionObserver $observer
    ) {
    }

    /**
     * @param string $why Why, for the observer.
     */
    public function disconnect(string $why = 'requested'): void
    {
        // First of all: a sign-in that is under way elsewhere must not bring tokens back.
        $this->attempts->remove_all();
        // Where nobody signs in, erased tokens would be back with the next one who needs them.
        $this->renewal->is_unattended() ? $this->tokens->put_away() : $this->tokens->erase();
        $this->rows->delete(Password::REFUSED_OPTION);
        $this->last_failure->clear();
        $this->results->clear_all();
        $this->journal->audit(Event::DISCONNECTED, [], ['connected' => false]);
        $this->observer->disconnected($why);
    }
}
