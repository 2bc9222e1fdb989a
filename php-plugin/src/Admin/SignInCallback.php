<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Microsoft\CallbackReader;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Setup\FinishSignIn;

/**
 * The wizard page as the address that Microsoft leads back to: takes the answer before anything is printed and goes on to the
 * clean address, so that neither code nor state stays in the address bar.
 *
 * WordPress has asked for a log-in and for the page's capability before this runs; a logged-out person comes back here
 * from the log-in form with the same address.
 */
final class SignInCallback
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Capability $capability,
        private readonly CallbackReader $reader,
        private readonly FinishSignIn $finish_sign_in,
        private readonly SignInCookie $cookie
    ) {
    }

    /** For the `load-` action of the wizard's page; ends the request when there was an answer to take. */
    public function on_load(): void
    {
        // Not $_GET, in which a second `state` would have replaced the first.
        $address = $this->handle((string) ($_SERVER['QUERY_STRING'] ?? ''));
        if (null !== $address) {
            nocache_headers();
            header('Cache-Control: no-store, private');
            header('Referrer-Policy: no-referrer');
            // Not wp_safe_redirect: it refuses a wp-admin on another host than the shop. The address is never the visitor's.
            wp_redirect($address, 303);
            exit;
        }
    }

    /**
     * @param string $query The raw query string.
     * @return string|null Where to go on, or null when the query holds no answer to a sign-in.
     */
    public function handle(#[\SensitiveParameter] string $query): ?string
    {
        $callback = $this->reader->read($query);
        if (!$this->capability->held()) {
            return null;
        }
        $this->finish_sign_in->hear_of_consent($callback);
        if (!$this->finish_sign_in->takes($callback)) {
            return null;
        }
        $this->finish_sign_in->finish($callback, get_current_user_id(), $this->cookie->value());
        return admin_url($this->contract->redirect_path());
    }

    /**
     * For the second address, at which WordPress does not say who asks. A person who is known all the same must be the one who
     * began; otherwise state and cookie alone decide.
     *
     * @param string $query The raw query string.
     * @return string Where to go on.
     */
    public function handle_anywhere(#[\SensitiveParameter] string $query): string
    {
        $callback = $this->reader->read($query);
        $address = admin_url($this->contract->redirect_path());
        if ($this->finish_sign_in->takes($callback)) {
            $user_id = get_current_user_id() ?: (int) wp_validate_auth_cookie('', 'logged_in');
            $this->finish_sign_in->finish($callback, 0 === $user_id ? null : $user_id, $this->cookie->value());
            return $address;
        }
        // An answer about admin consent is read by the wizard, in the browser.
        return $address . $this->shown($query);
    }

    /** The known parameters of an answer, to be appended to an address that has a query. */
    private function shown(#[\SensitiveParameter] string $query): string
    {
        parse_str($query, $values);
        $text = '';
        foreach ($this->contract->callback_parameters() as $name) {
            $text .= is_string($values[$name] ?? null) ? "&$name=" . rawurlencode($values[$name]) : '';
        }
        return $text;
    }
}
