//! Which addresses Entra takes as redirect URI of a Web platform in a single-tenant app.
//!
//! Rules by "Redirect URI (reply URL) best practices and limitations". What Microsoft has not written down warns or
//! hints; it never stops anyone.

use url::Host;

use crate::ascii_url;
use crate::characters::CharacterSet;
use crate::error::ErrorCode as E;
use crate::verdict::{Level, Param, Verdict};

/// Most characters of a redirect URI.
pub const MAX_REDIRECT_URI_CHARS: u32 = 256;
/// Characters that Entra does not take anywhere in a redirect URI.
const REFUSED_CHARACTERS: &[char] = &['!', '$', '\'', '(', ')', ',', ';'];
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

/// Judges an address as redirect URI. Lengths and positions in characters, positions from 1.
///
/// ```
/// use wkpbic_core::redirect::check_redirect_uri;
///
/// assert_eq!(check_redirect_uri("http://shop.example/cb").code_text(), "redirect_uri_not_https");
/// assert_eq!(check_redirect_uri("http://localhost:8881/cb").code_text(), "ok");
/// ```
#[must_use]
pub fn check_redirect_uri(text: &str) -> Verdict {
    refusal(text).or_else(|| doubt(text)).unwrap_or(Verdict::ok())
}

/// What certainly does not work.
fn refusal(text: &str) -> Option<Verdict> {
    let error = |code, params| Some(Verdict::new(Level::Error, code, params));
    let position_of = |wanted: &dyn Fn(char) -> bool| text.chars().position(wanted).map(|at| at.saturating_add(1));

    if let Some(position) = position_of(&|character| CharacterSet::Edge.contains(character)) {
        return error(E::RedirectUriSpace, vec![("position", position.into())]);
    }
    let Some((scheme, rest)) = split_scheme(text) else {
        return error(E::RedirectUriNotAbsolute, vec![]);
    };
    if !scheme.eq_ignore_ascii_case("https") && !scheme.eq_ignore_ascii_case("http") {
        return error(E::RedirectUriScheme, vec![("scheme", scheme.into())]);
    }
    let Some(authority) = rest.strip_prefix("//").map(authority_of).filter(|authority| !authority.is_empty()) else {
        return error(E::RedirectUriNotAbsolute, vec![]);
    };
    let actual = text.chars().count();
    if actual > MAX_REDIRECT_URI_CHARS as usize {
        return error(E::RedirectUriTooLong, vec![("max", Param::Number(MAX_REDIRECT_URI_CHARS)), ("actual", actual.into())]);
    }
    if text.contains('*') {
        return error(E::RedirectUriWildcard, vec![]);
    }
    if text.contains('#') {
        return error(E::RedirectUriFragment, vec![]);
    }
    if let Some((at, character)) = text.chars().enumerate().find(|(_, character)| REFUSED_CHARACTERS.contains(character)) {
        let position = at.saturating_add(1);
        return error(E::RedirectUriCharacter, vec![("character", character.to_string().into()), ("position", position.into())]);
    }
    let host_text = host_of(authority);
    if !host_text.is_ascii() || host_text.contains('%') {
        return error(E::RedirectUriInternationalHost, vec![("host", host_text.into())]);
    }
    let Some(url) = ascii_url::parse(text) else {
        return error(E::RedirectUriNotAbsolute, vec![]);
    };
    match url.host() {
        Some(Host::Ipv6(ip)) if ip.is_loopback() => error(E::RedirectUriIpv6Loopback, vec![]),
        Some(host) if url.scheme() == "http" && !is_local(&host) => error(E::RedirectUriNotHttps, vec![("host", host_text.into())]),
        Some(_) => None,
        None => error(E::RedirectUriNotAbsolute, vec![]),
    }
}

/// What may not work, or is worth knowing. Expects an address that [`refusal`] lets pass.
fn doubt(text: &str) -> Option<Verdict> {
    let url = ascii_url::parse(text)?;
    let (scheme, rest) = split_scheme(text)?;
    let authority = authority_of(rest.strip_prefix("//")?);
    let host_text = host_of(authority);
    let host = url.host()?;
    let say = |level, code, params| Some(Verdict::new(level, code, params));
    let host_param = || vec![("host", Param::from(host_text))];

    if authority.contains('@') {
        return say(Level::Warn, E::RedirectUriUserinfo, vec![]);
    }
    if host_text.split('.').any(|label| label.get(..4).is_some_and(|start| start.eq_ignore_ascii_case("xn--"))) {
        return say(Level::Warn, E::RedirectUriPunycodeHost, host_param());
    }
    if url.scheme() == "http" && matches!(host, Host::Ipv4(_)) {
        return say(Level::Warn, E::RedirectUri127Http, vec![]);
    }
    if url.scheme() == "http" && host != Host::Domain("localhost") {
        return say(Level::Warn, E::RedirectUriLocalhostSubdomain, host_param());
    }
    if PLACEHOLDER_HOSTS.iter().any(|placeholder| host_text.eq_ignore_ascii_case(placeholder)) {
        return say(Level::Warn, E::RedirectUriPlaceholderHost, host_param());
    }
    if scheme.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return say(Level::Hint, E::RedirectUriSchemeCase, vec![("scheme", scheme.into())]);
    }
    if host_text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return say(Level::Hint, E::RedirectUriHostCase, host_param());
    }
    let is_loopback = matches!(host, Host::Ipv4(ip) if ip.is_loopback());
    if !matches!(host, Host::Domain(_)) && !is_loopback {
        return say(Level::Hint, E::RedirectUriIpHost, host_param());
    }
    if let Some(port) = authority.rsplit_once(':').map(|(_, port)| port).filter(|_| url.port().is_none()) {
        return say(Level::Hint, E::RedirectUriDefaultPort, vec![("port", port.into())]);
    }
    if let Some(at) = text.chars().position(|character| character == '%') {
        return say(Level::Hint, E::RedirectUriPercentEncoded, vec![("position", at.saturating_add(1).into())]);
    }
    if !rest.strip_prefix("//")?.contains(['/', '?']) {
        return say(Level::Hint, E::RedirectUriNoPath, vec![]);
    }
    None
}

/// The scheme and what follows its colon (RFC 3986 section 3.1).
fn split_scheme(text: &str) -> Option<(&str, &str)> {
    text.split_once(':')
        .filter(|(scheme, _)| {
            scheme.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        })
        // `shop.example:8443/path` has a colon too; a dot does occur in schemes, never in those that people meet.
        .filter(|(scheme, rest)| rest.starts_with("//") || !scheme.contains('.'))
}

/// The authority at the start of what follows `//` (RFC 3986 section 3.2).
fn authority_of(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

/// The host of an authority, without user and port.
fn host_of(authority: &str) -> &str {
    let host_and_port = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    if host_and_port.starts_with('[') {
        host_and_port.split_inclusive(']').next().unwrap_or_default()
    } else {
        host_and_port.split(':').next().unwrap_or_default()
    }
}

/// Whether plain http may work there: `localhost` by the documentation; 127.0.0.1 through the manifest only; names
/// below `localhost` by hearsay not.
fn is_local(host: &Host<&str>) -> bool {
    match host {
        Host::Domain(name) => *name == "localhost" || name.ends_with(".localhost"),
        Host::Ipv4(ip) => ip.octets() == [127, 0, 0, 1],
        Host::Ipv6(_) => false,
    }
}
