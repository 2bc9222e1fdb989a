<?php

declare(strict_types=1);

namespace Wkpbic;

use Closure;
use RuntimeException;
use Wkpbic\Admin\Assets;
use Wkpbic\Admin\Bootstrap;
use Wkpbic\Admin\ExpiryNotice;
use Wkpbic\Admin\SignInCallback;
use Wkpbic\Admin\SiteNotice;
use Wkpbic\Admin\WizardPage;
use Wkpbic\Cli\CheckCommand;
use Wkpbic\Cli\Commands;
use Wkpbic\Cli\Console;
use Wkpbic\Cli\DisconnectCommand;
use Wkpbic\Cli\ExplainCommand;
use Wkpbic\Cli\Handler;
use Wkpbic\Cli\RekeyCommand;
use Wkpbic\Cli\ProbeTable;
use Wkpbic\Cli\Secrets;
use Wkpbic\Cli\SetCommand;
use Wkpbic\Cli\StatusCommand;
use Wkpbic\Cli\TestCommand;
use Wkpbic\Cli\WpCliConsole;
use Wkpbic\Error\Messages;
use Wkpbic\Log\Journal;
use Wkpbic\Log\LogExport;
use Wkpbic\Log\LogQuery;
use Wkpbic\Log\LogTable;
use Wkpbic\Log\Retention;
use Wkpbic\Microsoft\BackOff;
use Wkpbic\Microsoft\CallbackReader;
use Wkpbic\Microsoft\DevelopmentOverride;
use Wkpbic\Microsoft\DiscoveryReader;
use Wkpbic\Microsoft\Endpoints;
use Wkpbic\Microsoft\ErrorDetail;
use Wkpbic\Microsoft\ExchangeReader;
use Wkpbic\Microsoft\Http;
use Wkpbic\Microsoft\IdToken;
use Wkpbic\Microsoft\ParallelCalls;
use Wkpbic\Microsoft\PowerBi;
use Wkpbic\Microsoft\Renewal;
use Wkpbic\Microsoft\SigningKeys;
use Wkpbic\Microsoft\TokenBroker;
use Wkpbic\Microsoft\TokenClient;
use Wkpbic\Rest\CallbackController;
use Wkpbic\Rest\CheckController;
use Wkpbic\Rest\ConnectionController;
use Wkpbic\Rest\ErrorResponse;
use Wkpbic\Rest\Permission;
use Wkpbic\Rest\Routes;
use Wkpbic\Rest\Schema;
use Wkpbic\Rest\SetupController;
use Wkpbic\Rest\SignInController;
use Wkpbic\Security\Cipher;
use Wkpbic\Security\EncryptionKey;
use Wkpbic\Security\KeyRing;
use Wkpbic\Security\Secret;
use Wkpbic\Security\SignInAttempts;
use Wkpbic\Security\SignInCookie;
use Wkpbic\Security\SiteIdentity;
use Wkpbic\Setup\ChooseSite;
use Wkpbic\Setup\Claims;
use Wkpbic\Setup\Disconnect;
use Wkpbic\Setup\ExpiryMail;
use Wkpbic\Setup\ExpiryReminder;
use Wkpbic\Setup\Explain;
use Wkpbic\Setup\FinishSignIn;
use Wkpbic\Setup\Ladder;
use Wkpbic\Setup\Preflight;
use Wkpbic\Setup\Probe\AppTokenProbe;
use Wkpbic\Setup\Probe\LoginHostProbe;
use Wkpbic\Setup\Probe\PowerBiHostProbe;
use Wkpbic\Setup\Probe\RedirectUriProbe;
use Wkpbic\Setup\Probe\RestProbe;
use Wkpbic\Setup\Probe\TenantProbe;
use Wkpbic\Setup\RotateSecret;
use Wkpbic\Setup\SaveFields;
use Wkpbic\Setup\SetupReport;
use Wkpbic\Setup\StartSignIn;
use Wkpbic\Setup\TestReport;
use Wkpbic\Setup\WorkspaceRoles;
use Wkpbic\Storage\ClientSecret;
use Wkpbic\Storage\Flag;
use Wkpbic\Storage\LastFailure;
use Wkpbic\Storage\Lock;
use Wkpbic\Storage\OptionRows;
use Wkpbic\Storage\Password;
use Wkpbic\Storage\Rekey;
use Wkpbic\Storage\Settings;
use Wkpbic\Storage\SignInResults;
use Wkpbic\Storage\Tokens;
use Wkpbic\Validation\FieldValidator;

