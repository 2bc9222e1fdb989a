//! The kinds of rule that a field can have. Each kind is one function here and one method in PHP's `FieldValidator`;
//! which field has which rules is data, see [`crate::field::FIELDS`].

use crate::characters::{CharacterSet, code_point};
use crate::domain::{is_email, mail_domain};
use crate::error::ErrorCode;
use crate::field::{Context, FieldId};
use crate::guid::is_guid;
use crate::tenant::is_guid_or_domain;
use crate::verdict::{Level, Param, Verdict};

/// What is asked of a text. Lengths and positions count Unicode scalar values; positions start at 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Check {
    /// Not empty.
    Required,
    /// Neither the first nor the last character is in the set.
    NoEdge(CharacterSet),
    /// No character is in the set. Parameters: `position`, `code_point`.
    NoCharacters(CharacterSet),
    /// At most so many characters. Parameters: `max`, `actual`.
    MaxChars(u32),
    /// At least so many characters. Parameters: `min`, `actual`.
    MinChars(u32),
    /// A GUID, see [`is_guid`].
    Guid,
    /// Not a GUID.
    NotGuid,
    /// None of the values, letters of either case. Parameter: `value`, as listed.
    NotOneOf(&'static [&'static str]),
    /// One of the values.
    OneOf(&'static [&'static str]),
    /// A GUID or a domain name.
    GuidOrDomain,
    /// A mail address, see [`is_email`].
    Email,
    /// The domain after the `@` is none of these. Parameter: `domain`.
    NotMailDomain(&'static [&'static str]),
    /// Differs from the text in another field, letters of either case. Parameter: `field`.
    DiffersFrom(FieldId),
    /// The shape that Entra's client secrets have had since about 2021, see [`is_entra_secret`].
    EntraSecret,
}

/// A check with what to say when it fails.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// What is asked.
    pub check: Check,
    /// How serious a failure is.
    pub level: Level,
    /// What a failure is called.
    pub code: ErrorCode,
}

impl Rule {
    /// The verdict when the text fails this rule, `None` when it passes.
    #[must_use]
    pub fn judge(&self, text: &str, context: &Context) -> Option<Verdict> {
        self.check.failure(text, context).map(|params| Verdict::new(self.level, self.code, params))
    }
}

type Failure = Option<Vec<(&'static str, Param)>>;

impl Check {
    /// The name of the kind in the contract.
    #[must_use]
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Required => "required",
            Self::NoEdge(_) => "no_edge",
            Self::NoCharacters(_) => "no_characters",
            Self::MaxChars(_) => "max_chars",
            Self::MinChars(_) => "min_chars",
            Self::Guid => "guid",
            Self::NotGuid => "not_guid",
            Self::NotOneOf(_) => "not_one_of",
            Self::OneOf(_) => "one_of",
            Self::GuidOrDomain => "guid_or_domain",
            Self::Email => "email",
            Self::NotMailDomain(_) => "not_mail_domain",
            Self::DiffersFrom(_) => "differs_from",
            Self::EntraSecret => "entra_secret",
        }
    }

    /// The parameters of the failure, `None` when the text passes.
    fn failure(&self, text: &str, context: &Context) -> Failure {
        match *self {
            Self::Required => text.is_empty().then(Vec::new),
            Self::NoEdge(set) => no_edge(set, text),
            Self::NoCharacters(set) => no_characters(set, text),
            Self::MaxChars(max) => {
                let actual = text.chars().count();
                (actual > max as usize).then(|| vec![("max", Param::Number(max)), ("actual", actual.into())])
            }
            Self::MinChars(min) => {
                let actual = text.chars().count();
                (actual < min as usize).then(|| vec![("min", Param::Number(min)), ("actual", actual.into())])
            }
            Self::Guid => (!is_guid(text)).then(Vec::new),
            Self::NotGuid => is_guid(text).then(Vec::new),
            Self::NotOneOf(values) => {
                values.iter().find(|value| text.eq_ignore_ascii_case(value)).map(|&value| vec![("value", value.into())])
            }
            Self::OneOf(values) => (!values.contains(&text)).then(Vec::new),
            Self::GuidOrDomain => (!is_guid_or_domain(text)).then(Vec::new),
            Self::Email => (!is_email(text)).then(Vec::new),
            Self::NotMailDomain(domains) => {
                mail_domain(text).filter(|domain| domains.contains(&domain.as_str())).map(|domain| vec![("domain", domain.into())])
            }
            Self::DiffersFrom(field) => context
                .get(field)
                .filter(|other| !other.is_empty() && other.eq_ignore_ascii_case(text))
                .map(|_| vec![("field", field.as_str().into())]),
            Self::EntraSecret => (!is_entra_secret(text)).then(Vec::new),
        }
    }
}

fn no_edge(set: CharacterSet, text: &str) -> Failure {
    let at_edge = |character: Option<char>| character.is_some_and(|character| set.contains(character));
    (at_edge(text.chars().next()) || at_edge(text.chars().next_back())).then(Vec::new)
}

fn no_characters(set: CharacterSet, text: &str) -> Failure {
    (1_usize..)
        .zip(text.chars())
        .find(|&(_, character)| set.contains(character))
        .map(|(position, character)| vec![("position", position.into()), ("code_point", code_point(character).into())])
}

/// Whether the text has the shape of a recent client secret Value: three characters, one digit, `Q~`, then 31 to 34
/// more; all of `A-Z a-z 0-9 _ ~ . -`. Microsoft publishes no grammar; the shape is what public secret scanners
/// look for, so a miss is never an error.
#[must_use]
pub fn is_entra_secret(text: &str) -> bool {
    let alphabet = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'~' | b'.' | b'-');
    match text.as_bytes() {
        [a, b, c, digit, b'Q', b'~', rest @ ..] => {
            [a, b, c].into_iter().all(alphabet) && digit.is_ascii_digit() && (31..=34).contains(&rest.len()) && rest.iter().all(alphabet)
        }
        _ => false,
    }
}
