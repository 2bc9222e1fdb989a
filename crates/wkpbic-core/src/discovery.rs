//! A tenant's OpenID discovery document: which directory a domain stands for, and in which cloud it lives.
//!
//! Fields by "OpenID Connect on the Microsoft identity platform" and by recordings. A document proves that the directory
//! exists, not that it is the person's own or that the app is in it.

use serde::Serialize;

use crate::address::shortened;
use crate::cloud::{CLOUDS, Cloud};
use crate::error::ErrorCode as E;
use crate::guid::is_guid;
use crate::verdict::{Level, Param, Verdict};

/// What an issuer names in place of one organisation's directory, and the path word it stands for: any directory, and that
/// of all personal accounts.
pub const SHARED_ISSUERS: &[(&str, &str)] = &[("{tenantid}", "common"), ("9188040d-6c67-4c5b-b112-36a304b66dad", "consumers")];

/// `tenant_region_scope` of a directory of the US Government.
pub const GOVERNMENT_SCOPE: &str = "USGov";

/// What is read of a discovery document; an absent or `null` member is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Discovery<'a> {
    /// `https://{login host}/{tenant GUID}/v2.0`.
    pub issuer: &'a str,
    /// Such as `microsoftonline.com`.
    pub cloud_instance_name: Option<&'a str>,
    /// Such as `EU`; `USGov` for US Government.
    pub tenant_region_scope: Option<&'a str>,
    /// Such as `GCC`, `DODCON`, `DOD`.
    pub tenant_region_sub_scope: Option<&'a str>,
}

/// What a discovery document says. In JSON `{tenant_id, cloud, verdict}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DiscoveredTenant {
    /// The directory's GUID in lower case; `None` where the document names none, and `verdict` says why.
    pub tenant_id: Option<String>,
    /// The cloud that the tenant most likely lives in; `None` where its name is not known.
    pub cloud: Option<&'static str>,
    /// Level error where the document cannot be used. A cloud other than the chosen one warns or hints: Microsoft does
    /// not document how the names are to be compared.
    pub verdict: Verdict,
}

/// Reads a tenant's discovery document that was fetched from the login host of the chosen cloud.
///
/// ```
/// use wkpbic_core::{cloud::CLOUDS, discovery::{Discovery, tenant_from_discovery}};
///
/// let found = tenant_from_discovery(
///     &Discovery {
///         issuer: "https://login.microsoftonline.com/8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9/v2.0",
///         cloud_instance_name: Some("microsoftonline.com"),
///         ..Discovery::default()
///     },
///     &CLOUDS[0],
/// );
/// assert_eq!(found.tenant_id.as_deref(), Some("8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9"));
/// assert_eq!((found.cloud, found.verdict.code_text()), (Some("global"), "ok"));
/// ```
#[must_use]
pub fn tenant_from_discovery(document: &Discovery<'_>, chosen: &Cloud) -> DiscoveredTenant {
    let error = |code, params| DiscoveredTenant { tenant_id: None, cloud: None, verdict: Verdict::new(Level::Error, code, params) };
    let Some((host, tenant)) = read_issuer(document.issuer) else {
        return error(E::DiscoveryIssuerUnreadable, vec![]);
    };
    if let Some((_, word)) = SHARED_ISSUERS.iter().find(|(name, _)| tenant.eq_ignore_ascii_case(name)) {
        return error(E::TenantIdSharedEndpoint, vec![("value", (*word).into())]);
    }
    if !is_guid(tenant) {
        return error(E::DiscoveryIssuerUnreadable, vec![]);
    }
    let (cloud, verdict) = compare_cloud(document, host, chosen);
    DiscoveredTenant { tenant_id: Some(tenant.to_ascii_lowercase()), cloud, verdict }
}

/// Host and tenant of an issuer whose host belongs to one of the clouds.
fn read_issuer(issuer: &str) -> Option<(&str, &str)> {
    let (host, path) = issuer.strip_prefix("https://")?.split_once('/')?;
    let (tenant, rest) = path.split_once('/').unwrap_or((path, ""));
    (matches!(rest, "v2.0" | "v2.0/" | "") && CLOUDS.iter().any(|cloud| cloud.signs_in_at(host))).then_some((host, tenant))
}

fn compare_cloud(document: &Discovery<'_>, issuer_host: &str, chosen: &Cloud) -> (Option<&'static str>, Verdict) {
    let given = |member: Option<&str>| member.filter(|text| !text.is_empty()).map(str::to_owned);
    let instance = given(document.cloud_instance_name);
    let is_candidate = |cloud: &&Cloud| match &instance {
        Some(name) => cloud.instance_name.eq_ignore_ascii_case(name),
        None => cloud.signs_in_at(issuer_host),
    };
    let mark = given(document.tenant_region_sub_scope);
    // US Government at the public instance: nothing but GCC signs in there.
    let is_government = document.tenant_region_scope.is_some_and(|scope| scope.eq_ignore_ascii_case(GOVERNMENT_SCOPE));
    let has_mark = |cloud: &&Cloud| match (&mark, cloud.region_sub_scope) {
        (Some(mark), Some(own)) => own.eq_ignore_ascii_case(mark),
        (None, own) => own.is_some() == is_government,
        (Some(_), None) => false,
    };
    let candidates = || CLOUDS.iter().filter(is_candidate);
    let Some(first) = candidates().next() else {
        let value = Param::from(shortened(&instance.unwrap_or_default()));
        return (None, Verdict::new(Level::Warn, E::DiscoveryCloudUnknown, vec![("value", value)]));
    };
    let marked = candidates().find(has_mark);
    let own = candidates().find(|cloud| cloud.id == chosen.id);
    // Where no mark decides between two clouds of one instance, the person's own choice is as good as any.
    let is_undecided = marked.is_none() || (mark.is_none() && first.region_sub_scope.is_some());
    let found = own.filter(|_| is_undecided).or(marked).unwrap_or(first);
    if found.id == chosen.id {
        return (Some(found.id), Verdict::ok());
    }
    let level = if own.is_some() && mark.is_none() { Level::Hint } else { Level::Warn };
    (Some(found.id), Verdict::new(level, E::DiscoveryCloudDiffers, vec![("chosen", chosen.id.into()), ("found", found.id.into())]))
}
