//! The ten items of the manual, and how far each has come. Proof beats claim; a failing check un-ticks.

use serde::{Deserialize, Serialize};

words! {
    /// An item of the scorecard.
    pub enum Item {
        /// The person can sign in to the Azure portal.
        PortalSignIn = "portal_sign_in",
        /// The app is registered.
        AppCreated = "app_created",
        /// The redirect URI is registered.
        RedirectUri = "redirect_uri",
        /// The client ID is known.
        ClientId = "client_id",
        /// The tenant ID is known.
        TenantId = "tenant_id",
        /// The secret's Value is known.
        ClientSecret = "client_secret",
        /// The five permissions are in the registration.
        Permissions = "permissions",
        /// Somebody has consented.
        Consent = "consent",
        /// Public client flows are allowed; optional, only for signing in by password without a secret.
        PublicClientFlows = "public_client_flows",
        /// Power BI's tenant setting admits service principals; optional, only for unattended use.
        TenantApiSettings = "tenant_api_settings",
    }
}

/// The ten items, in the order of the manual.
pub const ITEMS: &[Item] = &[
    Item::PortalSignIn,
    Item::AppCreated,
    Item::RedirectUri,
    Item::ClientId,
    Item::TenantId,
    Item::ClientSecret,
    Item::Permissions,
    Item::Consent,
    Item::PublicClientFlows,
    Item::TenantApiSettings,
];

words! {
    /// How far an item has come.
    pub enum State {
        /// Nothing is known.
        Open = "open",
        /// The person ticked it.
        Claimed = "claimed",
        /// A check has shown it.
        Proved = "proved",
        /// A check has shown the contrary.
        Failing = "failing",
    }
}

words! {
    /// A check whose outcome says something about items.
    pub enum Check {
        /// The client ID passed its rules and is stored.
        ClientIdSaved = "client_id_saved",
        /// The tenant ID passed its rules and is stored.
        TenantIdSaved = "tenant_id_saved",
        /// The secret passed its rules and is stored.
        ClientSecretSaved = "client_secret_saved",
        /// Discovery found the directory.
        TenantDiscovered = "tenant_discovered",
        /// A token was issued to the app by client ID and secret.
        AppTokenIssued = "app_token_issued",
        /// Microsoft answered an authorize request at this redirect URI.
        RedirectUriAnswered = "redirect_uri_answered",
        /// A person signed in and a token was issued.
        SignedIn = "signed_in",
        /// An administrator's consent was reported.
        AdminConsentReported = "admin_consent_reported",
        /// The token holds the five permissions.
        PermissionsGranted = "permissions_granted",
        /// Signing in by password worked without a secret.
        PasswordSignIn = "password_sign_in",
        /// Power BI answered a service principal.
        ServicePrincipalAnswered = "service_principal_answered",
    }
}

impl Check {
    /// The items that the check proves when it passes; on failure the first of them is failing.
    #[must_use]
    pub const fn items(self) -> &'static [Item] {
        match self {
            Self::ClientIdSaved => &[Item::ClientId],
            Self::TenantIdSaved | Self::TenantDiscovered => &[Item::TenantId],
            Self::ClientSecretSaved => &[Item::ClientSecret],
            Self::AppTokenIssued => &[Item::ClientSecret, Item::AppCreated, Item::ClientId, Item::TenantId],
            Self::RedirectUriAnswered => &[Item::RedirectUri, Item::AppCreated],
            Self::SignedIn => &[
                Item::Consent,
                Item::RedirectUri,
                Item::AppCreated,
                Item::ClientId,
                Item::TenantId,
                Item::ClientSecret,
                Item::PortalSignIn,
            ],
            Self::AdminConsentReported => &[Item::Consent],
            Self::PermissionsGranted => &[Item::Permissions],
            Self::PasswordSignIn => &[Item::PublicClientFlows],
            Self::ServicePrincipalAnswered => &[Item::TenantApiSettings],
        }
    }

    /// Whether the check speaks of the form of a value only. A later check of substance outweighs it.
    #[must_use]
    pub const fn is_form(self) -> bool {
        matches!(self, Self::ClientIdSaved | Self::TenantIdSaved | Self::ClientSecretSaved)
    }
}

