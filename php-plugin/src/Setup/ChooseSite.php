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
     * @param mixed $choice MOVED or COPY.
     * @throws Failure field_not_text, field_unknown, storage_failed
     */
    public function choose(mixed $choice): void
    {
        match ($choice) {
            self::MOVED => $this->moved(),
            self::COPY => $this->copy(),
            default => throw is_string($choice)
                ? new Failure('field_unknown', 'choice', ['field' => mb_substr(mb_scrub($choice, 'UTF-8'), 0, 64, 'UTF-8')])
                : new Failure('field_not_text', 'choice', ['field' => 'choice']),
        };
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
        $this->disconnect->disconnect();
        $this->rows->delete(ClientSecret::OPTION, Password::OPTION);
        $this->identity->accept_alone();
        $this->journal->audit(
            Event::SITE_CHOSEN,
            ['connected' => true],
            ['choice' => self::COPY, 'connected' => false, 'has_client_secret' => false, 'has_password' => false]
        );
    }
}
