//! The address at which an administrator consents for the whole organisation ("Admin consent on the Microsoft
//! identity platform").

use crate::authorize::Query;
use crate::endpoints::Endpoints;
use crate::guid::ClientId;
use crate::permission::permission_scopes;
use crate::pkce::State;
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;

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
}

impl AdminConsentRequest<'_> {
    /// The URL to give to an administrator. It names all five permissions each time, because a new grant may replace
    /// an earlier one.
    #[must_use]
    pub fn url(&self) -> String {
        let mut query = Query::default();
        query.add("client_id", self.client_id.as_str());
        query.add("scope", &permission_scopes(self.endpoints.cloud()));
        query.add("redirect_uri", self.redirect_uri.as_str());
        query.add("state", self.state.as_str());
        format!("{}/{}/v2.0/adminconsent?{}", self.endpoints.login(), self.tenant.as_str(), query.0)
    }
}
