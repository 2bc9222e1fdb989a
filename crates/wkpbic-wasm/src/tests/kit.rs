//! The module that is fetched when somebody asks for it.

use serde_json::{Value, json};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;
use wkpbic_core::error::ErrorCode;

use super::{CLIENT, TENANT, code_of, count, hostile, js, property, run_where, text, value};
use crate::kit::*;

/// Cases of one call.
fn of(call: &'static str) -> impl Fn(&Value) -> bool {
    move |case| case["call"] == call
}

fn optional(input: &Value, name: &str) -> Option<String> {
    input[name].as_str().map(str::to_owned)
}

/// The verdict that a refusal carries in `code` and `params`.
fn refused(thrown: &JsValue) -> JsValue {
    js(&json!({ "level": "error", "code": code_of(thrown), "params": value(&property(thrown, "params")) }))
}

const SCRIPTS: &str = include_str!("../../../../tests/vectors/script.json");

/// The answer in the form of the cases: a text, or the verdict where there is none, and of a script the lines that begin so.
fn script_of(input: &Value, kind: &str) -> JsValue {
    let answer = value(&setup_script(js(input), kind).unwrap());
    let Some(text) = answer["text"].as_str() else { return js(&answer["verdict"]) };
    let Some(beginnings) = input["show"].as_array() else { return text.into() };
    let wanted = |line: &&str| beginnings.iter().filter_map(Value::as_str).any(|beginning| line.starts_with(beginning));
    js(&text.split('\n').map(|line| line.trim_start_matches(' ')).filter(wanted).collect::<Vec<_>>().into())
}

#[wasm_bindgen_test]
fn scripts_arrive_with_their_verdicts() {
    run_where(SCRIPTS, of("bash_script"), |input| script_of(input, "bash"));
    run_where(SCRIPTS, of("power_shell_script"), |input| script_of(input, "power_shell"));
    run_where(SCRIPTS, of("manifest"), |input| script_of(input, "manifest"));
    run_where(SCRIPTS, of("check_script_facts"), |input| property(&setup_script(js(input), "bash").unwrap(), "verdict"));
}

fn script_facts() -> Value {
    json!({
        "site_name": "Blue Lamp", "redirect_uri": "https://shop.example/cb", "cloud": "global", "permissions": ["Report.Read.All"],
        "secret_lifetime_months": 6,
    })
}

#[wasm_bindgen_test]
fn every_line_of_a_script_has_its_phrase() {
    for kind in ["bash", "power_shell"] {
        let answer = value(&setup_script(js(&script_facts()), kind).unwrap());
        let mut next = 1;
        for part in answer["lines"].as_array().unwrap() {
            assert_eq!(part["first_line"], next, "{kind}: {part}");
            assert!(part["phrase"].as_str().unwrap().starts_with("script_"), "{kind}: {part}");
            next = part["last_line"].as_u64().unwrap() + 1;
        }
        assert_eq!(next - 1, answer["text"].as_str().unwrap().lines().count() as u64, "{kind}");
    }
    assert_eq!(value(&setup_script(js(&script_facts()), "manifest").unwrap())["lines"], json!([]));
}

const ADMIN_REQUESTS: &str = include_str!("../../../../tests/vectors/admin_request.json");

#[wasm_bindgen_test]
fn admin_requests_take_and_give_plain_objects() {
    // A link that is spelled here needs random bytes, which only the core's module draws.
    let without_state = |case: &Value| case["call"] == "admin_request" && case["input"]["state_byte"].is_null();
    run_where(ADMIN_REQUESTS, without_state, |input| admin_request(js(input)).unwrap_or_else(|thrown| refused(&thrown)));
    run_where(ADMIN_REQUESTS, of("mailto_url"), |input| mailto_url(text(input, "subject"), text(input, "body")).unwrap());
}

#[wasm_bindgen_test]
fn dates_and_the_calendar_arrive_unchanged() {
    let expiry = include_str!("../../../../tests/vectors/expiry.json");
    run_where(expiry, of("days_left"), |input| days_left(text(input, "today"), text(input, "expires_on")).unwrap());
    run_where(expiry, of("reminder_dates"), |input| reminder_dates(text(input, "expires_on")).unwrap());
    run_where(include_str!("../../../../tests/vectors/calendar.json"), of("calendar"), |input| calendar_file(js(input)).unwrap().into());
}

#[wasm_bindgen_test]
fn rules_of_extensions_judge_or_are_refused() {
    run_where(include_str!("../../../../tests/vectors/extension.json"), of("extension_rules"), |input| {
        validate_extension_field(js(&input["rules"]), text(input, "text"))
            .unwrap_or_else(|thrown| js(&json!({ "refused": value(&refused(&thrown)) })))
    });
}

