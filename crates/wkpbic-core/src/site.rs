//! The site's own redirect URI, and what its surroundings do to it.

use serde::Serialize;

use crate::address::{Address, shortened};
use crate::error::ErrorCode as E;
use crate::limits::{REDIRECT_PATH, REST_NAMESPACE};
use crate::redirect::check_redirect_uri;
use crate::verdict::{Level, Param, Verdict};

/// The address to register in Entra, and whether Entra will take it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteRedirectUri {
    /// The address, exactly as it must be registered and as it is sent.
    pub redirect_uri: String,
    /// What there is to say about it.
    pub verdict: Verdict,
}

/// What WordPress knows about its own address. Nothing here is trusted: it only decides what is said.
#[derive(Clone, Copy, Debug, Default)]
pub struct SiteFacts<'a> {
    /// `admin_url()`.
    pub admin_url: &'a str,
    /// `home_url()`; empty where it is not known.
    pub home_url: &'a str,
    /// `rest_url()`; without it the address is made of `home_url`.
    pub rest_url: Option<&'a str>,
    /// `is_ssl()` in the request for the wizard's page.
    pub is_ssl: bool,
    /// The request's `X-Forwarded-Proto`, as it came; the first of several counts.
    pub forwarded_proto: Option<&'a str>,
    /// Whether permalinks are pretty. Plain ones put the REST route into a query.
    pub permalinks: bool,
}

/// The answer to [`SiteFacts`].
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SiteAddresses {
    /// The address of the wizard's third step, exactly as it must be registered and as it is sent.
    pub redirect_uri: String,
    /// Whether Entra will take it; says the cause where the site's surroundings are to blame.
    pub verdict: Verdict,
    /// What else is worth knowing about the site, in the order in which it should be told. Never level error.
    pub findings: Vec<Verdict>,
    /// A second address without a query, for hosts that drop queries and for portals that refuse them. It runs the
    /// same handler. `null` where the site has none.
    pub alternative: Option<SiteRedirectUri>,
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
    judged(joined(admin_url, REDIRECT_PATH))
}

/// Derives both addresses of a site and names what may get in the way: a proxy that speaks https for a WordPress that
/// does not know it, `www` in one address only, the network admin, a page opened over http.
///
/// ```
/// use wkpbic_core::site::{SiteFacts, site_redirect_uri_with};
///
/// let site = site_redirect_uri_with(&SiteFacts {
///     admin_url: "http://shop.example/wp-admin/",
///     home_url: "https://shop.example",
///     forwarded_proto: Some("https"),
///     permalinks: true,
///     ..SiteFacts::default()
/// });
/// assert_eq!(site.verdict.code_text(), "site_behind_proxy");
/// assert_eq!(site.alternative.unwrap().redirect_uri, "https://shop.example/wp-json/wkpbic/v1/callback");
/// ```
#[must_use]
pub fn site_redirect_uri_with(facts: &SiteFacts<'_>) -> SiteAddresses {
    let (admin_url, was_changed) = match facts.admin_url.split_once(['?', '#']) {
        Some((before, _)) => (before, true),
        None => (facts.admin_url, false),
    };
    let SiteRedirectUri { redirect_uri, verdict } = site_redirect_uri(admin_url);
    let (admin, home) = (Address::read(admin_url), Address::read(facts.home_url));
    let comes_over_https = facts.forwarded_proto.is_some_and(|list| {
        let first = list.split(',').next().unwrap_or_default();
        first.trim().eq_ignore_ascii_case("https")
    });

    // The header may come from anyone: it explains an address that is refused anyway, it refuses none.
    let verdict = match verdict.code {
        Some(E::RedirectUriNotHttps) if comes_over_https || facts.is_ssl => {
            let code = if facts.is_ssl { E::SiteAddressHttp } else { E::SiteBehindProxy };
            Verdict::new(Level::Error, code, vec![("host", shortened(admin.host).into())])
        }
        _ => verdict,
    };
    let mut findings = Vec::new();
    let mut find = |level, code, params| findings.push(Verdict::new(level, code, params));
    if was_changed {
        find(Level::Warn, E::SiteAdminUrlQuery, vec![]);
    }
    if !home.host.is_empty() && !admin.host.is_empty() && !home.host.eq_ignore_ascii_case(admin.host) {
        let www = is_www_of(admin.host, home.host) || is_www_of(home.host, admin.host);
        let params = vec![("admin_host", Param::Text(shortened(admin.host))), ("home_host", shortened(home.host).into())];
        if www {
            find(Level::Warn, E::SiteWwwDiffers, params);
        } else {
            find(Level::Hint, E::SiteHostDiffers, params);
        }
    }
    if admin.path.trim_end_matches('/').ends_with("/wp-admin/network") {
        find(Level::Warn, E::SiteNetworkAdmin, vec![]);
    }
    if admin.scheme.eq_ignore_ascii_case("https://") && !facts.is_ssl && !comes_over_https {
        find(Level::Hint, E::SiteOpenedOverHttp, vec![]);
    }
    SiteAddresses { redirect_uri, verdict, findings, alternative: alternative(facts) }
}

/// The REST route's address, where it needs no query.
fn alternative(facts: &SiteFacts<'_>) -> Option<SiteRedirectUri> {
    let rest_url = match facts.rest_url {
        Some(rest_url) => rest_url.to_owned(),
        None if facts.home_url.is_empty() => return None,
        None => joined(facts.home_url, "wp-json/"),
    };
    let usable = facts.permalinks && !rest_url.is_empty() && !rest_url.contains(['?', '#']);
    usable.then(|| judged(joined(&joined(&rest_url, REST_NAMESPACE), "callback")))
}

/// Whether the first host is the second with `www.` before it.
pub(crate) fn is_www_of(long: &str, short: &str) -> bool {
    long.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("www."))
        && long.get(4..).is_some_and(|rest| !rest.is_empty() && rest.eq_ignore_ascii_case(short))
}

fn judged(redirect_uri: String) -> SiteRedirectUri {
    SiteRedirectUri { verdict: check_redirect_uri(&redirect_uri), redirect_uri }
}

fn joined(base: &str, path: &str) -> String {
    let slash = if base.ends_with('/') { "" } else { "/" };
    [base, slash, path].concat()
}
