//! What Microsoft's addresses tell: the tenant in a path, the cloud by the host, redirect URIs.

use super::labels::Meaning;
use super::letters::is_letter;
use super::page::{Page, is_line_end};
use super::values::is_run;
use crate::cloud::CLOUDS;
use crate::domain::is_domain;
use crate::guid::is_guid;
use crate::tenant::SHARED_ENDPOINTS;

/// Other names of a login host (instance discovery), and names of the clouds in `az`.
const ALIASES: &[(&str, &str)] = &[
    ("login.windows.net", "login.microsoftonline.com"),
    ("login.microsoft.com", "login.microsoftonline.com"),
    ("sts.windows.net", "login.microsoftonline.com"),
    ("entra.microsoft.com", "portal.azure.com"),
    ("login.usgovcloudapi.net", "login.microsoftonline.us"),
    ("login.chinacloudapi.cn", "login.partner.microsoftonline.cn"),
    ("azureusgovernment", "portal.azure.us"),
    ("azurechinacloud", "portal.azure.cn"),
];

/// Longest host name that is compared.
const MAX_HOST: usize = 64;
/// Longest first path segment that is read.
const MAX_SEGMENT: usize = 253;
/// Most redirect URIs that are kept.
pub(super) const MAX_REDIRECT_URIS: usize = 32;
/// Longest redirect URI that is kept, in characters.
pub(super) const MAX_REDIRECT_URI_CHARS: usize = 2048;

/// A piece of text with its position.
#[derive(Clone, Copy, Debug)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

/// What the addresses in a text tell.
#[derive(Debug, Default)]
pub(super) struct Addresses {
    /// Tenants, by GUID or domain, in the path behind a login host.
    pub(super) tenants: Vec<Span>,
    /// The path word that stands for any directory, where one was used.
    pub(super) shared: Option<&'static str>,
    /// Where a host names clouds, and which: one bit for each of [`CLOUDS`].
    pub(super) clouds: Vec<(u8, Span)>,
}

/// Reads the hosts in the text; linear.
pub(super) fn read_addresses(page: &Page) -> Addresses {
    let mut addresses = Addresses::default();
    let mut start = 0;
    for run in page.text.split(|&character| !is_run(character)) {
        let span = Span { start, end: start.saturating_add(run.len()) };
        start = span.end.saturating_add(1);
        if !(10..=MAX_HOST).contains(&run.len()) || !(run.contains(&'.') || is_cloud_name(run)) {
            continue;
        }
        let host = run.iter().collect::<String>().to_ascii_lowercase();
        let host = ALIASES.iter().find(|(alias, _)| *alias == host).map_or(host.as_str(), |(_, host)| host);
        let mask = clouds_of(host);
        if mask == 0 {
            continue;
        }
        addresses.clouds.push((mask, span));
        if CLOUDS.iter().any(|cloud| cloud.login_host == host) && page.text.get(span.end) == Some(&'/') {
            tenant_in_path(page, span.end.saturating_add(1), &mut addresses);
        }
    }
    addresses
}

/// Whether the word begins like the names that `az` gives to clouds.
fn is_cloud_name(run: &[char]) -> bool {
    "azure".chars().zip(run).all(|(wanted, character)| character.eq_ignore_ascii_case(&wanted))
}

fn clouds_of(host: &str) -> u8 {
    let in_prefix = |prefix: &str| prefix.split('/').nth(2) == Some(host);
    CLOUDS.iter().zip([1_u8, 2, 4, 8, 16]).fold(0, |mask, (cloud, bit)| {
        let names =
            [cloud.login_host, cloud.portal_host, cloud.service_host, cloud.api_host].contains(&host) || in_prefix(cloud.scope_prefix);
        if names { mask | bit } else { mask }
    })
}

