//! Patterns of the dialect mean in `regex-lite` what they mean in `regex`, and none of them hangs.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::arithmetic_side_effects, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::extension::{ExtensionRules, RuleDeclaration};
use wkpbic_core::pattern::Pattern;

/// The oracle: the full engine with Unicode classes as ASCII, and the whole text.
fn oracle(pattern: &str) -> Option<regex::Regex> {
    let ascii = pattern.replace(r"\d", "[0-9]").replace(r"\w", "[0-9A-Za-z_]").replace(r"\s", r"[\t\n\x0b\x0c\r ]");
    regex::RegexBuilder::new(&format!(r"\A(?:{ascii})\z")).size_limit(1 << 20).build().ok()
}

/// Patterns put together from pieces of the dialect.
fn patterns() -> impl Strategy<Value = String> {
    let atom = prop_oneof![
        Just("a".to_owned()),
        Just("b".to_owned()),
        Just("ä".to_owned()),
        Just(".".to_owned()),
        Just(r"\d".to_owned()),
        Just(r"\w".to_owned()),
        Just(r"\s".to_owned()),
        Just(r"\.".to_owned()),
        Just("[ab]".to_owned()),
        Just("[^a]".to_owned()),
        Just("[0-9-]".to_owned()),
        Just("^".to_owned()),
        Just("$".to_owned()),
    ];
    let quantifier = prop_oneof![Just(""), Just("*"), Just("+"), Just("?"), Just("{2}"), Just("{1,3}")];
    atom.prop_recursive(4, 24, 4, move |inner| {
        let quantifier = quantifier.clone();
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..4).prop_map(|parts| parts.concat()),
            (inner.clone(), inner.clone()).prop_map(|(one, other)| format!("(?:{one}|{other})")),
            (inner, quantifier).prop_map(|(inner, quantifier)| format!("({inner}){quantifier}")),
        ]
    })
}

proptest! {
    #[test]
    fn regex_lite_agrees_with_regex(pattern in patterns(), text in "[ab0ä. \n-]{0,8}") {
        if let Ok(ours) = Pattern::parse(&pattern) {
            let theirs = oracle(&pattern).expect("what regex-lite takes, regex takes");
            prop_assert_eq!(ours.matches(&text), theirs.is_match(&text), "{:?} on {:?}", pattern, text);
        }
    }

    #[test]
    fn anything_may_be_declared(pattern in any::<String>(), text in any::<String>(), kind in "[a-z_]{0,12}") {
        if let Ok(pattern) = Pattern::parse(&pattern) {
            let _ = pattern.matches(&text);
        }
        let rule = RuleDeclaration { kind, pattern: Some(pattern), ..RuleDeclaration::default() };
        if let Ok(rules) = ExtensionRules::new(&[rule]) {
            let _ = rules.judge(&text);
        }
    }

    #[test]
    fn punctuation_soup_is_refused_or_agrees(pattern in r"[a\[\](){}*+?|^$.\\dw,0-9:&~-]{0,16}", text in "[a0d,-]{0,6}") {
        if let Ok(ours) = Pattern::parse(&pattern) {
            let theirs = oracle(&pattern).expect("what regex-lite takes, regex takes");
            prop_assert_eq!(ours.matches(&text), theirs.is_match(&text), "{:?} on {:?}", pattern, text);
        }
    }
}

#[test]
fn a_mebibyte_of_text_is_answered_without_being_matched() {
    let text = "a".repeat(1 << 20);
    assert!(!Pattern::parse("(a+)+").unwrap().matches(&text));
    assert_eq!(ExtensionRules::new(&[]).unwrap_or_else(|_| unreachable!()).judge(&text).code_text(), "too_long");
}
