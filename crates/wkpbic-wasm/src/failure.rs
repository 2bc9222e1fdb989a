//! What the door throws: a real `Error`, with a code in place of words.

use js_sys::{Error, Object, Reflect};
use wasm_bindgen::JsValue;
use wkpbic_core::error::ErrorCode;
use wkpbic_core::verdict::{Param, Verdict};

/// Why a function of the door gives no answer.
pub(crate) enum Failure {
    /// A value that the core refuses.
    Refused(Verdict),
    /// The argument is not of the agreed form; the program is wrong, not the person.
    ArgumentUnreadable,
    /// The browser has no random numbers.
    RandomUnavailable,
}

impl Failure {
    pub(crate) fn new(code: ErrorCode, params: Vec<(&'static str, Param)>) -> Self {
        Self::Refused(Verdict::new(wkpbic_core::verdict::Level::Error, code, params))
    }

    fn code(&self) -> &'static str {
        match self {
            Self::Refused(verdict) => verdict.code_text(),
            Self::ArgumentUnreadable => "argument_unreadable",
            Self::RandomUnavailable => "random_unavailable",
        }
    }
}

impl From<Failure> for JsValue {
    fn from(failure: Failure) -> Self {
        let error = Error::new(failure.code());
        error.set_name("WkpbicCoreError");
        let params = match &failure {
            Failure::Refused(verdict) => crate::convert::to_js(&verdict.params).unwrap_or_else(|_| Object::new().into()),
            Failure::ArgumentUnreadable | Failure::RandomUnavailable => Object::new().into(),
        };
        // A fresh error object takes properties; there is nothing to do if it does not.
        let _ = Reflect::set(&error, &"code".into(), &failure.code().into());
        let _ = Reflect::set(&error, &"params".into(), &params);
        error.into()
    }
}
