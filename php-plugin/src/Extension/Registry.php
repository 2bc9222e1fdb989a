<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * What the action `wkpbic_register_steps` hands over: takes what other plugins add to the set-up. Nothing here throws: what cannot be taken
 * is left out, reported in Site Health, on the wizard's page and, with WP_DEBUG, as a notice for developers.
 *
 * Ids have the form `my-plugin/warehouse`; each text is plain text in the language of the user, HTML is shown as it is written.
 *
 * @api
 */
final class Registry
{
    /**
     * @param Closure(): bool $is_open Whether registrations are taken now.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Parts $parts,
        private readonly Problems $problems,
        private readonly Closure $is_open
    ) {
    }

    /**
     * A step of its own.
     *
     * @param string $id
     * @param array{title: string, description?: string, before?: string, after?: string, is_shown?: callable(array<string, mixed>): bool} $step
     *        `before` or `after` name another step, ours being before-you-start, microsoft-keys, sign-in and check-and-finish. `is_shown` gets
     *        what `GET setup` answers.
     * @return bool Whether it was taken.
     */
    public function add_step(mixed $id, mixed $step): bool
    {
        return $this->add('steps', $id, $step, Step::from(...));
    }

    /**
     * A field, whose value the plugin keeps; read it with wkpbic_setting() or, a secret, with wkpbic_secret().
     *
     * @param string $id
     * @param array{step: string, type: string, label: string, help?: string, where?: string, choices?: array<string, string>, default?: string,
     *              rules?: list<array<string, mixed>>} $field The type is text, secret, guid, url, email, date, select or toggle, whose
     *        value is '1' or ''. A select has choices, value => label. Rules are `{kind, …params}`; the type brings its own.
     * @return bool Whether it was taken.
     */
    public function add_field(mixed $id, mixed $field): bool
    {
        return $this->add('fields', $id, $field, Field::from(...));
    }

    /**
     * A check that a person runs in the wizard, or `wp wkpbic test`.
     *
     * @param string $id
     * @param array{step: string, label: string, run: callable(CheckContext): CheckResult} $check
     * @return bool Whether it was taken.
     */
    public function add_check(mixed $id, mixed $check): bool
    {
        return $this->add('checks', $id, $check, Check::from(...));
    }

    /**
     * Permissions of Power BI that are needed besides the connector's own; people see the reason before they sign in, and the check of
     * permissions does not call them too much. Signing in does not ask for them: an administrator adds them to the app in Azure.
     *
     * @param string $id
     * @param array{scopes: list<string>, reason: string} $permissions Scopes such as `Capacity.Read.All`.
     * @return bool Whether they were taken.
     */
    public function add_permissions(mixed $id, mixed $permissions): bool
    {
        return $this->add('permissions', $id, $permissions, Permissions::from(...));
    }

    /**
     * What an error of Microsoft means for those who use the extension.
     *
     * @param string $id
     * @param array{aadsts?: list<int>, power_bi?: list<string>, sentence: string, actor: string, wait?: string, link?: string} $diagnosis
     *        Numbers as in AADSTS50105, Power BI's names for errors; the actor is you, entra_admin, power_bi_admin, host or nobody, the wait
     *        none, minutes or hours.
     * @return bool Whether it was taken.
     */
    public function add_diagnosis(mixed $id, mixed $diagnosis): bool
    {
        return $this->add('diagnoses', $id, $diagnosis, Diagnosis::from(...));
    }

    /**
     * @param Closure(string, Given): object $read
     */
    private function add(string $kind, mixed $id, mixed $given, Closure $read): bool
    {
        try {
            if (!($this->is_open)()) {
                throw new Failure('extension_failed'); // Too late: nobody would see it.
            }
            $text = is_string($id) ? $id : '';
            if (!Ids::is_foreign($text, $this->contract)) {
                throw new Failure('extension_id_invalid');
            }
            if (!is_array($given)) {
                throw Given::invalid(rtrim($kind, 's'));
            }
            $part = $read($text, new Given($given, $this->contract));
            $this->parts->add($kind, $text, $part, $this->contract->limit('extension_parts'), $this->problems->plugin());
            return true;
        } catch (Failure $failure) {
            $this->problems->add($failure->error_code, is_scalar($id) ? (string) $id : '', $failure->params);
            return false;
        }
    }
}
