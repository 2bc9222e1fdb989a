//! The module that every page of the wizard loads.

use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use super::{CLIENT, TENANT, code_of, count, hostile, js, property, run, run_where, text, value};
use crate::fields::*;
use crate::setup::*;
use crate::sign_in::*;

#[wasm_bindgen_test]
fn verdicts_arrive_as_plain_objects() {
    run(include_str!("../../../../tests/vectors/fields.json"), |input| {
        let field = input["field"].as_str().unwrap();
        validate_field(field, input["text"].as_str().unwrap(), js(&input["context"])).unwrap()
    });
}

#[wasm_bindgen_test]
fn callbacks_arrive_as_plain_objects() {
    run(include_str!("../../../../tests/vectors/callback.json"), |input| read_callback(input["query"].as_str().unwrap()).unwrap());
}

#[wasm_bindgen_test]
fn redirect_verdicts_arrive_as_plain_objects() {
    run(include_str!("../../../../tests/vectors/redirect.json"), |input| check_redirect_uri(input["uri"].as_str().unwrap()).unwrap());
}

#[wasm_bindgen_test]
fn tidied_texts_arrive_unchanged() {
    run(include_str!("../../../../tests/vectors/tidy.json"), |input| {
        tidy_field("client_id", input["text"].as_str().unwrap()).unwrap().into()
    });
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

#[wasm_bindgen_test]
fn site_addresses_take_and_give_plain_objects() {
    run(include_str!("../../../../tests/vectors/site.json"), |input| site_addresses(js(input)).unwrap());
    for bad in [json!({}), json!({ "admin_url": 7 }), json!({ "admin_url": "", "is_ssl": "yes" }), json!([])] {
        assert_eq!(code_of(&site_addresses(js(&bad)).unwrap_err()), "argument_unreadable", "{bad}");
    }
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
fn hints_and_a_claims_challenge_stand_in_the_url() {
    let mut request = request();
    request["domain_hint"] = json!("contoso.com");
    request["claims"] = json!("{\"access_token\":{}}");
    let sent = parameters(value(&start_sign_in(js(&request)).unwrap())["authorize_url"].as_str().unwrap());
    assert!(sent.contains(&("domain_hint".into(), "contoso.com".into())), "{sent:?}");
    assert!(sent.contains(&("claims".into(), "%7B%22access_token%22%3A%7B%7D%7D".into())), "{sent:?}");
}

#[wasm_bindgen_test]
fn admin_consent_can_ask_for_whatever_is_registered() {
    let mut request = request();
    request["default_scope"] = json!(true);
    let sent = parameters(value(&admin_consent_url(js(&request)).unwrap())["url"].as_str().unwrap());
    let scope = ("scope".into(), "https%3A%2F%2Fanalysis.windows.net%2Fpowerbi%2Fapi%2F.default".into());
    assert!(sent.contains(&scope), "{sent:?}");
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
        include_str!("../../../../tests/vectors/paste_languages.json"),
        include_str!("../../../../tests/vectors/paste_pages.json"),
        include_str!("../../../../tests/vectors/paste_texts.json"),
    ] {
        run(file, |input| read_pasted(text(input, "text")).unwrap());
    }
}

#[wasm_bindgen_test]
fn diagnoses_arrive_as_plain_objects() {
    for file in [
        include_str!("../../../../tests/vectors/explain_aadsts.json"),
        include_str!("../../../../tests/vectors/explain_mixed.json"),
        include_str!("../../../../tests/vectors/explain_oauth.json"),
        include_str!("../../../../tests/vectors/explain_powerbi.json"),
        include_str!("../../../../tests/vectors/explain_transport.json"),
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
    run(include_str!("../../../../tests/vectors/redirect_doctor.json"), |input| {
        redirect_doctor(text(input, "registered"), text(input, "requested")).unwrap()
    });
}

#[wasm_bindgen_test]
fn the_quiz_takes_and_gives_plain_objects() {
    run(include_str!("../../../../tests/vectors/quiz.json"), |input| pick_route(js(input)).unwrap());
}

#[wasm_bindgen_test]
fn the_scorecard_takes_and_gives_plain_objects() {
    run(include_str!("../../../../tests/vectors/scorecard.json"), |input| score(js(input)).unwrap());
}

#[wasm_bindgen_test]
fn granted_permissions_arrive_as_plain_objects() {
    run(include_str!("../../../../tests/vectors/permissions.json"), |input| {
        granted_permissions(text(input, "scope"), js(&input["wanted"])).unwrap()
    });
}

#[wasm_bindgen_test]
fn expiry_dates_arrive_as_plain_objects() {
    let is_check = |case: &Value| case["call"] == "check_expiry";
    run_where(include_str!("../../../../tests/vectors/expiry.json"), is_check, |input| {
        check_expiry(text(input, "text"), text(input, "today")).unwrap()
    });
}

#[wasm_bindgen_test]
fn portal_links_arrive_as_plain_objects() {
    let is_link = |case: &Value| case["call"] == "portal_link";
    run_where(include_str!("../../../../tests/vectors/portal_links.json"), is_link, |input| {
        let optional = |name: &str| input[name].as_str().map(str::to_owned);
        portal_link(text(input, "target"), text(input, "cloud"), optional("client_id"), optional("tenant_id")).unwrap()
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
    for bad in [json!("Report.Read.All"), json!(["moon"]), json!([7]), json!({})] {
        assert_eq!(code_of(&granted_permissions("", js(&bad)).unwrap_err()), "argument_unreadable", "{bad}");
    }
    assert_eq!(property(&check_expiry("2027-05-24", "today").unwrap_err(), "code"), "argument_unreadable");
    assert_eq!(property(&portal_link("moon", "global", None, None).unwrap_err(), "code"), "argument_unreadable");
    assert_eq!(property(&portal_link("overview", "moon", None, None).unwrap_err(), "code"), "cloud_unknown");
}

#[wasm_bindgen_test]
fn a_getter_that_throws_makes_an_argument_unreadable() {
    let trap = js_sys::Function::new_no_args("return { get account() { throw new Error('secret'); } }").call0(&JsValue::NULL).unwrap();
    let thrown = pick_route(trap).unwrap_err();
    assert_eq!(property(&thrown, "code"), "argument_unreadable");
    assert_eq!(property(&thrown, "message"), "argument_unreadable", "nothing of the page's own error is passed on");
}

#[wasm_bindgen_test]
fn ten_thousand_hostile_calls_leave_the_instance_usable() {
    let mut counts = (0, 0);
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
            site_addresses(js(&json!({ "admin_url": text, "home_url": other, "rest_url": text, "forwarded_proto": other }))),
            start_sign_in(object("tenant_id")),
            admin_consent_url(object("development_microsoft_url")),
            read_callback(&text),
            read_pasted(&text),
            explain_error(&text),
            redirect_doctor(&text, &other),
            pick_route(object("account")),
            score(js(&json!({ "claims": [text], "sign_in_method": other }))),
            granted_permissions(&text, JsValue::NULL),
            check_expiry(&text, "2026-11-24"),
            portal_link("overview", "global", Some(text.clone()), Some(other.clone())),
            tidy_field("client_id", &text).map(JsValue::from),
        ];
        count(results, &mut counts);
    }
    let (answers, refusals) = counts;
    assert_eq!(answers + refusals, 17_000);
    assert!(answers > 9_000 && refusals > 2_000, "{answers} answers, {refusals} refusals");
    verdicts_arrive_as_plain_objects();
    a_sign_in_hands_over_what_stands_in_its_url();
}
