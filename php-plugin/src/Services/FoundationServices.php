<?php

declare(strict_types=1);

namespace Wkpbic\Services;

use Wkpbic\Capability;
use Wkpbic\Contract;
use Wkpbic\Cron;
use Wkpbic\Error\Messages;
use Wkpbic\Installation;
use Wkpbic\Network;
use Wkpbic\Plugin;
use Wkpbic\RoleMatrix;
use Wkpbic\Uninstall;
use Wkpbic\Validation\FieldValidator;

/** The contract, the sentences, and who may do what. Part of Services. */
trait FoundationServices
{
    public function contract(): Contract
    {
        return $this->once(Contract::class, fn () => Contract::from_file($this->directory() . '/generated/contract.php'));
    }

    public function messages(): Messages
    {
        return $this->once(Messages::class, fn () => new Messages($this->directory() . '/generated/messages.php'));
    }

    public function field_validator(): FieldValidator
    {
        return $this->once(FieldValidator::class, fn () => new FieldValidator($this->contract()));
    }

    public function capability(): Capability
    {
        return $this->once(Capability::class, static fn () => new Capability());
    }

    public function role_matrix(): RoleMatrix
    {
        return $this->once(RoleMatrix::class, fn () => new RoleMatrix($this->journal()));
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
            fn () => new Installation($this->rows(), $this->capability(), $this->cron(), $this->log_table(), Plugin::VERSION)
        );
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
}
