//! Runs `tests/vectors` against the core: natively, and compiled to wasm in a headless browser.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may fail in any way"
)]

mod calls;

use serde_json::Value;
use wasm_bindgen_test::wasm_bindgen_test;
use wkpbic_core::audience::Audience;
use wkpbic_core::callback::read_callback;
use wkpbic_core::doctor::{DifferenceClass, matches, redirect_doctor};
use wkpbic_core::field::{Context, FIELDS, FieldId, tidy, validate_field};
use wkpbic_core::redirect::{Via, check_redirect_uri, check_redirect_uri_for, check_registration};
use wkpbic_core::tenant::Tenant;
use wkpbic_core::verdict::Level;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

/// One test a file, and the list of them for the tests that look at all cases.
macro_rules! vector_files {
    ($($name:ident),+ $(,)?) => {
        const FILES: &[(&str, &str)] = &[
            $((stringify!($name), include_str!(concat!("../../../tests/vectors/", stringify!($name), ".json"))),)+
        ];
        mod vectors {
            use super::*;
            $(
                #[wasm_bindgen_test(unsupported = test)]
                fn $name() {
                    run(stringify!($name));
                }
            )+
        }
    };
}

vector_files!(
    admin_request,
    calendar,
    callback,
    discovery,
    expiry,
    explain_aadsts,
    explain_mixed,
    explain_oauth,
    explain_powerbi,
    explain_transport,
    extension,
    fields,
    paste_languages,
    paste_pages,
    paste_texts,
    pattern,
    permissions,
    pkce,
    portal_links,
    quiz,
    redirect,
    redirect_doctor,
    redirect_legal,
    redirect_matches,
    scorecard,
    script,
    sign_in_urls,
    site,
    tidy,
    urls,
);

fn cases(file: &str) -> Vec<Value> {
    let text = FILES.iter().find(|(name, _)| *name == file).unwrap().1;
    let document: Value = serde_json::from_str(text).unwrap();
    let cases = document["cases"].as_array().unwrap().clone();
    assert!(!cases.is_empty(), "{file} holds no cases");
    cases
}

/// Runs every case and reports all that fail, each with its name, input and both answers.
fn run(file: &str) {
    let cases = cases(file);
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| {
            let found = calls::answer(text(case, "call"), &case["input"]).unwrap_or_else(|error| panic!("{case}: {error}"));
            (found != case["expect"])
                .then(|| format!("{}\n  input    {}\n  expected {}\n  found    {found}", case["name"], case["input"], case["expect"]))
        })
        .collect();
    assert!(failures.is_empty(), "{} of {} cases fail in {file}:\n{}", failures.len(), cases.len(), failures.join("\n"));
    tell(&format!("{file}: {} vectors", cases.len()));
}

#[cfg(target_arch = "wasm32")]
fn tell(text: &str) {
    wasm_bindgen_test::console_log!("{text}");
}

/// Past the test harness, which keeps to itself what a passing test prints; `tests/run` adds the numbers up.
#[cfg(not(target_arch = "wasm32"))]
fn tell(text: &str) {
    use std::io::Write;
    std::io::stdout().write_all(format!("{text}\n").as_bytes()).unwrap();
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {value}"))
}

/// A file that nobody runs proves nothing.
#[cfg(not(target_arch = "wasm32"))]
#[test]
fn every_file_of_the_folder_is_run() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../tests/vectors");
    let paths = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut found: Vec<String> = paths
        .filter(|path| path.extension().is_some_and(|extension| extension == "json"))
        .map(|path| path.file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    found.sort();
    assert_eq!(found, FILES.iter().map(|(name, _)| *name).collect::<Vec<_>>(), "the list in this file, in order of the alphabet");
}

#[wasm_bindgen_test(unsupported = test)]
fn every_rule_of_every_field_fails_in_some_case() {
    let cases = cases("fields");
    for field in FIELDS {
        for rule in field.rules {
            let covered = cases.iter().any(|case| {
                case["input"]["field"] == field.id.as_str()
                    && case["expect"]["code"] == rule.code.as_str()
                    && case["expect"]["level"] == rule.level.as_str()
            });
            // The rules that every text field begins with are covered once each, below.
            let shared = matches!(rule.code.as_str(), "too_long" | "edge_space" | "hidden_character");
            assert!(covered || shared, "no case fails {} in {}", rule.code.as_str(), field.id.as_str());
        }
    }
    for code in ["too_long", "edge_space", "hidden_character"] {
        assert!(cases.iter().any(|case| case["expect"]["code"] == code), "no case fails {code}");
    }
}

