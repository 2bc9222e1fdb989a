//! Whatever somebody pastes.
#![no_main]

use libfuzzer_sys::fuzz_target;
use wkpbic_core::paste::read_pasted;

fuzz_target!(|text: &str| {
    let pasted = read_pasted(text);
    let characters: Vec<char> = text.chars().collect();
    for found in &pasted.found {
        assert!(found.start < found.end && found.end as usize <= characters.len());
        assert!(!format!("{found:?}").contains(found.value.reveal()) || found.value.reveal().len() < 4, "a value is printed");
    }
    for ambiguous in &pasted.ambiguous {
        assert!(ambiguous.start <= ambiguous.end && ambiguous.end as usize <= characters.len());
    }
    assert!(pasted.redirect_uris.len() <= 32);
});
