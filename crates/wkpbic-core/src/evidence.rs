//! What the checks that PHP makes prove on the scorecard: tables for the contract, read by whoever keeps the outcomes.

use crate::error::ErrorCode;
use crate::field::FieldId;
use crate::scorecard::{Check, Item};

/// A check of the server, and what it stands for on the scorecard.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Name of the server's check, as `POST setup/preflight` and `POST setup/test` give it.
    pub probe: &'static str,
    /// What it stands for.
    pub check: Check,
    /// Only with this sign-in method, a name of [`crate::field::SIGN_IN_METHODS`].
    pub sign_in_method: Option<&'static str>,
    /// Only while this field is empty.
    pub lacks: Option<FieldId>,
}

const fn proof(probe: &'static str, check: Check) -> Proof {
    Proof { probe, check, sign_in_method: None, lacks: None }
}

/// Every check of the server that says something about items. The others (clock, hosts, workspaces) say nothing about them; an outcome
/// `unknown` or `skipped` never does.
pub const PROOFS: &[Proof] = &[
    proof("tenant_discovered", Check::TenantDiscovered),
    proof("app_token_issued", Check::AppTokenIssued),
    proof("redirect_uri_answered", Check::RedirectUriAnswered),
    proof("permissions_granted", Check::PermissionsGranted),
    // With a secret beside it, a password proves nothing about public client flows.
    Proof { sign_in_method: Some("ropc"), lacks: Some(FieldId::ClientSecret), ..proof("token", Check::PasswordSignIn) },
    Proof { sign_in_method: Some("service_principal"), ..proof("power_bi", Check::ServicePrincipalAnswered) },
];

/// Which item a failure is about. A failure that is not here, or whose item the check is not about, says nothing: a firewall in between
/// disproves no registration.
pub const FAULTS: &[(ErrorCode, Item)] = &[
    (ErrorCode::TenantUnknown, Item::TenantId),
    (ErrorCode::TenantNotValid, Item::TenantId),
    (ErrorCode::TenantNotOwn, Item::TenantId),
    (ErrorCode::DiscoveryCloudDiffers, Item::TenantId),
    (ErrorCode::CloudWrong, Item::TenantId),
    (ErrorCode::IdTokenTenantWrong, Item::TenantId),
    (ErrorCode::ClientUnknown, Item::ClientId),
    (ErrorCode::ClientIdOfMicrosoft, Item::ClientId),
    (ErrorCode::AppInOtherTenant, Item::ClientId),
    (ErrorCode::AppDisabled, Item::AppCreated),
    (ErrorCode::ClientSecretWrong, Item::ClientSecret),
    (ErrorCode::ClientSecretExpired, Item::ClientSecret),
    (ErrorCode::RedirectUriMismatch, Item::RedirectUri),
    (ErrorCode::RedirectUriNotRegistered, Item::RedirectUri),
    (ErrorCode::RedirectUriNotValid, Item::RedirectUri),
    (ErrorCode::RedirectUriIsSpa, Item::RedirectUri),
    (ErrorCode::RedirectUriInsecure, Item::RedirectUri),
    (ErrorCode::PermissionsNotGranted, Item::Permissions),
    (ErrorCode::ConsentRequired, Item::Consent),
    (ErrorCode::ConsentNeedsAdmin, Item::Consent),
    (ErrorCode::ConsentNotPermitted, Item::Consent),
    (ErrorCode::AppNotApproved, Item::Consent),
    // Microsoft expects a secret from whoever is not a public client.
    (ErrorCode::ClientSecretMissing, Item::PublicClientFlows),
    (ErrorCode::PowerBiServicePrincipalsOff, Item::TenantApiSettings),
    (ErrorCode::PowerBiAppNotAccessible, Item::TenantApiSettings),
];

/// The values that a check was about. When one of them changes, its outcome says nothing any more.
///
/// ```
/// use wkpbic_core::{evidence::fields, field::FieldId, scorecard::Check};
///
/// assert!(fields(Check::AppTokenIssued).contains(&FieldId::ClientSecret));
/// assert!(!fields(Check::AdminConsentReported).contains(&FieldId::ClientSecret));
/// ```
#[must_use]
pub const fn fields(check: Check) -> &'static [FieldId] {
    use FieldId::{ClientId, ClientSecret, Cloud, Password, SignInMethod, TenantId, Username};

    match check {
        Check::ClientIdSaved => &[ClientId],
        Check::TenantIdSaved => &[TenantId],
        Check::ClientSecretSaved => &[ClientSecret],
        Check::TenantDiscovered => &[TenantId, Cloud],
        Check::AppTokenIssued => &[ClientId, TenantId, Cloud, ClientSecret],
        Check::RedirectUriAnswered | Check::AdminConsentReported => &[ClientId, TenantId, Cloud],
        // Consent outlives a secret: a new one makes nothing of it untrue.
        Check::SignedIn | Check::PermissionsGranted => &[ClientId, TenantId, Cloud, Username, SignInMethod],
        Check::PasswordSignIn => &[ClientId, TenantId, Cloud, Username, SignInMethod, Password, ClientSecret],
        Check::ServicePrincipalAnswered => &[ClientId, TenantId, Cloud, SignInMethod],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_item_but_the_portal_can_be_disproved_by_a_check_that_is_about_it() {
        let faults: BTreeSet<&str> = FAULTS.iter().map(|(_, item)| item.as_str()).collect();
        for item in Item::ALL.iter().filter(|item| **item != Item::PortalSignIn) {
            assert!(faults.contains(item.as_str()), "no failure is about {}", item.as_str());
            assert!(Check::ALL.iter().any(|check| !check.is_form() && check.items().contains(item)), "no check is about {}", item.as_str());
        }
    }

    #[test]
    fn a_code_names_one_item_and_a_passing_fault_none() {
        let mut seen = BTreeSet::new();
        for (code, _) in FAULTS {
            assert!(seen.insert(code.as_str()), "{} stands twice", code.as_str());
            assert!(!code.info().retryable, "{} passes by itself", code.as_str());
        }
    }

    #[test]
    fn a_check_of_form_is_about_the_field_that_it_judges() {
        for check in Check::ALL.iter().filter(|check| check.is_form()) {
            assert_eq!(fields(*check).len(), 1, "{}", check.as_str());
        }
    }
}
