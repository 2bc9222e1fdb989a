<?php

declare(strict_types=1);

namespace Wkpbic\Admin;

use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Error\Messages;
use Wkpbic\Extension\Declarations;
use Wkpbic\Log\Event;
use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Setup\SetupReport;

/**
 * What PHP prints for the wizard's JavaScript: `window.wkpbicBootstrap`. Holds no secret.
 */
final class Bootstrap
{
    public function __construct(
        private readonly Contract $contract,
        private readonly Messages $messages,
        private readonly SetupReport $report,
        private readonly DevelopmentOverride $override,
        private readonly Assets $assets,
        private readonly Declarations $declarations,
        private readonly string $version
    ) {
    }

    /**
     * @param int $step 1 to the number of steps.
     * @return array<string, mixed>
     */
    public function values(int $step, int $user_id): array
    {
        $setup = $this->report->for_user($user_id);
        return [
            'contract_hash' => $this->contract->hash(),
            'plugin_version' => $this->version,
            'core' => [
                'glue' => $this->assets->address('core.js'),
                'wasm' => $this->assets->address('core_bg.wasm'),
            ],
            'kit' => [
                'glue' => $this->assets->address('kit.js'),
                'wasm' => $this->assets->address('kit_bg.wasm'),
            ],
            'rest' => ['namespace' => $this->contract->rest_namespace()],
            'step' => $step,
            'site' => [
                'admin_url' => admin_url(),
                // WordPress keeps the name escaped for HTML; the wizard wants the letters.
                'name' => wp_specialchars_decode(get_option('blogname'), ENT_QUOTES),
            ],
            'development_microsoft_url' => $this->override->url(),
            'messages' => (object) $this->messages->all(),
            'setup' => $setup,
            'extensions' => $this->declarations->for_setup($setup),
        ];
    }

    /**
     * The values as a JavaScript statement that may stand inside a script element whatever the values hold.
     */
    public function script(int $step, int $user_id): string
    {
        return 'window.wkpbicBootstrap = ' . self::json($this->values($step, $user_id)) . ';';
    }

    /**
     * For the connection page: the same without a step, and the fields' constants.
     *
     * @return array<string, mixed>
     */
    public function connection_values(int $user_id): array
    {
        $values = $this->values(1, $user_id);
        unset($values['step']);
        return ['screen' => 'connection', 'may_view_logs' => user_can($user_id, Capability::VIEW_LOGS)] + $values;
    }

    /**
     * For the log page, whose readers need not be those who manage the connection: nothing of the set-up.
     *
     * @return array<string, mixed>
     */
    public function log_values(): array
    {
        return [
            'screen' => 'log',
            'rest' => ['namespace' => $this->contract->rest_namespace()],
            'site' => ['admin_url' => admin_url()],
            'messages' => (object) $this->messages->all(),
            'events' => Event::ALL,
        ];
    }

    /**
     * Values as a JavaScript expression that may stand inside a script element whatever they hold.
     *
     * @param array<string, mixed> $values
     */
    public static function json(array $values): string
    {
        return (string) wp_json_encode(
            $values,
            JSON_HEX_TAG | JSON_HEX_AMP | JSON_HEX_APOS | JSON_HEX_QUOT | JSON_UNESCAPED_SLASHES
        );
    }
}
