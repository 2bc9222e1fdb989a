//! The site, its storage and this plugin.

macro_rules! site {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
        /// PHP lacks libsodium.
        EncryptionUnavailable = "encryption_unavailable" => ErrorInfo::new(Host, 1, 500, &[]);
        /// A stored secret is damaged.
        SecretUnreadable = "secret_unreadable" => ErrorInfo::new(You, 2, 500, &[]);
        /// The end of a stored secret is missing.
        SecretTruncated = "secret_truncated" => ErrorInfo::new(You, 2, 500, &[]);
        /// The site's keys are not those that a secret was stored with.
        SiteKeysChanged = "site_keys_changed" => ErrorInfo::new(You, 2, 500, &[]);
        /// The constant with the encryption key is not the one that a secret was stored with.
        EncryptionKeyChanged = "encryption_key_changed" => ErrorInfo::new(Host, 2, 500, &[]);
        /// A stored secret lies where another one belongs.
        SecretMoved = "secret_moved" => ErrorInfo::new(You, 2, 500, &[]);
        /// The site's salts are not in wp-config.php, so the key lies beside what it seals.
        EncryptionKeyInDatabase = "encryption_key_in_database" => ErrorInfo::new(You, 0, 409, &[]);
        /// Wasm, script and PHP come from different versions.
        ContractMismatch = "contract_mismatch" => ErrorInfo::new(Host, 0, 500, &[]);
        /// The server's clock is wrong.
        ClockWrong = "clock_wrong" => ErrorInfo::new(Host, 1, 500, &["seconds"]);
        /// The development address is not loopback, or the site is not a development site.
        DevelopmentUrlRefused = "development_url_refused" => ErrorInfo::new(Host, 0, 400, &[]);
        /// Nobody has signed in yet.
        NotConnected = "not_connected" => ErrorInfo::new(You, 3, 409, &[]);
        /// The person may not do this.
        NotAllowed = "not_allowed" => ErrorInfo::new(You, 0, 403, &[]);
        /// The database did not take a value.
        StorageFailed = "storage_failed" => ErrorInfo::new(Host, 0, 500, &[]).passing();
        /// The site has another address than the one at which the connection was made.
        SiteMoved = "site_moved" => ErrorInfo::new(You, 0, 409, &["stored", "current"]);
        /// The connection was stored in another database.
        SiteCopied = "site_copied" => ErrorInfo::new(You, 0, 409, &[]);
        /// A copy of a site whose wp-config.php still holds the secrets of the other one.
        CopyKeepsConstants = "copy_keeps_constants" => ErrorInfo::new(You, 0, 409, &["constants"]);
        /// A job of the plugin is not on WordPress's schedule.
        CronMissing = "cron_missing" => ErrorInfo::new(You, 0, 409, &[]);
        /// WordPress's scheduler does not run.
        CronLate = "cron_late" => ErrorInfo::new(Host, 0, 409, &["hours"]);
        /// Not a role that may be given rights, or not a right.
        RoleRightUnknown = "role_right_unknown" => ErrorInfo::new(You, 0, 400, &["role"]);
        /// Somebody must keep the right to change the settings.
        RoleKeepsRights = "role_keeps_rights" => ErrorInfo::new(You, 0, 409, &["role"]);
        /// What the log was asked for cannot be read.
        LogFilterInvalid = "log_filter_invalid" => ErrorInfo::new(You, 0, 400, &["field"]);
        /// The log's table is missing or damaged.
        LogUnavailable = "log_unavailable" => ErrorInfo::new(Host, 0, 500, &[]);
        /// The browser has no WebAssembly.
        WasmMissing = "wasm_missing" => ErrorInfo::new(You, 0, 400, &[]);
        /// A Content-Security-Policy forbids WebAssembly.
        WasmBlockedByCsp = "wasm_blocked_by_csp" => ErrorInfo::new(Host, 0, 400, &[]);
        /// The server does not hand out the wasm file or its loader.
        WasmNotFound = "wasm_not_found" => ErrorInfo::new(Host, 0, 400, &["status"]);
        /// The wasm file is damaged, or of another version than its loader.
        WasmCorrupt = "wasm_corrupt" => ErrorInfo::new(Host, 0, 400, &[]);
        /// The browser could not reach the wasm file.
        WasmNetwork = "wasm_network" => ErrorInfo::new(You, 0, 400, &[]).passing();
    } };
}
