<?php

declare(strict_types=1);

namespace Wkpbic\Setup;

use SensitiveParameter;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Log\Event;
use Wkpbic\Log\Facts;
use Wkpbic\Log\Journal;
use Wkpbic\Security\Secret;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Settings;
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
        private readonly Journal $journal
    ) {
    }

    /**
     * @param array<mixed> $posted Field => value, as it came; an empty secret leaves the stored one alone.
     * @throws Failure A field's code, field_unknown, field_not_text, field_locked, encryption_unavailable, storage_failed.
     */
    public function save(#[SensitiveParameter] array $posted): void
    {
        $texts = $this->texts($posted);
        $old = $this->settings->values();
        $changes = array_intersect_key($texts, $old);
        $new = array_merge($old, $changes);
        foreach ($texts as $field => $text) {
            $verdict = $this->validator->validate($field, $text, $new);
            if ($verdict->is_error()) {
                throw new Failure($verdict->code, $field, $verdict->params);
            }
        }
        $rows = [];
        if ([] !== $changes) {
            $rows[Settings::OPTION] = $this->settings->encode_with($changes);
        }
        if (isset($texts['client_secret'])) {
            $rows[ClientSecret::OPTION] = $this->client_secret->encode(new Secret($texts['client_secret']));
        }
        if ('ropc' === $old['sign_in_method'] && 'ropc' !== $new['sign_in_method']) {
            $rows[Password::OPTION] = ''; // Not kept a moment longer than it is used.
        }
        if (isset($texts['password'])) {
            $rows[Password::OPTION] = $this->password->encode(new Secret($texts['password']));
            $rows[Password::REFUSED_OPTION] = '';
        }
        if ([] === $rows) {
            return;
        }
        if ($this->settings->identity($old) !== $this->settings->identity($new)) {
            $rows[Tokens::OPTION] = '';
        }
        $had = $this->secrets_there();
        // What failed with the old values may work with the new ones.
        $this->rows->write($rows + [LastFailure::OPTION => '']);
        $this->last_failure->clear();
        $this->results->note_fields();
        $has = $this->secrets_there();
        $this->journal->audit(
            Event::SETTINGS_SAVED,
            Facts::of_settings(array_diff_assoc($old, $new)) + array_diff_assoc($had, $has),
            ['fields' => implode(', ', array_keys($texts))]
                + Facts::of_settings(array_diff_assoc($new, $old)) + array_diff_assoc($has, $had)
        );
    }

    /**
     * @return array{has_client_secret: bool, has_password: bool}
     */
    private function secrets_there(): array
    {
        return ['has_client_secret' => $this->client_secret->has_value(), 'has_password' => $this->password->has_value()];
    }

    /**
     * @param array<mixed> $posted
     * @return array<string, string>
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
            if (!is_string($value) || !mb_check_encoding($value, 'UTF-8')) {
                throw new Failure('field_not_text', $field, ['field' => $field]);
            }
            if ('' === $value && $this->contract->fields()[$field]['secret']) {
                continue;
            }
            if ($this->settings->is_locked($field)) {
                throw new Failure('field_locked', $field, ['field' => $field]);
            }
            if (mb_strlen($value, 'UTF-8') > $max) {
                throw new Failure('too_long', $field, ['max' => $max, 'actual' => mb_strlen($value, 'UTF-8')]);
            }
            $texts[$field] = $value;
        }
        return $texts;
    }
}
