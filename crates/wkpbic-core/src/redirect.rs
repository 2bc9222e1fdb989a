//! Which addresses Entra takes as redirect URI of a Web platform.
//!
//! Rules by "Redirect URI (reply URL) best practices and limitations" and RFC 3986. What neither says warns or hints;
//! it never stops anyone. Every check reads the text a fixed number of times.

use crate::address::{Address, broken_percent, shortened, split_scheme};
use crate::audience::Audience;
use crate::characters::CharacterSet;
use crate::error::ErrorCode as E;
use crate::host::{self, Host};
use crate::verdict::{Level, Param, Verdict};

/// Most characters of a redirect URI.
pub const MAX_REDIRECT_URI_CHARS: u32 = 256;
/// Characters that Entra does not take anywhere in a redirect URI.
const REFUSED_CHARACTERS: &[char] = &['!', '$', '\'', '(', ')', ',', ';'];
/// ASCII characters that no address may hold as they are (RFC 3986 appendix A). Browsers read `\` as `/`.
const NO_URI_CHARACTERS: &[char] = &['"', '<', '>', '\\', '^', '`', '{', '|', '}'];
/// Hosts that stand in instructions.
const PLACEHOLDER_HOSTS: &[&str] = &["your-domain.com", "yourdomain.com", "your-site.com", "yoursite.com", "your-shop.com", "yourshop.com"];

/// A redirect URI that passed [`check_redirect_uri`], kept byte for byte.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedirectUri(String);

