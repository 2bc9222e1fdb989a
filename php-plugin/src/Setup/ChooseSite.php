<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;

/**
 * A person's answer to the question which site this is, after SiteIdentity has stopped the use of tokens. Calls no WordPress function.
 */
final class ChooseSite
{
    public const MOVED = 'moved';
    public const COPY = 'copy';
    public const CHOICES = [self::MOVED, self::COPY];

    public function __construct(
        private readonly SiteIdentity $identity,
        private readonly Disconnect $disconnect,
        private readonly OptionRows $rows,
        private readonly Journal $journal
    ) {
    }

    /**
     * Does nothing where nobody has to answer: the answer of a page that is no longer true must not forget a connection.
     *
     * @param mixed $choice MOVED or COPY.
     * @throws Failure value_not_offered, storage_failed
     */
    public function choose(mixed $choice): void
    {
        if (!in_array($choice, self::CHOICES, true)) {
            throw new Failure('value_not_offered', 'choice');
        }
        if (null !== $this->identity->problem()) {
            self::COPY === $choice ? $this->copy() : $this->moved();
        }
    }

    /** The same site under another address or in another database: the connection goes on. */
    public function moved(): void
    {
        $this->identity->accept();
        $this->journal->audit(Event::SITE_CHOSEN, [], ['choice' => self::MOVED]);
    }

    /**
     * A copy, for tests for example: the connection stays with the other site, and so do the secrets. What lies here of them is erased;
     * a secret in wp-config.php stays there, and is used only once somebody signs in or tests the connection here.
     */
    public function copy(): void
    {
        $this->disconnect->disconnect('site_copied');
        $this->rows->delete(ClientSecret::OPTION, Password::OPTION);
        $this->identity->accept_alone();
        $this->journal->audit(
            Event::SITE_CHOSEN,
            ['connected' => true],
            ['choice' => self::COPY, 'connected' => false, 'has_client_secret' => false, 'has_password' => false]
        );
    }
}