/**
 * Builds the objects and attaches the hooks; the only place with `new` for a service. Each service is built when it is first
 * asked for, and once.
 */
final class Plugin
{
    public const VERSION = '0.1.0';

    private const SITES_AT_ONCE = 100;

    /** @var array<class-string, object> */
    private array $built = [];

    /**
     * @param string $main_file Path of the plugin's main file.
     */
    public function __construct(private readonly string $main_file, private readonly Clock $clock = new SystemClock())
    {
    }

    /** Attaches the hooks of wp-admin and REST; a contract that cannot be read gives a notice in their place. */
    public function attach(): void
    {
        try {
            $this->contract();
        } catch (RuntimeException) {
            add_action('admin_notices', static function (): void {
                echo '<div class="notice notice-error"><p>';
                esc_html_e('WooCommerce Power BI Connector is incomplete (generated/contract.php). Install the plugin again.', 'wkpbic');
                echo '</p></div>';
            });
            return;
        }
        add_action('admin_menu', function (): void {
            $this->wizard_page()->add_menu();
        });
        add_action('rest_api_init', function (): void {
            $this->routes()->register();
        });
        if (defined('WP_CLI') && WP_CLI) {
            $this->commands()->register(\WP_CLI::add_command(...));
        }
        add_action('admin_init', function (): void {
            $this->installation()->keep_up();
        });
        add_action('admin_notices', function (): void {
            $this->site_notice()->render();
            $this->expiry_notice()->show();
        });
        add_action('admin_post_' . SiteNotice::ACTION, function (): void {
            $this->site_notice()->take();
        });
        add_action('admin_post_' . ExpiryNotice::DISMISS, function (): void {
            wp_safe_redirect($this->expiry_notice()->dismiss());
            exit;
        });
        foreach ($this->events() as $hook => $action) {
            add_action($hook, $action);
        }
    }

    /**
     * What each event of Cron does.
     *
     * @return array<string, Closure(): void>
     */
    private function events(): array
    {
        return [
            Cron::CLEANUP => function (): void {
                $this->sign_in_attempts()->remove_expired();
                if (!$this->retention()->clean()) {
                    $this->cron()->soon(Cron::CLEANUP);
                }
            },
            Cron::KEEP_ALIVE => function (): void {
                $this->token_broker()->keep_alive();
            },
            Cron::EXPIRY_REMINDER => function (): void {
                $this->expiry_reminder()->remind();
            },
        ];
    }

    /**
     * When the plugin is activated. On a large network the first sites are made ready at once and each other one by its first
     * wp-admin request.
     */
    public function activate(bool $network_wide = false): void
    {
        $install = fn () => $this->installation()->install();
        $network_wide ? $this->network()->each_site($install, self::SITES_AT_ONCE) : $install();
    }

    /** When the plugin is deactivated. */
    public function deactivate(bool $network_wide = false): void
    {
        $deactivate = fn () => $this->installation()->deactivate();
        $network_wide ? $this->network()->each_site($deactivate) : $deactivate();
    }

    public function contract(): Contract
    {
        return $this->once(Contract::class, fn () => Contract::from_file($this->directory() . '/generated/contract.php'));
    }

    public function messages(): Messages
    {
        return $this->once(Messages::class, fn () => new Messages($this->directory() . '/generated/messages.php'));
    }

    public function capability(): Capability
    {
        return $this->once(Capability::class, static fn () => new Capability());
    }

    public function cron(): Cron
    {
        return $this->once(Cron::class, fn () => new Cron($this->clock));
    }

    public function network(): Network
    {
        return $this->once(Network::class, static fn () => new Network());
    }

    public function installation(): Installation
    {
        return $this->once(
            Installation::class,
            fn () => new Installation($this->rows(), $this->capability(), $this->cron(), $this->log_table(), self::VERSION)
        );
    }

