//! `explain`.

use serde_json::Value;
use wkpbic_core::diagnosis::explain;

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[("explain", |input| Ok(short(json(explain(text(input, "text")?))?)))];

/// The answer without the members that say nothing: `null`, an empty list, an empty object, and `claims_present` when it
/// is false.
fn short(mut answer: Value) -> Value {
    if let Some(members) = answer.as_object_mut() {
        members.retain(|name, value| match value {
            Value::Null => false,
            Value::Bool(is_present) => name != "claims_present" || *is_present,
            Value::Array(list) => !list.is_empty(),
            Value::Object(object) => !object.is_empty(),
            _ => true,
        });
    }
    answer
}
