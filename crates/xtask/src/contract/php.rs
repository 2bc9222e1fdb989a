//! Prints the contract and the messages as PHP: plain arrays that the opcode cache keeps, literal `__()` calls that
//! translation tools find.

use std::collections::BTreeSet;
use std::fmt::Write;

use wkpbic_core::aadsts::{AADSTS, INTERACTIVE_ERRORS, OAUTH_ERRORS, OAUTH_ERRORS_ALONE, PASSWORD_REFUSED, SUBERRORS};
use wkpbic_core::authorize::{AUTHORIZE_PARAMETERS, AUTHORIZE_PATH, Prompt, SILENT_ERRORS};
use wkpbic_core::callback::{CALLBACK_PARAMETERS, OWN_PARAMETERS};
use wkpbic_core::characters::CharacterSet;
use wkpbic_core::cloud::CLOUDS;
use wkpbic_core::diagnosis::{MAX_TEXT_BYTES, MICROSOFT_PHRASES, POWER_BI_ERRORS, POWER_BI_STATUSES, TRANSPORT, TRANSPORT_PHRASES};
use wkpbic_core::discovery::{GOVERNMENT_SCOPE, SHARED_ISSUERS};
use wkpbic_core::error::ErrorCode;
use wkpbic_core::evidence::{self, FAULTS, PROOFS};
use wkpbic_core::expiry::REMINDER_DAYS;
use wkpbic_core::extension;
use wkpbic_core::field::FIELDS;
use wkpbic_core::limits;
use wkpbic_core::pattern;
use wkpbic_core::permission::{HARMLESS_SCOPES, OIDC_SCOPES, PERMISSIONS};
use wkpbic_core::phrase::Phrase;
use wkpbic_core::quiz::{self, Route};
use wkpbic_core::rule::{Check, Rule};
use wkpbic_core::scorecard::{self, ITEMS};

use super::NOTICE;
use super::messages::{parameter_note, sentence};
use super::phrases;

/// A value that PHP can hold.
enum Php {
    Null,
    Bool(bool),
    Int(u32),
    Text(String),
    List(Vec<Php>),
    Map(Vec<(Key, Php)>),
}

enum Key {
    Text(String),
    Int(u32),
}

impl From<bool> for Php {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}
impl From<u32> for Php {
    fn from(value: u32) -> Self {
        Self::Int(value)
    }
}
impl From<&str> for Php {
    fn from(value: &str) -> Self {
        Self::Text(value.to_owned())
    }
}
impl<T: Into<Php>> From<Option<T>> for Php {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Null, Into::into)
    }
}

fn map<const N: usize>(entries: [(&str, Php); N]) -> Php {
    Php::Map(entries.into_iter().map(|(key, value)| (Key::Text(key.to_owned()), value)).collect())
}

fn rows<T>(rows: &[T], key: impl Fn(&T) -> &str, value: impl Fn(&T) -> Php) -> Php {
    Php::Map(rows.iter().map(|row| (Key::Text(key(row).to_owned()), value(row))).collect())
}

fn codes(rows: &[(&str, ErrorCode)]) -> Php {
    self::rows(rows, |(word, _)| word, |(_, code)| code.as_str().into())
}

fn numbers<T: Copy>(rows: &[(u32, T)], word: impl Fn(T) -> &'static str) -> Php {
    Php::Map(rows.iter().map(|(number, value)| (Key::Int(*number), word(*value).into())).collect())
}

fn texts(values: &[&str]) -> Php {
    Php::List(values.iter().map(|&value| value.into()).collect())
}

