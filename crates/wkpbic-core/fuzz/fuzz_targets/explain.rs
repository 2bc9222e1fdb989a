//! Whatever somebody calls an error.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::diagnosis::{MAX_REQUESTED_CHARS, explain};

fuzz_target!(|text: &str| {
    let diagnosis = explain(text);
    assert_eq!(diagnosis, explain(text));
    if let Some(requested) = &diagnosis.redirect.requested {
        assert!(requested.chars().count() <= MAX_REQUESTED_CHARS as usize);
    }
});
