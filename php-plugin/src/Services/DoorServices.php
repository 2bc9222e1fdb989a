<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Closure;
use Wkpbic\Admin\Assets;
use Wkpbic\Admin\Bootstrap;
use Wkpbic\Admin\ExpiryNotice;
use Wkpbic\Admin\HelpPage;
use Wkpbic\Admin\HelpTabs;
use Wkpbic\Admin\NoticeScreens;
use Wkpbic\Admin\ScreenPage;
use Wkpbic\Admin\SignInCallback;
use Wkpbic\Admin\SiteNotice;
use Wkpbic\Admin\WizardPage;
use Wkpbic\Capability;
use Wkpbic\Cli\CheckCommand;
use Wkpbic\Cli\CommandTable;
use Wkpbic\Cli\Commands;
use Wkpbic\Cli\ConformanceCommand;
use Wkpbic\Cli\Console;
use Wkpbic\Cli\DisconnectCommand;
use Wkpbic\Cli\ExplainCommand;
use Wkpbic\Cli\Handler;
use Wkpbic\Cli\LogCommand;
use Wkpbic\Cli\ProbeTable;
use Wkpbic\Cli\RekeyCommand;
use Wkpbic\Cli\RotateCommand;
use Wkpbic\Cli\Secrets;
use Wkpbic\Cli\SetCommand;
use Wkpbic\Cli\StatusCommand;
use Wkpbic\Cli\SupportCommand;
use Wkpbic\Cli\TestCommand;
use Wkpbic\Cli\WpCliConsole;
use Wkpbic\Extension\Explanations;
use Wkpbic\Microsoft\CallbackReader;
use Wkpbic\Plugin;
use Wkpbic\Rest\Arguments;
use Wkpbic\Rest\CallbackController;
use Wkpbic\Rest\CheckController;
use Wkpbic\Rest\ConnectionController;
use Wkpbic\Rest\ErrorResponse;
use Wkpbic\Rest\ExtensionController;
use Wkpbic\Rest\LogController;
use Wkpbic\Rest\Permission;
use Wkpbic\Rest\RolesController;
use Wkpbic\Rest\RouteTable;
use Wkpbic\Rest\Routes;
use Wkpbic\Rest\Schema;
use Wkpbic\Rest\SecretController;
use Wkpbic\Rest\SetupController;
use Wkpbic\Rest\SignInController;
use Wkpbic\Rest\SiteController;
use Wkpbic\Rest\SupportController;
use Wkpbic\Support\Troubleshooting;

/** The doors: pages and notices of wp-admin, REST and WP-CLI. They check and answer; the work is done behind them. Part of Services. */
trait DoorServices
{
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
            $this->declarations(),
            Plugin::VERSION
        ));
    }

    public function wizard_page(): WizardPage
    {
        return $this->once(WizardPage::class, fn () => new WizardPage(
            $this->contract(),
            $this->assets(),
            $this->bootstrap(),
            $this->sign_in_callback(),
            new HelpTabs()
        ));
    }

    /**
     * @return list<ScreenPage> The pages beside the wizard's, in the order of the menu.
     */
    public function screen_pages(): array
    {
        $page = fn (string $slug, string $capability, Closure $title, Closure $bootstrap): ScreenPage
            => new ScreenPage($this->contract()->page(), $slug, $capability, $title, $bootstrap, $this->assets());
        return [
            $page(
                $this->contract()->connection_page(),
                Capability::MANAGE_SETTINGS,
                static fn (): string => __('Connection', 'wkpbic'),
                fn (): array => $this->bootstrap()->connection_values(get_current_user_id())
            ),
            $page(
                $this->contract()->log_page(),
                Capability::VIEW_LOGS,
                static fn (): string => __('Log', 'wkpbic'),
                fn (): array => $this->bootstrap()->log_values()
            ),
        ];
    }

    public function help_page(): HelpPage
    {
        return $this->once(HelpPage::class, fn () => new HelpPage(
            $this->contract(),
            $this->messages(),
            new Troubleshooting($this->contract()),
            $this->assets()
        ));
    }

    public function site_notice(): SiteNotice
    {
        return $this->once(
            SiteNotice::class,
            fn () => new SiteNotice(
                $this->site_identity(),
                $this->choose_site(),
                $this->copy_warning(),
                $this->capability(),
                $this->messages()
            )
        );
    }

    public function notice_screens(): NoticeScreens
    {
        return new NoticeScreens('wkpbic-');
    }

    public function expiry_notice(): ExpiryNotice
    {
        return $this->once(
            ExpiryNotice::class,
            fn () => new ExpiryNotice($this->contract(), $this->messages(), $this->capability(), $this->expiry_reminder())
        );
    }

    public function routes(): Routes
    {
        $errors = new ErrorResponse($this->contract(), $this->messages());
        $arguments = new Arguments($this->contract());
        return $this->once(Routes::class, fn () => new Routes(
            $this->contract(),
            new Permission($this->capability(), $this->role_matrix(), $errors),
            $errors,
            new Schema($this->contract(), $arguments),
            new RouteTable($arguments),
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
            SetupController::class => new SetupController(
                $this->setup_report(),
                $this->save_fields(),
                $this->claims(),
                $this->progress()
            ),
            CallbackController::class => new CallbackController($this->sign_in_callback()),
            CheckController::class => new CheckController($this->preflight(...)),
            ExtensionController::class => new ExtensionController(
                $this->extension_values(),
                $this->extension_checks(),
                $this->setup_report()
            ),
            SupportController::class => new SupportController($this->support_bundle(), $this->site_health(), $this->journal()),
            SecretController::class => new SecretController($this->rotate_secret(), $this->setup_report()),
            SiteController::class => new SiteController($this->choose_site(), $this->setup_report()),
            RolesController::class => new RolesController($this->role_matrix()),
            LogController::class => new LogController($this->contract(), $this->log_query(), $this->log_export()),
            SignInController::class => new SignInController($this->start_sign_in()),
            ConnectionController::class => new ConnectionController(
                $this->try_connection(...),
                $this->disconnect(),
                $this->setup_report()
            ),
        });
    }

    /** @param Console|null $console Another terminal than WP-CLI's. */
    public function commands(?Console $console = null): Commands
    {
        $console ??= new WpCliConsole();
        return new Commands(
            new CommandTable($this->contract()),
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
        $probes = new ProbeTable($this->contract(), $this->messages(), $this->extension_checks());
        return match ($class) {
            StatusCommand::class => new StatusCommand($this->setup_report(), $this->contract(), $this->messages()),
            SetCommand::class => new SetCommand(
                $this->save_fields(),
                $this->extension_values(),
                $this->setup_report(),
                $this->contract(),
                $secrets
            ),
            CheckCommand::class => new CheckCommand($this->preflight(), $probes),
            TestCommand::class => new TestCommand($this->try_connection(...), $probes),
            ExplainCommand::class => new ExplainCommand(
                $this->explain(),
                new Explanations(fn (): array => $this->extensions()->parts()->diagnoses()),
                $console,
                $this->contract()->limit('max_explain_bytes')
            ),
            DisconnectCommand::class => new DisconnectCommand($this->disconnect(), $this->setup_report(), $console),
            LogCommand::class => new LogCommand($this->log_query(), $this->contract()),
            RotateCommand::class => new RotateCommand($this->rotate_secret(), $this->setup_report(), $secrets),
            RekeyCommand::class => new RekeyCommand($this->rekey(), $secrets),
            SupportCommand::class => new SupportCommand($this->support_bundle(), $this->journal()),
            ConformanceCommand::class => new ConformanceCommand($this->conformance()),
        };
    }
}