/// `contract.php`.
pub(super) fn contract(hash: &str) -> String {
    let contract = map([
        ("hash", hash.into()),
        ("page", limits::PAGE_SLUG.into()),
        ("connection_page", limits::CONNECTION_PAGE_SLUG.into()),
        ("log_page", limits::LOG_PAGE_SLUG.into()),
        ("help_page", limits::HELP_PAGE_SLUG.into()),
        ("steps", u32::from(limits::STEPS).into()),
        ("redirect_path", limits::REDIRECT_PATH.into()),
        ("rest_namespace", limits::REST_NAMESPACE.into()),
        ("limits", limit_table()),
        ("character_sets", rows(CharacterSet::ALL, |set| set.as_str(), |set| ranges(*set))),
        ("fields", rows(FIELDS, |field| field.id.as_str(), field_row)),
        (
            "clouds",
            rows(
                CLOUDS,
                |cloud| cloud.id,
                |cloud| {
                    map([
                        ("login_host", cloud.login_host.into()),
                        ("login_host_aliases", texts(cloud.login_host_aliases)),
                        ("instance_name", cloud.instance_name.into()),
                        ("region_sub_scope", cloud.region_sub_scope.into()),
                        ("portal_host", cloud.portal_host.into()),
                        ("service_host", cloud.service_host.into()),
                        ("embed_host", cloud.embed_host.into()),
                        ("api_host", cloud.api_host.into()),
                        ("scope_prefix", cloud.scope_prefix.into()),
                        ("default_scope", cloud.default_scope().as_str().into()),
                    ])
                },
            ),
        ),
        ("id_token_algorithms", texts(limits::ID_TOKEN_ALGORITHMS)),
        ("permissions", rows(PERMISSIONS, |permission| permission.name, |permission| map([("guid", permission.guid.into())]))),
        ("oidc_scopes", texts(OIDC_SCOPES)),
        ("harmless_scopes", texts(HARMLESS_SCOPES)),
        (
            "authorize",
            map([
                ("path", AUTHORIZE_PATH.into()),
                ("parameters", texts(AUTHORIZE_PARAMETERS)),
                ("silent_prompt", Prompt::None.as_str().into()),
                ("silent_errors", texts(SILENT_ERRORS)),
            ]),
        ),
        (
            "discovery",
            map([
                ("shared_issuers", rows(SHARED_ISSUERS, |(name, _)| name, |(_, word)| (*word).into())),
                ("government_scope", GOVERNMENT_SCOPE.into()),
            ]),
        ),
        ("reminder_days", Php::List(REMINDER_DAYS.iter().map(|&days| u32::from(days).into()).collect())),
        ("callback_parameters", texts(CALLBACK_PARAMETERS)),
        ("own_parameters", texts(OWN_PARAMETERS)),
        ("scorecard_items", Php::List(ITEMS.iter().map(|item| item.as_str().into()).collect())),
        ("scorecard_checks", rows(scorecard::Check::ALL, |check| check.as_str(), |check| check_row(*check))),
        ("scorecard_proofs", Php::List(PROOFS.iter().map(proof_row).collect())),
        ("scorecard_faults", rows(FAULTS, |(code, _)| code.as_str(), |(_, item)| item.as_str().into())),
        ("quiz_questions", rows(&quiz::questions(), |(question, _)| question, |(_, words)| texts(words))),
        ("quiz_routes", Php::List(Route::ALL.iter().map(|route| route.as_str().into()).collect())),
        ("errors", rows(ErrorCode::ALL, |code| code.as_str(), error_row)),
        ("phrases", Php::List(Phrase::ALL.iter().map(|phrase| phrase.as_str().into()).collect())),
        ("aadsts", numbers(AADSTS, |code| code.as_str())),
        ("oauth_errors", codes(OAUTH_ERRORS)),
        ("oauth_errors_alone", codes(OAUTH_ERRORS_ALONE)),
        ("interactive_errors", texts(INTERACTIVE_ERRORS)),
        ("suberrors", codes(SUBERRORS)),
        ("password_refused", Php::List(PASSWORD_REFUSED.iter().map(|code| code.as_str().into()).collect())),
        ("power_bi_errors", codes(POWER_BI_ERRORS)),
        ("power_bi_statuses", numbers(POWER_BI_STATUSES, |code| code.as_str())),
        ("microsoft_phrases", codes(MICROSOFT_PHRASES)),
        ("transport", numbers(TRANSPORT, |word| word)),
        ("extensions", extension_tables()),
        ("transport_phrases", rows(TRANSPORT_PHRASES, |(phrase, _)| phrase, |(_, word)| (*word).into())),
    ]);
    let mut text = format!("<?php // {NOTICE}\n\ndeclare(strict_types=1);\n\nreturn ");
    print(&mut text, &contract, 0);
    text.push_str(";\n");
    text
}

