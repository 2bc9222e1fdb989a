//! What `explain` keeps whatever is pasted.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::arithmetic_side_effects, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::aadsts::AADSTS;
use wkpbic_core::diagnosis::{Certainty, Diagnosis, MAX_REQUESTED_CHARS, MAX_TEXT_BYTES, explain};
use wkpbic_core::error::ErrorCode;

/// Pieces that parsers trip over, to be put together in any order.
const PIECES: &[&str] = &[
    "AADSTS",
    "50011",
    "aadsts 7000215",
    "AADSTS50011: '",
    "https://shop.example/a'b",
    "'",
    "„",
    "“",
    "«\u{a0}",
    "»",
    "<",
    ">",
    "<b",
    "</",
    "<!--",
    "-->",
    "<style>",
    "</style",
    "&",
    "&#",
    "&#x27;",
    "&quot;",
    "&amp;",
    ";",
    "\\",
    "\\u00",
    "\\u0027",
    "\\\"",
    "%",
    "%27",
    "%2",
    "+",
    "error",
    "error=",
    "error_description=",
    "\"error\":\"",
    "suberror",
    "code",
    "\"code\":\"",
    "error_codes",
    "[",
    "]",
    "=>",
    ":",
    "=",
    "\"",
    "invalid_grant",
    "bad_token",
    "claims",
    "{",
    "}",
    "Retry-After: ",
    "HTTP/1.1 ",
    "status",
    "503",
    "cURL error ",
    "28",
    "wkpbic",
    "client_secret_wrong",
    "rest_no_route",
    "Trace ID: ",
    "Correlation ID: ",
    "0f8fad5b-d9cb-469f-a165-70867728950e",
    "Timestamp: ",
    "2026-11-24",
    " ",
    "T05:06:07Z",
    ".",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{200b}",
    "\u{202e}",
    "😀",
    "ä",
    "５",
    "redirect_uri=",
    "http%3A%2F%2F",
    "X-PowerBI-Error-Info: ",
    "TokenExpired",
    "timed out",
    "params",
];

fn pasted() -> impl Strategy<Value = String> {
    let pieces = prop::collection::vec(prop::sample::select(PIECES), 0..60).prop_map(|pieces| pieces.concat());
    prop_oneof![4 => pieces, 1 => any::<String>(), 1 => "[ -~\\n]{0,400}"]
}

