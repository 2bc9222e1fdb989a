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

use crate::setup::*;
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
    run_where(file, |_| true, answer);
}

/// Those of them that the door can be asked.
fn run_where(file: &str, is_asked: impl Fn(&Value) -> bool, answer: impl Fn(&Value) -> JsValue) {
    let document: Value = serde_json::from_str(file).unwrap();
    let cases: Vec<&Value> = document["cases"].as_array().unwrap().iter().filter(|case| is_asked(case)).collect();
    assert!(!cases.is_empty());
    for case in cases {
        assert_eq!(value(&answer(&case["input"])), case["expect"], "{}: {}", case["name"], case["input"]);
    }
}

fn text<'a>(input: &'a Value, name: &str) -> &'a str {
    input[name].as_str().unwrap()
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

#[wasm_bindgen_test]
fn pasted_texts_arrive_with_what_was_found() {
    for file in [
        include_str!("../../../tests/vectors/paste_languages.json"),
        include_str!("../../../tests/vectors/paste_pages.json"),
        include_str!("../../../tests/vectors/paste_texts.json"),
    ] {
        run(file, |input| read_pasted(text(input, "text")).unwrap());
    }
}

#[wasm_bindgen_test]
fn diagnoses_arrive_as_plain_objects() {
    for file in [
        include_str!("../../../tests/vectors/explain_aadsts.json"),
        include_str!("../../../tests/vectors/explain_mixed.json"),
        include_str!("../../../tests/vectors/explain_oauth.json"),
        include_str!("../../../tests/vectors/explain_powerbi.json"),
        include_str!("../../../tests/vectors/explain_transport.json"),
    ] {
        let document: Value = serde_json::from_str(file).unwrap();
        for case in document["cases"].as_array().unwrap() {
            let found = value(&explain_error(text(&case["input"], "text")).unwrap());
            assert_eq!(said(&found), case["expect"], "{}: {}", case["name"], case["input"]);
        }
    }
}

/// Without the members that say nothing; the cases leave them out.
fn said(diagnosis: &Value) -> Value {
    let says_something = |(name, value): &(&String, &Value)| match value {
        Value::Null => false,
        Value::Array(list) => !list.is_empty(),
        Value::Object(members) => !members.is_empty(),
        Value::Bool(truth) => *truth || *name != "claims_present",
        _ => true,
    };
    let members = diagnosis.as_object().unwrap().iter().filter(says_something);
    Value::Object(members.map(|(name, value)| (name.clone(), value.clone())).collect())
}

#[wasm_bindgen_test]
fn differences_of_addresses_arrive_as_plain_objects() {
    run(include_str!("../../../tests/vectors/redirect_doctor.json"), |input| {
        redirect_doctor(text(input, "registered"), text(input, "requested")).unwrap()
    });
}

#[wasm_bindgen_test]
fn the_quiz_takes_and_gives_plain_objects() {
    run(include_str!("../../../tests/vectors/quiz.json"), |input| pick_route(js(input)).unwrap());
}

#[wasm_bindgen_test]
fn the_scorecard_takes_and_gives_plain_objects() {
    run(include_str!("../../../tests/vectors/scorecard.json"), |input| score(js(input)).unwrap());
}

#[wasm_bindgen_test]
fn granted_permissions_arrive_as_plain_objects() {
    let all_five = |case: &Value| case["input"]["wanted"].is_null();
    run_where(include_str!("../../../tests/vectors/permissions.json"), all_five, |input| {
        granted_permissions(text(input, "scope")).unwrap()
    });
}

#[wasm_bindgen_test]
fn expiry_dates_arrive_as_plain_objects() {
    let is_check = |case: &Value| case["call"] == "check_expiry";
    run_where(include_str!("../../../tests/vectors/expiry.json"), is_check, |input| {
        check_expiry(text(input, "text"), text(input, "today")).unwrap()
    });
}

#[wasm_bindgen_test]
fn portal_links_arrive_as_plain_objects() {
    let without_tenant =
        |case: &Value| case["call"] == "portal_link" && case["input"]["tenant_id"].is_null() && case["expect"]["url"].is_string();
    run_where(include_str!("../../../tests/vectors/portal_links.json"), without_tenant, |input| {
        let client_id = input["client_id"].as_str().map(str::to_owned);
        portal_link(text(input, "target"), text(input, "cloud"), client_id).unwrap()
    });
}

