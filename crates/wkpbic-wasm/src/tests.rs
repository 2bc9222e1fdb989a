//! The door as a page meets it: JavaScript values in and out, in a headless browser. What the core answers is proved
//! by the vectors; here it is proved that nothing is lost or bent on the way, and that misuse throws.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::arithmetic_side_effects,
    reason = "a test may fail in any way"
)]

use js_sys::{JSON, Reflect};
use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

use crate::*;

wasm_bindgen_test_configure!(run_in_browser);

const TENANT: &str = "8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9";
const CLIENT: &str = "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846";

fn js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).unwrap()
}

fn value(js: &JsValue) -> Value {
    serde_json::from_str(&String::from(JSON::stringify(js).unwrap())).unwrap()
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap()
}

/// Every case of a file, with the door's answer beside the expected one.
fn run(file: &str, answer: impl Fn(&Value) -> JsValue) {
    let document: Value = serde_json::from_str(file).unwrap();
    let cases = document["cases"].as_array().unwrap();
    assert!(!cases.is_empty());
    for case in cases {
        assert_eq!(value(&answer(&case["input"])), case["expect"], "{}: {}", case["name"], case["input"]);
    }
}

#[wasm_bindgen_test]
fn verdicts_arrive_as_plain_objects() {
    run(include_str!("../../../tests/vectors/fields.json"), |input| {
        let field = input["field"].as_str().unwrap();
        validate_field(field, input["text"].as_str().unwrap(), js(&input["context"])).unwrap()
    });
}

#[wasm_bindgen_test]
fn callbacks_arrive_as_plain_objects() {
    run(include_str!("../../../tests/vectors/callback.json"), |input| read_callback(input["query"].as_str().unwrap()).unwrap());
}

#[wasm_bindgen_test]
fn redirect_verdicts_arrive_as_plain_objects() {
    run(include_str!("../../../tests/vectors/redirect.json"), |input| check_redirect_uri(input["uri"].as_str().unwrap()).unwrap());
}

#[wasm_bindgen_test]
fn tidied_texts_arrive_unchanged() {
    run(include_str!("../../../tests/vectors/tidy.json"), |input| tidy_field("client_id", input["text"].as_str().unwrap()).unwrap().into());
}

#[wasm_bindgen_test]
fn the_site_address_comes_with_its_verdict() {
    let found = value(&site_redirect_uri("http://shop.example/wp-admin/").unwrap());
    let wanted = json!({
        "redirect_uri": "http://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3",
        "verdict": { "level": "error", "code": "redirect_uri_not_https", "params": { "host": "shop.example" } },
    });
    assert_eq!(found, wanted);
}

fn request() -> Value {
    json!({
        "cloud": "global", "tenant_id": TENANT, "client_id": CLIENT,
        "redirect_uri": "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3",
    })
}

fn parameters(url: &str) -> Vec<(String, String)> {
    let query = url.split_once('?').unwrap().1;
    query.split('&').map(|pair| pair.split_once('=').unwrap()).map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

#[wasm_bindgen_test]
fn a_sign_in_hands_over_what_stands_in_its_url() {
    let attempt = value(&start_sign_in(js(&request())).unwrap());
    let (state, verifier) = (attempt["state"].as_str().unwrap(), attempt["code_verifier"].as_str().unwrap());
    let sent = parameters(attempt["authorize_url"].as_str().unwrap());
    let challenge = wkpbic_core::pkce::CodeVerifier::parse(verifier).unwrap().challenge();
    assert!(sent.contains(&("state".into(), state.into())));
    assert!(sent.contains(&("nonce".into(), attempt["nonce"].as_str().unwrap().into())));
    assert!(sent.contains(&("code_challenge".into(), challenge.as_str().into())));
    assert!(!attempt["authorize_url"].as_str().unwrap().contains(verifier), "the verifier must not leave with the browser");
}

#[wasm_bindgen_test]
fn every_attempt_draws_anew() {
    let attempts: Vec<Value> = (0..64).map(|_| value(&start_sign_in(js(&request())).unwrap())).collect();
    for name in ["state", "code_verifier", "nonce"] {
        let seen: std::collections::BTreeSet<&str> = attempts.iter().map(|attempt| attempt[name].as_str().unwrap()).collect();
        assert_eq!(seen.len(), attempts.len(), "{name} repeats");
        assert!(seen.iter().all(|text| text.len() == 43), "{name} is not 32 bytes");
    }
    assert!(attempts.iter().all(|attempt| attempt["state"] != attempt["code_verifier"] && attempt["nonce"] != attempt["state"]));
}

#[wasm_bindgen_test]
fn admin_consent_has_a_state_of_its_own() {
    let link = value(&admin_consent_url(js(&request())).unwrap());
    assert!(parameters(link["url"].as_str().unwrap()).contains(&("state".into(), link["state"].as_str().unwrap().into())));
}

#[wasm_bindgen_test]
fn refused_values_throw_a_real_error_with_code_and_params() {
    let refused = [
        ("tenant_id", json!("common"), "tenant_id_shared_endpoint", json!({ "value": "common" })),
        ("tenant_id", json!("contoso.com/x"), "tenant_id_invalid", json!({})),
        ("client_id", json!("x"), "client_id_not_guid", json!({})),
        ("client_id", json!(TENANT), "client_id_same_as_tenant_id", json!({ "field": "client_id" })),
        ("cloud", json!("moon"), "cloud_unknown", json!({})),
        ("redirect_uri", json!("http://shop.example/"), "redirect_uri_not_https", json!({ "host": "shop.example" })),
        ("development_microsoft_url", json!("http://login.example"), "development_url_refused", json!({})),
        ("prompt", json!("silent"), "argument_unreadable", json!({})),
        ("tenant_id", json!(7), "argument_unreadable", json!({})),
    ];
    for (name, bad, code, params) in refused {
        let mut request = request();
        request[name] = bad;
        let thrown = start_sign_in(js(&request)).unwrap_err();
        assert!(thrown.is_instance_of::<js_sys::Error>(), "{code}");
        assert_eq!(property(&thrown, "name"), "WkpbicCoreError");
        assert_eq!(property(&thrown, "code"), code, "{name}");
        assert_eq!(value(&property(&thrown, "params")), params, "{name}");
    }
}

#[wasm_bindgen_test]
fn misuse_throws() {
    assert_eq!(property(&validate_field("password2", "x", JsValue::UNDEFINED).unwrap_err(), "code"), "field_unknown");
    assert_eq!(property(&tidy_field("", "x").unwrap_err(), "code"), "field_unknown");
    assert_eq!(property(&validate_field("client_id", "x", js(&json!({ "moon": "x" }))).unwrap_err(), "code"), "field_unknown");
    assert_eq!(property(&validate_field("client_id", "x", js(&json!([1]))).unwrap_err(), "code"), "argument_unreadable");
    for nothing in [JsValue::NULL, JsValue::UNDEFINED, JsValue::from(1), JsValue::from("x")] {
        assert_eq!(property(&start_sign_in(nothing).unwrap_err(), "code"), "argument_unreadable");
    }
    assert!(validate_field("client_id", CLIENT, JsValue::UNDEFINED).is_ok(), "a context is optional");
}
