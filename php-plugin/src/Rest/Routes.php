<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Support\SiteHealth;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The table of REST routes, and what holds for every one of them: closed to all but those who hold the row's right, never
 * kept by a cache, one shape of error.
 *
 * Arguments and schemas are declared for those who discover the interface, but WordPress does not check them: its own
 * refusals have another shape than ours, and its sanitisers would change a secret. The services check everything, from the
 * contract. A controller is built when a route of it is called.
 */
final class Routes
{
    /**
     * @param Closure(class-string): object $controller Builds the controller of that class.
     */
    public function __construct(
        private readonly Contract $contract,
        private readonly Permission $permission,
        private readonly ErrorResponse $errors,
        private readonly Schema $schema,
        private readonly Arguments $arguments,
        private readonly Closure $controller
    ) {
    }

    /**
     * @return list<Route>
     */
    public function table(): array
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

    /** For the `rest_api_init` action. */
    public function register(): void
    {
        $paths = [];
        foreach ($this->table() as $route) {
            $paths[$route->path]['schema'] = fn (): array => $this->schema->answer($route->answer);
            $paths[$route->path][] = [
                'methods' => $route->method,
                'args' => array_map(self::left_alone(...), $route->arguments),
                'permission_callback' => fn (): bool|WP_Error => $this->permission->check($route->access),
                'callback' => fn (WP_REST_Request $request): WP_REST_Response|WP_Error => $this->call($route, $request),
            ];
        }
        foreach ($paths as $path => $endpoints) {
            register_rest_route($this->contract->rest_namespace(), '/' . $path, $endpoints);
        }
        add_filter('rest_request_before_callbacks', $this->complete_refusal(...), 10, 3);
        add_filter('rest_post_dispatch', $this->finish(...), 10, 3);
    }

    private function call(Route $route, WP_REST_Request $request): WP_REST_Response|WP_Error
    {
        [$class, $method] = $route->handler;
        try {
            $response = ($this->controller)($class)->$method($request);
        } catch (Failure $failure) {
            return $this->errors->from($failure);
        }
        $response->header('Cache-Control', 'no-store, private');
        return $response;
    }

    /**
     * `sanitize_callback` null keeps away the one that WordPress takes from the type.
     *
     * @param array<string, mixed> $schema
     * @return array<string, mixed>
     */
    private static function left_alone(array $schema): array
    {
        return $schema + ['sanitize_callback' => null];
    }

    /**
     * WordPress's own refusal of a request to a route of ours, in our shape.
     *
     * @param mixed $response
     * @param mixed $handler
     * @return mixed
     */
    private function complete_refusal(mixed $response, mixed $handler, WP_REST_Request $request): mixed
    {
        return $this->is_ours($request) ? $this->errors->complete($response) : $response;
    }

    /**
     * The same for refusals that come before a route is found (a stale nonce, an unknown address), and no cache for any
     * answer: WordPress asks for that only where somebody is logged in.
     *
     * @param mixed $response
     * @param mixed $server
     * @return mixed
     */
    private function finish(mixed $response, mixed $server, WP_REST_Request $request): mixed
    {
        if ($response instanceof WP_REST_Response && $this->is_ours($request)) {
            $response->header('Cache-Control', 'no-store, private');
            if ($response->is_error()) {
                $response->set_data($this->errors->complete_data($response->get_data()));
            }
        }
        return $response;
    }

    private function is_ours(WP_REST_Request $request): bool
    {
        return str_starts_with($request->get_route(), '/' . $this->contract->rest_namespace() . '/');
    }
}
