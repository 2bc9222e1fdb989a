//! The fields of the set-up, and the rules that each of them has.

use crate::characters::CharacterSet;
use crate::cloud::CLOUD_IDS;
use crate::error::ErrorCode as E;
use crate::limits::MAX_REQUEST_FIELD_CHARS;
use crate::rule::{Check, Rule};
use crate::tenant::SHARED_ENDPOINTS;
use crate::verdict::{Level, Verdict};

/// A field of the set-up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldId {
    /// Application (client) ID.
    ClientId,
    /// Directory (tenant) ID, or a verified domain.
    TenantId,
    /// The Value of a client secret.
    ClientSecret,
    /// The Microsoft account that signs in.
    Username,
    /// The account's password; only for signing in without a person.
    Password,
    /// The day on which the client secret ends, `YYYY-MM-DD`.
    ClientSecretExpiresOn,
    /// The Microsoft cloud.
    Cloud,
    /// How the plugin gets its tokens.
    SignInMethod,
    /// Who gets a mail before the client secret expires.
    ReminderEmail,
}

impl FieldId {
    /// The field's name in JSON, REST, PHP and TypeScript.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientId => "client_id",
            Self::TenantId => "tenant_id",
            Self::ClientSecret => "client_secret",
            Self::Username => "username",
            Self::Password => "password",
            Self::ClientSecretExpiresOn => "client_secret_expires_on",
            Self::Cloud => "cloud",
            Self::SignInMethod => "sign_in_method",
            Self::ReminderEmail => "reminder_email",
        }
    }

    /// The field of that name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        FIELDS.iter().map(|field| field.id).find(|id| id.as_str() == name)
    }
}

/// What the other fields hold; rules that compare two fields read it. Secrets do not belong in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Context(Vec<(FieldId, String)>);

impl Context {
    /// The same context with one more value.
    #[must_use]
    pub fn with(mut self, field: FieldId, text: &str) -> Self {
        self.0.push((field, text.to_owned()));
        self
    }

    /// The value of a field, if one was given.
    #[must_use]
    pub fn get(&self, field: FieldId) -> Option<&str> {
        self.0.iter().find(|(id, _)| *id == field).map(|(_, text)| text.as_str())
    }
}

/// A row of [`FIELDS`].
#[derive(Clone, Copy, Debug)]
pub struct Field {
    /// Which field it is.
    pub id: FieldId,
    /// The wizard step that asks for it.
    pub step: u8,
    /// Whether the plugin keeps it. A field that is not kept can be judged all the same.
    pub stored: bool,
    /// Whether it is stored encrypted and never shown again.
    pub secret: bool,
    /// Whether signing in needs it. Where not, an empty text is good.
    pub required: bool,
    /// Whether a stored token belongs to its value, so that changing it erases the tokens.
    pub identity: bool,
    /// The wp-config.php constant that overrides and locks it.
    pub constant: &'static str,
    /// The value while none is stored.
    pub default: Option<&'static str>,
    /// Asked in this order; the first that fails is the verdict.
    pub rules: &'static [Rule],
}

const fn error(check: Check, code: E) -> Rule {
    Rule { check, level: Level::Error, code }
}

const fn warn(check: Check, code: E) -> Rule {
    Rule { check, level: Level::Warn, code }
}

const fn hint(check: Check, code: E) -> Rule {
    Rule { check, level: Level::Hint, code }
}

const NO_EDGE: Rule = error(Check::NoEdge(CharacterSet::Edge), E::EdgeSpace);
const NO_HIDDEN: Rule = error(Check::NoCharacters(CharacterSet::Hidden), E::HiddenCharacter);
const NO_WRAPPING: Rule = error(Check::NoEdge(CharacterSet::Wrapping), E::WrappedValue);
const NO_PREFIX: Rule = error(Check::NoPrefix(PREFIXES), E::ValueWithPrefix);
const ASCII: Rule = error(Check::NoCharacters(CharacterSet::NonAscii), E::LookAlikeCharacter);
const NO_SPACE: Rule = error(Check::NoCharacters(CharacterSet::Space), E::InnerSpace);

/// What manifests, scripts and address bars put before an ID.
const PREFIXES: &[&str] = &["urn:uuid:", "api://", "spn:", "https://", "http://"];

/// The ways in which the plugin gets its tokens: a person signs in (RFC 6749 section 4.1), user name and password
/// (section 4.3), the app by itself (section 4.4).
pub const SIGN_IN_METHODS: &[&str] = &["delegated", "ropc", "service_principal"];

/// GUIDs that stand in documentation and templates, never in a directory.
const PLACEHOLDER_GUIDS: &[&str] = &[
    "00000000-0000-0000-0000-000000000000",
    "11111111-1111-1111-1111-111111111111",
    "12345678-1234-1234-1234-123456789012",
    "12345678-1234-1234-1234-123456789abc",
    "aaaabbbb-0000-cccc-1111-dddd2222eeee",
    "00001111-aaaa-2222-bbbb-3333cccc4444",
    "xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
    "your-client-id",
    "your-tenant-id",
];

