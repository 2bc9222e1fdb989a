//! From what Microsoft calls an error to our own codes.
//!
//! Microsoft asks to react to `error` and not to the numbers, which may change; the numbers serve the choice of a
//! sentence, and `error` is the fallback ("Microsoft Entra authentication and authorization error codes").

use crate::error::ErrorCode;

/// AADSTS numbers, in ascending order.
pub const AADSTS: &[(u32, ErrorCode)] = &[
    (50_011, ErrorCode::RedirectUriMismatch),
    (50_020, ErrorCode::AccountNotInTenant),
    (50_034, ErrorCode::AccountNotInTenant),
    (50_076, ErrorCode::InteractionRequired),
    (50_078, ErrorCode::InteractionRequired),
    (50_079, ErrorCode::InteractionRequired),
    (50_148, ErrorCode::CodeVerifierMismatch),
    (50_173, ErrorCode::GrantRevoked),
    (50_194, ErrorCode::AccountNotWorkOrSchool),
    (53_003, ErrorCode::InteractionRequired),
    (54_005, ErrorCode::CodeUsed),
    (65_001, ErrorCode::ConsentRequired),
    (65_004, ErrorCode::SignInDeclined),
    (70_000, ErrorCode::GrantRevoked),
    (70_008, ErrorCode::CodeExpired),
    (70_043, ErrorCode::GrantRevoked),
    (90_002, ErrorCode::TenantUnknown),
    (90_094, ErrorCode::ConsentNeedsAdmin),
    (90_095, ErrorCode::ConsentNeedsAdmin),
    (500_112, ErrorCode::RedirectUriMismatch),
    (500_117, ErrorCode::RedirectUriMismatch),
    (501_481, ErrorCode::CodeVerifierMismatch),
    (700_016, ErrorCode::ClientUnknown),
    (700_082, ErrorCode::GrantRevoked),
    (7_000_110, ErrorCode::GrantRevoked),
    (7_000_215, ErrorCode::ClientSecretWrong),
    (7_000_218, ErrorCode::ClientSecretMissing),
    (7_000_222, ErrorCode::ClientSecretExpired),
    (9_002_332, ErrorCode::AccountNotWorkOrSchool),
];

/// OAuth `error` values (RFC 6749 sections 4.1.2.1 and 5.2, OpenID Connect Core section 3.1.2.6), for answers whose
/// number is not in [`AADSTS`].
pub const OAUTH_ERRORS: &[(&str, ErrorCode)] = &[
    ("access_denied", ErrorCode::SignInDeclined),
    ("consent_required", ErrorCode::ConsentRequired),
    ("interaction_required", ErrorCode::InteractionRequired),
    ("invalid_grant", ErrorCode::GrantRevoked),
    ("login_required", ErrorCode::InteractionRequired),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ascend_without_repetition() {
        assert!(AADSTS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }
}
