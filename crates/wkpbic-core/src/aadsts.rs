//! From what Microsoft calls an error to our own codes.
//!
//! Microsoft asks to react to `error` and not to the numbers, which may change; the numbers serve the choice of a
//! sentence, and `error` is the fallback ("Microsoft Entra authentication and authorization error codes"). Numbers with the
//! same cure share a code.

use crate::error::ErrorCode;

/// AADSTS numbers, in ascending order: every one of `tests/vectors/microsoft/aadsts.json`.
pub const AADSTS: &[(u32, ErrorCode)] = &[
    (16_000, ErrorCode::AccountNotInTenant),
    (16_001, ErrorCode::AccountPickAgain),
    (16_002, ErrorCode::AccountSessionMixed),
    (16_003, ErrorCode::AccountNotInTenant),
    (20_001, ErrorCode::CompanySignInUnavailable),
    (20_012, ErrorCode::CompanySignInFailed),
    (20_033, ErrorCode::CompanySignInFailed),
    (28_002, ErrorCode::ScopeNotValid),
    (28_003, ErrorCode::RequestNotUnderstood),
    (40_008, ErrorCode::CompanySignInFailed),
    (40_010, ErrorCode::CompanySignInUnavailable),
    (40_015, ErrorCode::CompanySignInFailed),
    (50_000, ErrorCode::MicrosoftBusy),
    (50_001, ErrorCode::PowerBiNotInTenant),
    (50_002, ErrorCode::TenantBlockedByNetwork),
    (50_005, ErrorCode::DeviceNotAllowed),
    (50_011, ErrorCode::RedirectUriMismatch),
    (50_012, ErrorCode::ClientAssertionRefused),
    (50_013, ErrorCode::ClientAssertionRefused),
    (50_014, ErrorCode::GuestInvitationOpen),
    (50_015, ErrorCode::AccountAgeConsentMissing),
    (50_020, ErrorCode::AccountNotInTenant),
    (50_029, ErrorCode::RedirectUriNotValid),
    (50_033, ErrorCode::MicrosoftBusy),
    (50_034, ErrorCode::AccountNotInTenant),
    (50_049, ErrorCode::CloudWrong),
    (50_053, ErrorCode::AccountLocked),
    (50_055, ErrorCode::PasswordChangeNeeded),
    (50_056, ErrorCode::AccountHasNoPassword),
    (50_057, ErrorCode::AccountDisabled),
    (50_058, ErrorCode::AccountSessionMixed),
    (50_059, ErrorCode::TenantNotValid),
    (50_064, ErrorCode::PasswordWrong),
    (50_072, ErrorCode::SecondFactorNotSetUp),
    (50_074, ErrorCode::InteractionRequired),
    (50_076, ErrorCode::InteractionRequired),
    (50_078, ErrorCode::InteractionRequired),
    (50_079, ErrorCode::SecondFactorNotSetUp),
    (50_085, ErrorCode::InteractionRequired),
    (50_086, ErrorCode::SecondFactorDamaged),
    (50_087, ErrorCode::SecondFactorBusy),
    (50_088, ErrorCode::SecondFactorBusy),
    (50_089, ErrorCode::SignInPageExpired),
    (50_097, ErrorCode::DeviceNotAllowed),
    (50_105, ErrorCode::AccountNotAssigned),
    (50_107, ErrorCode::CompanyDomainUnknown),
    (50_125, ErrorCode::PasswordChangeNeeded),
    (50_126, ErrorCode::PasswordWrong),
    (50_127, ErrorCode::DeviceNotAllowed),
    (50_128, ErrorCode::TenantNotValid),
    (50_129, ErrorCode::DeviceNotAllowed),
    (50_131, ErrorCode::BlockedByPolicy),
    (50_132, ErrorCode::GrantRevoked),
    (50_133, ErrorCode::GrantRevoked),
    (50_135, ErrorCode::PasswordChangeNeeded),
    (50_136, ErrorCode::AccountNotWorkOrSchool),
    (50_137, ErrorCode::PasswordChangeNeeded),
    (50_139, ErrorCode::InteractionRequired),
    (50_140, ErrorCode::SignInInterrupted),
    (50_142, ErrorCode::PasswordChangeNeeded),
    (50_143, ErrorCode::AccountSessionMixed),
    (50_144, ErrorCode::PasswordChangeNeeded),
    (50_147, ErrorCode::RequestNotUnderstood),
    (50_148, ErrorCode::CodeVerifierMismatch),
    (50_149, ErrorCode::RequestNotUnderstood),
    (50_150, ErrorCode::ConsentRequired),
    (50_155, ErrorCode::DeviceNotAllowed),
    (50_158, ErrorCode::InteractionRequired),
    (50_169, ErrorCode::TenantNotValid),
    (50_173, ErrorCode::GrantRevoked),
    (50_177, ErrorCode::GuestNotAllowed),
    (50_178, ErrorCode::GuestNotAllowed),
    (50_187, ErrorCode::DeviceNotAllowed),
    (50_194, ErrorCode::TenantNotOwn),
    (50_196, ErrorCode::RequestLoop),
    (50_197, ErrorCode::AccountPickAgain),
    (50_199, ErrorCode::SignInInterrupted),
    (51_001, ErrorCode::UsernameIncomplete),
    (51_004, ErrorCode::AccountNotInTenant),
    (51_005, ErrorCode::MicrosoftBusy),
    (53_000, ErrorCode::DeviceNotAllowed),
    (53_001, ErrorCode::DeviceNotAllowed),
    (53_002, ErrorCode::AppNotApproved),
    (53_003, ErrorCode::BlockedByPolicy),
    (53_004, ErrorCode::SecondFactorRegistrationBlocked),
    (53_010, ErrorCode::SecondFactorRegistrationBlocked),
    (53_011, ErrorCode::GuestNotAllowed),
    (54_000, ErrorCode::AccountOfMinor),
    (54_005, ErrorCode::CodeUsed),
    (65_001, ErrorCode::ConsentRequired),
    (65_002, ErrorCode::ClientIdOfMicrosoft),
    (65_004, ErrorCode::SignInDeclined),
    (65_005, ErrorCode::PermissionsMissing),
    (70_000, ErrorCode::GrantRevoked),
    (70_001, ErrorCode::ClientUnknown),
    (70_002, ErrorCode::ClientSecretWrong),
    (70_003, ErrorCode::RequestNotUnderstood),
    (70_004, ErrorCode::RedirectUriMismatch),
    (70_005, ErrorCode::RequestNotUnderstood),
    (70_007, ErrorCode::RequestNotUnderstood),
    (70_008, ErrorCode::CodeExpired),
    (70_011, ErrorCode::ScopeNotValid),
    (70_012, ErrorCode::AccountNotWorkOrSchool),
    (70_043, ErrorCode::SignInFrequencyReached),
    (80_001, ErrorCode::CompanyServerUnreachable),
    (80_002, ErrorCode::CompanyServerUnreachable),
    (80_005, ErrorCode::CompanyServerUnreachable),
    (80_007, ErrorCode::CompanyServerFailed),
    (80_010, ErrorCode::CompanyServerFailed),
    (80_012, ErrorCode::SignInHours),
    (80_013, ErrorCode::CompanyServerFailed),
    (80_014, ErrorCode::CompanyServerUnreachable),
    (90_002, ErrorCode::TenantUnknown),
    (90_004, ErrorCode::RequestNotUnderstood),
    (90_005, ErrorCode::RequestNotUnderstood),
    (90_006, ErrorCode::MicrosoftBusy),
    (90_007, ErrorCode::AccountSessionMixed),
    (90_008, ErrorCode::ProfilePermissionMissing),
    (90_009, ErrorCode::RequestNotUnderstood),
    (90_012, ErrorCode::MicrosoftBusy),
    (90_013, ErrorCode::UsernameUnknown),
    (90_014, ErrorCode::RequestLacksValue),
    (90_015, ErrorCode::RequestNotUnderstood),
    (90_016, ErrorCode::RequestNotUnderstood),
    (90_019, ErrorCode::TenantNotValid),
    (90_023, ErrorCode::RequestNotUnderstood),
    (90_024, ErrorCode::MicrosoftBusy),
    (90_027, ErrorCode::AccountNotWorkOrSchool),
    (90_033, ErrorCode::MicrosoftBusy),
    (90_036, ErrorCode::MicrosoftNeedsSupport),
    (90_038, ErrorCode::CloudWrong),
    (90_043, ErrorCode::CloudWrong),
    (90_051, ErrorCode::CloudWrong),
    (90_055, ErrorCode::MicrosoftBusy),
    (90_056, ErrorCode::MicrosoftAddressOpened),
    (90_072, ErrorCode::AccountNotInTenant),
    (90_084, ErrorCode::GuestNotAllowed),
    (90_085, ErrorCode::MicrosoftBusy),
    (90_090, ErrorCode::MicrosoftBusy),
    (90_091, ErrorCode::MicrosoftBusy),
    (90_092, ErrorCode::MicrosoftNeedsSupport),
    (90_093, ErrorCode::ConsentNotPermitted),
    (90_094, ErrorCode::ConsentNeedsAdmin),
    (90_095, ErrorCode::ConsentNeedsAdmin),
    (90_099, ErrorCode::PartnerAdminRefused),
    (90_100, ErrorCode::RequestLacksValue),
    (90_101, ErrorCode::UsernameIncomplete),
    (90_102, ErrorCode::RedirectUriNotValid),
    (90_112, ErrorCode::ClientIdNotGuid),
    (90_117, ErrorCode::RequestNotUnderstood),
    (90_121, ErrorCode::RequestNotUnderstood),
    (90_123, ErrorCode::CompanySignInFailed),
    (90_124, ErrorCode::TenantNotOwn),
    (90_125, ErrorCode::UsernameUnknown),
    (90_126, ErrorCode::UsernameUnknown),
    (90_130, ErrorCode::TenantNotOwn),
    (130_004, ErrorCode::InteractionRequired),
    (135_011, ErrorCode::DeviceNotAllowed),
    (160_021, ErrorCode::AccountSessionMixed),
    (500_011, ErrorCode::PowerBiNotInTenant),
    (500_014, ErrorCode::PowerBiSwitchedOff),
    (500_021, ErrorCode::TenantBlockedByNetwork),
    (500_022, ErrorCode::TenantBlockedByNetwork),
    (500_112, ErrorCode::RedirectUriChanged),
    (500_113, ErrorCode::RedirectUriNotRegistered),
    (500_117, ErrorCode::RedirectUriInsecure),
    (500_133, ErrorCode::ClientAssertionRefused),
    (500_207, ErrorCode::AccountNotWorkOrSchool),
    (500_208, ErrorCode::AccountNotWorkOrSchool),
    (500_212, ErrorCode::GuestNotAllowed),
    (500_213, ErrorCode::GuestNotAllowed),
    (500_571, ErrorCode::AccountDisabled),
    (501_051, ErrorCode::AppNotAssigned),
    (501_481, ErrorCode::CodeVerifierMismatch),
    (501_491, ErrorCode::RequestNotUnderstood),
    (530_003, ErrorCode::DeviceNotAllowed),
    (530_004, ErrorCode::GuestNotAllowed),
    (530_032, ErrorCode::BlockedByPolicy),
    (530_034, ErrorCode::PartnerAdminRefused),
    (530_035, ErrorCode::SecurityDefaultsBlock),
    (650_052, ErrorCode::PowerBiNotInTenant),
    (650_054, ErrorCode::PermissionApiRemoved),
    (650_056, ErrorCode::PermissionsMissing),
    (650_057, ErrorCode::PermissionsMissing),
    (650_059, ErrorCode::AppInOtherTenant),
    (700_005, ErrorCode::CodeFromOtherTenant),
    (700_011, ErrorCode::ClientUnknown),
    (700_016, ErrorCode::ClientUnknown),
    (700_020, ErrorCode::InteractionRequired),
    (700_022, ErrorCode::RequestNotUnderstood),
    (700_023, ErrorCode::RequestNotUnderstood),
    (700_025, ErrorCode::AppIsPublic),
    (700_027, ErrorCode::ClientAssertionRefused),
    (700_054, ErrorCode::RequestNotUnderstood),
    (700_082, ErrorCode::GrantRevoked),
    (700_084, ErrorCode::SpaSignInEnded),
    (900_021, ErrorCode::TenantNotValid),
    (900_023, ErrorCode::TenantNotValid),
    (900_144, ErrorCode::RequestLacksValue),
    (900_382, ErrorCode::CloudWrong),
    (900_384, ErrorCode::ClientAssertionRefused),
    (900_432, ErrorCode::CloudWrong),
    (900_439, ErrorCode::CloudWrong),
    (900_561, ErrorCode::MicrosoftAddressOpened),
    (900_941, ErrorCode::ConsentNeedsAdmin),
    (900_971, ErrorCode::RedirectUriNotRegistered),
    (900_981, ErrorCode::ConsentNeedsAdmin),
    (901_002, ErrorCode::RequestNotUnderstood),
    (1_000_031, ErrorCode::AppDisabled),
    (1_000_104, ErrorCode::GuestNotAllowed),
    (1_002_012, ErrorCode::RequestNotUnderstood),
    (5_000_224, ErrorCode::TenantBlockedByMicrosoft),
    (7_000_110, ErrorCode::GrantRevoked),
    (7_000_112, ErrorCode::AppDisabled),
    (7_000_114, ErrorCode::RequestNotUnderstood),
    (7_000_215, ErrorCode::ClientSecretWrong),
    (7_000_216, ErrorCode::ClientSecretMissing),
    (7_000_218, ErrorCode::ClientSecretMissing),
    (7_000_222, ErrorCode::ClientSecretExpired),
    (7_000_229, ErrorCode::AppNotInstalled),
    (9_001_023, ErrorCode::TenantNotOwn),
    (9_002_313, ErrorCode::RequestNotUnderstood),
    (9_002_325, ErrorCode::RedirectUriIsSpa),
    (9_002_326, ErrorCode::RequestFromBrowser),
    (9_002_327, ErrorCode::RedirectUriIsSpa),
    (9_002_332, ErrorCode::TenantNotOwn),
    (9_002_341, ErrorCode::InteractionRequired),
];