fn extension_tables() -> Php {
    map([
        ("id_pattern", extension::ID_PATTERN.into()),
        ("scope_pattern", extension::SCOPE_PATTERN.into()),
        ("own_prefix", extension::OWN_PREFIX.into()),
        ("own_steps", texts(extension::OWN_STEPS)),
        ("types", rows(extension::FIELD_TYPES, |(name, _)| name, |(_, kind)| (*kind).into())),
        ("toggle_on", extension::TOGGLE_ON.into()),
        (
            "rules",
            rows(
                extension::RULE_KINDS,
                |(kind, ..)| kind,
                |(_, parameter, code)| map([("parameter", (*parameter).into()), ("code", code.as_str().into())]),
            ),
        ),
        (
            "actors",
            texts(&ErrorCode::ALL.iter().map(|code| code.info().actor.as_str()).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()),
        ),
        (
            "waits",
            texts(&ErrorCode::ALL.iter().map(|code| code.info().wait.as_str()).collect::<BTreeSet<_>>().into_iter().collect::<Vec<_>>()),
        ),
        ("pattern_escapes", pattern::ESCAPES.into()),
    ])
}

fn limit_table() -> Php {
    map([
        ("sign_in_attempt_seconds", limits::SIGN_IN_ATTEMPT_SECONDS.into()),
        ("refresh_ahead_seconds", limits::REFRESH_AHEAD_SECONDS.into()),
        ("request_timeout_seconds", limits::REQUEST_TIMEOUT_SECONDS.into()),
        ("check_timeout_seconds", limits::CHECK_TIMEOUT_SECONDS.into()),
        ("checks_together_seconds", limits::CHECKS_TOGETHER_SECONDS.into()),
        ("role_workspaces_max", limits::ROLE_WORKSPACES_MAX.into()),
        ("max_response_bytes", limits::MAX_RESPONSE_BYTES.into()),
        ("max_request_field_chars", limits::MAX_REQUEST_FIELD_CHARS.into()),
        ("clock_offset_max_seconds", limits::CLOCK_OFFSET_MAX_SECONDS.into()),
        ("signing_keys_seconds", limits::SIGNING_KEYS_SECONDS.into()),
        ("back_off_first_seconds", limits::BACK_OFF_FIRST_SECONDS.into()),
        ("back_off_max_seconds", limits::BACK_OFF_MAX_SECONDS.into()),
        ("retry_after_max_seconds", limits::RETRY_AFTER_MAX_SECONDS.into()),
        ("keep_alive_seconds", limits::KEEP_ALIVE_SECONDS.into()),
        ("nonce_chars", limits::NONCE_CHARS.into()),
        ("state_chars", limits::STATE_CHARS.into()),
        ("code_verifier_min_chars", limits::CODE_VERIFIER_MIN_CHARS.into()),
        ("code_verifier_max_chars", limits::CODE_VERIFIER_MAX_CHARS.into()),
        ("max_code_chars", limits::MAX_CODE_CHARS.into()),
        ("max_explain_bytes", u32::try_from(MAX_TEXT_BYTES).expect("64 KiB").into()),
        ("max_error_text_chars", limits::MAX_ERROR_TEXT_CHARS.into()),
        ("max_unknown_parameters", limits::MAX_UNKNOWN_PARAMETERS.into()),
        ("max_unknown_text_chars", limits::MAX_UNKNOWN_TEXT_CHARS.into()),
        ("extension_rules", u32::try_from(extension::MAX_RULES).expect("32").into()),
        ("extension_values", u32::try_from(extension::MAX_VALUES).expect("256").into()),
        ("extension_parts", extension::MAX_PARTS.into()),
        ("extension_id_chars", extension::MAX_ID_CHARS.into()),
        ("extension_label_chars", extension::MAX_LABEL_CHARS.into()),
        ("extension_sentence_chars", extension::MAX_SENTENCE_CHARS.into()),
        ("extension_names", extension::MAX_NAMES.into()),
        ("pattern_chars", pattern::MAX_PATTERN_CHARS.into()),
        ("pattern_subject_chars", pattern::MAX_SUBJECT_CHARS.into()),
        ("pattern_nesting", pattern::MAX_NESTING.into()),
        ("pattern_bytes", u32::try_from(pattern::MAX_COMPILED_BYTES).expect("64 KiB").into()),
        ("log_audit_days", limits::LOG_AUDIT_DAYS.into()),
        ("log_call_days", limits::LOG_CALL_DAYS.into()),
        ("log_max_rows", limits::LOG_MAX_ROWS.into()),
        ("log_batch_rows", limits::LOG_BATCH_ROWS.into()),
        ("log_page_rows", limits::LOG_PAGE_ROWS.into()),
    ])
}

