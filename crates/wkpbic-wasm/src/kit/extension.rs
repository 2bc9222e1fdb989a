//! Rules that extensions declare for fields of their own.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::extension::{ExtensionRules, RuleDeclaration};

use crate::convert::{Argument, list, text, to_js};
use crate::failure::Failure;

/// Judges a text by the rules of an extension's field; the first that fails is the verdict. Throws for rules that cannot be
/// used, whatever the text, with the code that says why.
#[wasm_bindgen(js_name = validateExtensionField, unchecked_return_type = "Verdict")]
pub fn validate_extension_field(
    #[wasm_bindgen(unchecked_param_type = "ExtensionRule[]")] rules: JsValue,
    text: &str,
) -> Result<JsValue, JsValue> {
    let rules = ExtensionRules::new(&list(&rules, rule)?).map_err(Failure::Refused)?;
    Ok(to_js(&rules.judge(text))?)
}

fn rule(value: JsValue) -> Result<RuleDeclaration, Failure> {
    let rule = Argument::new(value)?;
    Ok(RuleDeclaration {
        kind: rule.text("kind")?,
        min: rule.optional_small_number("min")?,
        max: rule.optional_small_number("max")?,
        values: rule.optional_list("values", text)?,
        pattern: rule.optional_text("pattern")?,
    })
}