impl RedirectUri {
    /// Takes an address that cannot be refused for certain.
    ///
    /// # Errors
    /// The verdict, where its level is error.
    pub fn parse(text: &str) -> Result<Self, Verdict> {
        let verdict = check_redirect_uri(text);
        if verdict.is_error() { Err(verdict) } else { Ok(Self(text.to_owned())) }
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// How an address gets into the registration. The manifest takes a little more than the portal's form.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Via {
    /// The form under Authentication.
    #[default]
    Portal,
    /// The manifest editor, a script, or Microsoft Graph.
    Manifest,
}

/// Judges an address as redirect URI of a single-tenant app. Lengths and positions in characters, positions from 1.
///
/// ```
/// use wkpbic_core::redirect::check_redirect_uri;
///
/// assert_eq!(check_redirect_uri("http://shop.example/cb").code_text(), "redirect_uri_not_https");
/// assert_eq!(check_redirect_uri("http://localhost:8881/cb").code_text(), "ok");
/// ```
#[must_use]
pub fn check_redirect_uri(text: &str) -> Verdict {
    check_redirect_uri_for(text, Audience::MyOrg)
}

/// The same for an app of any audience: one that admits personal accounts takes neither query nor wildcard.
///
/// ```
/// use wkpbic_core::{audience::Audience, redirect::check_redirect_uri_for};
///
/// let uri = "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3";
/// assert_eq!(check_redirect_uri_for(uri, Audience::MultipleOrgs).code_text(), "ok");
/// assert_eq!(check_redirect_uri_for(uri, Audience::OrgsAndPersonal).code_text(), "redirect_uri_query_personal");
/// ```
#[must_use]
pub fn check_redirect_uri_for(text: &str, audience: Audience) -> Verdict {
    check_registration(text, audience, Via::Portal)
}

/// The same for either way into the registration.
#[must_use]
pub fn check_registration(text: &str, audience: Audience, via: Via) -> Verdict {
    refusal(text, audience, via).or_else(|| doubt(text, via)).unwrap_or(Verdict::ok())
}

/// Judges the redirect URIs of one app together: how many there are, and whether two on localhost differ by their
/// port alone, of which Entra would pick one by chance. Does not judge each by itself.
///
/// ```
/// use wkpbic_core::{audience::Audience, redirect::check_redirect_uri_list};
///
/// let list = ["http://localhost:3000/cb", "https://shop.example/cb", "http://localhost:8881/cb"];
/// assert_eq!(check_redirect_uri_list(&list, Audience::MyOrg).code_text(), "redirect_uri_localhost_twins");
/// ```
#[must_use]
pub fn check_redirect_uri_list(list: &[&str], audience: Audience) -> Verdict {
    let max = audience.max_redirect_uris();
    if list.len() > max as usize {
        return Verdict::new(Level::Error, E::RedirectUriTooMany, vec![("max", Param::Number(max)), ("actual", list.len().into())]);
    }
    let addresses: Vec<Address<'_>> = list.iter().map(|text| Address::read(text)).collect();
    let local = || addresses.iter().zip(list).filter(|(address, _)| address.is_localhost());
    let is_twin = |one: &Address<'_>, other: &Address<'_>| {
        one.scheme.eq_ignore_ascii_case(other.scheme) && one.path == other.path && one.query == other.query && one.port != other.port
    };
    let twins = local().enumerate().find_map(|(at, (one, first))| {
        local().skip(at.saturating_add(1)).find(|(other, _)| is_twin(one, other)).map(|(_, second)| (*first, *second))
    });
    match twins {
        Some((first, second)) => Verdict::new(
            Level::Warn,
            E::RedirectUriLocalhostTwins,
            vec![("first", shortened(first).into()), ("second", shortened(second).into())],
        ),
        None => Verdict::ok(),
    }
}

/// What certainly does not work.
fn refusal(text: &str, audience: Audience, via: Via) -> Option<Verdict> {
    let error = |code, params| Some(Verdict::new(Level::Error, code, params));
    let find = |wanted: &dyn Fn(char) -> bool| {
        let found = text.chars().enumerate().find(|(_, character)| wanted(*character));
        found.map(|(at, character)| (at.saturating_add(1), character))
    };
    let personal = audience.admits_personal_accounts();

    if let Some((position, _)) = find(&|character| CharacterSet::Edge.contains(character)) {
        return error(E::RedirectUriSpace, vec![("position", position.into())]);
    }
    let Some((scheme, rest)) = split_scheme(text) else {
        return error(E::RedirectUriNotAbsolute, vec![]);
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return error(E::RedirectUriScheme, vec![("scheme", shortened(scheme).into())]);
    }
    let address = Address::read(text);
    if !rest.starts_with("//") || address.host.is_empty() {
        return error(E::RedirectUriNotAbsolute, vec![]);
    }
    let actual = text.chars().count();
    if actual > MAX_REDIRECT_URI_CHARS as usize {
        return error(E::RedirectUriTooLong, vec![("max", Param::Number(MAX_REDIRECT_URI_CHARS)), ("actual", actual.into())]);
    }
    if text.contains('*') && (via == Via::Portal || personal) {
        return error(E::RedirectUriWildcard, vec![]);
    }
    if text.contains('#') {
        return error(E::RedirectUriFragment, vec![]);
    }
    let no_bracket = |c: char| matches!(c, '[' | ']') && !address.host.starts_with('[');
    let refused = |c: char| REFUSED_CHARACTERS.contains(&c) || NO_URI_CHARACTERS.contains(&c) || no_bracket(c);
    if let Some((position, character)) = find(&refused) {
        return error(E::RedirectUriCharacter, vec![("character", character.to_string().into()), ("position", position.into())]);
    }
    if let Some(at) = broken_percent(text) {
        return error(E::RedirectUriPercentBroken, vec![("position", at.saturating_add(1).into())]);
    }
    if !address.host.is_ascii() || address.host.contains('%') {
        // `http://loc%61lhost` is localhost to a parser; by its text it is not, and over http nothing else may be.
        let plain_http = address.host.is_ascii() && scheme.eq_ignore_ascii_case("http");
        let code = if plain_http { E::RedirectUriNotHttps } else { E::RedirectUriInternationalHost };
        return error(code, vec![("host", address.host.into())]);
    }
    if let Some(port) = address.port.filter(|port| !port.is_empty() && port.parse::<u16>().is_err()) {
        return error(E::RedirectUriPort, vec![("port", port.into())]);
    }
    match host::of_web_address(&address) {
        Some(Host::Ipv6(ip)) if ip.is_loopback() => return error(E::RedirectUriIpv6Loopback, vec![]),
        Some(_) if scheme.eq_ignore_ascii_case("http") && !is_local(address.host) => {
            return error(E::RedirectUriNotHttps, vec![("host", address.host.into())]);
        }
        Some(_) => {}
        None => return error(E::RedirectUriNotAbsolute, vec![]),
    }
    if personal && address.query.is_some() {
        return error(E::RedirectUriQueryPersonal, vec![]);
    }
    None
}

/// What may not work, or is worth knowing. Expects an address that [`refusal`] lets pass.
fn doubt(text: &str, via: Via) -> Option<Verdict> {
    let (scheme, rest) = split_scheme(text)?;
    let address = Address::read(text);
    let (host, is_http) = (address.host, scheme.eq_ignore_ascii_case("http"));
    let say = |level, code, params| Some(Verdict::new(level, code, params));
    let host_param = || vec![("host", Param::from(host))];
    let kind = Host::read(host)?;

    if address.userinfo.is_some() {
        return say(Level::Warn, E::RedirectUriUserinfo, vec![]);
    }
    if text.contains('*') {
        return say(Level::Warn, E::RedirectUriWildcardManifest, vec![]);
    }
    if host.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"))) {
        return say(Level::Warn, E::RedirectUriPunycodeHost, host_param());
    }
    if is_http && host == "127.0.0.1" && via == Via::Portal {
        return say(Level::Warn, E::RedirectUri127Http, vec![]);
    }
    if is_http && host != "127.0.0.1" && !address.is_localhost() {
        return say(Level::Warn, E::RedirectUriLocalhostSubdomain, host_param());
    }
    if PLACEHOLDER_HOSTS.iter().any(|placeholder| host.eq_ignore_ascii_case(placeholder)) {
        return say(Level::Warn, E::RedirectUriPlaceholderHost, host_param());
    }
    if let Some((at, character)) = text.chars().enumerate().find(|(_, character)| !character.is_ascii()) {
        let params = vec![("character", character.to_string().into()), ("position", at.saturating_add(1).into())];
        return say(Level::Warn, E::RedirectUriNonAscii, params);
    }
    if scheme.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return say(Level::Hint, E::RedirectUriSchemeCase, vec![("scheme", scheme.into())]);
    }
    if host.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return say(Level::Hint, E::RedirectUriHostCase, host_param());
    }
    if kind != Host::Name && !kind.is_loopback() {
        return say(Level::Hint, E::RedirectUriIpHost, host_param());
    }
    if let Some(port) = address.port.filter(|_| !address.has_own_port()) {
        return say(Level::Hint, E::RedirectUriDefaultPort, vec![("port", port.into())]);
    }
    if let Some(at) = text.chars().position(|character| character == '%') {
        return say(Level::Hint, E::RedirectUriPercentEncoded, vec![("position", at.saturating_add(1).into())]);
    }
    if !rest.trim_start_matches('/').contains(['/', '?']) {
        return say(Level::Hint, E::RedirectUriNoPath, vec![]);
    }
    None
}

/// Whether plain http may work there: `localhost` by the documentation; 127.0.0.1 through the manifest only; names
/// below `localhost` by hearsay not. By the text: another spelling of 127.0.0.1 is in no exception.
fn is_local(host: &str) -> bool {
    let name = host.to_ascii_lowercase();
    name == "localhost" || name.ends_with(".localhost") || name == "127.0.0.1"
}
