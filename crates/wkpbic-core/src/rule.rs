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
    /// Begins with none of these, letters of either case. Parameter: `prefix`, as listed.
    NoPrefix(&'static [&'static str]),
    /// A day of the calendar as `YYYY-MM-DD` (ISO 8601), see [`is_iso_date`].
    IsoDate,
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
            Self::NoPrefix(_) => "no_prefix",
            Self::IsoDate => "iso_date",
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
            Self::NoPrefix(prefixes) => prefixes
                .iter()
                .find(|prefix| text.get(..prefix.len()).is_some_and(|start| start.eq_ignore_ascii_case(prefix)))
                .map(|&prefix| vec![("prefix", prefix.into())]),
            Self::IsoDate => (!is_iso_date(text)).then(Vec::new),
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

/// Whether the text is a day of the Gregorian calendar as `YYYY-MM-DD`, from the year 1970 to 9999.
///
/// ```
/// use wkpbic_core::rule::is_iso_date;
///
/// assert!(is_iso_date("2028-02-29"));
/// assert!(!is_iso_date("2027-02-29"));
/// ```
#[must_use]
pub fn is_iso_date(text: &str) -> bool {
    let number = |from: usize, to: usize| {
        text.get(from..to).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit())).and_then(|digits| digits.parse::<u16>().ok())
    };
    let (Some(year), Some(month), Some(day), 10, Some(b'-'), Some(b'-')) =
        (number(0, 4), number(5, 7), number(8, 10), text.len(), text.as_bytes().get(4), text.as_bytes().get(7))
    else {
        return false;
    };
    let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
    let last = match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
        4 | 6 | 9 | 11 => 30,
        2 if leap => 29,
        2 => 28,
        _ => return false,
    };
    year >= 1970 && (1..=last).contains(&day)
}

#[cfg(test)]
mod tests {
    use crate::field::FIELDS;
    use std::collections::BTreeMap;

    /// PHP looks for its method by this name.
    #[test]
    fn every_kind_of_check_has_a_name_of_its_own() {
        let mut kinds = BTreeMap::new();
        for check in FIELDS.iter().flat_map(|field| field.rules).map(|rule| rule.check) {
            let name = check.kind();
            assert!(!name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{check:?}: {name}");
            assert_eq!(*kinds.entry(name).or_insert(std::mem::discriminant(&check)), std::mem::discriminant(&check), "{name} is two kinds");
        }
        assert!(kinds.contains_key("no_edge") && kinds.contains_key("guid_or_domain"), "{kinds:?}");
    }
}