#[wasm_bindgen_test]
fn patterns_of_extensions_match_or_are_refused() {
    // An empty text is good without asking the pattern.
    let has_text = |case: &Value| case["input"]["text"] != "" || case["expect"].is_object();
    run_where(include_str!("../../../../tests/vectors/pattern.json"), has_text, |input| {
        let rules = json!([{ "kind": "pattern", "pattern": input["pattern"] }]);
        match validate_extension_field(js(&rules), text(input, "text")).map(|verdict| value(&verdict)) {
            // What is too long for a pattern has a verdict of its own.
            Ok(verdict) => js(&json!(match verdict["code"].as_str().unwrap() {
                "ok" => true,
                "value_pattern_mismatch" | "too_long" => false,
                other => panic!("{other} for {input}"),
            })),
            Err(thrown) => js(&json!({ "refused": value(&refused(&thrown)) })),
        }
    });
}

#[wasm_bindgen_test]
fn addresses_beyond_the_site_arrive_unchanged() {
    let legal = include_str!("../../../../tests/vectors/redirect_legal.json");
    run_where(legal, of("redirect_legal"), |input| {
        check_registration(text(input, "uri"), optional(input, "audience"), optional(input, "via")).unwrap()
    });
    run_where(legal, of("redirect_list"), |input| check_redirect_uri_list(js(&input["uris"]), optional(input, "audience")).unwrap());
    run_where(include_str!("../../../../tests/vectors/redirect_matches.json"), of("redirect_matches"), |input| {
        redirect_matches(text(input, "registered"), text(input, "requested")).unwrap()
    });
    run_where(include_str!("../../../../tests/vectors/discovery.json"), of("read_discovery"), |input| {
        read_discovery(js(input), text(input, "cloud")).unwrap()
    });
    let urls = include_str!("../../../../tests/vectors/sign_in_urls.json");
    run_where(urls, of("short_admin_consent_url"), |input| short_admin_consent_url(js(input)).unwrap().into());
    run_where(urls, of("logout_url"), |input| logout_url(js(input)).unwrap().into());
    run_where(include_str!("../../../../tests/vectors/portal_links.json"), of("error_lookup_url"), |input| {
        error_lookup_url(u32::try_from(input["aadsts"].as_u64().unwrap()).unwrap()).into()
    });
}

#[wasm_bindgen_test]
fn tables_arrive_as_plain_objects() {
    let hosts = value(&cloud_hosts("gcc_high").unwrap());
    assert_eq!(hosts["login_host"], "login.microsoftonline.us");
    assert_eq!(hosts.as_object().unwrap().len(), 7, "{hosts}");
    let permissions = value(&permission_table("china").unwrap());
    let wanted = json!({
        "name": "Dataset.ReadWrite.All", "guid": "322b68b2-0804-416e-86a5-d772c567b6e6", "purpose": "push_orders", "consent": "user",
        "scope": "https://analysis.chinacloudapi.cn/powerbi/api/Dataset.ReadWrite.All",
    });
    assert_eq!((permissions.as_array().unwrap().len(), &permissions[0]), (5, &wanted));
    for code in ErrorCode::ALL {
        let facts = value(&error_facts(code.as_str()).unwrap());
        assert_eq!(facts["actor"], code.info().actor.as_str(), "{code:?}");
        assert_eq!(facts["step"], json!(code.info().step), "{code:?}");
        assert_eq!(facts.as_object().unwrap().len(), 5, "{facts}");
    }
}

