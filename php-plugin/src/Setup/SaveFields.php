<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Facts;
use Wkpbic\Log\Journal;
use Wkpbic\Microsoft\ConnectionObserver;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\StoredSecret;
use Wkpbic\Storage\Tokens;
use Wkpbic\Validation\FieldValidator;

/**
 * Stores any number of fields: all of them or, when one is refused, none. Values are refused, never repaired.
 */
final class SaveFields
{
    public function __construct(
        private readonly Contract $contract,
        private readonly FieldValidator $validator,
        private readonly Settings $settings,
        private readonly ClientSecret $client_secret,
        private readonly Password $password,
        private readonly LastFailure $last_failure,
        private readonly CheckResults $results,
        private readonly OptionRows $rows,
        private readonly ExpiryReminder $expiry_reminder,
        private readonly Journal $journal,
        private readonly ConnectionObserver $observer
    ) {
    }

    /**
     * @param array<mixed> $posted Field => value, as it came; an empty secret leaves the stored one alone, null erases it.
     * @throws Failure A field's code, field_unknown, field_not_text, field_locked, encryption_unavailable, storage_failed.
     */
    public function save(#[SensitiveParameter] array $posted): void
    {
        $texts = $this->texts($posted);
        $old = $this->settings->values();
        $changes = array_intersect_key($texts, $old);
        $new = array_merge($old, $changes);
        foreach (array_filter($texts, 'is_string') as $field => $text) {
            $verdict = $this->validator->validate($field, $text, $new);
            if ($verdict->is_error()) {
                throw new Failure($verdict->code, $field, $verdict->params);
            }
        }
        $rows = [];
        if ([] !== $changes) {
            $rows[Settings::OPTION] = $this->settings->encode_with($changes);
        }
        if (array_key_exists('client_secret', $texts)) {
            $rows[ClientSecret::OPTION] = self::sealed($this->client_secret, $texts['client_secret']);
        }
        if ('ropc' === $old['sign_in_method'] && 'ropc' !== $new['sign_in_method']) {
            $rows[Password::OPTION] = ''; // Not kept a moment longer than it is used.
        }
        if (array_key_exists('password', $texts)) {
            $rows[Password::OPTION] = self::sealed($this->password, $texts['password']);
            $rows[Password::REFUSED_OPTION] = '';
        }
        if ([] === $rows) {
            return;
        }
        if ($this->settings->identity($old) !== $this->settings->identity($new)) {
            $rows[Tokens::OPTION] = '';
        }
        $loses_tokens = isset($rows[Tokens::OPTION]) && null !== $this->rows->read(Tokens::OPTION);
        $had = $this->secrets_there();
        // What failed with the old values may work with the new ones.
        $this->rows->write($rows + [LastFailure::OPTION => '']);
        $this->last_failure->clear();
        $this->results->note_fields();
        $this->expiry_reminder->note();
        $has = $this->secrets_there();
        $this->journal->audit(
            Event::SETTINGS_SAVED,
            Facts::of_settings(array_diff_assoc($old, $new)) + array_diff_assoc($had, $has),
            ['fields' => implode(', ', array_keys($texts))]
                + Facts::of_settings(array_diff_assoc($new, $old)) + array_diff_assoc($has, $had)
        );
        if ($loses_tokens) {
            $this->observer->disconnected('settings_changed');
        }
    }

    /**
     * @return array{has_client_secret: bool, has_password: bool}
     */
    private function secrets_there(): array
    {
        return ['has_client_secret' => $this->client_secret->has_value(), 'has_password' => $this->password->has_value()];
    }

    /**
     * The row for a secret; an empty one erases.
     *
     * @throws Failure encryption_unavailable
     */
    private static function sealed(StoredSecret $stored, #[SensitiveParameter] ?string $text): string
    {
        return null === $text ? '' : $stored->encode(new Secret($text));
    }

    /**
     * @param array<mixed> $posted
     * @return array<string, string|null> Null only for a secret.
     * @throws Failure field_unknown, field_not_text, too_long, field_locked
     */
    private function texts(#[SensitiveParameter] array $posted): array
    {
        $texts = [];
        $max = $this->contract->limit('max_request_field_chars');
        foreach ($posted as $field => $value) {
            $field = (string) $field;
            if (!$this->contract->has_field($field)) {
                throw Failure::unknown_field($field);
            }
            $is_secret = $this->contract->fields()[$field]['secret'];
            if (!(null === $value && $is_secret) && (!is_string($value) || !mb_check_encoding($value, 'UTF-8'))) {
                throw new Failure('field_not_text', $field, ['field' => $field]);
            }
            if ('' === $value && $is_secret) {
                continue;
            }
            if ($this->settings->is_locked($field)) {
                throw new Failure('field_locked', $field, ['field' => $field]);
            }
            if (null !== $value && mb_strlen($value, 'UTF-8') > $max) {
                throw new Failure('too_long', $field, ['max' => $max, 'actual' => mb_strlen($value, 'UTF-8')]);
            }
            $texts[$field] = $value;
        }
        return $texts;
    }
}