/// The outcome of one check.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Which check.
    pub check: Check,
    /// Whether it passed.
    pub passed: bool,
    /// When, in seconds since 1970.
    pub at: u64,
    /// Our code of the failure; empty where it passed.
    #[serde(default)]
    pub code: String,
    /// The item that the failure concerns, where it is known better than by the check alone.
    #[serde(default)]
    pub item: Option<Item>,
}

/// What the person ticked, and what the checks said.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ScorecardInput {
    /// Ticked items.
    #[serde(default)]
    pub claims: Vec<Item>,
    /// Outcomes, in any order.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
    /// The sign-in method, a name of [`crate::field::SIGN_IN_METHODS`]; decides which items count.
    #[serde(default)]
    pub sign_in_method: String,
}

/// An item with its state.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ScoredItem {
    /// Which item.
    pub item: Item,
    /// How far it has come.
    pub state: State,
    /// Whether the set-up works without it.
    pub optional: bool,
    /// The check that decided, if one did.
    pub check: Option<Check>,
    /// When it decided, in seconds since 1970.
    pub at: Option<u64>,
    /// Our code of the failure.
    pub code: Option<String>,
}

/// The ten items with their states, in the order of [`ITEMS`].
///
/// For each item the latest evidence decides; at the same second a failure outweighs a success, and a check of
/// substance one of form. Without evidence a claim counts.
///
/// ```
/// use wkpbic_core::scorecard::{Item, ScorecardInput, State, scorecard};
///
/// let input = ScorecardInput { claims: vec![Item::AppCreated], ..ScorecardInput::default() };
/// assert_eq!(scorecard(&input)[1].state, State::Claimed);
/// ```
#[must_use]
pub fn scorecard(input: &ScorecardInput) -> Vec<ScoredItem> {
    ITEMS.iter().map(|&item| score(item, input)).collect()
}

fn score(item: Item, input: &ScorecardInput) -> ScoredItem {
    let substance = |evidence: &&Evidence| !evidence.check.is_form();
    let about = || input.evidence.iter().filter(|evidence| concerns(evidence, item));
    // Saving a value again does not mend what Microsoft refused, unless it happened later.
    let latest = about().filter(substance).chain(about().filter(|evidence| !substance(evidence))).reduce(|best, next| {
        let newer = next.at > best.at;
        let weightier = next.at == best.at && !next.passed && best.passed;
        if newer || weightier { next } else { best }
    });
    let (state, check, at, code) = match latest {
        Some(evidence) if evidence.passed => (State::Proved, Some(evidence.check), Some(evidence.at), None),
        Some(evidence) => {
            (State::Failing, Some(evidence.check), Some(evidence.at), Some(evidence.code.clone()).filter(|code| !code.is_empty()))
        }
        None if input.claims.contains(&item) => (State::Claimed, None, None, None),
        None => (State::Open, None, None, None),
    };
    ScoredItem { item, state, optional: is_optional(item, &input.sign_in_method), check, at, code }
}

fn concerns(evidence: &Evidence, item: Item) -> bool {
    let items = evidence.check.items();
    if evidence.passed { items.contains(&item) } else { evidence.item.or(items.first().copied()) == Some(item) }
}

fn is_optional(item: Item, sign_in_method: &str) -> bool {
    match item {
        Item::PublicClientFlows => true,
        Item::TenantApiSettings => sign_in_method != "service_principal",
        // An app by itself has no delegated permissions, and nobody comes back to a redirect URI.
        Item::Permissions | Item::Consent | Item::RedirectUri => sign_in_method == "service_principal",
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_json_and_none_stands_twice() {
        let mut seen = std::collections::BTreeSet::new();
        for item in ITEMS {
            assert_eq!(serde_json::to_value(item).unwrap(), item.as_str());
            assert!(seen.insert(item.as_str()), "{} stands twice", item.as_str());
        }
    }
}
