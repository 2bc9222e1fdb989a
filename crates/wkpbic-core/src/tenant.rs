//! The directory that an app lives in, as it stands in Microsoft's addresses.

use crate::domain::is_domain;
use crate::guid::is_guid;

/// Path words that mean "any directory". A single-tenant app cannot use them (AADSTS50194, AADSTS9002332).
pub const SHARED_ENDPOINTS: &[&str] = &["common", "organizations", "consumers"];

/// A tenant: its GUID or one of its verified domains. Decides where a secret is sent, so only these two forms exist.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tenant(String);

impl Tenant {
    /// Takes a GUID or a domain name, `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_guid_or_domain(text).then(|| Self(text.to_owned()))
    }

    /// The text as it was given; safe as a path segment without further encoding.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Whether the text has the form of a tenant.
#[must_use]
pub fn is_guid_or_domain(text: &str) -> bool {
    is_guid(text) || is_domain(text)
}
