//! Whatever stands behind the redirect URI's question mark.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::callback::{Callback, read_callback};
use wkpbic_core::limits::{MAX_CODE_CHARS, MAX_ERROR_TEXT_CHARS, MAX_UNKNOWN_PARAMETERS, MAX_UNKNOWN_TEXT_CHARS, STATE_CHARS};

fuzz_target!(|query: &str| {
    let within = |text: &str, most: u32| assert!(text.chars().count() <= most as usize);
    let unknown = match read_callback(query) {
        Callback::None | Callback::Invalid { .. } => vec![],
        Callback::Code { code, state, unknown } => {
            within(&code, MAX_CODE_CHARS);
            within(&state, STATE_CHARS);
            assert!(!code.is_empty() && !state.is_empty());
            unknown
        }
        Callback::Error { error, error_description, unknown, .. }
        | Callback::AdminConsentRefused { error, error_description, unknown, .. } => {
            within(&error, MAX_ERROR_TEXT_CHARS);
            within(&error_description, MAX_ERROR_TEXT_CHARS);
            assert!(!error.is_empty());
            unknown
        }
        Callback::AdminConsentGranted { tenant, unknown, .. } => {
            within(&tenant, MAX_ERROR_TEXT_CHARS);
            unknown
        }
    };
    assert!(unknown.len() <= MAX_UNKNOWN_PARAMETERS as usize);
    for parameter in unknown {
        within(&parameter.name, MAX_UNKNOWN_TEXT_CHARS);
        within(&parameter.value, MAX_UNKNOWN_TEXT_CHARS);
    }
});
