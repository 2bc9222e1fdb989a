//! `granted_permissions`, `pick_route`, `scorecard`, `extension_rules`, `pattern`.

use serde::de::DeserializeOwned;
use serde_json::{Value, json as object};
use wkpbic_core::extension::{ExtensionRules, RuleDeclaration};
use wkpbic_core::pattern::Pattern;
use wkpbic_core::permission::{PERMISSIONS, granted_permissions, permission_names};
use wkpbic_core::quiz::pick_route;
use wkpbic_core::scorecard::scorecard;

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[
    ("granted_permissions", permissions),
    ("pick_route", |input| json(pick_route(&read(input)?))),
    ("scorecard", |input| json(scorecard(&read(input)?))),
    ("extension_rules", extension_rules),
    ("pattern", pattern),
];

fn read<T: DeserializeOwned>(input: &Value) -> Result<T, String> {
    serde_json::from_value(input.clone()).map_err(|error| error.to_string())
}

/// Input `{scope, wanted?}`; without `wanted` all five.
fn permissions(input: &Value) -> Result<Value, String> {
    let wanted = match input.get("wanted").and_then(Value::as_array) {
        None => permission_names(),
        Some(names) => names
            .iter()
            .map(|name| PERMISSIONS.iter().map(|permission| permission.name).find(|known| name == known).ok_or("no such permission"))
            .collect::<Result<_, _>>()?,
    };
    json(granted_permissions(text(input, "scope")?, &wanted))
}

/// Input `{rules, text}`; the answer is the verdict on the text, or `{refused: verdict}` on the rules.
fn extension_rules(input: &Value) -> Result<Value, String> {
    let rules: Vec<RuleDeclaration> = read(input.get("rules").ok_or("rules are missing")?)?;
    match ExtensionRules::new(&rules) {
        Ok(rules) => json(rules.judge(text(input, "text")?)),
        Err(verdict) => Ok(object!({ "refused": verdict })),
    }
}

/// Input `{pattern, text}`; the answer is whether it matches, or `{refused: verdict}`.
fn pattern(input: &Value) -> Result<Value, String> {
    match Pattern::parse(text(input, "pattern")?) {
        Ok(pattern) => json(pattern.matches(text(input, "text")?)),
        Err(verdict) => Ok(object!({ "refused": verdict })),
    }
}
