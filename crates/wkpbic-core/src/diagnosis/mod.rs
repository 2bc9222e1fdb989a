//! Explains whatever Microsoft, Power BI or the site said: a text goes in, a code with who must act comes out.
//!
//! The text may be a pasted error page, the address with `error` and `error_description`, the token endpoint's JSON, a line
//! from a log, in any language: Microsoft translates its sentences, but never its numbers.
//!
//! What decides, first to last:
//! 1. an AADSTS number that is in our list; of several the first in the text, the others are in `also`;
//! 2. a code of this plugin (`"code":"client_secret_wrong"`), then one of WordPress's REST API;
//! 3. an AADSTS number without its name ("error code 50011");
//! 4. `suberror`, then `error` (RFC 6749 section 5.2), also beside a number that is not in our list;
//! 5. Power BI's code, then sentences of Power BI and of Microsoft's pages;
//! 6. a fault on the way: cURL's number, or a sentence of cURL or WordPress;
//! 7. sentences of WordPress and of browsers;
//! 8. the HTTP status.
//!
//! Microsoft's advice is to react to `error` and not to its text ("Microsoft Entra authentication and authorization error
//! codes"), so [`Diagnosis::interaction_required`] follows `error` and `suberror` as MSAL does, whatever the number says.

mod facts;
mod readable;
mod redirect;
mod status;
mod tables;
mod words;

use serde::Serialize;

use crate::aadsts::{INTERACTIVE_ERRORS, OAUTH_ERRORS, OAUTH_ERRORS_ALONE, SUBERRORS, code_of};
use crate::error::{Actor, ErrorCode, Wait};
use crate::verdict::{Level, Param, Params};
use facts::Facts;
use tables::{LASTING_TRANSPORT, SITE_PHRASES, find, spoken};

pub use readable::MAX_TEXT_BYTES;
pub use redirect::{MAX_REQUESTED_CHARS, RedirectFacts};
pub use tables::{MICROSOFT_PHRASES, POWER_BI_ERRORS, POWER_BI_STATUSES, TRANSPORT, TRANSPORT_PHRASES};

words! {
    /// How sure a [`Diagnosis`] is.
    pub enum Certainty {
        /// The text names the fault by number or code.
        Certain = "certain",
        /// The text points to it: a sentence, a status, a word of several meanings.
        Likely = "likely",
        /// Not in our list, or nothing was found.
        Unknown = "unknown",
    }
}

/// What is wrong and who mends it. In JSON an object with these members, `code` as text; `null` for what the text does not
/// say.
///
/// It holds nothing of the text but numbers, GUIDs, times and names of `[a-z_]{1,64}`, and in [`RedirectFacts`] the
/// redirect URI of the request; `Debug` leaves the last out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Diagnosis {
    /// What it is; the sentence for it stands in the message catalogue.
    pub code: ErrorCode,
    /// `error` must be mended, `warn` may pass by itself, `hint` asks for nothing.
    pub level: Level,
    /// What the sentence may mention: every parameter that the code declares.
    pub params: Params,
    /// Who has to act.
    pub actor: Actor,
    /// Whether waiting helps.
    pub wait: Wait,
    /// The wizard step at which it is mended, 1 to 4.
    pub step: Option<u8>,
    /// Whether the identical request may work later.
    pub retryable: bool,
    /// Whether the cure is a person at Microsoft's page.
    pub interaction_required: bool,
    /// How sure this is.
    pub certainty: Certainty,
    /// The AADSTS number that was explained, or the first one that is not in our list.
    pub aadsts: Option<u32>,
    /// The OAuth error.
    pub error: Option<String>,
    /// What Microsoft adds to it.
    pub suberror: Option<String>,
    /// The HTTP status; of several the first that is 400 or more.
    pub http_status: Option<u16>,
    /// The header `Retry-After`, in seconds; a date is not read.
    pub retry_after_seconds: Option<u32>,
    /// A GUID that Microsoft's support asks for; "Request Id" on its pages.
    pub trace_id: Option<String>,
    /// A GUID that Microsoft's support asks for.
    pub correlation_id: Option<String>,
    /// When it happened, as Microsoft wrote it, such as `2026-11-24 05:06:07Z`.
    pub timestamp: Option<String>,
    /// The other AADSTS numbers, in the order of the text, at most 15.
    pub also: Vec<u32>,
    /// Whether Microsoft sent a claims challenge, to be passed on in the next authorize request.
    pub claims_present: bool,
    /// For refused redirect URIs, what the request named.
    pub redirect: RedirectFacts,
}

