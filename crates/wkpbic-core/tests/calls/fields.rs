//! `validate_field`, `tidy`.

use serde_json::Value;
use wkpbic_core::field::{Context, FieldId, tidy, validate_field};

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[("validate_field", validate), ("tidy", |input| json(tidy(text(input, "text")?)))];

fn field(name: &str) -> Result<FieldId, String> {
    FieldId::parse(name).ok_or_else(|| format!("there is no field {name:?}"))
}

fn validate(input: &Value) -> Result<Value, String> {
    let mut context = Context::default();
    for (name, value) in input.get("context").and_then(Value::as_object).into_iter().flatten() {
        context = context.with(field(name)?, value.as_str().ok_or("a value of the context is not a text")?);
    }
    json(validate_field(field(text(input, "field")?)?, text(input, "text")?, &context))
}
