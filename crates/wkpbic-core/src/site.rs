//! The site's own redirect URI.

use serde::Serialize;

use crate::limits::REDIRECT_PATH;
use crate::redirect::check_redirect_uri;
use crate::verdict::Verdict;

/// The address to register in Entra, and whether Entra will take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteRedirectUri {
    /// The address, exactly as it must be registered and as it is sent.
    pub redirect_uri: String,
    /// What there is to say about it.
    pub verdict: Verdict,
}

/// Derives the redirect URI from the address of wp-admin, as WordPress's `admin_url()` gives it.
///
/// ```
/// let site = wkpbic_core::site::site_redirect_uri("https://shop.example/wp-admin/");
/// assert_eq!(site.redirect_uri, "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3");
/// assert!(!site.verdict.is_error());
/// ```
#[must_use]
pub fn site_redirect_uri(admin_url: &str) -> SiteRedirectUri {
    let slash = if admin_url.ends_with('/') { "" } else { "/" };
    let redirect_uri = format!("{admin_url}{slash}{REDIRECT_PATH}");
    SiteRedirectUri { verdict: check_redirect_uri(&redirect_uri), redirect_uri }
}
