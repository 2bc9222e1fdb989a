//! The delegated Power BI permissions that the connector asks for, and the scopes they become.
//!
//! GUIDs: three public dumps of the Power BI Service principal agree; Microsoft publishes no table of them.

use crate::cloud::Cloud;

/// A delegated permission of the application "Power BI Service".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The name in the portal and the last part of the scope.
    pub name: &'static str,
    /// The permission's ID in an app manifest.
    pub guid: &'static str,
}

/// The five permissions, in the order in which the wizard names them.
pub const PERMISSIONS: &[Permission] = &[
    Permission { name: "Dataset.ReadWrite.All", guid: "322b68b2-0804-416e-86a5-d772c567b6e6" },
    Permission { name: "Workspace.ReadWrite.All", guid: "445002fb-a6f2-4dc1-a81e-4254a111cd29" },
    Permission { name: "Report.Read.All", guid: "4ae1bf56-f562-4747-b7bc-2fa0874ed46f" },
    Permission { name: "Dashboard.Read.All", guid: "2448370f-f988-42cd-909c-6528efd67c1a" },
    Permission { name: "Content.Create", guid: "f3076109-ca66-412a-be10-d4ee1be95d47" },
];

/// What is asked for beside them: who signed in (OpenID Connect Core section 5.4), and a refresh token.
pub const OIDC_SCOPES: &[&str] = &["openid", "profile", "offline_access"];

/// The scopes of the five permissions in a cloud, blank-separated (RFC 6749 section 3.3). A scope without its prefix
/// would mean Microsoft Graph.
#[must_use]
pub fn permission_scopes(cloud: &Cloud) -> String {
    PERMISSIONS.iter().map(|permission| format!("{}/{}", cloud.scope_prefix, permission.name)).collect::<Vec<_>>().join(" ")
}

/// Everything a sign-in asks for.
#[must_use]
pub fn sign_in_scopes(cloud: &Cloud) -> String {
    format!("{} {}", OIDC_SCOPES.join(" "), permission_scopes(cloud))
}
