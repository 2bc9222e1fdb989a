//! Links to the very page of Microsoft's that a step is about.
//!
//! Microsoft documents few of them and has renamed them before, so the menu path always stands beside a link in words;
//! [`PortalLink::certainty`] says how far a link can be trusted.

use serde::Serialize;

use crate::certainty::Certainty::{self, Community, Derived, Documented, Unverified};
use crate::cloud::Cloud;
use crate::guid::ClientId;
use crate::tenant::Tenant;

/// Where a page lives.
#[derive(Clone, Copy)]
enum Place {
    /// In the Azure portal; the path follows the `#`.
    Portal,
    /// The same, of one app: its ID ends the path. Without an ID the list of apps is the next best.
    App,
    /// In Power BI.
    PowerBi,
    /// Wherever the whole address says.
    Fixed,
}

macro_rules! targets {
    ($( $(#[$doc:meta])* $name:ident = $id:literal, $place:ident, $path:literal, $certainty:ident; )+) => {
        /// A page of Microsoft's.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum PortalTarget { $( $(#[$doc])* $name, )+ }

        impl PortalTarget {
            /// Every page.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The name in JSON.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $id, )+ }
            }

            const fn row(self) -> (Place, &'static str, Certainty) {
                match self { $( Self::$name => (Place::$place, $path, $certainty), )+ }
            }
        }
    };
}

targets! {
    /// The list of app registrations.
    AppRegistrations = "app_registrations", Portal, "view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade", Documented;
    /// The same by the short link of Microsoft's own instructions.
    AppRegistrationsShort = "app_registrations_short", Fixed, "https://go.microsoft.com/fwlink/?linkid=2083908", Documented;
    /// The form for a new app.
    NewRegistration = "new_registration", Portal,
        "view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/isMSAApp~/false", Community;
    /// An app's Overview, with client and tenant ID.
    Overview = "overview", App, "Overview", Community;
    /// An app's redirect URIs.
    Authentication = "authentication", App, "Authentication", Community;
    /// An app's secrets.
    CertificatesAndSecrets = "certificates_and_secrets", App, "Credentials", Community;
    /// An app's permissions.
    ApiPermissions = "api_permissions", App, "CallAnAPI", Community;
    /// The list of enterprise apps, where consent can be taken back.
    EnterpriseApps = "enterprise_apps", Portal, "view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview", Community;
    /// Microsoft's help on redirect URIs that do not match.
    RedirectMismatchHelp = "redirect_mismatch_help", Fixed, "https://aka.ms/redirectUriMismatchError", Documented;
    /// Power BI itself.
    PowerBi = "power_bi", PowerBi, "/", Documented;
    /// Power BI's admin portal.
    PowerBiAdminPortal = "power_bi_admin_portal", PowerBi, "/admin-portal", Community;
    /// Power BI's tenant settings, where service principals are allowed.
    PowerBiTenantSettings = "power_bi_tenant_settings", PowerBi, "/admin-portal/tenantSettings", Community;
    /// Fabric, whose gear leads to the admin portal.
    Fabric = "fabric", Fixed, "https://app.fabric.microsoft.com", Documented;
    /// Azure Cloud Shell, in which `az` is signed in already.
    CloudShell = "cloud_shell", Portal, "cloudshell/", Community;
}

impl PortalTarget {
    /// The page of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|target| target.as_str() == text)
    }
}

/// A link. In JSON `{url, entra_url, certainty, exact}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PortalLink {
    /// The address to open.
    pub url: String,
    /// The same page in the Entra admin center, for people who have no access to the Azure portal; `None` where there
    /// is none or its host is not known.
    pub entra_url: Option<String>,
    /// How sure it is that the link leads there.
    pub certainty: Certainty,
    /// Whether it is the very page; `false` where the client ID is missing and the list of apps has to do.
    pub exact: bool,
}

/// Spells the link to a page in a cloud. With a tenant the portal opens in that directory, which nobody documents.
///
/// ```
/// use wkpbic_core::{cloud::CLOUDS, guid::ClientId, portal::{PortalTarget, portal_link}};
///
/// let app = ClientId::parse("3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846").unwrap();
/// let link = portal_link(PortalTarget::Authentication, &CLOUDS[0], Some(&app), None);
/// assert!(link.exact);
/// assert!(link.url.ends_with("/~/Authentication/appId/3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846"));
/// assert!(!portal_link(PortalTarget::Authentication, &CLOUDS[0], None, None).exact);
/// ```
#[must_use]
pub fn portal_link(target: PortalTarget, cloud: &Cloud, client_id: Option<&ClientId>, tenant: Option<&Tenant>) -> PortalLink {
    let (place, path, known) = target.row();
    let hash = match (place, client_id) {
        (Place::PowerBi, _) => {
            let known = if cloud.id == "global" || path == "/" { known } else { Unverified };
            return PortalLink { url: ["https://", cloud.service_host, path].concat(), entra_url: None, certainty: known, exact: true };
        }
        (Place::Fixed, _) => {
            let known = if cloud.id == "global" { known } else { Unverified };
            return PortalLink { url: path.to_owned(), entra_url: None, certainty: known, exact: true };
        }
        (Place::App, None) => return PortalLink { exact: false, ..portal_link(PortalTarget::AppRegistrations, cloud, None, tenant) },
        (Place::App, Some(app)) => ["view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/", path, "/appId/", app.as_str()].concat(),
        (Place::Portal, _) => path.to_owned(),
    };
    let pinned = tenant.map_or("", Tenant::as_str);
    let certainty = match cloud.id {
        _ if tenant.is_some() => Unverified,
        "global" => known,
        // Nobody names another portal for GCC, which signs in at the public host.
        "gcc" => known.max(Derived),
        _ => Unverified,
    };
    let at = |host: &str| ["https://", host, "/", pinned, "#", &hash].concat();
    let elsewhere = cloud.portal_host == "portal.azure.com" && !matches!(target, PortalTarget::CloudShell);
    let entra_url = elsewhere.then(|| at("entra.microsoft.com"));
    PortalLink { url: at(cloud.portal_host), entra_url, certainty, exact: true }
}

/// Where Microsoft explains one of its error numbers ("Microsoft Entra authentication and authorization error codes").
/// `aadsts` is the number without its letters; the page knows the same numbers in every cloud.
///
/// ```
/// assert_eq!(wkpbic_core::portal::error_lookup_url(50011), "https://login.microsoftonline.com/error?code=50011");
/// ```
#[must_use]
pub fn error_lookup_url(aadsts: u32) -> String {
    ["https://login.microsoftonline.com/error?code=", &aadsts.to_string()].concat()
}
