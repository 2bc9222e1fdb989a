<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;

/**
 * What holds for every REST route: closed to all but those who hold the row's right, never
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
        private readonly RouteTable $table,
        private readonly Closure $controller
    ) {
    }

    /**
     * @return list<Route>
     */
    public function table(): array
    {
        return $this->table->rows();
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