#[wasm_bindgen_test]
fn misuse_throws() {
    let changed = |mut facts: Value, name: &str, bad: Value| {
        facts[name] = bad;
        js(&facts)
    };
    for (name, bad) in [
        ("site_name", Value::Null),
        ("redirect_uri", json!(7)),
        ("permissions", json!("Report.Read.All")),
        ("permissions", json!([7])),
        ("secret_lifetime_months", json!("6")),
        ("secret_lifetime_months", json!(0.5)),
        ("secret_lifetime_months", json!(-1)),
        ("secret_lifetime_months", json!(4_294_967_296_u64)),
        ("app_name", json!(true)),
    ] {
        let thrown = setup_script(changed(script_facts(), name, bad.clone()), "bash").unwrap_err();
        assert_eq!(code_of(&thrown), "argument_unreadable", "{name}: {bad}");
    }
    let facts = json!({ "site_name": "x", "app_name": "x", "cloud": "global", "redirect_uri": "https://shop.example/cb" });
    assert!(admin_request(js(&facts)).is_ok());
    for (name, bad, code) in [
        ("cloud", json!("moon"), "cloud_unknown"),
        ("tenant_id", json!("a b"), "tenant_id_invalid"),
        ("client_id", json!("x"), "client_id_not_guid"),
        ("redirect_uri", json!("http://shop.example/cb"), "redirect_uri_not_https"),
        ("development_microsoft_url", json!("http://login.example"), "development_url_refused"),
        ("site_name", Value::Null, "argument_unreadable"),
    ] {
        assert_eq!(code_of(&admin_request(changed(facts.clone(), name, bad.clone())).unwrap_err()), code, "{name}: {bad}");
    }
    let file =
        json!({ "expires_on": "2027-05-24", "stamp": "20261124T053000Z", "domain": "shop.example", "summary": "S", "description": "" });
    assert!(calendar_file(js(&file)).is_ok());
    for (name, bad) in [("expires_on", json!("24.05.2027")), ("stamp", json!("now")), ("summary", json!(7)), ("description", Value::Null)] {
        let thrown = calendar_file(changed(file.clone(), name, bad.clone())).unwrap_err();
        assert_eq!(code_of(&thrown), "argument_unreadable", "{name}: {bad}");
    }
    let app = json!({ "cloud": "global", "tenant_id": TENANT, "client_id": CLIENT });
    let one = || Some("moon".to_owned());
    let refusals = [
        ("kind of script", setup_script(js(&script_facts()), "fish"), "argument_unreadable"),
        ("no facts", setup_script(JsValue::NULL, "bash"), "argument_unreadable"),
        ("rules", validate_extension_field(js(&json!({})), "x"), "argument_unreadable"),
        ("a rule", validate_extension_field(js(&json!(["required"])), "x"), "argument_unreadable"),
        ("kind of rule", validate_extension_field(js(&json!([{ "kind": "moon" }])), ""), "rule_kind_unknown"),
        ("limit", validate_extension_field(js(&json!([{ "kind": "max_chars", "max": 1.5 }])), "x"), "argument_unreadable"),
        ("values", validate_extension_field(js(&json!([{ "kind": "one_of", "values": [7] }])), "x"), "argument_unreadable"),
        ("today", days_left("today", "2027-05-24"), "argument_unreadable"),
        ("day", reminder_dates("2027-02-29"), "argument_unreadable"),
        ("audience", check_registration("x", one(), None), "argument_unreadable"),
        ("via", check_registration("x", None, one()), "argument_unreadable"),
        ("addresses", check_redirect_uri_list(js(&json!("x")), None), "argument_unreadable"),
        ("document", read_discovery(js(&json!([])), "global"), "argument_unreadable"),
        ("issuer", read_discovery(js(&json!({ "issuer": 7 })), "global"), "argument_unreadable"),
        ("chosen cloud", read_discovery(js(&json!({})), "moon"), "cloud_unknown"),
        ("tenant", short_admin_consent_url(changed(app.clone(), "tenant_id", json!("a b"))).map(JsValue::from), "tenant_id_invalid"),
        ("app", short_admin_consent_url(changed(app.clone(), "client_id", json!(7))).map(JsValue::from), "argument_unreadable"),
        ("way back", logout_url(changed(app, "post_logout_redirect_uri", json!("x"))).map(JsValue::from), "redirect_uri_not_absolute"),
        ("hosts", cloud_hosts("moon"), "cloud_unknown"),
        ("permissions", permission_table(""), "cloud_unknown"),
        ("code", error_facts("moon"), "argument_unreadable"),
    ];
    for (what, result, code) in refusals {
        assert_eq!(code_of(&result.unwrap_err()), code, "{what}");
    }
}

#[wasm_bindgen_test]
fn thousands_of_hostile_calls_leave_the_instance_usable() {
    let mut counts = (0, 0);
    for round in 0..1000 {
        let text = hostile(round);
        let other = hostile(round + 7919);
        let with = |mut facts: Value, name: &str| {
            facts[name] = json!(text);
            js(&facts)
        };
        let app = json!({
            "site_name": other, "app_name": other, "cloud": "global", "tenant_id": TENANT, "client_id": CLIENT,
            "redirect_uri": "https://shop.example/cb",
        });
        let file = json!({
            "expires_on": "2027-05-24", "stamp": "20261124T053000Z", "domain": text, "uid": other, "summary": text, "description": other,
            "url": text,
        });
        let results = [
            setup_script(with(script_facts(), "site_name"), "bash"),
            setup_script(with(script_facts(), "app_name"), "power_shell"),
            setup_script(with(script_facts(), "redirect_uri"), "manifest"),
            admin_request(with(app.clone(), "consent_url")),
            admin_request(with(app.clone(), "redirect_uri")),
            mailto_url(&text, &other),
            days_left(&text, &other),
            reminder_dates(&text),
            calendar_file(js(&file)).map(JsValue::from),
            calendar_file(with(file, "stamp")).map(JsValue::from),
            validate_extension_field(js(&json!([{ "kind": "pattern", "pattern": text }])), &other),
            validate_extension_field(js(&json!([{ "kind": "https_url" }, { "kind": "not_one_of", "values": [other] }])), &text),
            check_registration(&text, None, Some("manifest".to_owned())),
            check_redirect_uri_list(js(&json!([text, other])), None),
            redirect_matches(&text, &other),
            read_discovery(js(&json!({ "issuer": text, "tenant_region_scope": other })), "global"),
            short_admin_consent_url(with(app.clone(), "tenant_id")).map(JsValue::from),
            logout_url(with(app, "post_logout_redirect_uri")).map(JsValue::from),
            cloud_hosts(&text),
            error_facts(&text),
        ];
        count(results, &mut counts);
    }
    let (answers, refusals) = counts;
    assert_eq!(answers + refusals, 20_000);
    assert!(answers > 8_000 && refusals > 5_000, "{answers} answers, {refusals} refusals");
    scripts_arrive_with_their_verdicts();
    rules_of_extensions_judge_or_are_refused();
}