/// Microsoft's rules as collected in `microsoft/redirect-uri-cases.json`, for every audience and both ways into the
/// registration. What is documented must stop; what is not verified must not.
#[wasm_bindgen_test(unsupported = test)]
fn redirect_uris_by_what_is_known_of_microsoft() {
    let document: Value = serde_json::from_str(include_str!("../../../tests/vectors/microsoft/redirect-uri-cases.json")).unwrap();
    let all = document.as_array().unwrap();
    assert_eq!(all.len(), 96);
    // The portal's form is stricter than the manifest; an address that the manifest takes is no certain failure.
    let by_manifest = |case: &Value| {
        all.iter().any(|other| {
            other["via"] == "manifest" && other["ok"] == true && other["uri"] == case["uri"] && other["audience"] == case["audience"]
        })
    };
    for case in all {
        let audience = Audience::parse(text(case, "audience")).unwrap();
        let via = if case["via"] == "manifest" { Via::Manifest } else { Via::Portal };
        let known = matches!(case["confidence"].as_str().unwrap(), "documented" | "rfc" | "derived");
        let must_stop = case["ok"] == false && known && !by_manifest(case);
        let verdict = check_registration(text(case, "uri"), audience, via);
        assert_eq!(verdict.is_error(), must_stop, "{case}: {verdict:?}");
        assert!(case["ok"] == true || verdict.code.is_some(), "{case}: nothing is said");
        // What the documentation calls right gets no warning, but for what the project itself advises against.
        let advised_against = matches!(text(case, "rule"), "wildcard" | "placeholder-host");
        assert!(case["ok"] == false || verdict.level < Level::Warn || advised_against, "{case}: {verdict:?}");
        if via == Via::Portal {
            assert_eq!(check_redirect_uri_for(text(case, "uri"), audience), verdict);
        }
    }
    tell(&format!("redirect-uri-cases: {} vectors", all.len()));
}

/// What Microsoft takes for the same address, as collected in `microsoft/redirect-uri-matching.json`, each with how sure
/// it is. The doctor must have a cause for every pair that differs.
#[wasm_bindgen_test(unsupported = test)]
fn matching_by_what_is_known_of_microsoft() {
    let document: Value = serde_json::from_str(include_str!("../../../tests/vectors/microsoft/redirect-uri-matching.json")).unwrap();
    let all = document.as_array().unwrap();
    assert_eq!(all.len(), 24);
    for case in all {
        let (registered, requested) = (text(case, "registered"), text(case, "requested"));
        let found = serde_json::to_value(matches(registered, requested)).unwrap();
        assert_eq!((&found["matches"], &found["certainty"]), (&case["match"], &case["confidence"]), "{case}: {found}");
        let difference = redirect_doctor(registered, requested);
        assert_eq!(difference.same, registered == requested, "{case}");
        assert_ne!(difference.class, Some(DifferenceClass::Other), "{case}: {difference:?}");
        assert_eq!(difference.code.is_none(), difference.same, "{case}: {difference:?}");
    }
    tell(&format!("redirect-uri-matching: {} vectors", all.len()));
}

/// A case that does not say why it is right, or from where, cannot be argued with.
#[wasm_bindgen_test(unsupported = test)]
fn every_case_says_why_and_from_where() {
    for (file, _) in FILES {
        let mut names = std::collections::BTreeSet::new();
        for case in cases(file) {
            let members: Vec<&String> = case.as_object().unwrap().keys().collect();
            assert_eq!(members, ["call", "expect", "input", "name", "source", "why"], "{file}: {case}");
            assert!(["name", "why", "source", "call"].iter().all(|member| !text(&case, member).is_empty()), "{file}: {case}");
            assert!(names.insert(text(&case, "name").to_owned()), "{file}: two cases are called {}", case["name"]);
        }
    }
}

/// Anything may be typed, pasted or sent: the core answers and does not panic.
#[wasm_bindgen_test(unsupported = test)]
fn no_input_brings_it_down() {
    let pieces = [
        "", " ", "\0", "%", "%zz", "%ff", "://", "[", "]", "@", ":", "?", "#", "&", "=", "ä", "😀", "\u{200b}", "code=", "https", "Q~",
        "xn--",
    ];
    for first in pieces {
        for second in pieces {
            for third in pieces {
                let input = format!("{first}{second}{third}{first}");
                for field in FIELDS {
                    let _ = validate_field(field.id, &input, &Context::default().with(FieldId::TenantId, &input));
                }
                let _ = (check_redirect_uri(&input), read_callback(&input), Tenant::parse(&input), tidy(&input));
                let _ = (check_redirect_uri(&format!("https://{input}")), wkpbic_core::site::site_redirect_uri(&input));
                let _ = (redirect_doctor(&input, first), redirect_doctor(third, &input), matches(&input, second));
            }
        }
    }
}