/// The rules that hold for every answer.
fn check(diagnosis: &Diagnosis) -> Result<(), TestCaseError> {
    let is_guid = |id: &Option<String>| id.as_deref().is_none_or(wkpbic_core::guid::is_guid);
    prop_assert!(is_guid(&diagnosis.trace_id) && is_guid(&diagnosis.correlation_id) && is_guid(&diagnosis.redirect.client_id));
    for name in [&diagnosis.error, &diagnosis.suberror].into_iter().flatten() {
        prop_assert!((1..=64).contains(&name.len()) && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'));
    }
    if let Some(time) = &diagnosis.timestamp {
        prop_assert!((19..=32).contains(&time.len()) && time.bytes().all(|byte| byte.is_ascii_digit() || b"-:. TZ".contains(&byte)));
    }
    prop_assert!(diagnosis.also.len() < 16 && diagnosis.also.iter().all(|number| Some(*number) != diagnosis.aadsts));
    prop_assert!(diagnosis.redirect.requested.as_ref().is_none_or(|uri| uri.chars().count() <= MAX_REQUESTED_CHARS));
    let names: Vec<&str> = diagnosis.params.0.iter().map(|(name, _)| *name).collect();
    prop_assert_eq!(names, diagnosis.code.info().params, "every parameter that the sentence waits for, in its order");
    prop_assert!(!diagnosis.code.info().interaction_required || diagnosis.interaction_required);
    prop_assert_eq!(serde_json::to_value(diagnosis).unwrap().as_object().unwrap().len(), 20);
    Ok(())
}

proptest! {
    #[test]
    fn it_answers_anything(text in pasted()) {
        let diagnosis = explain(&text);
        check(&diagnosis)?;
        prop_assert_eq!(diagnosis, explain(&text), "the same text has the same answer");
    }

    #[test]
    fn a_known_number_decides_whatever_stands_behind_it(row in 0..AADSTS.len(), rest in pasted()) {
        let (number, code) = AADSTS.get(row).unwrap();
        let diagnosis = explain(&format!("AADSTS{number}: {rest}"));
        check(&diagnosis)?;
        prop_assert_eq!((diagnosis.code, diagnosis.aadsts, diagnosis.certainty), (*code, Some(*number), Certainty::Certain));
    }

    #[test]
    fn an_address_in_quotes_comes_out_as_it_went_in(
        path in "[a-zA-Z0-9/?&=%+#;.~_-]{0,80}[a-zA-Z0-9/]",
        quotes in prop::sample::select(&[("'", "'"), ("\"", "\""), ("‘", "’"), ("“", "”"), ("„", "“"), ("«\u{a0}", "\u{a0}»"), ("「", "」")][..]),
    ) {
        prop_assume!(["code=", "secret=", "token=", "password=", "assertion=", "error="].iter().all(|part| !path.to_lowercase().contains(part)));
        let uri = format!("https://shop.example/{path}");
        // Entities that only a page's source holds would be decoded.
        prop_assume!(!uri.contains("&#") && !["&quot;", "&apos;", "&lt;"].iter().any(|entity| uri.contains(entity)));
        let (open, close) = quotes;
        let diagnosis = explain(&format!("AADSTS50011: URI {open}{uri}{close} nicht gefunden."));
        prop_assert_eq!(diagnosis.redirect.requested, Some(uri));
    }

    #[test]
    fn secrets_stay_out_of_the_answer_and_of_debug(secret in "[A-Za-z0-9]{3}8Q~[A-Za-z0-9_~.-]{34}", before in pasted(), after in pasted()) {
        let diagnosis = explain(&format!("{before} client_secret={secret}&code=0.{secret} {after}"));
        let shown = format!("{diagnosis:?} {}", serde_json::to_string(&diagnosis).unwrap());
        prop_assert!(!shown.contains(&secret), "{}", shown);
    }

    #[test]
    fn debug_leaves_the_address_out(path in "[a-z]{8,20}") {
        let diagnosis = explain(&format!("AADSTS50011: 'https://{path}.example/cb'"));
        prop_assert!(diagnosis.redirect.requested.as_ref().unwrap().contains(&path));
        let shown = format!("{diagnosis:?}");
        prop_assert!(!shown.contains(&path));
    }

    #[test]
    fn a_query_is_read_like_its_text(sentence in "[a-zA-Z ':/.äö中]{0,60}", row in 0..AADSTS.len()) {
        let (number, _) = AADSTS.get(row).unwrap();
        let description = format!("AADSTS{number}: {sentence}\r\nTrace ID: 0f8fad5b-d9cb-469f-a165-70867728950e");
        let mut query = url::form_urlencoded::Serializer::new(String::from("https://shop.example/cb?"));
        query.append_pair("error", "access_denied").append_pair("error_description", &description).append_pair("state", "x");
        let (from_query, plain) = (explain(&query.finish()), explain(&format!("error=access_denied\n{description}")));
        prop_assert_eq!(from_query, plain);
    }
}

#[test]
fn what_stands_beyond_the_limit_is_not_read() {
    let number = "AADSTS50057";
    for (filler, code) in [(MAX_TEXT_BYTES - number.len(), ErrorCode::AccountDisabled), (MAX_TEXT_BYTES - 4, ErrorCode::NothingRecognised)]
    {
        assert_eq!(explain(&format!("{}{number}", ".".repeat(filler))).code, code, "{filler}");
    }
    // A character that the limit cuts in two.
    let cut = format!("{number}{}", "😀".repeat(MAX_TEXT_BYTES / 4));
    assert_eq!(explain(&cut).code, ErrorCode::AccountDisabled);
}

/// Pieces that a careless parser reads to the end each time they occur: with quadratic work this would not end.
#[test]
fn repeated_openings_are_no_trap() {
    let openings = ["<!", "<a ", "AADSTS50011 '", "error_codes [", "\"claims\":", "&#x", "error=%", "AADSTS50011: 'https://"];
    for piece in PIECES.iter().filter(|piece| piece.len() < 10).chain(&openings) {
        let diagnosis = explain(&piece.repeat(MAX_TEXT_BYTES / piece.len()));
        assert!(diagnosis.also.len() < 16, "{piece:?}");
    }
}
