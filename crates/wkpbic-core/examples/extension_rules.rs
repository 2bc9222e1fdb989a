//! Rules that an extension declares for a field of its own: data, judged as the built-in ones.
//!
//! `cargo run -q -p wkpbic-core --example extension_rules -- AB-12 ab-12`
#![allow(clippy::print_stdout, reason = "a program writes its answers")]

use wkpbic_core::extension::{ExtensionRules, RuleDeclaration};
use wkpbic_core::verdict::Verdict;

fn main() {
    match warehouse_code() {
        Ok(rules) => std::env::args().skip(1).for_each(|text| println!("{text}: {}", told(&rules.judge(&text)))),
        Err(refused) => println!("the rules cannot be used: {}", told(&refused)),
    }
}

/// Two capitals, a hyphen, digits. A rule that cannot be used is refused here, once, and not at every text.
fn warehouse_code() -> Result<ExtensionRules, Verdict> {
    ExtensionRules::new(&[
        RuleDeclaration { kind: "required".to_owned(), ..RuleDeclaration::default() },
        RuleDeclaration { kind: "pattern".to_owned(), pattern: Some("[A-Z]{2}-[0-9]+".to_owned()), ..RuleDeclaration::default() },
    ])
}

fn told(verdict: &Verdict) -> &'static str {
    if verdict.is_error() { verdict.code_text() } else { "good" }
}

#[cfg(test)]
mod tests {
    use super::{told, warehouse_code};

    #[test]
    fn texts_are_judged_by_the_declared_rules() {
        let rules = warehouse_code().unwrap();
        for (text, expected) in [("AB-12", "good"), ("ab-12", "value_pattern_mismatch"), ("", "value_required")] {
            assert_eq!(told(&rules.judge(text)), expected, "{text:?}");
        }
    }
}