/// OAuth `error` values that say what to do by themselves, for answers whose number is not in [`AADSTS`] (RFC 6749
/// sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6; `invalid_tenant` and `permission_denied` are Entra's).
pub const OAUTH_ERRORS: &[(&str, ErrorCode)] = &[
    ("access_denied", ErrorCode::SignInDeclined),
    ("consent_required", ErrorCode::ConsentRequired),
    ("interaction_required", ErrorCode::InteractionRequired),
    ("invalid_grant", ErrorCode::GrantRevoked),
    ("invalid_resource", ErrorCode::PowerBiNotInTenant),
    ("invalid_scope", ErrorCode::ScopeNotValid),
    ("invalid_tenant", ErrorCode::TenantUnknown),
    ("login_required", ErrorCode::InteractionRequired),
    ("permission_denied", ErrorCode::ConsentNeedsAdmin),
    ("server_error", ErrorCode::MicrosoftBusy),
    ("temporarily_unavailable", ErrorCode::MicrosoftBusy),
];

/// OAuth `error` values that stand for many faults (RFC 6749 section 5.2, RFC 6750 section 3.1, and Microsoft's claims
/// challenge): a likely cause, used only where there is no number at all. Beside a number that is not in [`AADSTS`] they
/// would be a guess.
pub const OAUTH_ERRORS_ALONE: &[(&str, ErrorCode)] = &[
    ("insufficient_claims", ErrorCode::InteractionRequired),
    ("insufficient_scope", ErrorCode::ConsentRequired),
    ("invalid_client", ErrorCode::ClientSecretWrong),
    ("invalid_request", ErrorCode::RequestNotUnderstood),
    ("invalid_token", ErrorCode::PowerBiTokenRefused),
    ("unauthorized_client", ErrorCode::ClientUnknown),
    ("unsupported_grant_type", ErrorCode::RequestNotUnderstood),
    ("unsupported_response_type", ErrorCode::RequestNotUnderstood),
];

