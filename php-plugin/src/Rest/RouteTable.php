<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Support\SiteHealth;

/**
 * The table of REST routes. Calls no WordPress function.
 */
final class RouteTable
{
    public function __construct(private readonly Arguments $arguments)
    {
    }

    /**
     * @return list<Route>
     */
    public function rows(): array
    {
        $manage = Access::ManageSettings;
        $fields = $this->arguments->field_arguments();
        $claims = $this->arguments->claim_arguments();
        $attempt = $this->arguments->sign_in_arguments();
        return [
            new Route('GET', 'setup', $manage, [SetupController::class, 'read'], 'setup', [], 'How the set-up stands.'),
            new Route(
                'POST',
                'setup/fields',
                $manage,
                [SetupController::class, 'save'],
                'setup',
                $fields,
                'Stores all of the posted fields, or none when one is refused.'
            ),
            new Route(
                'POST',
                'setup/claims',
                $manage,
                [SetupController::class, 'claim'],
                'setup',
                $claims,
                'Ticks items of the scorecard, or takes ticks away.'
            ),
            new Route(
                'POST',
                'setup/progress',
                $manage,
                [SetupController::class, 'progress'],
                'setup',
                $this->arguments->progress_arguments(),
                'Remembers answers of step 1 and the chosen way.'
            ),
            new Route(
                'POST',
                'setup/sign-in',
                $manage,
                [SignInController::class, 'start'],
                'sign_in_attempt',
                $attempt,
                'Remembers a sign-in before the browser leaves for Microsoft.'
            ),
            new Route(
                'GET',
                CallbackController::ROUTE,
                Access::PublicByState,
                [CallbackController::class, 'take'],
                'redirect',
                [],
                'The second address that Microsoft may lead back to; leads on to the wizard.'
            ),
            new Route(
                'POST',
                'setup/preflight',
                $manage,
                [CheckController::class, 'preflight'],
                'checks',
                $this->arguments->preflight_arguments(),
                'Asks Microsoft about tenant, app, secret and redirect URI before anybody leaves for it.'
            ),
            new Route(
                'POST',
                'setup/test',
                $manage,
                [ConnectionController::class, 'test'],
                'test',
                [],
                'Climbs the ladder of checks: token, account, permissions, Power BI, licence, workspaces.'
            ),
            new Route(
                'POST',
                'setup/extension-fields',
                $manage,
                [ExtensionController::class, 'save'],
                'setup',
                $this->arguments->extension_fields_arguments(),
                'Stores values of fields that other plugins have registered: all of them, or none when one is refused.'
            ),
            new Route(
                'POST',
                'setup/extension-check',
                $manage,
                [ExtensionController::class, 'check'],
                'extension_check',
                $this->arguments->extension_check_arguments(),
                'Runs a check that another plugin has registered.'
            ),
            new Route(
                'GET',
                'setup/support-bundle',
                $manage,
                [SupportController::class, 'bundle'],
                'support_bundle',
                [],
                'What somebody who helps needs to see: versions, states, codes, times; no secret, no account, no user.'
            ),
            new Route(
                'GET',
                SiteHealth::ROUTE,
                $manage,
                [SupportController::class, 'health'],
                'site_health',
                $this->arguments->site_health_arguments(),
                'One test of Site Health that needs a request of its own.'
            ),
            new Route(
                'POST',
                'setup/rotate-secret',
                $manage,
                [SecretController::class, 'rotate'],
                'setup',
                $this->arguments->rotate_arguments(),
                'Tries a new client secret at Microsoft and, when that has worked, puts it in the place of the old one.'
            ),
            new Route(
                'POST',
                'setup/site',
                $manage,
                [SiteController::class, 'choose'],
                'setup',
                $this->arguments->site_arguments(),
                'Says which site this is, where the use of tokens has stopped because that is not certain.'
            ),
            new Route(
                'GET',
                'setup/roles',
                Access::ChangeRoles,
                [RolesController::class, 'read'],
                'roles',
                [],
                'Which roles may change the settings, and which may read the log.'
            ),
            new Route(
                'POST',
                'setup/roles',
                Access::ChangeRoles,
                [RolesController::class, 'write'],
                'roles',
                [],
                'Gives rights to roles or takes them; the body is the part of the map that changes, and is taken as a whole or not at all.'
            ),
            new Route(
                'GET',
                'log',
                Access::ViewLogs,
                [LogController::class, 'read'],
                'log',
                $this->arguments->log_arguments(),
                'A page of the log, the newest entries first.'
            ),
            new Route(
                'GET',
                'log/export',
                Access::ViewLogs,
                [LogController::class, 'export'],
                'log_export',
                $this->arguments->log_arguments(),
                'All entries as a file; the page does not matter.'
            ),
            new Route(
                'DELETE',
                'setup/connection',
                $manage,
                [ConnectionController::class, 'disconnect'],
                'setup',
                [],
                'Forgets the tokens and every sign-in; the fields stay.'
            ),
        ];
    }
}
