<?php

/**
 * WordPress runs this file when somebody deletes the plugin: everything that it has stored goes with it.
 */

declare(strict_types=1);

defined('WP_UNINSTALL_PLUGIN') || exit;

require_once __DIR__ . '/src/autoload.php';

(new Wkpbic\Plugin(__DIR__ . '/wkpbic.php'))->uninstall()->run();