/// Values of `error` after which a person has to pass Microsoft's page again, whatever else stands there
/// (`InteractionRequiredAuthError` in Microsoft's MSAL).
pub const INTERACTIVE_ERRORS: &[&str] = &["interaction_required", "consent_required", "login_required"];

/// Values of `suberror` after which a person has to pass Microsoft's page again (`InteractionRequiredAuthError` in
/// Microsoft's MSAL), with what to say where the number does not.
pub const SUBERRORS: &[(&str, ErrorCode)] = &[
    ("additional_action", ErrorCode::InteractionRequired),
    ("bad_token", ErrorCode::InteractionRequired),
    ("basic_action", ErrorCode::InteractionRequired),
    ("consent_required", ErrorCode::ConsentRequired),
    ("interrupted_user", ErrorCode::InteractionRequired),
    ("message_only", ErrorCode::InteractionRequired),
    ("user_password_expired", ErrorCode::PasswordChangeNeeded),
    ("ux_not_allowed", ErrorCode::InteractionRequired),
];

/// What Microsoft says about a password that is wrong. Each further try counts towards the account's lockout ("Microsoft Entra
/// smart lockout"), so the same password must not be sent again.
pub const PASSWORD_REFUSED: &[ErrorCode] = &[ErrorCode::PasswordWrong];

