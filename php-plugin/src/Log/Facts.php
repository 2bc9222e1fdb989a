<?php

declare(strict_types=1);

namespace Wkpbic\Log;

/**
 * What an entry of the audit trail may say: named facts, each of a form into which no secret fits. Anything else, by another name
 * or of another form, is left out. Calls no WordPress function.
 */
final class Facts
{
    private const YES_OR_NO = 'yes or no';
    private const NUMBER = 'number';

    /** Name => form: one of the two above, or a pattern. */
    private const FORMS = [
        'client_id' => '/\A[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\z/i',
        'tenant_id' => '/\A(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|(?=.{4,253}\z)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)\z/i',
        'cloud' => '/\A[a-z_]{1,32}\z/',
        'sign_in_method' => '/\A[a-z_]{1,32}\z/',
        'client_secret_expires_on' => '/\A(?:\d{4}-\d\d-\d\d)?\z/',
        // Of an account only where it belongs to: who it is, is somebody's personal data.
        'account_domain' => '/\A(?=.{4,253}\z)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+\z/i',
        'has_client_secret' => self::YES_OR_NO,
        'has_password' => self::YES_OR_NO,
        'connected' => self::YES_OR_NO,
        'fields' => '/\A[a-z_]{1,32}(?:, [a-z_]{1,32}){0,31}\z/',
        'extension_fields' => '/\A[a-z0-9_\/-]{1,100}(?:, [a-z0-9_\/-]{1,100}){0,15}\z/',
        'role' => '/\A[a-z0-9_-]{1,32}\z/',
        'manage_settings' => self::YES_OR_NO,
        'view_logs' => self::YES_OR_NO,
        'item' => '/\A[a-z_]{1,32}\z/',
        'claimed' => self::YES_OR_NO,
        'choice' => '/\A[a-z_]{1,32}\z/',
        'days' => self::NUMBER,
        'entries' => self::NUMBER,
        'users' => self::NUMBER,
    ];

    /**
     * @param array<mixed> $facts Name => value.
     * @return array<string, bool|int|string> Those that may be kept.
     */
    public static function allowed(array $facts): array
    {
        $allowed = [];
        foreach (array_intersect_key($facts, self::FORMS) as $name => $value) {
            $form = self::FORMS[$name];
            $fits = match ($form) {
                self::YES_OR_NO => is_bool($value),
                self::NUMBER => is_int($value),
                default => is_string($value) && 1 === preg_match($form, $value),
            };
            if ($fits) {
                $allowed[$name] = $value;
            }
        }
        return $allowed;
    }

    /**
     * The facts about values of the settings: each as it is where it may be, of an account only its domain.
     *
     * @param array<string, string> $values Field => value.
     * @return array<string, bool|int|string>
     */
    public static function of_settings(array $values): array
    {
        if (isset($values['username'])) {
            $values['account_domain'] = substr((string) strrchr($values['username'], '@'), 1);
        }
        return self::allowed($values);
    }
}
