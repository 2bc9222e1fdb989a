//! Rules that extensions declare for fields of their own: data, checked when it is registered, run like the built-in
//! ones.

use serde::Deserialize;

use crate::address::Address;
use crate::domain::is_email;
use crate::error::ErrorCode as E;
use crate::guid::is_guid;
use crate::host;
use crate::pattern::{MAX_SUBJECT_CHARS, Pattern};
use crate::rule::is_iso_date;
use crate::verdict::{Level, Param, Verdict};

/// Most rules of one field.
pub const MAX_RULES: usize = 32;
/// Most values of a `one_of` or `not_one_of`.
pub const MAX_VALUES: usize = 256;

/// A rule as an extension declares it, `{kind, …params}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
pub struct RuleDeclaration {
    /// Which kind: `required`, `min_chars`, `max_chars`, `guid`, `not_guid`, `one_of`, `not_one_of`, `email`,
    /// `https_url`, `iso_date` or `pattern`.
    pub kind: String,
    /// Fewest characters, for `min_chars`.
    #[serde(default)]
    pub min: Option<u32>,
    /// Most characters, for `max_chars`.
    #[serde(default)]
    pub max: Option<u32>,
    /// The values of `one_of` and `not_one_of`.
    #[serde(default)]
    pub values: Option<Vec<String>>,
    /// The pattern of `pattern`, see [`crate::pattern`].
    #[serde(default)]
    pub pattern: Option<String>,
}

enum Check {
    Required,
    MinChars(u32),
    MaxChars(u32),
    Guid,
    NotGuid,
    OneOf(Vec<String>),
    NotOneOf(Vec<String>),
    Email,
    HttpsUrl,
    IsoDate,
    Pattern(Pattern),
}

/// The rules of an extension's field, ready to be asked. Patterns are compiled once.
pub struct ExtensionRules(Vec<Check>);

impl ExtensionRules {
    /// Takes the declarations of one field.
    ///
    /// # Errors
    /// What is wrong with the first bad one, for its developer: `rule_kind_unknown` with `kind`,
    /// `rule_parameter_missing` with `kind` and `parameter`, `rule_too_many` with `max`, or what [`Pattern::parse`] says.
    pub fn new(declarations: &[RuleDeclaration]) -> Result<Self, Verdict> {
        if declarations.len() > MAX_RULES {
            return Err(Verdict::new(Level::Error, E::RuleTooMany, vec![("max", MAX_RULES.into())]));
        }
        declarations.iter().map(check).collect::<Result<_, _>>().map(Self)
    }

    /// Judges a text; the first rule that fails is the verdict. An empty text is good unless a rule requires one. A
    /// text over [`MAX_SUBJECT_CHARS`] is `too_long` whatever the rules say.
    #[must_use]
    pub fn judge(&self, text: &str) -> Verdict {
        let actual = text.chars().count();
        if actual > MAX_SUBJECT_CHARS as usize {
            return Verdict::new(Level::Error, E::TooLong, vec![("max", Param::Number(MAX_SUBJECT_CHARS)), ("actual", actual.into())]);
        }
        if text.is_empty() {
            let required = self.0.iter().any(|check| matches!(check, Check::Required));
            return if required { Verdict::new(Level::Error, E::ValueRequired, vec![]) } else { Verdict::ok() };
        }
        self.0
            .iter()
            .find_map(|check| check.failure(text, actual))
            .map_or(Verdict::ok(), |(code, params)| Verdict::new(Level::Error, code, params))
    }
}

fn check(rule: &RuleDeclaration) -> Result<Check, Verdict> {
    let missing = |parameter: &str| {
        let params = vec![("kind", rule.kind.as_str().into()), ("parameter", parameter.into())];
        Verdict::new(Level::Error, E::RuleParameterMissing, params)
    };
    let values = || {
        let values = rule.values.clone().filter(|values| !values.is_empty()).ok_or_else(|| missing("values"))?;
        if values.len() > MAX_VALUES {
            Err(Verdict::new(Level::Error, E::RuleTooMany, vec![("max", MAX_VALUES.into())]))
        } else {
            Ok(values)
        }
    };
    Ok(match rule.kind.as_str() {
        "required" => Check::Required,
        "min_chars" => Check::MinChars(rule.min.ok_or_else(|| missing("min"))?),
        "max_chars" => Check::MaxChars(rule.max.ok_or_else(|| missing("max"))?),
        "guid" => Check::Guid,
        "not_guid" => Check::NotGuid,
        "one_of" => Check::OneOf(values()?),
        "not_one_of" => Check::NotOneOf(values()?),
        "email" => Check::Email,
        "https_url" => Check::HttpsUrl,
        "iso_date" => Check::IsoDate,
        "pattern" => Check::Pattern(Pattern::parse(rule.pattern.as_deref().ok_or_else(|| missing("pattern"))?)?),
        kind => {
            let kind: String = kind.chars().take(64).collect();
            return Err(Verdict::new(Level::Error, E::RuleKindUnknown, vec![("kind", kind.into())]));
        }
    })
}

impl Check {
    fn failure(&self, text: &str, actual: usize) -> Option<(E, Vec<(&'static str, Param)>)> {
        let unless = |passes: bool, code: E| (!passes).then(|| (code, vec![]));
        match self {
            Self::Required => None,
            Self::MinChars(min) => {
                (actual < *min as usize).then(|| (E::ValueTooShort, vec![("min", Param::Number(*min)), ("actual", actual.into())]))
            }
            Self::MaxChars(max) => {
                (actual > *max as usize).then(|| (E::TooLong, vec![("max", Param::Number(*max)), ("actual", actual.into())]))
            }
            Self::Guid => unless(is_guid(text), E::ValueNotGuid),
            Self::NotGuid => unless(!is_guid(text), E::ValueIsGuid),
            Self::OneOf(values) => unless(values.iter().any(|value| value == text), E::ValueNotOffered),
            Self::NotOneOf(values) => unless(!values.iter().any(|value| value.eq_ignore_ascii_case(text)), E::ValueNotAllowed),
            Self::Email => unless(is_email(text), E::ValueNotEmail),
            Self::HttpsUrl => unless(is_https_url(text), E::ValueNotHttpsUrl),
            Self::IsoDate => unless(is_iso_date(text), E::DateNotIso),
            Self::Pattern(pattern) => unless(pattern.matches(text), E::ValuePatternMismatch),
        }
    }
}

/// Whether the text is an absolute https address with a host and without user name or blanks.
fn is_https_url(text: &str) -> bool {
    text.is_ascii()
        && text.bytes().all(|byte| byte.is_ascii_graphic())
        && text.get(..8).is_some_and(|start| start.eq_ignore_ascii_case("https://"))
        && Address::read(text).userinfo.is_none()
        && host::of_web_address(&Address::read(text)).is_some()
}