fn ranges(set: CharacterSet) -> Php {
    Php::List(set.ranges().into_iter().map(|(from, to)| Php::List(vec![from.into(), to.into()])).collect())
}

fn field_row(field: &wkpbic_core::field::Field) -> Php {
    map([
        ("step", u32::from(field.step).into()),
        ("stored", field.stored.into()),
        ("secret", field.secret.into()),
        ("required", field.required.into()),
        ("identity", field.identity.into()),
        ("constant", field.constant.into()),
        ("default", field.default.into()),
        ("rules", Php::List(field.rules.iter().map(rule_row).collect())),
    ])
}

fn rule_row(rule: &Rule) -> Php {
    let mut entries =
        vec![("kind", Php::from(rule.check.kind())), ("level", rule.level.as_str().into()), ("code", rule.code.as_str().into())];
    match rule.check {
        Check::NoEdge(set) | Check::NoCharacters(set) => entries.push(("set", set.as_str().into())),
        Check::MaxChars(max) => entries.push(("max", max.into())),
        Check::MinChars(min) => entries.push(("min", min.into())),
        Check::NotOneOf(values) | Check::OneOf(values) => entries.push(("values", texts(values))),
        Check::NoPrefix(prefixes) => entries.push(("prefixes", texts(prefixes))),
        Check::NotMailDomain(domains) => entries.push(("domains", texts(domains))),
        Check::DiffersFrom(field) => entries.push(("field", field.as_str().into())),
        Check::Required | Check::Guid | Check::NotGuid | Check::GuidOrDomain | Check::Email | Check::IsoDate | Check::EntraSecret => {}
    }
    Php::Map(entries.into_iter().map(|(key, value)| (Key::Text(key.to_owned()), value)).collect())
}

fn check_row(check: scorecard::Check) -> Php {
    map([
        ("items", Php::List(check.items().iter().map(|item| item.as_str().into()).collect())),
        ("fields", Php::List(evidence::fields(check).iter().map(|field| field.as_str().into()).collect())),
        ("is_form", check.is_form().into()),
    ])
}

fn proof_row(proof: &evidence::Proof) -> Php {
    map([
        ("probe", proof.probe.into()),
        ("check", proof.check.as_str().into()),
        ("sign_in_method", proof.sign_in_method.into()),
        ("lacks", proof.lacks.map(|field| field.as_str()).into()),
    ])
}

fn error_row(code: &ErrorCode) -> Php {
    let info = code.info();
    map([
        ("actor", info.actor.as_str().into()),
        ("wait", info.wait.as_str().into()),
        ("step", info.step.map(u32::from).into()),
        ("retryable", info.retryable.into()),
        ("failure_class", info.failure_class().as_str().into()),
        ("interaction_required", info.interaction_required.into()),
        ("status", u32::from(info.status).into()),
        ("exit", code.exit().as_str().into()),
        ("params", texts(info.params)),
    ])
}