const PLACEHOLDER_SECRETS: &[&str] =
    &["your-client-secret", "your_client_secret", "client-secret", "client_secret", "your-secret", "changeme"];

/// Mail services for private persons. An account there can be a guest, so the rule warns and does not stop.
const CONSUMER_DOMAINS: &[&str] = &[
    "gmail.com",
    "googlemail.com",
    "gmx.de",
    "gmx.net",
    "hotmail.com",
    "icloud.com",
    "live.com",
    "mail.ru",
    "msn.com",
    "outlook.com",
    "proton.me",
    "qq.com",
    "web.de",
    "yahoo.com",
];

/// Every field, in the order of the wizard.
pub const FIELDS: &[Field] = &[
    Field {
        id: FieldId::ClientId,
        step: 2,
        stored: true,
        secret: false,
        required: true,
        identity: true,
        constant: "WKPBIC_CLIENT_ID",
        default: None,
        rules: &[
            error(Check::Required, E::ClientIdRequired),
            error(Check::MaxChars(MAX_REQUEST_FIELD_CHARS), E::TooLong),
            NO_EDGE,
            NO_HIDDEN,
            NO_WRAPPING,
            NO_PREFIX,
            error(Check::NotOneOf(PLACEHOLDER_GUIDS), E::ClientIdPlaceholder),
            ASCII,
            error(Check::Guid, E::ClientIdNotGuid),
            error(Check::DiffersFrom(FieldId::TenantId), E::ClientIdSameAsTenantId),
        ],
    },
    Field {
        id: FieldId::TenantId,
        step: 2,
        stored: true,
        secret: false,
        required: true,
        identity: true,
        constant: "WKPBIC_TENANT_ID",
        default: None,
        rules: &[
            error(Check::Required, E::TenantIdRequired),
            error(Check::MaxChars(MAX_REQUEST_FIELD_CHARS), E::TooLong),
            NO_EDGE,
            NO_HIDDEN,
            NO_WRAPPING,
            NO_PREFIX,
            ASCII,
            // Microsoft identity platform, authorization code flow: a single-tenant app must name its tenant.
            error(Check::NotOneOf(SHARED_ENDPOINTS), E::TenantIdSharedEndpoint),
            error(Check::NotOneOf(PLACEHOLDER_GUIDS), E::TenantIdPlaceholder),
            error(Check::GuidOrDomain, E::TenantIdInvalid),
            error(Check::DiffersFrom(FieldId::ClientId), E::ClientIdSameAsTenantId),
            hint(Check::Guid, E::TenantIdIsDomain),
        ],
    },
    Field {
        id: FieldId::ClientSecret,
        step: 2,
        stored: true,
        secret: true,
        required: true,
        identity: false,
        constant: "WKPBIC_CLIENT_SECRET",
        default: None,
        rules: &[
            error(Check::Required, E::ClientSecretRequired),
            error(Check::MaxChars(512), E::TooLong),
            NO_EDGE,
            NO_HIDDEN,
            NO_SPACE,
            error(Check::NotOneOf(PLACEHOLDER_SECRETS), E::ClientSecretPlaceholder),
            // AADSTS7000215: "Ensure the secret being sent in the request is the client secret value, not the client secret ID".
            error(Check::NotGuid, E::ClientSecretIsGuid),
            warn(Check::NoCharacters(CharacterSet::NonAscii), E::LookAlikeCharacter),
            warn(Check::NoEdge(CharacterSet::Wrapping), E::WrappedValue),
            // Microsoft Graph, passwordCredential: 16 to 64 characters.
            warn(Check::MinChars(16), E::ClientSecretShort),
            warn(Check::MaxChars(64), E::ClientSecretLong),
            hint(Check::EntraSecret, E::ClientSecretUnusualShape),
        ],
    },
    Field {
        id: FieldId::Username,
        step: 2,
        stored: true,
        secret: false,
        required: true,
        identity: true,
        constant: "WKPBIC_USERNAME",
        default: None,
        rules: &[
            error(Check::Required, E::UsernameRequired),
            error(Check::MaxChars(MAX_REQUEST_FIELD_CHARS), E::TooLong),
            NO_EDGE,
            NO_HIDDEN,
            NO_WRAPPING,
            ASCII,
            error(Check::Email, E::UsernameNotEmail),
            warn(Check::NotMailDomain(CONSUMER_DOMAINS), E::UsernameConsumerDomain),
        ],
    },
    Field {
        id: FieldId::Password,
        step: 2,
        stored: true,
        secret: true,
        required: false,
        identity: false,
        constant: "WKPBIC_PASSWORD",
        default: None,
        rules: &[
            error(Check::MaxChars(256), E::TooLong),
            // Microsoft identity platform, ROPC: a password with a blank at either end fails.
            error(Check::NoEdge(CharacterSet::Edge), E::PasswordEdgeSpace),
            warn(Check::NoCharacters(CharacterSet::Hidden), E::HiddenCharacter),
        ],
    },
    Field {
        id: FieldId::ClientSecretExpiresOn,
        step: 2,
        stored: true,
        secret: false,
        required: false,
        identity: false,
        constant: "WKPBIC_CLIENT_SECRET_EXPIRES_ON",
        default: None,
        rules: &[error(Check::IsoDate, E::DateNotIso)],
    },
    Field {
        id: FieldId::Cloud,
        step: 2,
        stored: true,
        secret: false,
        required: true,
        identity: true,
        constant: "WKPBIC_CLOUD",
        default: Some("global"),
        rules: &[error(Check::OneOf(CLOUD_IDS), E::CloudUnknown)],
    },
    Field {
        id: FieldId::SignInMethod,
        step: 2,
        stored: true,
        secret: false,
        required: true,
        identity: true,
        constant: "WKPBIC_SIGN_IN_METHOD",
        default: Some("delegated"),
        rules: &[error(Check::OneOf(SIGN_IN_METHODS), E::SignInMethodUnknown)],
    },
    Field {
        id: FieldId::ReminderEmail,
        step: 4,
        stored: true,
        secret: false,
        required: false,
        identity: false,
        constant: "WKPBIC_REMINDER_EMAIL",
        default: None,
        rules: &[
            // RFC 5321 section 4.5.3.1.3: a path has at most 256 characters, two of them angle brackets.
            error(Check::MaxChars(254), E::TooLong),
            NO_EDGE,
            NO_HIDDEN,
            NO_WRAPPING,
            ASCII,
            error(Check::Email, E::ValueNotEmail),
        ],
    },
];

