//! Whatever somebody calls a redirect URI.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::redirect::{RedirectUri, check_redirect_uri};

fuzz_target!(|uri: &str| {
    let verdict = check_redirect_uri(uri);
    assert_eq!(verdict, check_redirect_uri(uri));
    match RedirectUri::parse(uri) {
        Ok(parsed) => assert_eq!(parsed.as_str(), uri),
        Err(refusal) => assert_eq!(refusal, verdict),
    }
});
