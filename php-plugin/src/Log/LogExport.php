<?php

declare(strict_types=1);

namespace Wkpbic\Log;

use Generator;
use Wkpbic\Clock;
use Wkpbic\Error\Failure;

/**
 * The log as one JSON document, for download. Calls no WordPress function by itself.
 */
final class LogExport
{
    public function __construct(private readonly LogQuery $query, private readonly Journal $journal, private readonly Clock $clock)
    {
    }

    /** A name for the file. */
    public function file_name(): string
    {
        return 'wkpbic-log-' . gmdate('Y-m-d-His', $this->clock->now()) . '.json';
    }

    /**
     * The document in pieces, so that it is never in memory as a whole: {exported_at, entries: [...]}. That somebody has taken it is
     * noted in the log itself, after the last piece.
     *
     * @return Generator<int, string>
     * @throws Failure log_unavailable
     */
    public function pieces(LogFilter $filter): Generator
    {
        $entries = $this->query->each($filter);
        $entries->valid(); // Fetches the first ones: a log that cannot be read fails before anything is sent.
        yield "{\n\"exported_at\": {$this->clock->now()},\n\"entries\": [";
        for ($count = 0; $entries->valid(); $entries->next()) {
            yield (0 === $count++ ? "\n" : ",\n") . json_encode($entries->current(), JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE);
        }
        yield "\n]\n}\n";
        $this->journal->audit(Event::LOG_DOWNLOADED, [], ['entries' => $count]);
    }
}
