//! Between JavaScript's values and the core's.

use js_sys::{Array, Object, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::{JsCast, JsValue};
use wkpbic_core::error::ErrorCode;
use wkpbic_core::expiry::Date;
use wkpbic_core::field::{Context, FieldId};

use crate::Failure;

/// A plain object, as `JSON.parse` would give it: no `Map`, and `null` for what is absent.
pub(crate) fn to_js<T: Serialize>(value: &T) -> Result<JsValue, Failure> {
    value.serialize(&Serializer::json_compatible()).map_err(|_| Failure::ArgumentUnreadable)
}

/// An object that was passed in. Its properties are read by name: serde's derived code would describe in words what is wrong
/// with an argument, which takes 9 KB of brotli and is shown to nobody.
pub(crate) struct Argument(JsValue);

impl Argument {
    pub(crate) fn new(value: JsValue) -> Result<Self, Failure> {
        if value.is_object() && !Array::is_array(&value) { Ok(Self(value)) } else { Err(Failure::ArgumentUnreadable) }
    }

    /// The property, or `None` where it is missing, `undefined` or `null`. A getter that throws makes it unreadable.
    fn property(&self, name: &str) -> Result<Option<JsValue>, Failure> {
        let value = Reflect::get(&self.0, &name.into()).map_err(|_| Failure::ArgumentUnreadable)?;
        Ok(Some(value).filter(|value| !value.is_undefined() && !value.is_null()))
    }

    pub(crate) fn optional_text(&self, name: &str) -> Result<Option<String>, Failure> {
        self.property(name)?.map(|value| value.as_string().ok_or(Failure::ArgumentUnreadable)).transpose()
    }

    pub(crate) fn text(&self, name: &str) -> Result<String, Failure> {
        self.optional_text(name)?.ok_or(Failure::ArgumentUnreadable)
    }

    /// One of the words that `parse` knows.
    pub(crate) fn optional_word<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<Option<T>, Failure> {
        self.optional_text(name)?.map(|text| parse(&text).ok_or(Failure::ArgumentUnreadable)).transpose()
    }

    pub(crate) fn word<T>(&self, name: &str, parse: impl Fn(&str) -> Option<T>) -> Result<T, Failure> {
        self.optional_word(name, parse)?.ok_or(Failure::ArgumentUnreadable)
    }

    /// A whole number that JavaScript holds exactly.
    pub(crate) fn optional_number(&self, name: &str) -> Result<Option<u64>, Failure> {
        let Some(value) = self.property(name)? else { return Ok(None) };
        let number = value.as_f64().ok_or(Failure::ArgumentUnreadable)?;
        let whole = number.fract() == 0.0 && (0.0..=9_007_199_254_740_991.0).contains(&number);
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole and in range")]
        if whole { Ok(Some(number as u64)) } else { Err(Failure::ArgumentUnreadable) }
    }

    pub(crate) fn number(&self, name: &str) -> Result<u64, Failure> {
        self.optional_number(name)?.ok_or(Failure::ArgumentUnreadable)
    }

    /// A whole number of 32 bits.
    pub(crate) fn optional_small_number(&self, name: &str) -> Result<Option<u32>, Failure> {
        self.optional_number(name)?.map(|number| u32::try_from(number).map_err(|_| Failure::ArgumentUnreadable)).transpose()
    }

    /// `true` or `false`; a missing one is `false`.
    pub(crate) fn flag(&self, name: &str) -> Result<bool, Failure> {
        self.property(name)?.map_or(Ok(false), |value| value.as_bool().ok_or(Failure::ArgumentUnreadable))
    }

    pub(crate) fn truth(&self, name: &str) -> Result<bool, Failure> {
        self.property(name)?.and_then(|value| value.as_bool()).ok_or(Failure::ArgumentUnreadable)
    }

    /// The elements of an array, or `None` where it is missing.
    pub(crate) fn optional_list<T>(&self, name: &str, read: impl Fn(JsValue) -> Result<T, Failure>) -> Result<Option<Vec<T>>, Failure> {
        self.property(name)?.map(|value| list(&value, read)).transpose()
    }

    /// The elements of an array; none where it is missing.
    pub(crate) fn list<T>(&self, name: &str, read: impl Fn(JsValue) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
        Ok(self.optional_list(name, read)?.unwrap_or_default())
    }
}

/// The elements of an array.
pub(crate) fn list<T>(value: &JsValue, read: impl Fn(JsValue) -> Result<T, Failure>) -> Result<Vec<T>, Failure> {
    value.dyn_ref::<Array>().ok_or(Failure::ArgumentUnreadable)?.iter().map(read).collect()
}

/// An element of an array that is a text.
pub(crate) fn text(value: JsValue) -> Result<String, Failure> {
    value.as_string().ok_or(Failure::ArgumentUnreadable)
}

/// `YYYY-MM-DD`, a day of the calendar.
pub(crate) fn date(text: &str) -> Result<Date, Failure> {
    Date::parse(text).ok_or(Failure::ArgumentUnreadable)
}

pub(crate) fn field_id(name: &str) -> Result<FieldId, Failure> {
    FieldId::parse(name).ok_or_else(|| Failure::new(ErrorCode::FieldUnknown, vec![("field", name.into())]))
}

pub(crate) fn field_context(context: JsValue) -> Result<Context, Failure> {
    if context.is_undefined() || context.is_null() {
        return Ok(Context::default());
    }
    let context = Argument::new(context)?;
    let mut known = Context::default();
    for name in Object::keys(context.0.unchecked_ref::<Object>()).iter() {
        let name = text(name)?;
        let id = field_id(&name)?;
        if let Some(text) = context.optional_text(&name)? {
            known = known.with(id, &text);
        }
    }
    Ok(known)
}
