<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\SetupReport;
use Wkpbic\Setup\StartSignIn;
use WP_Error;
use WP_REST_Request;
use WP_REST_Response;
use WP_REST_Server;

/**
 * The routes below /setup. Thin: each hands over to one service.
 *
 * The arguments are declared for those who discover the interface, but WordPress does not check them: its own refusals have
 * another shape than ours, and its sanitisers would change a secret. The services check everything, from the contract.
 */
final class SetupController
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Permission $permission,
        private readonly ErrorResponse $errors,
        private readonly SetupReport $report,
        private readonly SaveFields $save_fields,
        private readonly StartSignIn $start_sign_in,
        private readonly PowerBi $power_bi,
        private readonly Disconnect $disconnect
    ) {
    }

    public function register(): void
    {
        $fields = array_map(
            static fn (array $row): array => self::argument($row['default']),
            $this->contract->fields()
        );
        $sign_in = array_fill_keys(['state', 'code_verifier', 'redirect_uri'], self::argument(null));

        $this->route('/setup', WP_REST_Server::READABLE, [], $this->read(...));
        $this->route('/setup/fields', WP_REST_Server::CREATABLE, $fields, $this->save(...));
        $this->route('/setup/sign-in', WP_REST_Server::CREATABLE, $sign_in, $this->sign_in(...));
        $this->route('/setup/test', WP_REST_Server::CREATABLE, [], $this->test(...));
        $this->route('/setup/connection', WP_REST_Server::DELETABLE, [], $this->delete_connection(...));
        add_filter('rest_request_before_callbacks', $this->complete_refusal(...), 10, 3);
    }

    /** GET setup: how things stand. */
    private function read(): WP_REST_Response
    {
        return new WP_REST_Response($this->report->for_user(get_current_user_id()));
    }

    /**
     * POST setup/fields: stores all of the posted fields or none.
     *
     * @throws Failure
     */
    private function save(WP_REST_Request $request): WP_REST_Response
    {
        $this->save_fields->save($this->body($request));
        return $this->read();
    }

    /**
     * POST setup/sign-in: remembers a sign-in before the browser leaves.
     *
     * @throws Failure
     */
    private function sign_in(WP_REST_Request $request): WP_REST_Response
    {
        $expires_at = $this->start_sign_in->start($this->body($request), get_current_user_id());
        return new WP_REST_Response(['expires_at' => $expires_at], 201);
    }

    /**
     * POST setup/test: asks Power BI for the workspaces.
     *
     * @throws Failure
     */
    private function test(): WP_REST_Response
    {
        return new WP_REST_Response(['workspaces' => $this->power_bi->groups()]);
    }

    /** DELETE setup/connection: forgets the tokens. */
    private function delete_connection(): WP_REST_Response
    {
        $this->disconnect->disconnect();
        return $this->read();
    }

    /**
     * @param array<string, array<string, mixed>> $arguments
     * @param Closure(WP_REST_Request): WP_REST_Response $handler
     */
    private function route(string $path, string $methods, array $arguments, Closure $handler): void
    {
        register_rest_route($this->contract->rest_namespace(), $path, [
            'methods' => $methods,
            'args' => $arguments,
            'permission_callback' => $this->permission->manage_settings(...),
            'callback' => function (WP_REST_Request $request) use ($handler): WP_REST_Response|WP_Error {
                try {
                    $response = $handler($request);
                } catch (Failure $failure) {
                    return $this->errors->from($failure);
                }
                $response->header('Cache-Control', 'no-store, private');
                return $response;
            },
        ]);
    }

    /**
     * An argument that is declared and left alone: `sanitize_callback` null keeps WordPress's default one away.
     *
     * @return array<string, mixed>
     */
    private static function argument(?string $default): array
    {
        // No `default` key: WordPress would put the value into the request.
        $description = null === $default ? [] : ['description' => "Default: $default"];
        return ['type' => 'string', 'sanitize_callback' => null] + $description;
    }

    /**
     * The JSON of the body, untouched: neither unslashed nor sanitised. Values in the address or in a form are not read.
     *
     * @return array<mixed>
     * @throws Failure request_not_json
     */
    private function body(WP_REST_Request $request): array
    {
        if ('' !== (string) $request->get_body() && !$request->is_json_content_type()) {
            throw new Failure('request_not_json');
        }
        return (array) $request->get_json_params();
    }

    /**
     * @param mixed $response
     * @param mixed $handler
     * @return mixed
     */
    private function complete_refusal(mixed $response, mixed $handler, WP_REST_Request $request): mixed
    {
        return str_starts_with($request->get_route(), '/' . $this->contract->rest_namespace() . '/')
            ? $this->errors->complete($response)
            : $response;
    }
}