/// Explains a text of any kind. The first [`MAX_TEXT_BYTES`] are read, in time linear in them. It always answers:
/// `nothing_pasted` for blanks, `nothing_recognised` for a text without an error, `microsoft_unknown` for an error that is
/// not in our list.
///
/// ```
/// use wkpbic_core::diagnosis::{Certainty, explain};
///
/// let page = "AADSTS50011: Der in der Anforderung angegebene Umleitungs-URI „https://shop.example/x“ passt nicht.";
/// let diagnosis = explain(page);
/// assert_eq!(diagnosis.code.as_str(), "redirect_uri_mismatch");
/// assert_eq!(diagnosis.certainty, Certainty::Certain);
/// assert_eq!(diagnosis.redirect.requested.as_deref(), Some("https://shop.example/x"));
/// ```
#[must_use]
pub fn explain(text: &str) -> Diagnosis {
    let text = readable::readable(text);
    let facts = Facts::read(&text);
    let (code, certainty) = decide(&facts);
    let info = code.info();
    let aadsts = facts.numbers.iter().copied().find(|number| code_of(*number).is_some());
    let aadsts = aadsts.or(facts.bare_number.filter(|number| code_of(*number) == Some(code))).or(facts.numbers.first().copied());
    let params = params(code, aadsts, &facts, &text);
    let is_lasting = |param: &Param| LASTING_TRANSPORT.iter().any(|word| *param == Param::from(*word));
    let lasts = params.0.iter().any(|(name, value)| *name == "transport" && is_lasting(value));
    let retryable = info.retryable && !lasts;
    Diagnosis {
        code,
        level: match (code, info.actor, retryable) {
            (ErrorCode::NothingRecognised | ErrorCode::NothingPasted, _, _) | (_, Actor::Nobody, false) => Level::Hint,
            (_, _, true) => Level::Warn,
            (_, _, false) => Level::Error,
        },
        params,
        actor: info.actor,
        wait: if lasts { Wait::None } else { info.wait },
        step: info.step,
        retryable,
        interaction_required: info.interaction_required || asks_for_a_person(&facts),
        certainty,
        aadsts,
        also: facts.numbers.iter().copied().filter(|number| Some(*number) != aadsts).collect(),
        redirect: redirect_facts(code, aadsts, &facts, &text),
        error: facts.error.map(|(error, _)| error),
        suberror: facts.suberror,
        http_status: facts.status,
        retry_after_seconds: facts.retry_after_seconds,
        trace_id: facts.trace_id,
        correlation_id: facts.correlation_id,
        timestamp: facts.timestamp,
        claims_present: facts.claims_present,
    }
}

fn decide(facts: &Facts) -> (ErrorCode, Certainty) {
    use Certainty::{Certain, Likely, Unknown};

    let number = facts.numbers.iter().find_map(|number| code_of(*number));
    if let Some(code) = number.or(facts.own).or(facts.wordpress) {
        return (code, Certain);
    }
    if let Some(code) = facts.bare_number.and_then(code_of) {
        return (code, Likely);
    }
    // Beside a number that is not in our list `error` tells the cure, but not the fault.
    let has_number = !facts.numbers.is_empty();
    let sure = if has_number { Likely } else { Certain };
    if let Some(code) = facts.suberror.as_deref().and_then(|suberror| find(SUBERRORS, &suberror)) {
        return (code, sure);
    }
    let error = facts.error.as_ref();
    if let Some((code, is_value)) = error.and_then(|(error, is_value)| Some((find(OAUTH_ERRORS, &error.as_str())?, *is_value))) {
        return (code, if is_value { sure } else { Likely });
    }
    if has_number {
        return (ErrorCode::MicrosoftUnknown, Unknown);
    }
    if let Some(code) = error.and_then(|(error, _)| find(OAUTH_ERRORS_ALONE, &error.as_str())) {
        return (code, Likely);
    }
    if let Some(code) = facts.power_bi {
        // A code that is not in our list leaves the status to say what it can.
        return match facts.status.and_then(|status| status::code_of_status(status, true)) {
            Some(by_status) if code == ErrorCode::PowerBiUnknown => (by_status, Likely),
            _ if code == ErrorCode::PowerBiUnknown => (code, Unknown),
            _ => (code, Certain),
        };
    }
    if let Some(code) = spoken(MICROSOFT_PHRASES, &facts.lower) {
        return (code, Likely);
    }
    if transport(facts).is_some() {
        return (ErrorCode::MicrosoftUnreachable, if facts.curl.is_some() { Certain } else { Likely });
    }
    if let Some(code) = spoken(SITE_PHRASES, &facts.lower).or(facts.mentioned) {
        return (code, Likely);
    }
    let by_status = facts.status.and_then(|status| status::code_of_status(status, facts.is_power_bi));
    match by_status {
        Some(code) if error.is_none() || code.info().retryable => (code, Likely),
        _ if error.is_some() => (ErrorCode::MicrosoftUnknown, Unknown),
        _ if facts.lower.trim().is_empty() => (ErrorCode::NothingPasted, Unknown),
        _ => (ErrorCode::NothingRecognised, Unknown),
    }
}

