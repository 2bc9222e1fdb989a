//! The address that ends a person's session at Microsoft ("OpenID Connect on the Microsoft identity platform", send a
//! sign-out request). Only the browser's session: stored tokens stay valid.

use crate::authorize::Query;
use crate::endpoints::Endpoints;
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;

/// Spells the sign-out URL. With a registered redirect URI Microsoft leads back there afterwards; without one it shows
/// a page of its own.
///
/// ```
/// use wkpbic_core::{cloud::CLOUDS, endpoints::Endpoints, logout::logout_url, tenant::Tenant};
///
/// let url = logout_url(&Endpoints::of(&CLOUDS[0]), &Tenant::parse("contoso.com").unwrap(), None);
/// assert_eq!(url, "https://login.microsoftonline.com/contoso.com/oauth2/v2.0/logout");
/// ```
#[must_use]
pub fn logout_url(endpoints: &Endpoints, tenant: &Tenant, back_to: Option<&RedirectUri>) -> String {
    let mut query = Query::default();
    if let Some(uri) = back_to {
        query.add("post_logout_redirect_uri", uri.as_str());
    }
    let mark = if query.0.is_empty() { "" } else { "?" };
    [endpoints.login(), "/", tenant.as_str(), "/oauth2/v2.0/logout", mark, &query.0].concat()
}
