<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Error\Messages;
use WP_Error;

/**
 * The one place where a failure becomes a REST answer: {code, message, data: {status, field, params}}.
 */
final class ErrorResponse
{
    public function __construct(private readonly Contract $contract, private readonly Messages $messages)
    {
    }

    /**
     * @param int|null $status HTTP status, if not the one that the contract gives the code.
     */
    public function from(Failure $failure, ?int $status = null): WP_Error
    {
        return new WP_Error(
            $failure->error_code,
            $this->messages->sentence($failure->error_code, $failure->params),
            [
                'status' => $status ?? $this->contract->status($failure->error_code),
                'field' => $failure->field,
                'params' => (object) $failure->params,
            ]
        );
    }

    /**
     * Gives WordPress's own refusals of a request (a body that is no JSON) the two values they lack.
     *
     * @param mixed $response
     * @return mixed
     */
    public function complete(mixed $response): mixed
    {
        if ($response instanceof WP_Error) {
            $response->add_data($this->completed($response->get_error_data()));
        }
        return $response;
    }

    /**
     * The same for a refusal that has become the data of an answer.
     *
     * @param mixed $data
     * @return mixed
     */
    public function complete_data(mixed $data): mixed
    {
        return is_array($data) ? ['data' => $this->completed($data['data'] ?? null)] + $data : $data;
    }

    /**
     * @param mixed $data
     * @return array<string, mixed>
     */
    private function completed(mixed $data): array
    {
        return (is_array($data) ? $data : ['status' => 400]) + ['field' => null, 'params' => (object) []];
    }
}
