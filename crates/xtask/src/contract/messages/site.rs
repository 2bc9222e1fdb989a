//! The site, its storage and this plugin.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (
        EncryptionUnavailable,
        "PHP’s sodium extension is missing, so the secret cannot be encrypted and was not stored. Ask your host to switch it on.",
    ),
    (SecretUnreadable, "The stored secret is damaged and cannot be read. Enter it again in step 2."),
    (
        SecretTruncated,
        "The end of the stored secret is missing, as after an import that broke off or on a full disk, so it cannot be read. Enter it again in step 2.",
    ),
    (
        SiteKeysChanged,
        "Your site’s keys (the salts in wp-config.php) have changed since the secret was stored, so it cannot be read any more. Enter the secret again in step 2.",
    ),
    (
        EncryptionKeyChanged,
        "WKPBIC_ENCRYPTION_KEY in wp-config.php is not the key that the secret was stored with. Put the old key back, or give it as WKPBIC_PREVIOUS_ENCRYPTION_KEY, or enter the secret again in step 2.",
    ),
    (
        SecretMoved,
        "The stored secret lies in the place of another one, as after a faulty import, and was not used. Enter it again in step 2.",
    ),
    (
        EncryptionKeyInDatabase,
        "wp-config.php holds no keys and salts of its own, so the key that encrypts your secrets lies in the same database as they do. Add the eight lines from api.wordpress.org/secret-key/1.1/salt/ to wp-config.php, then enter the secret again in step 2.",
    ),
    (
        ContractMismatch,
        "Parts of the plugin come from different versions. Empty your caches and reload; if it stays like this, install the plugin again.",
    ),
    (
        ClockWrong,
        "The clock of your web server is {seconds} seconds off, so Microsoft’s answers look too old or too new. Ask your host to set it (NTP).",
    ),
    (
        DevelopmentUrlRefused,
        "WKPBIC_DEVELOPMENT_MICROSOFT_URL is ignored: it works on development sites only, and with an address on this machine only.",
    ),
    (NotConnected, "Nobody has signed in yet. Sign in at step 3 first."),
    (NotAllowed, "You are not allowed to do this. Reload the page, or ask an administrator of this site."),
    (StorageFailed, "The database did not store the value; nothing was changed. Try again, and ask your host if it stays like this."),
    (
        SiteMoved,
        "The connection was made at {stored}, and this site is {current}. Nothing is sent to Microsoft until you say whether the site has moved or this is a copy.",
    ),
    (
        SiteCopied,
        "The connection was made with another database. Nothing is sent to Microsoft until you say whether the site has moved or this is a copy.",
    ),
    (
        CopyKeepsConstants,
        "This site is a copy, but its wp-config.php still holds {constants} of the other site. Nothing is used until somebody signs in or tests the connection here; take these lines out of wp-config.php if the copy is not to connect.",
    ),
    (
        CronMissing,
        "WordPress’s schedule lacks a job of the plugin, so nobody is reminded and the connection may end of disuse. Deactivate the plugin and activate it again.",
    ),
    (
        CronLate,
        "WordPress has not run its scheduled jobs for {hours} hours, so nobody is reminded and the connection may end of disuse. Ask your host to call wp-cron.php regularly.",
    ),
    (RoleRightUnknown, "“{role}” is no role that can be given this right. Choose one of the roles in the list."),
    (RoleKeepsRights, "The role “{role}” must keep its rights, or nobody could change the settings any more."),
    (LogFilterInvalid, "The log cannot be searched by this value of “{field}”. Choose one from the list; dates look like 2027-05-24."),
    (LogUnavailable, "The log cannot be read. Deactivate the plugin and activate it again: its table is made anew if it is missing."),
    (
        WasmMissing,
        "Your browser has no WebAssembly, so values are checked only when you save, and signing in is not possible. Use a current browser.",
    ),
    (
        WasmBlockedByCsp,
        "A Content-Security-Policy header of your site forbids WebAssembly, so values are checked only when you save, and signing in is not possible. Add 'wasm-unsafe-eval' to its script-src.",
    ),
    (
        WasmNotFound,
        "A file of the wizard (core.js, core_bg.wasm, kit.js or kit_bg.wasm) could not be loaded (status {status}). Install the plugin again, or ask your host why the file is blocked.",
    ),
    (
        WasmCorrupt,
        "The file core_bg.wasm or kit_bg.wasm is damaged or does not belong to its .js file. Empty your caches and reload; if it stays like this, install the plugin again.",
    ),
    (
        WasmNetwork,
        "Your browser could not fetch core_bg.wasm or kit_bg.wasm. Check your connection and any Content-Security-Policy header (connect-src 'self'), then reload.",
    ),
];
