//! Between JavaScript's values and the core's.

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use std::collections::BTreeMap;
use wasm_bindgen::JsValue;
use wkpbic_core::error::ErrorCode;
use wkpbic_core::field::{Context, FieldId};

use crate::Failure;

/// A plain object, as `JSON.parse` would give it: no `Map`, and `null` for what is absent.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, Failure> {
    value.serialize(&Serializer::json_compatible()).map_err(|_| Failure::ArgumentUnreadable)
}

pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, Failure> {
    serde_wasm_bindgen::from_value(value).map_err(|_| Failure::ArgumentUnreadable)
}

pub(crate) fn field_id(name: &str) -> Result<FieldId, Failure> {
    FieldId::parse(name).ok_or_else(|| Failure::new(ErrorCode::FieldUnknown, vec![("field", name.into())]))
}

pub(crate) fn field_context(context: &JsValue) -> Result<Context, Failure> {
    if context.is_undefined() || context.is_null() {
        return Ok(Context::default());
    }
    let texts: BTreeMap<String, Option<String>> = from_js(context.clone())?;
    texts.iter().try_fold(Context::default(), |context, (name, text)| {
        let id = field_id(name)?;
        Ok(text.as_deref().map_or(context.clone(), |text| context.with(id, text)))
    })
}