/// The row of a field.
#[must_use]
pub fn field(id: FieldId) -> Option<&'static Field> {
    FIELDS.iter().find(|field| field.id == id)
}

/// Judges a text by the rules of a field: the first rule that fails is the verdict. The verdict never holds the text.
///
/// An empty text is good where the field is not required.
///
/// ```
/// use wkpbic_core::field::{Context, FieldId, validate_field};
///
/// let context = Context::default().with(FieldId::TenantId, "8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9");
/// let verdict = validate_field(FieldId::ClientId, "8F4C2B6E-3D1A-4C7E-9B52-6A0E7D15C3F9", &context);
/// assert_eq!(verdict.code_text(), "client_id_same_as_tenant_id");
/// ```
#[must_use]
pub fn validate_field(id: FieldId, text: &str, context: &Context) -> Verdict {
    field(id)
        .filter(|field| field.required || !text.is_empty())
        .and_then(|field| field.rules.iter().find_map(|rule| rule.judge(text, context)))
        .unwrap_or(Verdict::ok())
}

/// The text without blanks and invisible characters at its ends. Whoever uses it must tell the person.
///
/// ```
/// assert_eq!(wkpbic_core::field::tidy("\u{feff}contoso.example \r\n"), "contoso.example");
/// ```
#[must_use]
pub fn tidy(text: &str) -> &str {
    text.trim_matches(|character| CharacterSet::Edge.contains(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_field_has_one_row_under_its_own_name() {
        for row in FIELDS {
            assert_eq!(FieldId::parse(row.id.as_str()), Some(row.id));
            assert_eq!(FIELDS.iter().filter(|other| other.id == row.id).count(), 1, "{:?}", row.id);
            assert_eq!(row.constant, format!("WKPBIC_{}", row.id.as_str().to_ascii_uppercase()));
        }
    }

    #[test]
    fn listed_values_are_lower_case_so_that_the_comparison_finds_them() {
        for rule in FIELDS.iter().flat_map(|field| field.rules) {
            if let Check::NotOneOf(values) | Check::NotMailDomain(values) | Check::NoPrefix(values) = rule.check {
                for value in values {
                    assert_eq!(*value, value.to_ascii_lowercase());
                }
            }
        }
    }

    #[test]
    fn failures_carry_just_the_parameters_of_their_code() {
        let context = Context::default().with(FieldId::ClientId, "a.bc").with(FieldId::TenantId, "a.bc");
        let texts = ["", " ", "x", "a b", "a\u{200b}b", "common", "a.bc", "me@gmail.com", "changeme", &"y".repeat(600), &"z".repeat(5000)];
        for field in FIELDS {
            for text in texts {
                let verdict = validate_field(field.id, text, &context);
                if let Some(code) = verdict.code {
                    let names: Vec<_> = verdict.params.0.iter().map(|(name, _)| *name).collect();
                    assert_eq!(names, code.info().params, "{text:?} in {}", field.id.as_str());
                }
            }
        }
    }

    #[test]
    fn a_stored_default_is_a_good_value() {
        for field in FIELDS {
            if let Some(default) = field.default {
                assert_eq!(validate_field(field.id, default, &Context::default()), Verdict::ok());
            }
        }
    }
}
