//! The delegated Power BI permissions that the connector asks for, the scopes they become, and what a token really
//! grants.
//!
//! GUIDs and consent classes: three public dumps of the Power BI Service principal agree; Microsoft publishes no table
//! of them. What each allows: the operations of Microsoft's Power BI REST description that name it.

use serde::Serialize;

use crate::cloud::Cloud;

words! {
    /// What the connector needs a permission for.
    pub enum Purpose {
        /// Write orders into datasets and refresh them.
        PushOrders = "push_orders",
        /// List and make workspaces.
        MakeWorkspaces = "make_workspaces",
        /// List and show reports.
        ShowReports = "show_reports",
        /// List and show dashboards.
        ShowDashboards = "show_dashboards",
        /// Make dashboards.
        MakeDashboards = "make_dashboards",
    }
}

words! {
    /// Who may consent. A directory's own policy can ask for an administrator all the same.
    pub enum ConsentClass {
        /// The signed-in person, unless the directory's policy says otherwise.
        User = "user",
        /// An administrator.
        Admin = "admin",
    }
}

/// A delegated permission of the application "Power BI Service".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Permission {
    /// The name in the portal and the last part of the scope.
    pub name: &'static str,
    /// The permission's ID in an app manifest.
    pub guid: &'static str,
    /// What the connector needs it for.
    pub purpose: Purpose,
    /// Who may consent to it.
    pub consent: ConsentClass,
}

const fn permission(name: &'static str, guid: &'static str, purpose: Purpose) -> Permission {
    Permission { name, guid, purpose, consent: ConsentClass::User }
}

/// The five permissions, in the order in which the wizard names them.
pub const PERMISSIONS: &[Permission] = &[
    permission("Dataset.ReadWrite.All", "322b68b2-0804-416e-86a5-d772c567b6e6", Purpose::PushOrders),
    permission("Workspace.ReadWrite.All", "445002fb-a6f2-4dc1-a81e-4254a111cd29", Purpose::MakeWorkspaces),
    permission("Report.Read.All", "4ae1bf56-f562-4747-b7bc-2fa0874ed46f", Purpose::ShowReports),
    permission("Dashboard.Read.All", "2448370f-f988-42cd-909c-6528efd67c1a", Purpose::ShowDashboards),
    permission("Content.Create", "f3076109-ca66-412a-be10-d4ee1be95d47", Purpose::MakeDashboards),
];

/// What is asked for beside them: who signed in (OpenID Connect Core section 5.4), and a refresh token.
pub const OIDC_SCOPES: &[&str] = &["openid", "profile", "offline_access"];

/// Scopes that a token may hold without being more than asked: those of OpenID Connect, and Graph's default for every
/// new registration.
pub const HARMLESS_SCOPES: &[&str] = &["openid", "profile", "offline_access", "email", "user.read"];

/// Most scopes that are read from one answer; Entra's own answers hold a handful.
const MAX_SCOPES: usize = 200;
/// Most characters of a scope that are repeated.
const MAX_SCOPE_CHARS: usize = 120;

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

/// What a token grants, beside what was wanted.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GrantedPermissions {
    /// Wanted permissions that the token has, by their names in the portal.
    pub granted: Vec<&'static str>,
    /// Wanted permissions that the token lacks.
    pub missing: Vec<&'static str>,
    /// What the token has beyond that, as Microsoft wrote it; worth removing in the portal.
    pub excess: Vec<String>,
}

/// Compares the `scope` of a token answer (blank-separated, with or without prefix, any case) with the wanted
/// permissions. Write permissions include reading, so `Report.ReadWrite.All` serves for `Report.Read.All` and is named
/// as excess as well.
///
/// ```
/// use wkpbic_core::permission::granted_permissions;
///
/// let found = granted_permissions("https://analysis.windows.net/powerbi/api/report.readwrite.all", &["Report.Read.All"]);
/// assert_eq!(found.granted, ["Report.Read.All"]);
/// assert!(found.missing.is_empty());
/// assert_eq!(found.excess, ["report.readwrite.all"]);
/// ```
#[must_use]
pub fn granted_permissions(scope: &str, wanted: &[&'static str]) -> GrantedPermissions {
    let short = |scope: &str| scope.rsplit('/').next().unwrap_or_default().chars().take(MAX_SCOPE_CHARS).collect::<String>();
    let found: Vec<String> = scope.split_ascii_whitespace().take(MAX_SCOPES).map(short).collect();
    let has = |name: &str| found.iter().any(|scope| covers(scope, name));
    let (granted, missing) = wanted.iter().partition(|name| has(name));
    let mut excess: Vec<String> = Vec::new();
    for scope in found {
        let asked = wanted.iter().any(|name| scope.eq_ignore_ascii_case(name));
        let harmless = scope.is_empty() || HARMLESS_SCOPES.iter().any(|name| scope.eq_ignore_ascii_case(name));
        if !asked && !harmless && !excess.iter().any(|other| other.eq_ignore_ascii_case(&scope)) {
            excess.push(scope);
        }
    }
    GrantedPermissions { granted, missing, excess }
}

/// Whether having one permission is as good as having the other.
fn covers(found: &str, wanted: &str) -> bool {
    let lower = found.to_ascii_lowercase();
    let wanted = wanted.to_ascii_lowercase();
    lower == wanted || lower.replace(".readwrite.", ".read.") == wanted
}

/// The names of the five permissions.
#[must_use]
pub fn permission_names() -> Vec<&'static str> {
    PERMISSIONS.iter().map(|permission| permission.name).collect()
}
