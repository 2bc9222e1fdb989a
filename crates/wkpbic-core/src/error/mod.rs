//! Every code the project can give, with who must act and which parameters its sentence may mention.
//!
//! A code is public: never reused, never renamed. The sentence that goes with it lives in the message catalogue.

mod exit;
mod info;

// The topics, each with the rows of its codes: name, text, and what is known.
#[macro_use]
mod fields;
#[macro_use]
mod redirect_uri;
#[macro_use]
mod sign_in;
#[macro_use]
mod microsoft;
#[macro_use]
mod pasted;
#[macro_use]
mod explained;
#[macro_use]
mod compared;
#[macro_use]
mod preparing;
#[macro_use]
mod extension;
#[macro_use]
mod site;

pub use exit::Exit;
pub use info::{Actor, ErrorInfo, FailureClass, Wait};
use serde::{Serialize, Serializer};

/// How many minutes it usually takes at most, where Microsoft says so. For the others nobody knows, and nothing is claimed.
/// Source: "Error AADSTS50011: the redirect URI does not match", whose support text says 3 to 5.
pub const USUAL_MINUTES: &[(ErrorCode, u32)] = &[(ErrorCode::RedirectUriMismatch, 5)];

impl ErrorCode {
    /// Whether the same may be asked again without anybody: waiting some minutes helps, and no person has to sign in. Asking on
    /// about a locked account would keep it locked, and after a loop of requests it is the loop.
    #[must_use]
    pub fn may_be_repeated(self) -> bool {
        let info = self.info();
        matches!(info.wait, Wait::Minutes) && !info.interaction_required && self != Self::RequestLoop
    }
}

macro_rules! error_codes {
    ($( $(#[$doc:meta])* $name:ident = $text:literal => $info:expr; )+) => {
        /// A stable code; its text form is snake_case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ErrorCode { $( $(#[$doc])* $name, )+ }

        impl ErrorCode {
            /// Every code, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The code as written in JSON, REST answers and the contract.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $text, )+ }
            }

            /// Who must act, and which parameters there are.
            #[must_use]
            #[allow(clippy::indexing_slicing, reason = "a row for each code, in the order of declaration")]
            pub const fn info(self) -> ErrorInfo {
                INFOS[self as usize]
            }
        }

        /// A table and not a `match`, which would be eight kilobytes of code.
        static INFOS: [ErrorInfo; ErrorCode::ALL.len()] = [ $( $info, )+ ];
    };
}

use Actor::{EntraAdmin, Host, Nobody, PowerBiAdmin, You};

const fn field(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 2, 400, params)
}

const fn address(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 1, 400, params)
}

/// Two addresses that should be one: mended at the registration.
const fn compared(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 2, 400, params)
}

const fn sign_in(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 3, 400, params)
}

const fn microsoft(actor: Actor, step: u8) -> ErrorInfo {
    ErrorInfo::new(actor, step, 502, &[])
}

/// Lets one topic after another add its rows, and gives them all to `error_codes!`.
macro_rules! gather {
    ([] $($rows:tt)*) => { error_codes! { $($rows)* } };
    ([$topic:ident $($later:ident)*] $($rows:tt)*) => { $topic! { [$($later)*] $($rows)* } };
}

gather! { [fields redirect_uri sign_in microsoft pasted explained compared preparing extension site] }

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_snake_case_words() {
        let mut seen = BTreeSet::new();
        for code in ErrorCode::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} stands twice");
            assert!(text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{text}");
        }
    }

    #[test]
    fn words_in_json_are_those_of_the_contract() {
        for actor in [You, EntraAdmin, PowerBiAdmin, Host, Nobody] {
            assert_eq!(serde_json::to_value(actor).unwrap(), actor.as_str());
        }
        for wait in [Wait::None, Wait::Minutes, Wait::Hours] {
            assert_eq!(serde_json::to_value(wait).unwrap(), wait.as_str());
        }
    }

    #[test]
    fn a_failing_connection_knows_what_to_do() {
        use ErrorCode::{ClientSecretExpired, GrantRevoked, MicrosoftThrottled, PasswordWrong, SecondFactorBusy, SignInInterrupted};

        let classes = [
            (MicrosoftThrottled, "transient"),
            (SecondFactorBusy, "transient"),
            (GrantRevoked, "interaction_required"),
            (PasswordWrong, "interaction_required"),
            (SignInInterrupted, "interaction_required"),
            (ClientSecretExpired, "configuration"),
        ];
        for (code, class) in classes {
            assert_eq!(code.info().failure_class().as_str(), class, "{code:?}");
        }
    }

    #[test]
    fn steps_and_statuses_are_possible() {
        for code in ErrorCode::ALL {
            let info = code.info();
            assert!(info.step.is_none_or(|step| (1..=crate::limits::STEPS).contains(&step)), "{code:?}");
            assert!((200..600).contains(&info.status), "{code:?}");
        }
    }
}