/// The word for a fault on the way.
fn transport(facts: &Facts) -> Option<&'static str> {
    let by_number = facts.curl.map(|number| find(TRANSPORT, &number));
    match by_number {
        Some(word) => Some(word.unwrap_or("other")),
        None => spoken(TRANSPORT_PHRASES, &facts.lower),
    }
}

/// The three cases in which MSAL sends people through the browser again.
fn asks_for_a_person(facts: &Facts) -> bool {
    let error = facts.error.as_ref().map(|(error, _)| error.as_str());
    error.is_some_and(|error| INTERACTIVE_ERRORS.contains(&error))
        || facts.suberror.as_deref().is_some_and(|suberror| find(SUBERRORS, &suberror).is_some())
        || (error == Some("invalid_grant") && facts.is_refresh)
}

/// A value for every parameter of the code: what the text says, else 0 or a question mark.
fn params(code: ErrorCode, aadsts: Option<u32>, facts: &Facts, text: &str) -> Params {
    // Our own REST answer carries them, beside a status of its own.
    let own = facts.own.filter(|own| *own == code).map(|_| text.split_once("params").map_or(text, |(_, params)| params));
    let value = |name: &'static str| -> Param {
        if let Some(text) = own {
            return parameter(name, text);
        }
        match name {
            "aadsts" => Param::Number(aadsts.unwrap_or_default()),
            "error" => facts.error.as_ref().map_or("error", |(error, _)| error).into(),
            "status" => Param::Number(facts.status.unwrap_or_default().into()),
            "seconds" => Param::Number(facts.retry_after_seconds.unwrap_or_default()),
            "transport" => transport(facts).unwrap_or("other").into(),
            _ => parameter(name, ""),
        }
    };
    Params(code.info().params.iter().map(|name| (*name, value(name))).collect())
}

/// A parameter of a code of ours as its REST answer carries it: a number, a GUID or a name.
fn parameter(name: &str, text: &str) -> Param {
    let values = words::words(text).filter(|word| word.text == name).filter_map(|word| word.value_word());
    let mut values = values.map(|(value, _)| value);
    let is_fit = |value: &&str| {
        words::number(value).is_some() || crate::guid::is_guid(value) || value.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_')
    };
    match values.find(is_fit) {
        Some(value) => words::number(value).map_or_else(|| value.into(), Param::Number),
        None if matches!(name, "aadsts" | "actual" | "max" | "min" | "position" | "seconds" | "status") => Param::Number(0),
        None => "?".into(),
    }
}

fn redirect_facts(code: ErrorCode, aadsts: Option<u32>, facts: &Facts, text: &str) -> RedirectFacts {
    use ErrorCode::{RedirectUriChanged, RedirectUriInsecure, RedirectUriMismatch, RedirectUriNotRegistered, RedirectUriNotValid};

    let is_about_it =
        matches!(code, RedirectUriChanged | RedirectUriInsecure | RedirectUriMismatch | RedirectUriNotRegistered | RedirectUriNotValid);
    if !is_about_it || aadsts.is_none() {
        return RedirectFacts::default();
    }
    RedirectFacts { requested: redirect::requested(text), client_id: facts.other_id.clone() }
}
