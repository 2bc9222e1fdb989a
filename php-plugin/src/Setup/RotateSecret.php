<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Journal;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Settings;
use Wkpbic\Validation\FieldValidator;

/**
 * Exchanges the client secret for a new one: the new one is tried at Microsoft first, and the old one stays until that has worked.
 */
final class RotateSecret
{
    public function __construct(
        private readonly Contract $contract,
        private readonly FieldValidator $validator,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly TokenClient $client,
        private readonly LastFailure $last_failure,
        private readonly CheckResults $results,
        private readonly OptionRows $rows,
        private readonly ExpiryReminder $reminder,
        private readonly Journal $journal
    ) {
    }

    /**
     * Stores the new secret and its day of expiry in one step, or changes nothing.
     *
     * @param string|null $expires_on `YYYY-MM-DD`; null when it is not known. The date of the old secret is forgotten either way.
     * @throws Failure field_locked, a field's code, expiry_date_past, setup_incomplete; what Microsoft says about the new secret;
     *                 microsoft_* when it could not be asked; sign_in_settings_changed, encryption_unavailable, storage_failed.
     */
    public function rotate(Secret $new, ?string $expires_on): void
    {
        $expires_on ??= '';
        $this->require_unlocked('' !== $expires_on);
        $this->require_good($new, $expires_on);
        foreach (['client_id', 'tenant_id'] as $field) {
            if ('' === $this->settings->value($field)) {
                throw new Failure('setup_incomplete', $field, ['field' => $field]);
            }
        }
        $identity = $this->settings->identity();
        $old_date = $this->settings->value('client_secret_expires_on');
        $this->client->client_credentials($new);
        if ($identity !== $this->settings->identity()) {
            throw new Failure('sign_in_settings_changed'); // What was proved is about another app.
        }
        $rows = [ClientSecret::OPTION => $this->client_secret->encode($new), LastFailure::OPTION => ''];
        if (!$this->settings->is_locked('client_secret_expires_on')) {
            $rows[Settings::OPTION] = $this->settings->encode_with(['client_secret_expires_on' => $expires_on]);
        }
        $this->rows->write($rows);
        $this->last_failure->clear();
        $this->results->note_fields();
        $this->results->keep(CheckResults::APP_TOKEN_ISSUED);
        $this->reminder->note();
        $this->journal->audit(
            Event::SECRET_ROTATED,
            ['client_secret_expires_on' => $old_date],
            ['client_secret_expires_on' => $this->settings->value('client_secret_expires_on')]
        );
    }

    /**
     * @throws Failure field_locked
     */
    private function require_unlocked(bool $with_date): void
    {
        foreach ($with_date ? ['client_secret', 'client_secret_expires_on'] : ['client_secret'] as $field) {
            if ($this->settings->is_locked($field)) {
                throw new Failure('field_locked', $field, ['field' => $field]);
            }
        }
    }

    /**
     * @throws Failure A field's code, expiry_date_past
     */
    private function require_good(Secret $new, string $expires_on): void
    {
        // Opened to be judged.
        foreach (['client_secret' => $new->reveal(), 'client_secret_expires_on' => $expires_on] as $field => $text) {
            $verdict = $this->validator->validate($field, $text, $this->settings->values());
            if ($verdict->is_error()) {
                throw new Failure($verdict->code, $field, $verdict->params);
            }
        }
        if ('' !== $expires_on && SecretExpiry::EXPIRED === SecretExpiry::count($this->reminder->today(), $expires_on, $this->contract)->stage) {
            throw new Failure('expiry_date_past', 'client_secret_expires_on', ['date' => $expires_on]);
        }
    }
}