fn tenant_in_path(page: &Page, start: usize, addresses: &mut Addresses) {
    let length = page.text.iter().skip(start).take(MAX_SEGMENT).take_while(|&&character| is_run(character)).count();
    let end = start.saturating_add(length);
    let segment = page.string(start, end).to_ascii_lowercase();
    if is_guid(&segment) || is_domain(&segment) {
        addresses.tenants.push(Span { start, end });
    } else if let Some(&word) = SHARED_ENDPOINTS.iter().find(|word| **word == segment) {
        addresses.shared = Some(word);
    }
}

/// Whether the position lies inside an address, at most 200 characters behind its `://`.
pub(super) fn in_address(text: &[char], at: usize) -> bool {
    let before = text.get(at.saturating_sub(200)..at).unwrap_or_default();
    let address =
        before.iter().rev().take_while(|character| !character.is_whitespace() && !matches!(character, '"' | '\'' | '<' | '(' | '|'));
    let mut slashes = 0_u8;
    for &character in address {
        match character {
            '/' => slashes = slashes.saturating_add(1),
            ':' if slashes >= 2 => return true,
            _ => slashes = 0,
        }
    }
    false
}

/// The redirect URIs behind their labels, each once, in order. Linear: what was read for one label is not read again.
pub(super) fn redirect_uris(page: &Page) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut reached = 0;
    for label in page.labels.iter().filter(|label| label.meaning == Meaning::Redirects) {
        if label.start < reached {
            continue;
        }
        let between = page.text.iter().skip(label.end).take(40).take_while(|&&character| !is_letter(character));
        let closing = between.clone().find_map(|character| match character {
            '[' => Some(']'),
            '{' => Some('}'),
            _ => None,
        });
        let mut at = label.end.saturating_add(if closing.is_some() { 0 } else { between.count() });
        while let Some(&character) = page.text.get(at) {
            let rest = page.text.get(at..).unwrap_or_default();
            if Some(character) == closing {
                break;
            }
            let after_letter = at.checked_sub(1).and_then(|before| page.text.get(before)).is_some_and(|&before| is_letter(before));
            if !after_letter && starts_with_http(rest) {
                let length = rest.iter().take_while(|&&character| !ends_address(character)).count();
                keep(&mut found, rest.get(..length).unwrap_or_default());
                at = at.saturating_add(length.max(1));
            } else if closing.is_some() || character.is_whitespace() {
                at = at.saturating_add(1);
            } else {
                break;
            }
        }
        reached = at;
    }
    found
}

fn starts_with_http(text: &[char]) -> bool {
    text.len() > 6 && "http".chars().zip(text).all(|(wanted, character)| character.eq_ignore_ascii_case(&wanted))
}

fn ends_address(character: char) -> bool {
    character.is_whitespace() || is_line_end(character) || matches!(character, '"' | '\'' | '<' | '>' | '`' | '}' | ']' | '|')
}

fn keep(found: &mut Vec<String>, address: &[char]) {
    if address.len() > MAX_REDIRECT_URI_CHARS || found.len() >= MAX_REDIRECT_URIS {
        return;
    }
    let text: String = address.iter().collect();
    let text = text.trim_end_matches([',', ';', '\\']);
    // A parameter of another address ends at the next one, and is encoded.
    let encoded = text.get(..16).unwrap_or(text).to_ascii_lowercase().contains("%3a");
    let parameter = if encoded { text.split(['&', '#']).next().unwrap_or(text) } else { text };
    let address = if encoded { percent_decoded(parameter) } else { text.replace("\\/", "/").replace("\\u0026", "&") };
    if address.contains("://") && !found.contains(&address) {
        found.push(address);
    }
}

/// The text with its percent-encoded characters decoded, and unchanged where that gives no text (RFC 3986 section 2.1).
pub(super) fn percent_decoded(text: &str) -> String {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let [first, tail @ ..] = rest {
        let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
        let decoded = match tail {
            [high, low, ..] if *first == b'%' => digit(high).zip(digit(low)).map(|(high, low)| high << 4 | low),
            _ => None,
        };
        bytes.push(decoded.unwrap_or(*first));
        rest = tail.get(if decoded.is_some() { 2 } else { 0 }..).unwrap_or_default();
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}