/// `messages.php`.
pub(super) fn messages() -> String {
    let mut text = format!(
        "<?php // {NOTICE}\n\ndeclare(strict_types=1);\n\n// Words in braces are filled in and must stay as they are.\nreturn static function (): array {{\n    return [\n"
    );
    for code in ErrorCode::ALL {
        for name in code.info().params {
            let _ = writeln!(text, "        /* translators: {{{name}}}: {} */", parameter_note(name));
        }
        let _ = writeln!(text, "        {} => __({}, 'wkpbic'),", quoted(code.as_str()), quoted(sentence(*code)));
    }
    for phrase in Phrase::ALL {
        let _ = writeln!(text, "        /* translators: {} */", phrases::note(*phrase));
        let _ = writeln!(text, "        {} => __({}, 'wkpbic'),", quoted(phrase.as_str()), quoted(phrases::sentence(*phrase)));
    }
    text.push_str("    ];\n};\n");
    text
}

fn print(text: &mut String, value: &Php, depth: usize) {
    let _ = match value {
        Php::Null => write!(text, "null"),
        Php::Bool(value) => write!(text, "{value}"),
        Php::Int(value) => write!(text, "{value}"),
        Php::Text(value) => write!(text, "{}", quoted(value)),
        Php::List(values) if values.iter().all(|value| !matches!(value, Php::Map(_))) => {
            text.push('[');
            for (at, value) in values.iter().enumerate() {
                if at > 0 {
                    text.push_str(", ");
                }
                print(text, value, depth);
            }
            write!(text, "]")
        }
        Php::List(values) => print_block(text, depth, values.iter().map(|value| (None, value))),
        Php::Map(entries) => print_block(text, depth, entries.iter().map(|(key, value)| (Some(key), value))),
    };
}

fn print_block<'a>(text: &mut String, depth: usize, entries: impl Iterator<Item = (Option<&'a Key>, &'a Php)>) -> std::fmt::Result {
    text.push_str("[\n");
    for (key, value) in entries {
        text.push_str(&"    ".repeat(depth + 1));
        match key {
            Some(Key::Text(key)) => write!(text, "{} => ", quoted(key))?,
            Some(Key::Int(key)) => write!(text, "{key} => ")?,
            None => {}
        }
        print(text, value, depth + 1);
        text.push_str(",\n");
    }
    write!(text, "{}]", "    ".repeat(depth))
}

/// A PHP string literal in single quotes, in which only the quote and the backslash are special.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::process::Command;

    #[test]
    fn strings_reach_php_unchanged() {
        let hostile = "it's \"quoted\" \\ back\\'slash $dollar {$brace} ?> <?php echo 1; \n\t line \u{feff} äöü 😀 \\";
        let script = format!("echo bin2hex({});", quoted(hostile));
        let output = Command::new("php").args(["-r", &script]).output().expect("php is needed for this test");
        let wanted = hostile.bytes().map(|byte| format!("{byte:02x}")).collect::<String>();
        assert_eq!(String::from_utf8(output.stdout).unwrap(), wanted);
    }

    #[test]
    fn every_phrase_is_printed_once_and_is_a_plain_sentence() {
        let printed = messages();
        for phrase in Phrase::ALL {
            let sentence = phrases::sentence(*phrase);
            assert!(sentence.ends_with('.') && !sentence.contains(['{', '}']), "{} is no plain sentence", phrase.as_str());
            assert_eq!(printed.matches(&format!("\n        '{}' => __(", phrase.as_str())).count(), 1, "{}", phrase.as_str());
        }
        assert_eq!(printed.matches(" => __(").count(), ErrorCode::ALL.len() + Phrase::ALL.len(), "a sentence has no code");
    }

    #[test]
    fn every_named_parameter_stands_in_its_sentence_and_no_other() {
        for code in ErrorCode::ALL {
            let sentence = sentence(*code);
            let named: Vec<&str> = sentence.split('{').skip(1).filter_map(|rest| rest.split_once('}').map(|(name, _)| name)).collect();
            for name in &named {
                assert!(code.info().params.contains(name), "{} says {{{name}}}, which it has not", code.as_str());
            }
            assert!(sentence.ends_with(['.', '?']), "{} is no sentence", code.as_str());
        }
    }
}
