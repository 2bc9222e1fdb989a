<?php

declare(strict_types=1);

namespace Wkpbic\Rest;

use Generator;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;
use Wkpbic\Log\LogExport;
use Wkpbic\Log\LogFilter;
use Wkpbic\Log\LogQuery;
use WP_REST_Request;
use WP_REST_Response;

/**
 * The log: a page of it, and all of it as a file.
 */
final class LogController
{
    public function __construct(
        private readonly Contract $contract,
        private readonly LogQuery $query,
        private readonly LogExport $export
    ) {
    }

    /**
     * GET log
     *
     * @throws Failure field_unknown, log_filter_invalid, log_unavailable
     */
    public function read(WP_REST_Request $request): WP_REST_Response
    {
        return new WP_REST_Response($this->query->page($this->filter($request)));
    }

    /**
     * GET log/export: a file, sent in pieces, since the log may be larger than PHP's memory. A call inside of PHP gets no body.
     *
     * @throws Failure field_unknown, log_filter_invalid, log_unavailable
     */
    public function export(WP_REST_Request $request): WP_REST_Response
    {
        $pieces = $this->export->pieces($this->filter($request));
        $pieces->rewind(); // Whatever fails has to fail before the first byte is sent.
        $response = new WP_REST_Response(null, 200, [
            'Content-Disposition' => 'attachment; filename="' . $this->export->file_name() . '"',
        ]);
        add_filter('rest_pre_serve_request', static function (mixed $is_served, mixed $sent) use ($response, $pieces): mixed {
            return $sent === $response && true !== $is_served ? self::send($pieces) : $is_served;
        }, 10, 2);
        return $response;
    }

    /**
     * @param Generator<int, string> $pieces
     */
    private static function send(Generator $pieces): bool
    {
        foreach ($pieces as $piece) {
            echo $piece; // JSON under the header of JSON, and not a page.
        }
        return true;
    }

    /**
     * From the address, without what belongs to WordPress itself (`_locale`, `_wpnonce`, `rest_route`).
     *
     * @throws Failure field_unknown, log_filter_invalid
     */
    private function filter(WP_REST_Request $request): LogFilter
    {
        $is_ours = static fn (int|string $name): bool => 'rest_route' !== $name && !str_starts_with((string) $name, '_');
        return LogFilter::from(array_filter($request->get_query_params(), $is_ours, ARRAY_FILTER_USE_KEY), $this->contract);
    }
}