/// Our code for an AADSTS number.
///
/// ```
/// use wkpbic_core::{aadsts::code_of, error::ErrorCode};
///
/// assert_eq!(code_of(7_000_222), Some(ErrorCode::ClientSecretExpired));
/// assert_eq!(code_of(99_999), None);
/// ```
#[must_use]
pub fn code_of(number: u32) -> Option<ErrorCode> {
    let at = AADSTS.binary_search_by_key(&number, |(number, _)| *number).ok()?;
    AADSTS.get(at).map(|(_, code)| *code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::Value;

    /// Where we say something else than the collected list about a number, and why.
    const DIFFERENT: &[(u32, &str)] = &[
        (70_012, "Microsoft's service for personal accounts failed; such an account could not be used anyway, so another is the cure"),
        (90_027, "a personal account was used; picking the work account on Microsoft's page is the cure, so a person is needed"),
    ];

    fn collected() -> Vec<Value> {
        let list: Value = serde_json::from_str(include_str!("../../../tests/vectors/microsoft/aadsts.json")).unwrap();
        list.as_array().unwrap().clone()
    }

    #[test]
    fn numbers_ascend_without_repetition() {
        assert!(AADSTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn every_collected_number_has_a_code() {
        let list = collected();
        assert!(list.len() >= 227, "only {} numbers", list.len());
        for row in list {
            let number = u32::try_from(row["code"].as_u64().unwrap()).unwrap();
            assert!(code_of(number).is_some(), "{number} has no code: {}", row["meaning"]);
        }
    }

    #[test]
    fn retrying_and_a_person_agree_with_the_collected_list() {
        for row in collected() {
            let number = u32::try_from(row["code"].as_u64().unwrap()).unwrap();
            let info = code_of(number).unwrap().info();
            let agrees = row["retryable"] == info.retryable && row["interaction_required"] == info.interaction_required;
            let named = DIFFERENT.iter().any(|(different, _)| *different == number);
            assert_eq!(agrees, !named, "{number}: {row} against {info:?}; a difference is named in DIFFERENT, and only there");
        }
        assert!(DIFFERENT.iter().all(|(number, reason)| code_of(*number).is_some() && !reason.is_empty()));
    }

    /// PHP maps numbers and has no parameters at hand but those of `microsoft_unknown`.
    #[test]
    fn no_sentence_of_a_number_waits_for_parameters() {
        for (number, code) in AADSTS {
            assert!(code.info().params.is_empty(), "{number}");
        }
        for (word, code) in OAUTH_ERRORS.iter().chain(OAUTH_ERRORS_ALONE).chain(SUBERRORS) {
            assert!(code.info().params.is_empty(), "{word}");
        }
    }

    #[test]
    fn words_ascend_and_interactive_ones_ask_for_a_person() {
        for table in [OAUTH_ERRORS, OAUTH_ERRORS_ALONE, SUBERRORS] {
            assert!(table.windows(2).all(|pair| pair[0].0 < pair[1].0));
        }
        let interactive = OAUTH_ERRORS.iter().filter(|(word, _)| INTERACTIVE_ERRORS.contains(word));
        assert_eq!(interactive.clone().count(), INTERACTIVE_ERRORS.len());
        for (word, code) in interactive.chain(SUBERRORS) {
            assert!(code.info().interaction_required, "{word}");
        }
    }
}
