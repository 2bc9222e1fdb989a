<?php

declare(strict_types=1);

namespace Wkpbic\Extension;

use Closure;
use Wkpbic\Contract;
use Wkpbic\Error\Failure;

/**
 * What an extension gave for a part, read by name; whatever has another form than it should is named. Calls no WordPress function.
 */
final class Given
{
    /**
     * @param array<mixed> $values
     */
    public function __construct(private readonly array $values, public readonly Contract $contract)
    {
    }

    /** The failure for a value that is missing or of another form. */
    public static function invalid(int|string $name): Failure
    {
        return new Failure('extension_part_invalid', null, ['parameter' => mb_substr(mb_scrub((string) $name, 'UTF-8'), 0, 64, 'UTF-8')]);
    }

    /**
     * @throws Failure When there is a value of another name, which is most likely a slip.
     */
    public function allow(string ...$names): void
    {
        foreach (array_keys($this->values) as $name) {
            if (!in_array($name, $names, true)) {
                throw self::invalid($name);
            }
        }
    }

    /**
     * One line.
     *
     * @throws Failure When it is missing, empty or of another form.
     */
    public function label(string $name): string
    {
        $text = $this->text($name, $this->contract->limit('extension_label_chars'), '/[\p{Cc}]/u');
        return self::is_blank($text) ? throw self::invalid($name) : $text;
    }

    /**
     * Some lines, or none.
     *
     * @throws Failure
     */
    public function sentence(string $name, bool $may_lack = true): string
    {
        $text = $this->text($name, $this->contract->limit('extension_sentence_chars'), '/[^\P{Cc}\n\t]/u');
        return self::is_blank($text) && !$may_lack ? throw self::invalid($name) : $text;
    }

    /**
     * One of several words.
     *
     * @param list<string> $words
     * @throws Failure
     */
    public function word(string $name, array $words, ?string $default = null): string
    {
        $word = $this->values[$name] ?? $default;
        return in_array($word, $words, true) ? $word : throw self::invalid($name);
    }

    /**
     * The id of a step, also of one that comes later.
     *
     * @throws Failure
     */
    public function step(string $name): string
    {
        return $this->step_or_none($name) ?? throw self::invalid($name);
    }

    /**
     * @throws Failure
     */
    public function step_or_none(string $name): ?string
    {
        $id = $this->values[$name] ?? null;
        if (null === $id) {
            return null;
        }
        $is_step = is_string($id) && (Ids::is_own_step($id, $this->contract) || Ids::is_foreign($id, $this->contract));
        return $is_step ? $id : throw self::invalid($name);
    }

    /**
     * @throws Failure
     */
    public function callback(string $name): Closure
    {
        return $this->callback_or_none($name) ?? throw self::invalid($name);
    }

    /**
     * @throws Failure
     */
    public function callback_or_none(string $name): ?Closure
    {
        $callback = $this->values[$name] ?? null;
        if (null === $callback) {
            return null;
        }
        return is_callable($callback) ? Closure::fromCallable($callback) : throw self::invalid($name);
    }

    /**
     * Names of one form, each once.
     *
     * @param string $pattern What a name looks like, without delimiters.
     * @return list<string>
     * @throws Failure
     */
    public function names(string $name, string $pattern): array
    {
        $is_name = static fn (mixed $text): bool => is_string($text) && 1 === preg_match("~\A(?:$pattern)\z~", $text);
        return $this->all_of($name, $is_name);
    }

    /**
     * Numbers above 0, each once.
     *
     * @return list<int>
     * @throws Failure
     */
    public function numbers(string $name): array
    {
        return $this->all_of($name, static fn (mixed $number): bool => is_int($number) && 0 < $number && $number < 10 ** 9);
    }

    /**
     * A web address, or null.
     *
     * @throws Failure
     */
    public function link(string $name): ?string
    {
        $link = $this->values[$name] ?? null;
        return null === $link || Link::is($link) ? $link : throw self::invalid($name);
    }

    /**
     * @return array<mixed>
     * @throws Failure
     */
    public function list(string $name): array
    {
        $list = $this->values[$name] ?? [];
        return is_array($list) ? $list : throw self::invalid($name);
    }

    /**
     * Any text that can be stored.
     *
     * @throws Failure
     */
    public function value(string $name): string
    {
        return $this->text($name, $this->contract->limit('max_request_field_chars'), '/\x{0}/u');
    }

    private static function is_blank(string $text): bool
    {
        return 1 === preg_match('/\A[\s\p{Z}\p{C}]*\z/u', $text);
    }

    /**
     * @param string $forbidden A pattern of what may not be in it.
     * @throws Failure
     */
    private function text(string $name, int $max, string $forbidden): string
    {
        $text = $this->values[$name] ?? '';
        $is_text = is_string($text) && mb_check_encoding($text, 'UTF-8') && mb_strlen($text, 'UTF-8') <= $max && 0 === preg_match($forbidden, $text);
        return $is_text ? $text : throw self::invalid($name);
    }

    /**
     * @param Closure(mixed): bool $is_good
     * @return list<mixed>
     * @throws Failure
     */
    private function all_of(string $name, Closure $is_good): array
    {
        $list = $this->list($name);
        $is_short = count($list) <= $this->contract->limit('extension_names');
        return $is_short && array_filter($list, $is_good) === $list ? array_values(array_unique($list)) : throw self::invalid($name);
    }
}
