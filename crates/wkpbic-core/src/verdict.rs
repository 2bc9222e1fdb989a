//! What a check has to say: a level, a stable code and typed parameters. Never words, never the checked value.

use serde::Serialize;
use serde::ser::{SerializeMap, SerializeStruct, Serializer};

use crate::error::ErrorCode;

words! {
    /// How serious a [`Verdict`] is. Only [`Level::Error`] stops anything; facts that are not verified reach
    /// [`Level::Warn`] at most.
    #[derive(PartialOrd, Ord)]
    pub enum Level {
        /// Nothing to say.
        Ok = "ok",
        /// Worth knowing; most likely right as it is.
        Hint = "hint",
        /// Probably wrong, but it may be right.
        Warn = "warn",
        /// Cannot work.
        Error = "error",
    }
}

/// A value that a sentence may mention.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Param {
    /// A count, a length or a 1-based position, in Unicode scalar values.
    Number(u32),
    /// A short piece of text, such as a host name or one character. Never a secret.
    Text(String),
}

impl From<usize> for Param {
    fn from(value: usize) -> Self {
        Self::Number(u32::try_from(value).unwrap_or(u32::MAX))
    }
}

impl From<&str> for Param {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}

impl From<String> for Param {
    fn from(value: String) -> Self {
        Self::Text(value)
    }
}

/// Named parameters in the order of the code's declaration; in JSON an object.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Params(pub Vec<(&'static str, Param)>);

impl Serialize for Params {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, value) in &self.0 {
            map.serialize_entry(name, value)?;
        }
        map.end()
    }
}

/// The answer of a check, `{level, code, params}` in JSON. `code` is `"ok"` when there is nothing to say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verdict {
    /// How serious it is.
    pub level: Level,
    /// What it is; `None` exactly when `level` is [`Level::Ok`].
    pub code: Option<ErrorCode>,
    /// What the sentence for `code` may mention.
    pub params: Params,
}

impl Verdict {
    /// Nothing to say.
    #[must_use]
    pub const fn ok() -> Self {
        Self { level: Level::Ok, code: None, params: Params(Vec::new()) }
    }

    /// Something to say.
    #[must_use]
    pub const fn new(level: Level, code: ErrorCode, params: Vec<(&'static str, Param)>) -> Self {
        Self { level, code: Some(code), params: Params(params) }
    }

    /// The code as written in JSON.
    #[must_use]
    pub fn code_text(&self) -> &'static str {
        self.code.map_or("ok", ErrorCode::as_str)
    }

    /// Whether the value cannot work.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.level == Level::Error
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut object = serializer.serialize_struct("Verdict", 3)?;
        object.serialize_field("level", &self.level)?;
        object.serialize_field("code", self.code_text())?;
        object.serialize_field("params", &self.params)?;
        object.end()
    }
}