#[wasm_bindgen_test]
fn answers_of_another_form_throw() {
    let quiz = json!({ "account": "personal", "may_register_apps": "yes", "power_bi_opened": "yes", "audience": "myself" });
    assert!(pick_route(js(&quiz)).is_ok(), "the last answer is optional");
    for (name, bad) in
        [("account", json!("Personal")), ("audience", Value::Null), ("power_bi_opened", json!(true)), ("command_line", json!(""))]
    {
        let mut quiz = quiz.clone();
        quiz[name] = bad;
        assert_eq!(property(&pick_route(js(&quiz)).unwrap_err(), "code"), "argument_unreadable", "{name}");
    }
    let bad_evidence = |change: &dyn Fn(&mut Value)| {
        let mut evidence = json!({ "check": "signed_in", "passed": true, "at": 1_790_000_000 });
        change(&mut evidence);
        score(js(&json!({ "evidence": [evidence] })))
    };
    assert!(bad_evidence(&|_| {}).is_ok());
    for (name, bad) in [
        ("check", json!("moon")),
        ("passed", json!("true")),
        ("at", json!(-1)),
        ("at", json!(0.5)),
        ("at", json!(1e300)),
        ("at", json!("1")),
        ("item", json!("moon")),
        ("code", json!(7)),
    ] {
        let thrown = bad_evidence(&|evidence| evidence[name] = bad.clone()).unwrap_err();
        assert_eq!(property(&thrown, "code"), "argument_unreadable", "{name}: {bad}");
    }
    for bad in
        [json!({ "claims": "consent" }), json!({ "claims": [7] }), json!({ "claims": ["moon"] }), json!({ "evidence": [1] }), json!([])]
    {
        assert_eq!(property(&score(js(&bad)).unwrap_err(), "code"), "argument_unreadable", "{bad}");
    }
    assert_eq!(property(&check_expiry("2027-05-24", "today").unwrap_err(), "code"), "argument_unreadable");
    assert_eq!(property(&portal_link("moon", "global", None).unwrap_err(), "code"), "argument_unreadable");
    assert_eq!(property(&portal_link("overview", "moon", None).unwrap_err(), "code"), "cloud_unknown");
}

#[wasm_bindgen_test]
fn a_getter_that_throws_makes_an_argument_unreadable() {
    let trap = js_sys::Function::new_no_args("return { get account() { throw new Error('secret'); } }").call0(&JsValue::NULL).unwrap();
    let thrown = pick_route(trap).unwrap_err();
    assert_eq!(property(&thrown, "code"), "argument_unreadable");
    assert_eq!(property(&thrown, "message"), "argument_unreadable", "nothing of the page's own error is passed on");
}

/// Hostile pieces, put together by a counter: texts that no parser expects, in every place that takes one.
fn hostile(round: usize) -> String {
    const PIECES: &[&str] = &[
        "\0",
        "\u{200b}",
        "\u{feff}",
        "\u{10ffff}",
        "😀",
        "AADSTS",
        "50011",
        "%",
        "%zz",
        "%00",
        "&#038;",
        "<script>",
        "](",
        "[[[[",
        "\\",
        "\"",
        "'",
        "`",
        "$(x)",
        "{\"error\":",
        "}",
        "://",
        "https://",
        "@",
        "xn--",
        "?",
        "#",
        "=",
        "\r\n",
        "\t",
        "—",
        "ß",
        "İ",
        "9999999999999999999",
        "-1",
        "0x",
        "client_id:",
        "Secret ID",
        "Q~",
        "2027-13-45",
        "31.02.2027",
    ];
    let mut seed = round.wrapping_mul(0x9E37_79B9).wrapping_add(1);
    let mut text = String::new();
    for _ in 0..=(round % 24) {
        seed = seed.wrapping_mul(1_103_515_245).wrapping_add(12_345);
        text.push_str(PIECES[(seed >> 16) % PIECES.len()]);
    }
    if round % 500 == 0 { text.repeat(2000).chars().take(70_000).collect() } else { text }
}

#[wasm_bindgen_test]
fn ten_thousand_hostile_calls_leave_the_instance_usable() {
    let (mut answers, mut refusals) = (0_usize, 0_usize);
    for round in 0..1000 {
        let text = hostile(round);
        let other = hostile(round + 7919);
        let object =
            |name: &str| js(&json!({ name: text, "cloud": "global", "tenant_id": TENANT, "client_id": CLIENT, "redirect_uri": other }));
        let results = [
            validate_field("client_secret", &text, js(&json!({ "client_id": other }))),
            validate_field(&text, &other, JsValue::UNDEFINED),
            check_redirect_uri(&text),
            site_redirect_uri(&text),
            start_sign_in(object("tenant_id")),
            admin_consent_url(object("development_microsoft_url")),
            read_callback(&text),
            read_pasted(&text),
            explain_error(&text),
            redirect_doctor(&text, &other),
            pick_route(object("account")),
            score(js(&json!({ "claims": [text], "sign_in_method": other }))),
            granted_permissions(&text),
            check_expiry(&text, "2026-11-24"),
            portal_link("overview", "global", Some(text.clone())),
            tidy_field("client_id", &text).map(JsValue::from),
        ];
        for result in results {
            match result {
                Ok(_) => answers += 1,
                Err(thrown) => {
                    refusals += 1;
                    assert!(thrown.is_instance_of::<js_sys::Error>(), "{text}");
                    assert_eq!(property(&thrown, "name"), "WkpbicCoreError", "{text}");
                }
            }
        }
    }
    assert_eq!(answers + refusals, 16_000);
    assert!(answers > 8_000 && refusals > 2_000, "{answers} answers, {refusals} refusals");
    verdicts_arrive_as_plain_objects();
    a_sign_in_hands_over_what_stands_in_its_url();
}
