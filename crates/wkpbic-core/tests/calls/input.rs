//! Reading the members of a call's input.

use serde::Serialize;
use serde_json::Value;

/// A member that must be text.
pub(crate) fn text<'a>(input: &'a Value, name: &str) -> Result<&'a str, String> {
    optional_text(input, name)?.ok_or_else(|| format!("{name} is missing"))
}

/// A member that may be absent or null, and is text otherwise.
pub(crate) fn optional_text<'a>(input: &'a Value, name: &str) -> Result<Option<&'a str>, String> {
    match input.get(name) {
        None | Some(Value::Null) => Ok(None),
        Some(Value::String(text)) => Ok(Some(text)),
        Some(_) => Err(format!("{name} is not a text")),
    }
}

/// A member that may be absent, which means no.
pub(crate) fn flag(input: &Value, name: &str) -> Result<bool, String> {
    match input.get(name) {
        None | Some(Value::Null) => Ok(false),
        Some(Value::Bool(is_set)) => Ok(*is_set),
        Some(_) => Err(format!("{name} is neither true nor false")),
    }
}

/// The answer as JSON.
pub(crate) fn json(answer: impl Serialize) -> Result<Value, String> {
    serde_json::to_value(answer).map_err(|error| error.to_string())
}