    public function log_table(): LogTable
    {
        return $this->once(LogTable::class, static fn () => new LogTable($GLOBALS['wpdb']));
    }

    public function retention(): Retention
    {
        return $this->once(Retention::class, fn () => new Retention($this->log_table(), $this->contract(), $this->clock));
    }

    public function journal(): Journal
    {
        return $this->once(Journal::class, fn () => new Journal(
            $this->log_table(),
            $this->retention(),
            $this->clock,
            static fn (): array => [get_current_user_id(), match (true) {
                wp_doing_cron() => 'cron',
                defined('WP_CLI') && WP_CLI => 'cli',
                wp_is_serving_rest_request() => 'rest',
                default => 'admin',
            }]
        ));
    }

    public function uninstall(): Uninstall
    {
        return $this->once(
            Uninstall::class,
            fn () => new Uninstall(
                $GLOBALS['wpdb'],
                $this->rows(),
                $this->capability(),
                $this->cron(),
                $this->log_table(),
                $this->network()
            )
        );
    }

    public function cipher(): Cipher
    {
        return $this->once(Cipher::class, fn () => new Cipher(new KeyRing(
            static fn (): Secret => new Secret(wp_salt('auth') . wp_salt('secure_auth')),
            // An empty key is not "no key": it is refused as too short, or the salts would be used behind the owner's back.
            static fn (): ?Secret => defined(EncryptionKey::CONSTANT) ? new Secret((string) constant(EncryptionKey::CONSTANT)) : null,
            fn (): ?Secret => $this->secret_constant(EncryptionKey::PREVIOUS_CONSTANT)
        )));
    }

    public function rows(): OptionRows
    {
        return $this->once(OptionRows::class, static fn () => new OptionRows($GLOBALS['wpdb']));
    }

    public function settings(): Settings
    {
        return $this->once(Settings::class, fn () => new Settings($this->rows(), $this->contract(), $this->constant(...)));
    }

    public function client_secret(): ClientSecret
    {
        return $this->once(ClientSecret::class, fn () => new ClientSecret(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            fn (): ?Secret => $this->secret_constant($this->contract()->fields()['client_secret']['constant'])
        ));
    }

    public function password(): Password
    {
        return $this->once(Password::class, fn () => new Password(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            fn (): ?Secret => $this->secret_constant($this->contract()->fields()['password']['constant'])
        ));
    }

    public function rekey(): Rekey
    {
        return $this->once(Rekey::class, fn () => new Rekey(
            $this->rows(),
            $this->cipher(),
            $this->refresh_lock(),
            $this->clock,
            $this->journal()
        ));
    }

    public function flag(): Flag
    {
        return $this->once(Flag::class, static fn () => new Flag());
    }

    public function site_identity(): SiteIdentity
    {
        return $this->once(SiteIdentity::class, fn () => new SiteIdentity(
            $this->rows(),
            $this->flag(),
            static fn (): string => (string) get_option('home'),
            static fn (): string => DB_NAME . ' ' . $GLOBALS['wpdb']->prefix
        ));
    }

    public function choose_site(): ChooseSite
    {
        return $this->once(
            ChooseSite::class,
            fn () => new ChooseSite($this->site_identity(), $this->disconnect(), $this->rows(), $this->journal())
        );
    }

    public function site_notice(): SiteNotice
    {
        return $this->once(
            SiteNotice::class,
            fn () => new SiteNotice($this->site_identity(), $this->choose_site(), $this->capability(), $this->messages())
        );
    }

    public function role_matrix(): RoleMatrix
    {
        return $this->once(RoleMatrix::class, fn () => new RoleMatrix($this->journal()));
    }

    public function log_query(): LogQuery
    {
        return $this->once(LogQuery::class, fn () => new LogQuery($this->log_table(), $this->contract()));
    }

    public function log_export(): LogExport
    {
        return $this->once(LogExport::class, fn () => new LogExport($this->log_query(), $this->journal(), $this->clock));
    }

    public function tokens(): Tokens
    {
        return $this->once(
            Tokens::class,
            fn () => new Tokens($this->rows(), $this->cipher(), $this->clock, $this->settings())
        );
    }

