//! Two addresses that should be one: the address in the registration and the address that was asked for. Says whether
//! they count as the same at Microsoft, and what makes them differ, by its cause.
//!
//! AADSTS50011 only says that they differ. Rules by "Redirect URI (reply URL) best practices and limitations", RFC 3986
//! and, for the causes, WordPress. Any two texts may be compared; the work grows with their length (n log n in the
//! number of query parameters), and no answer holds more than 80 characters of either text.

mod findings;
mod path;
mod query;
mod tidy;

use serde::Serialize;

use crate::certainty::Certainty;
use crate::error::ErrorCode;
use crate::verdict::Params;
use findings::{Finding, findings};

words! {
    /// What makes two addresses differ, by cause and in the order in which causes are told.
    #[derive(PartialOrd, Ord)]
    pub enum DifferenceClass {
        /// A character that nobody sees, such as U+200B.
        InvisibleCharacter = "invisible_character",
        /// A blank, tab or line break.
        Blank = "blank",
        /// `&amp;` or `&#038;` in place of `&`.
        EscapedAmpersand = "escaped_ampersand",
        /// `http://` against `https://`, or none.
        Scheme = "scheme",
        /// A user name before the host.
        Userinfo = "userinfo",
        /// `www.` before one of the hosts.
        Www = "www",
        /// Another host.
        Host = "host",
        /// The host's upper and lower case.
        HostCase = "host_case",
        /// The port.
        Port = "port",
        /// A folder before WordPress's own path.
        Subdirectory = "subdirectory",
        /// A language's short name in the path, such as `/de/`.
        LanguagePrefix = "language_prefix",
        /// Another path.
        Path = "path",
        /// Upper and lower case behind the host.
        PathCase = "path_case",
        /// A slash at the path's end.
        TrailingSlash = "trailing_slash",
        /// The same characters, percent-encoded in one address only.
        PercentEncoding = "percent_encoding",
        /// `step=3` in one address only.
        MissingStep = "missing_step",
        /// The same parameters in another order.
        QueryOrder = "query_order",
        /// A parameter in one address only.
        ExtraQuery = "extra_query",
        /// What follows a `#`.
        Fragment = "fragment",
        /// None of these.
        Other = "other",
    }
}

/// How two addresses differ. In JSON `{same, position, registered_character, requested_character, class, code, params,
/// more}`; `code` is `"ok"` and `class` is `null` when the texts are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Whether the two texts are the same, character by character.
    pub same: bool,
    /// Where they differ first, in characters, from 1; `None` when they are the same.
    pub position: Option<u32>,
    /// The registered address's character there; `None` where that text has ended.
    pub registered_character: Option<char>,
    /// The requested address's character there; `None` where that text has ended.
    pub requested_character: Option<char>,
    /// The cause to tell first. One that makes the addresses different for Microsoft comes before one that does not.
    pub class: Option<DifferenceClass>,
    /// The sentence for it.
    #[serde(serialize_with = "code_or_ok")]
    pub code: Option<ErrorCode>,
    /// What the sentence may mention.
    pub params: Params,
    /// The other causes, each once, in the order in which to tell them.
    pub more: Vec<DifferenceClass>,
}

/// Whether a requested address is the registered one for Microsoft. In JSON `{matches, certainty, reason, params}`;
/// `reason` is `"ok"` when the texts are the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MatchVerdict {
    /// Whether Microsoft takes it. Where nothing is known, the answer on which nobody should rely the wrong way.
    pub matches: bool,
    /// How sure that is; never [`Certainty::Community`].
    pub certainty: Certainty,
    /// The cause, with a sentence.
    #[serde(serialize_with = "code_or_ok")]
    pub reason: Option<ErrorCode>,
    /// What the sentence may mention.
    pub params: Params,
}

/// Compares the address that is registered with the one that was asked for.
///
/// ```
/// use wkpbic_core::doctor::{DifferenceClass, redirect_doctor};
///
/// let difference = redirect_doctor("https://shop.example/cb", "https://www.shop.example/cb");
/// assert_eq!(difference.class, Some(DifferenceClass::Www));
/// assert_eq!((difference.position, difference.registered_character), (Some(9), Some('s')));
/// ```
#[must_use]
pub fn redirect_doctor(registered: &str, requested: &str) -> Difference {
    let mut found = findings(registered, requested).into_iter();
    let Some(main) = found.next() else {
        return Difference {
            same: true,
            position: None,
            registered_character: None,
            requested_character: None,
            class: None,
            code: None,
            params: Params::default(),
            more: Vec::new(),
        };
    };
    let mut more: Vec<DifferenceClass> = Vec::new();
    for Finding { class, .. } in found {
        if class != main.class && !more.contains(&class) {
            more.push(class);
        }
    }
    let (position, registered_character, requested_character) = first_difference(registered, requested);
    Difference {
        same: false,
        position: Some(u32::try_from(position).unwrap_or(u32::MAX)),
        registered_character,
        requested_character,
        class: Some(main.class),
        code: Some(main.code),
        params: Params(main.params),
        more,
    }
}

/// Says whether Microsoft takes the requested address for the registered one.
///
/// ```
/// use wkpbic_core::{certainty::Certainty, doctor::matches};
///
/// let verdict = matches("http://localhost/wp", "http://localhost:8881/wp");
/// assert!(verdict.matches && verdict.certainty == Certainty::Documented);
/// assert!(!matches("https://shop.example/cb", "https://shop.example/CB").matches);
/// ```
#[must_use]
pub fn matches(registered: &str, requested: &str) -> MatchVerdict {
    let found = findings(registered, requested);
    let Some(main) = found.first() else {
        return MatchVerdict { matches: true, certainty: Certainty::Documented, reason: None, params: Params::default() };
    };
    // One sure reason against it is enough; all reasons for it must hold.
    let relevant = found.iter().filter(|finding| finding.matches == main.matches).map(|finding| finding.certainty);
    let certainty = if main.matches { relevant.max() } else { relevant.min() };
    MatchVerdict {
        matches: main.matches,
        certainty: certainty.unwrap_or(Certainty::Unverified),
        reason: Some(main.code),
        params: Params(main.params.clone()),
    }
}

/// Where two texts differ first, from 1, and both characters there.
fn first_difference(one: &str, other: &str) -> (usize, Option<char>, Option<char>) {
    let (mut one, mut other) = (one.chars(), other.chars());
    let mut position: usize = 1;
    loop {
        match (one.next(), other.next()) {
            (Some(a), Some(b)) if a == b => position = position.saturating_add(1),
            (a, b) => return (position, a, b),
        }
    }
}

fn code_or_ok<S: serde::Serializer>(code: &Option<ErrorCode>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(code.map_or("ok", ErrorCode::as_str))
}
