//! What Microsoft appends to the redirect URI: the answer to a sign-in or to a request for admin consent.

use crate::error::ErrorCode;
use crate::limits::{MAX_CODE_CHARS, MAX_ERROR_TEXT_CHARS, MAX_UNKNOWN_PARAMETERS, MAX_UNKNOWN_TEXT_CHARS, STATE_CHARS};
use crate::verdict::{Level, Param, Verdict};
use serde::Serialize;
use std::borrow::Cow;

/// Every parameter that an answer is known to have. One that stands twice makes the answer invalid: two readers might
/// take different ones.
pub const CALLBACK_PARAMETERS: &[&str] =
    &["code", "state", "error", "error_description", "error_uri", "error_subcode", "admin_consent", "tenant", "scope", "session_state"];

/// The query of the wizard's own address, to which Microsoft appends.
pub const OWN_PARAMETERS: &[&str] = &["page", "step"];

/// A parameter that this version knows nothing of, such as one that Microsoft came up with later. It is kept for whoever looks into a
/// failure, and nothing is decided by it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct UnknownParameter {
    /// Its name, cut to [`MAX_UNKNOWN_TEXT_CHARS`].
    pub name: String,
    /// Its value, cut likewise.
    pub value: String,
}

/// An answer of Microsoft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Callback {
    /// The query string is no answer of Microsoft at all.
    None,
    /// A sign-in that worked (RFC 6749 section 4.1.2).
    Code {
        /// The authorization code.
        code: String,
        /// The state of the request.
        state: String,
        /// The first [`MAX_UNKNOWN_PARAMETERS`] parameters without a meaning here, in their order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unknown: Vec<UnknownParameter>,
    },
    /// A sign-in that did not work (RFC 6749 section 4.1.2.1).
    Error {
        /// The OAuth error.
        error: String,
        /// Microsoft's text, cut to [`MAX_ERROR_TEXT_CHARS`].
        error_description: String,
        /// The state of the request; absent where Microsoft did not return it.
        state: Option<String>,
        /// The first [`MAX_UNKNOWN_PARAMETERS`] parameters without a meaning here, in their order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unknown: Vec<UnknownParameter>,
    },
    /// An administrator has consented.
    AdminConsentGranted {
        /// The directory, as Microsoft names it; not to be trusted for anything but a comparison.
        tenant: String,
        /// The state of the request.
        state: Option<String>,
        /// The first [`MAX_UNKNOWN_PARAMETERS`] parameters without a meaning here, in their order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unknown: Vec<UnknownParameter>,
    },
    /// An administrator has not consented. Microsoft sends `admin_consent=True` here too, so `error` is read first.
    AdminConsentRefused {
        /// The OAuth error.
        error: String,
        /// Microsoft's text, cut to [`MAX_ERROR_TEXT_CHARS`].
        error_description: String,
        /// The state of the request.
        state: Option<String>,
        /// The first [`MAX_UNKNOWN_PARAMETERS`] parameters without a meaning here, in their order.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        unknown: Vec<UnknownParameter>,
    },
    /// Something like an answer that must not be acted on.
    Invalid {
        /// Why not.
        verdict: Verdict,
    },
}

/// Reads the query string of the address that Microsoft sent the browser to, with or without its `?`.
///
/// ```
/// use wkpbic_core::callback::{Callback, read_callback};
///
/// assert_eq!(read_callback("?page=wkpbic-setup-wizard&step=3"), Callback::None);
/// ```
#[must_use]
pub fn read_callback(query: &str) -> Callback {
    let pairs: Vec<_> = form_urlencoded::parse(query.strip_prefix('?').unwrap_or(query).as_bytes()).collect();
    let find = |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_ref());
    let kept = |name: &str| find(name).unwrap_or_default().chars().take(MAX_ERROR_TEXT_CHARS as usize).collect::<String>();

    if ["code", "error", "admin_consent", "state"].into_iter().all(|name| find(name).is_none()) {
        return Callback::None;
    }
    if let Some(&name) = CALLBACK_PARAMETERS.iter().find(|name| pairs.iter().filter(|(key, _)| key == *name).nth(1).is_some()) {
        return invalid(ErrorCode::CallbackDuplicateParameter, vec![("parameter", name.into())]);
    }
    let state = find("state").filter(|state| !state.is_empty());
    if state.is_some_and(|state| state.chars().count() > STATE_CHARS as usize) {
        // Not one of ours, and not worth keeping.
        return invalid(ErrorCode::StateUnknown, vec![]);
    }
    let state = state.map(str::to_owned);
    let unknown = unknown_parameters(&pairs);
    let consent = find("admin_consent");
    if find("error").is_some_and(|error| !error.is_empty()) {
        let (error, error_description) = (kept("error"), kept("error_description"));
        return if consent.is_some() {
            Callback::AdminConsentRefused { error, error_description, state, unknown }
        } else {
            Callback::Error { error, error_description, state, unknown }
        };
    }
    if let Some(consent) = consent {
        return if consent.eq_ignore_ascii_case("true") {
            Callback::AdminConsentGranted { tenant: kept("tenant"), state, unknown }
        } else {
            invalid(ErrorCode::CallbackIncomplete, vec![])
        };
    }
    match (find("code").filter(|code| !code.is_empty()), state) {
        (None, _) => invalid(ErrorCode::CallbackIncomplete, vec![]),
        (Some(_), None) => invalid(ErrorCode::CallbackStateMissing, vec![]),
        (Some(code), Some(state)) => {
            let actual = code.chars().count();
            if actual > MAX_CODE_CHARS as usize {
                invalid(ErrorCode::TooLong, vec![("max", Param::Number(MAX_CODE_CHARS)), ("actual", actual.into())])
            } else {
                Callback::Code { code: code.to_owned(), state, unknown }
            }
        }
    }
}

fn unknown_parameters(pairs: &[(Cow<'_, str>, Cow<'_, str>)]) -> Vec<UnknownParameter> {
    let cut = |text: &str| text.chars().take(MAX_UNKNOWN_TEXT_CHARS as usize).collect();
    pairs
        .iter()
        .filter(|(name, _)| !CALLBACK_PARAMETERS.iter().chain(OWN_PARAMETERS).any(|known| known == name))
        .take(MAX_UNKNOWN_PARAMETERS as usize)
        .map(|(name, value)| UnknownParameter { name: cut(name), value: cut(value) })
        .collect()
}

fn invalid(code: ErrorCode, params: Vec<(&'static str, Param)>) -> Callback {
    Callback::Invalid { verdict: Verdict::new(Level::Error, code, params) }
}
