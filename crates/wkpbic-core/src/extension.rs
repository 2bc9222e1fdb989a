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

/// Most parts of each kind that all extensions together may register: steps, fields, checks, permissions, diagnoses.
pub const MAX_PARTS: u32 = 2000;
/// Most characters of a part's id.
pub const MAX_ID_CHARS: u32 = 100;
/// Most characters of a title or label.
pub const MAX_LABEL_CHARS: u32 = 200;
/// Most characters of a description, a help, a reason or another sentence.
pub const MAX_SENTENCE_CHARS: u32 = 2000;
/// Most permissions, numbers or names of errors in one part.
pub const MAX_NAMES: u32 = 50;

/// What an id looks like: words of the plugin, a slash, words of the part. In the dialect of [`crate::pattern`].
pub const ID_PATTERN: &str = "[a-z][a-z0-9]*([-_][a-z0-9]+)*/[a-z][a-z0-9]*([-_][a-z0-9]+)*";
/// What the name of a Power BI permission looks like ("Power BI REST API permissions": `Capacity.Read.All`).
pub const SCOPE_PATTERN: &str = "[A-Z][A-Za-z]{1,40}(\\.[A-Z][A-Za-z]{1,40}){1,3}";

/// The first part of every id of ours; no extension may use it.
pub const OWN_PREFIX: &str = "wkpbic";

/// The ids of the wizard's own steps, in their order.
pub const OWN_STEPS: &[&str] = &["before-you-start", "microsoft-keys", "sign-in", "check-and-finish"];

/// Types of fields, each with the rule kind that it brings by itself. The values of `one_of` are those that the field offers.
pub const FIELD_TYPES: &[(&str, Option<&str>)] = &[
    ("text", None),
    ("secret", None),
    ("guid", Some("guid")),
    ("url", Some("https_url")),
    ("email", Some("email")),
    ("date", Some("iso_date")),
    ("select", Some("one_of")),
    ("toggle", Some("one_of")),
];

/// What a field of the type `toggle` holds when it is on. Off is an empty text.
pub const TOGGLE_ON: &str = "1";

/// Rule kinds: the parameter that each needs, and the code of its failure.
pub const RULE_KINDS: &[(&str, Option<&str>, E)] = &[
    ("required", None, E::ValueRequired),
    ("min_chars", Some("min"), E::ValueTooShort),
    ("max_chars", Some("max"), E::TooLong),
    ("guid", None, E::ValueNotGuid),
    ("not_guid", None, E::ValueIsGuid),
    ("one_of", Some("values"), E::ValueNotOffered),
    ("not_one_of", Some("values"), E::ValueNotAllowed),
    ("email", None, E::ValueNotEmail),
    ("https_url", None, E::ValueNotHttpsUrl),
    ("iso_date", None, E::DateNotIso),
    ("pattern", Some("pattern"), E::ValuePatternMismatch),
];

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

#[cfg(test)]
mod tests {
    use super::*;

    fn declaration(kind: &str) -> RuleDeclaration {
        let guid = "1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37";
        let value = if kind == "not_one_of" { "text" } else { guid };
        RuleDeclaration { kind: kind.into(), min: Some(40), max: Some(2), values: Some(vec![value.into()]), pattern: Some("[0-9]".into()) }
    }

    #[test]
    fn the_table_of_kinds_says_what_the_rules_do() {
        for (kind, parameter, code) in RULE_KINDS {
            let text = match *kind {
                "required" => "",
                "not_guid" => "1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37",
                _ => "text",
            };
            let verdict = ExtensionRules::new(&[declaration(kind)]).unwrap().judge(text);
            assert_eq!(verdict.code_text(), code.as_str(), "{kind}");
            let bare = RuleDeclaration { kind: (*kind).into(), ..RuleDeclaration::default() };
            let refused = ExtensionRules::new(&[bare]).err().map(|verdict| verdict.code_text());
            assert_eq!(refused, parameter.map(|_| "rule_parameter_missing"), "{kind} without parameters");
        }
    }

    #[test]
    fn every_type_brings_a_kind_that_exists() {
        for (name, kind) in FIELD_TYPES {
            assert!(kind.is_none_or(|kind| RULE_KINDS.iter().any(|(known, ..)| *known == kind)), "{name}");
        }
    }

    #[test]
    fn ids_and_permissions_have_their_form() {
        let id = Pattern::parse(ID_PATTERN).unwrap();
        for (text, wanted) in
            [("my-plugin/code", true), ("my_plugin/a-b_c", true), ("code", false), ("a/b/c", false), ("A/b", false), ("a/b\n", false)]
        {
            assert_eq!(id.matches(text), wanted, "{text:?}");
        }
        let scope = Pattern::parse(SCOPE_PATTERN).unwrap();
        for (text, wanted) in
            [("Capacity.Read.All", true), ("Report.Read", true), ("offline_access", false), ("A.B C.D", false), (".default", false)]
        {
            assert_eq!(scope.matches(text), wanted, "{text:?}");
        }
        for permission in crate::permission::PERMISSIONS {
            assert!(scope.matches(permission.name), "{}", permission.name);
        }
    }
}