    public function last_failure(): LastFailure
    {
        return $this->once(LastFailure::class, fn () => new LastFailure($this->rows(), $this->clock, $this->flag()));
    }

    public function sign_in_results(): SignInResults
    {
        return $this->once(SignInResults::class, fn () => new SignInResults($this->rows(), $this->clock));
    }

    public function sign_in_attempts(): SignInAttempts
    {
        return $this->once(SignInAttempts::class, fn () => new SignInAttempts(
            $this->rows(),
            $this->cipher(),
            $this->clock,
            $this->contract()->limit('sign_in_attempt_seconds')
        ));
    }

    public function sign_in_cookie(): SignInCookie
    {
        return $this->once(
            SignInCookie::class,
            fn () => new SignInCookie($this->clock, $this->contract()->limit('sign_in_attempt_seconds'))
        );
    }

    public function field_validator(): FieldValidator
    {
        return $this->once(FieldValidator::class, fn () => new FieldValidator($this->contract()));
    }

    public function development_override(): DevelopmentOverride
    {
        return $this->once(DevelopmentOverride::class, fn () => new DevelopmentOverride(
            $this->constant(DevelopmentOverride::CONSTANT),
            wp_get_environment_type()
        ));
    }

    public function endpoints(): Endpoints
    {
        return $this->once(
            Endpoints::class,
            fn () => new Endpoints($this->contract(), $this->field_validator(), $this->development_override())
        );
    }

    public function http(): Http
    {
        return $this->once(Http::class, fn () => new Http(
            $this->contract(),
            $this->clock,
            new ExchangeReader($this->contract(), $this->clock, new ErrorDetail($this->contract())),
            $this->journal()
        ));
    }

    public function token_client(): TokenClient
    {
        return $this->once(TokenClient::class, fn () => new TokenClient(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->endpoints(),
            $this->http(),
            new ErrorDetail($this->contract())
        ));
    }

    public function signing_keys(): SigningKeys
    {
        return $this->once(
            SigningKeys::class,
            fn () => new SigningKeys($this->contract(), $this->rows(), $this->endpoints(), $this->http(), $this->clock)
        );
    }

    public function id_token(): IdToken
    {
        return $this->once(
            IdToken::class,
            fn () => new IdToken($this->contract(), $this->settings(), $this->signing_keys(), $this->clock)
        );
    }

    public function renewal(): Renewal
    {
        return $this->once(Renewal::class, fn () => new Renewal(
            $this->contract(),
            $this->settings(),
            $this->token_client(),
            $this->id_token(),
            $this->password()
        ));
    }

    public function token_broker(): TokenBroker
    {
        return $this->once(TokenBroker::class, fn () => new TokenBroker(
            $this->contract(),
            $this->site_identity(),
            $this->tokens(),
            $this->renewal(),
            new BackOff($this->contract(), random_int(...)),
            $this->last_failure(),
            $this->refresh_lock(),
            $this->clock
        ));
    }

    /** Held by whoever changes stored tokens: one at a time. Each gets an object of its own, since it knows its holder. */
    private function refresh_lock(): Lock
    {
        // As many calls as one renewal can make, and one more for storing what they brought.
        $calls = 'ropc' === $this->renewal()->method() ? 6 : 2;
        return new Lock($this->rows(), $this->clock, TokenBroker::LOCK, $calls * $this->contract()->limit('request_timeout_seconds'));
    }

    public function parallel_calls(): ParallelCalls
    {
        return $this->once(ParallelCalls::class, fn () => new ParallelCalls($this->clock));
    }

