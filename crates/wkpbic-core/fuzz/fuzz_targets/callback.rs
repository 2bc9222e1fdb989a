//! Whatever stands behind the redirect URI's question mark.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::callback::{Callback, read_callback};
use wkpbic_core::limits::{MAX_CODE_CHARS, MAX_ERROR_TEXT_CHARS, STATE_CHARS};

fuzz_target!(|query: &str| {
    let within = |text: &str, most: u32| assert!(text.chars().count() <= most as usize);
    match read_callback(query) {
        Callback::None | Callback::Invalid { .. } => {}
        Callback::Code { code, state } => {
            within(&code, MAX_CODE_CHARS);
            within(&state, STATE_CHARS);
            assert!(!code.is_empty() && !state.is_empty());
        }
        Callback::Error { error, error_description, .. } | Callback::AdminConsentRefused { error, error_description, .. } => {
            within(&error, MAX_ERROR_TEXT_CHARS);
            within(&error_description, MAX_ERROR_TEXT_CHARS);
            assert!(!error.is_empty());
        }
        Callback::AdminConsentGranted { tenant, .. } => within(&tenant, MAX_ERROR_TEXT_CHARS),
    }
});
