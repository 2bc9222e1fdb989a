<?php

declare(strict_types=1);

namespace Wkpbic\Tests\Support;

use PhpToken;
use Wkpbic\Contract;
use Wkpbic\Support\Troubleshooting;

/**
 * Prints docs/troubleshooting.md from the contract and the catalogue of messages.
 */
final class TroubleshootingPage
{
    public const FILE = 'docs/troubleshooting.md';

    private const TITLES = [
        1 => 'Before you start', 2 => 'Your Microsoft keys', 3 => 'Sign in and consent', 4 => 'Check and finish',
        Troubleshooting::ANYWHERE => 'Anywhere', Troubleshooting::NO_ERROR => 'Not an error',
        Troubleshooting::EXTENSIONS => 'For developers of extensions',
    ];

    private const ACTORS = [
        'you' => 'you', 'entra_admin' => 'an administrator of Microsoft Entra', 'power_bi_admin' => 'an administrator of Power BI',
        'host' => 'whoever looks after the web server', 'nobody' => 'nobody',
    ];

    private const INTRODUCTION = <<<'TEXT'
        # Troubleshooting

        Every code that the wizard, REST, WP-CLI, the log or Site Health can give, by the step of the wizard at which it is mended, and the names
        that Microsoft has for it. wp-admin has the same page in the language of the user: Power BI › Troubleshooting.

        TEXT;

    public static function text(Contract $contract): string
    {
        $text = Reference::NOTICE . self::INTRODUCTION;
        foreach ((new Troubleshooting($contract))->topics(self::sentences()) as $topic => $entries) {
            $text .= [] === $entries ? '' : "\n## " . self::TITLES[$topic] . "\n";
            foreach ($entries as ['code' => $code, 'sentence' => $sentence, 'actor' => $actor, 'wait' => $wait, 'names' => $names]) {
                $text .= "\n### <a id=\"$code\"></a>`$code`\n\n$sentence\n\n- Who acts: " . self::ACTORS[$actor] . "\n";
                $text .= 'none' === $wait ? '' : "- Waiting some $wait can help\n";
                $text .= [] === $names ? '' : '- Microsoft: ' . implode(', ', $names) . "\n";
            }
        }
        return $text;
    }

    /**
     * The English sentences as they stand in the generated file, which WordPress alone can run.
     *
     * @return array<string, string>
     */
    private static function sentences(): array
    {
        $literals = [];
        foreach (PhpToken::tokenize((string) file_get_contents(Repository::plugin_folder() . '/generated/messages.php')) as $token) {
            if ($token->is(T_CONSTANT_ENCAPSED_STRING)) {
                $literals[] = strtr(substr($token->text, 1, -1), ["\\'" => "'", '\\\\' => '\\']);
            }
        }
        $sentences = [];
        foreach (array_chunk($literals, 3) as [$code, $sentence]) {
            $sentences[$code] = $sentence;
        }
        return $sentences;
    }
}
