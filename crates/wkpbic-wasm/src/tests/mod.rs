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

#[cfg(feature = "core")]
mod core;
#[cfg(feature = "kit")]
mod kit;

use js_sys::{JSON, Reflect};
use serde_json::Value;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test_configure;

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

/// What a call threw: a real error of ours, with its code.
fn code_of(thrown: &JsValue) -> String {
    assert!(thrown.is_instance_of::<js_sys::Error>(), "{thrown:?}");
    assert_eq!(property(thrown, "name"), "WkpbicCoreError");
    property(thrown, "code").as_string().unwrap()
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
    if round.is_multiple_of(500) { text.repeat(2000).chars().take(70_000).collect() } else { text }
}

/// Counts answers and refusals, each of which must be an error of ours.
fn count(results: impl IntoIterator<Item = Result<JsValue, JsValue>>, counts: &mut (usize, usize)) {
    for result in results {
        match result {
            Ok(_) => counts.0 += 1,
            Err(thrown) => {
                code_of(&thrown);
                counts.1 += 1;
            }
        }
    }
}
