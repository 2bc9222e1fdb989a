//! Runs `tests/vectors` against the core: natively, and compiled to wasm in a headless browser.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may fail in any way"
)]

use serde_json::{Value, json};
use wasm_bindgen_test::wasm_bindgen_test;
use wkpbic_core::authorize::{AuthorizeRequest, Prompt};
use wkpbic_core::callback::read_callback;
use wkpbic_core::cloud::Cloud;
use wkpbic_core::consent::AdminConsentRequest;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::field::{Context, FIELDS, FieldId, tidy, validate_field};
use wkpbic_core::guid::ClientId;
use wkpbic_core::pkce::{CodeVerifier, State};
use wkpbic_core::redirect::{RedirectUri, check_redirect_uri};
use wkpbic_core::tenant::Tenant;

#[cfg(target_arch = "wasm32")]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);

fn cases(file: &str) -> Vec<Value> {
    let document: Value = serde_json::from_str(file).unwrap();
    let cases = document["cases"].as_array().unwrap().clone();
    assert!(!cases.is_empty(), "no cases");
    cases
}

/// Runs every case and reports all that fail, each with its name, input and both answers.
fn run(file: &str, answer: impl Fn(&str, &Value) -> Value) {
    let failures: Vec<String> = cases(file)
        .iter()
        .filter_map(|case| {
            let found = answer(case["call"].as_str().unwrap(), &case["input"]);
            (found != case["expect"])
                .then(|| format!("{}\n  input    {}\n  expected {}\n  found    {found}", case["name"], case["input"], case["expect"]))
        })
        .collect();
    assert!(failures.is_empty(), "{} of the cases fail:\n{}", failures.len(), failures.join("\n"));
}

fn text<'a>(input: &'a Value, name: &str) -> &'a str {
    input[name].as_str().unwrap_or_else(|| panic!("{name} is missing in {input}"))
}

#[wasm_bindgen_test(unsupported = test)]
fn fields() {
    run(include_str!("../../../tests/vectors/fields.json"), |call, input| {
        assert_eq!(call, "validate_field");
        let context = input["context"]
            .as_object()
            .unwrap()
            .iter()
            .fold(Context::default(), |context, (name, value)| context.with(FieldId::parse(name).unwrap(), value.as_str().unwrap()));
        json!(validate_field(FieldId::parse(text(input, "field")).unwrap(), text(input, "text"), &context))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn every_rule_of_every_field_fails_in_some_case() {
    let cases = cases(include_str!("../../../tests/vectors/fields.json"));
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

#[wasm_bindgen_test(unsupported = test)]
fn tidied_texts() {
    run(include_str!("../../../tests/vectors/tidy.json"), |call, input| {
        assert_eq!(call, "tidy");
        json!(tidy(text(input, "text")))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn callbacks() {
    run(include_str!("../../../tests/vectors/callback.json"), |call, input| {
        assert_eq!(call, "read_callback");
        json!(read_callback(text(input, "query")))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn redirect_uris() {
    run(include_str!("../../../tests/vectors/redirect.json"), |call, input| {
        assert_eq!(call, "check_redirect_uri");
        json!(check_redirect_uri(text(input, "uri")))
    });
}

#[wasm_bindgen_test(unsupported = test)]
fn urls() {
    run(include_str!("../../../tests/vectors/urls.json"), |call, input| {
        let cloud = Cloud::parse(text(input, "cloud")).unwrap();
        let endpoints = match input["development_microsoft_url"].as_str() {
            Some(address) => Endpoints::of_stand_in(cloud, address).unwrap(),
            None => Endpoints::of(cloud),
        };
        let tenant = Tenant::parse(text(input, "tenant_id")).unwrap();
        let client_id = ClientId::parse(text(input, "client_id")).unwrap();
        let redirect_uri = RedirectUri::parse(text(input, "redirect_uri")).unwrap();
        let state = State::from_bytes(&bytes(text(input, "state_bytes")));
        match call {
            "authorize_url" => json!(
                AuthorizeRequest {
                    endpoints: &endpoints,
                    tenant: &tenant,
                    client_id: &client_id,
                    redirect_uri: &redirect_uri,
                    state: &state,
                    code_challenge: &CodeVerifier::parse(text(input, "code_verifier")).unwrap().challenge(),
                    login_hint: input["login_hint"].as_str(),
                    prompt: input["prompt"].as_str().map(|prompt| Prompt::parse(prompt).unwrap()),
                }
                .url()
            ),
            "admin_consent_url" => json!(
                AdminConsentRequest {
                    endpoints: &endpoints,
                    tenant: &tenant,
                    client_id: &client_id,
                    redirect_uri: &redirect_uri,
                    state: &state
                }
                .url()
            ),
            other => panic!("no such call: {other}"),
        }
    });
}

fn bytes(hexadecimal: &str) -> [u8; 32] {
    let mut bytes = [0; 32];
    for (at, byte) in bytes.iter_mut().enumerate() {
        *byte = u8::from_str_radix(&hexadecimal[at * 2..at * 2 + 2], 16).unwrap();
    }
    bytes
}

/// Microsoft's rules as collected in `microsoft/redirect-uri-cases.json`, for the audience and the form that the
/// wizard leads people to. What is documented must stop; what is not verified must not.
#[wasm_bindgen_test(unsupported = test)]
fn redirect_uris_by_what_is_known_of_microsoft() {
    let document: Value = serde_json::from_str(include_str!("../../../tests/vectors/microsoft/redirect-uri-cases.json")).unwrap();
    let all = document.as_array().unwrap();
    let by_manifest = |uri: &Value| all.iter().any(|case| case["via"] == "manifest" && case["ok"] == true && case["uri"] == *uri);
    let cases: Vec<_> = all.iter().filter(|case| case["audience"] == "AzureADMyOrg" && case["via"] == "portal").collect();
    assert!(cases.len() > 70, "only {} cases", cases.len());
    for case in cases {
        let known = matches!(case["confidence"].as_str().unwrap(), "documented" | "rfc" | "derived");
        let must_stop = case["ok"] == false && known && !by_manifest(&case["uri"]);
        let verdict = check_redirect_uri(text(case, "uri"));
        assert_eq!(verdict.is_error(), must_stop, "{case}: {verdict:?}");
        assert!(case["ok"] == true || verdict.code.is_some(), "{case}: nothing is said");
    }
}

/// A case that does not say why it is right, or from where, cannot be argued with.
#[wasm_bindgen_test(unsupported = test)]
fn every_case_says_why_and_from_where() {
    let files = [
        include_str!("../../../tests/vectors/fields.json"),
        include_str!("../../../tests/vectors/tidy.json"),
        include_str!("../../../tests/vectors/callback.json"),
        include_str!("../../../tests/vectors/redirect.json"),
        include_str!("../../../tests/vectors/urls.json"),
    ];
    for file in files {
        let mut names = std::collections::BTreeSet::new();
        for case in cases(file) {
            let members: Vec<&String> = case.as_object().unwrap().keys().collect();
            assert_eq!(members, ["call", "expect", "input", "name", "source", "why"], "{case}");
            assert!(["name", "why", "source", "call"].iter().all(|member| !text(&case, member).is_empty()), "{case}");
            assert!(names.insert(text(&case, "name").to_owned()), "two cases are called {}", case["name"]);
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
            }
        }
    }
}
