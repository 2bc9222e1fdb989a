//! The address at which an administrator consents for the whole organisation ("Admin consent on the Microsoft
//! identity platform").

use crate::authorize::Query;
use crate::cloud::Cloud;
use crate::endpoints::Endpoints;
use crate::guid::ClientId;
use crate::permission::permission_scopes;
use crate::pkce::State;
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;

/// What an administrator is asked to agree to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ConsentScope {
    /// The five permissions by name.
    #[default]
    Named,
    /// `.default`: whatever the registration lists. It may not stand beside named permissions.
    Registered,
}

impl ConsentScope {
    /// The parameter's value in a cloud.
    #[must_use]
    pub fn scopes(self, cloud: &Cloud) -> String {
        match self {
            Self::Named => permission_scopes(cloud),
            Self::Registered => cloud.default_scope(),
        }
    }
}

/// Everything an admin-consent URL is made of.
#[derive(Clone, Debug)]
pub struct AdminConsentRequest<'a> {
    /// Where to consent.
    pub endpoints: &'a Endpoints,
    /// The app's directory.
    pub tenant: &'a Tenant,
    /// The app.
    pub client_id: &'a ClientId,
    /// Where the answer goes.
    pub redirect_uri: &'a RedirectUri,
    /// Comes back unchanged.
    pub state: &'a State,
    /// What to agree to.
    pub scope: ConsentScope,
}

impl AdminConsentRequest<'_> {
    /// The URL to give to an administrator. It names all five permissions each time, or all that are registered, because
    /// a new grant may replace an earlier one.
    #[must_use]
    pub fn url(&self) -> String {
        let mut query = Query::default();
        query.add("client_id", self.client_id.as_str());
        query.add("scope", &self.scope.scopes(self.endpoints.cloud()));
        query.add("redirect_uri", self.redirect_uri.as_str());
        query.add("state", self.state.as_str());
        format!("{}/{}/v2.0/adminconsent?{}", self.endpoints.login(), self.tenant.as_str(), query.0)
    }
}

/// The short form, as the portal hands it out ("Grant tenant-wide admin consent to an application"): consents to
/// everything that the registration lists and needs no redirect URI. To be sent to an administrator by mail; nothing
/// tells the site when it was used.
///
/// ```
/// use wkpbic_core::{cloud::CLOUDS, consent::short_admin_consent_url, endpoints::Endpoints, guid::ClientId, tenant::Tenant};
///
/// let app = ClientId::parse("3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846").unwrap();
/// let url = short_admin_consent_url(&Endpoints::of(&CLOUDS[0]), &Tenant::parse("contoso.com").unwrap(), &app);
/// assert_eq!(url, "https://login.microsoftonline.com/contoso.com/adminconsent?client_id=3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846");
/// ```
#[must_use]
pub fn short_admin_consent_url(endpoints: &Endpoints, tenant: &Tenant, client_id: &ClientId) -> String {
    [endpoints.login(), "/", tenant.as_str(), "/adminconsent?client_id=", client_id.as_str()].concat()
}