    public function preflight(): Preflight
    {
        return $this->once(Preflight::class, fn () => new Preflight(
            $this->contract(),
            $this->clock,
            $this->parallel_calls(),
            fn (?string $authorize_url): RedirectUriProbe => new RedirectUriProbe(
                $this->contract(),
                $this->settings(),
                $this->endpoints(),
                $this->http(),
                admin_url($this->contract()->redirect_path()),
                $authorize_url
            ),
            [
                new LoginHostProbe($this->contract(), $this->settings(), $this->endpoints(), $this->http(), $this->clock),
                new PowerBiHostProbe($this->contract(), $this->settings(), $this->endpoints(), $this->http()),
                new RestProbe($this->contract(), $this->http(), wp_is_serving_rest_request()),
                new TenantProbe(
                    $this->contract(),
                    $this->settings(),
                    $this->endpoints(),
                    $this->http(),
                    new DiscoveryReader($this->contract()),
                    new ErrorDetail($this->contract())
                ),
                new AppTokenProbe($this->contract(), $this->settings(), $this->client_secret(), $this->token_client()),
            ]
        ));
    }

    public function power_bi(): PowerBi
    {
        return $this->once(
            PowerBi::class,
            fn () => new PowerBi(
                $this->contract(),
                $this->settings(),
                $this->token_broker(),
                $this->endpoints(),
                $this->http()
            )
        );
    }

    public function ladder(): Ladder
    {
        return $this->once(Ladder::class, fn () => new Ladder(
            $this->contract(),
            $this->settings(),
            $this->token_broker(),
            $this->power_bi(),
            new WorkspaceRoles($this->contract(), $this->power_bi(), $this->parallel_calls()),
            $this->clock
        ));
    }

    public function setup_report(): SetupReport
    {
        return $this->once(SetupReport::class, fn () => new SetupReport(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->password(),
            $this->tokens(),
            $this->token_broker(),
            $this->sign_in_results(),
            $this->claims(),
            $this->cipher(),
            $this->site_identity(),
            $this->development_override()
        ));
    }

    public function claims(): Claims
    {
        return $this->once(Claims::class, fn () => new Claims($this->rows(), $this->contract(), $this->clock, $this->journal()));
    }

    public function save_fields(): SaveFields
    {
        return $this->once(SaveFields::class, fn () => new SaveFields(
            $this->contract(),
            $this->field_validator(),
            $this->settings(),
            $this->client_secret(),
            $this->password(),
            $this->last_failure(),
            $this->rows(),
            $this->journal()
        ));
    }

    public function expiry_reminder(): ExpiryReminder
    {
        return $this->once(ExpiryReminder::class, fn () => new ExpiryReminder(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->flag(),
            new ExpiryMail($this->contract(), $this->settings(), $this->messages(), $this->rows(), $this->journal()),
            $this->clock
        ));
    }

    public function expiry_notice(): ExpiryNotice
    {
        return $this->once(
            ExpiryNotice::class,
            fn () => new ExpiryNotice($this->contract(), $this->messages(), $this->capability(), $this->expiry_reminder())
        );
    }

    public function rotate_secret(): RotateSecret
    {
        return $this->once(RotateSecret::class, fn () => new RotateSecret(
            $this->contract(),
            $this->field_validator(),
            $this->settings(),
            $this->client_secret(),
            $this->token_client(),
            $this->last_failure(),
            $this->rows(),
            $this->expiry_reminder(),
            $this->journal()
        ));
    }

    public function start_sign_in(): StartSignIn
    {
        return $this->once(StartSignIn::class, fn () => new StartSignIn(
            $this->contract(),
            $this->settings(),
            $this->client_secret(),
            $this->sign_in_attempts(),
            $this->sign_in_cookie(),
            $this->sign_in_results(),
            $this->journal()
        ));
    }

    public function finish_sign_in(): FinishSignIn
    {
        return $this->once(FinishSignIn::class, fn () => new FinishSignIn(
            fn (int $user_id): bool => $this->capability()->held_by($user_id),
            $this->sign_in_attempts(),
            $this->token_client(),
            $this->id_token(),
            new ErrorDetail($this->contract()),
            $this->settings(),
            $this->tokens(),
            $this->last_failure(),
            $this->sign_in_results(),
            $this->site_identity(),
            $this->journal()
        ));
    }

    public function disconnect(): Disconnect
    {
        return $this->once(Disconnect::class, fn () => new Disconnect(
            $this->rows(),
            $this->renewal(),
            $this->tokens(),
            $this->last_failure(),
            $this->sign_in_results(),
            $this->sign_in_attempts(),
            $this->journal()
        ));
    }

    public function sign_in_callback(): SignInCallback
    {
        return $this->once(SignInCallback::class, fn () => new SignInCallback(
            $this->contract(),
            $this->capability(),
            new CallbackReader($this->contract()),
            $this->finish_sign_in(),
            $this->sign_in_cookie()
        ));
    }

    public function assets(): Assets
    {
        return $this->once(Assets::class, fn () => new Assets($this->main_file));
    }

    public function bootstrap(): Bootstrap
    {
        return $this->once(Bootstrap::class, fn () => new Bootstrap(
            $this->contract(),
            $this->messages(),
            $this->setup_report(),
            $this->development_override(),
            $this->assets(),
            self::VERSION
        ));
    }

    public function wizard_page(): WizardPage
    {
        return $this->once(WizardPage::class, fn () => new WizardPage(
            $this->contract(),
            $this->assets(),
            $this->bootstrap(),
            $this->sign_in_callback()
        ));
    }

    public function routes(): Routes
    {
        $errors = new ErrorResponse($this->contract(), $this->messages());
        return $this->once(Routes::class, fn () => new Routes(
            $this->contract(),
            new Permission($this->capability(), $errors),
            $errors,
            new Schema($this->contract()),
            $this->controller(...)
        ));
    }

    /**
     * The controller that a row of the table of routes names.
     *
     * @param class-string $class
     */
    private function controller(string $class): object
    {
        return $this->once($class, fn () => match ($class) {
            SetupController::class => new SetupController($this->setup_report(), $this->save_fields(), $this->claims()),
            CallbackController::class => new CallbackController($this->sign_in_callback()),
            CheckController::class => new CheckController($this->preflight(...)),
            SignInController::class => new SignInController($this->start_sign_in()),
            ConnectionController::class => new ConnectionController(
                $this->try_connection(...),
                $this->disconnect(),
                $this->setup_report()
            ),
        });
    }

    private function try_connection(): TestReport
    {
        return TestReport::of($this->token_broker(), $this->ladder());
    }

    public function explain(): Explain
    {
        return $this->once(
            Explain::class,
            fn () => new Explain($this->contract(), new ErrorDetail($this->contract()), $this->messages())
        );
    }

    /** @param Console|null $console Another terminal than WP-CLI's. */
    public function commands(?Console $console = null): Commands
    {
        $console ??= new WpCliConsole();
        return new Commands(
            $this->contract(),
            $this->messages(),
            $console,
            fn (string $class): Handler => $this->handler($class, $console)
        );
    }

    /**
     * The handler that a row of the table of commands names.
     *
     * @param class-string<Handler> $class
     */
    private function handler(string $class, Console $console): Handler
    {
        $secrets = new Secrets($console);
        $probes = new ProbeTable($this->contract(), $this->messages());
        return match ($class) {
            StatusCommand::class => new StatusCommand($this->setup_report(), $this->contract(), $this->messages(), $this->clock),
            SetCommand::class => new SetCommand($this->save_fields(), $this->setup_report(), $this->contract(), $secrets),
            CheckCommand::class => new CheckCommand($this->preflight(), $probes),
            TestCommand::class => new TestCommand($this->try_connection(...), $probes),
            ExplainCommand::class => new ExplainCommand($this->explain(), $console, $this->contract()->limit('max_explain_bytes')),
            DisconnectCommand::class => new DisconnectCommand($this->disconnect(), $this->setup_report(), $console),
            RekeyCommand::class => new RekeyCommand($this->rekey(), $secrets),
        };
    }

    private function directory(): string
    {
        return dirname($this->main_file);
    }

    /** A constant of wp-config.php, or null when it is not defined, empty or no text. */
    private function constant(string $name): ?string
    {
        $value = defined($name) ? constant($name) : null;
        return is_string($value) && '' !== $value ? $value : null;
    }

    private function secret_constant(string $name): ?Secret
    {
        $value = $this->constant($name);
        return null === $value ? null : new Secret($value);
    }

    /**
     * @template T of object
     * @param class-string<T> $class
     * @param callable(): T $build
     * @return T
     */
    private function once(string $class, callable $build): object
    {
        return $this->built[$class] ??= $build();
    }
}
