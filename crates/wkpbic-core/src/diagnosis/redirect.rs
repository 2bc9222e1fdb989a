//! The redirect URI that a refused request named, for the comparison with the one of the site.

use serde::Serialize;

/// The longest address that is taken out of a text, in characters. Entra takes 256.
pub const MAX_REQUESTED_CHARS: usize = 2048;

/// How far behind the number an address is looked for, in characters.
const MAX_DISTANCE: usize = 4096;

/// How many quotation marks before an address are tried.
const MAX_ATTEMPTS: u8 = 8;

/// Quotation marks of the languages that Microsoft writes, each with those that may close it.
const QUOTES: &[(char, &str)] = &[
    ('\'', "'’"),
    ('"', "\"”"),
    ('‘', "’'"),
    ('’', "’"),
    ('“', "”\""),
    ('„', "“”\""),
    ('”', "”"),
    ('«', "»"),
    ('»', "«"),
    ('‹', "›"),
    ('「', "」"),
    ('『', "』"),
    ('`', "`'"),
];

/// Hosts that stand in Microsoft's own text.
const MICROSOFT: &[&str] = &["aka.ms", "login.", "go.microsoft", "learn.microsoft", "docs.microsoft", "portal.azure", "entra.microsoft"];

/// Parts of an address that mean it is no redirect URI, and must not be shown.
const SECRET: &[&str] = &["code=", "secret=", "token=", "password=", "assertion="];

/// Whom a refused request came from, and whither it wanted the answer.
#[derive(Clone, Default, PartialEq, Eq, Serialize)]
pub struct RedirectFacts {
    /// The redirect URI of the request, character for character, at most [`MAX_REQUESTED_CHARS`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub requested: Option<String>,
    /// The client ID of the request, a GUID.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub client_id: Option<String>,
}

impl std::fmt::Debug for RedirectFacts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("RedirectFacts")
    }
}

/// The redirect URI in a text that has been made readable: quoted in Microsoft's sentence, in the address of the request,
/// or, failing those, the first address that is none of Microsoft's.
pub(super) fn requested(text: &str) -> Option<String> {
    let text = behind_number(text);
    let found = quoted(text).map(str::to_owned).or_else(|| parameter(text)).or_else(|| bare(text).map(str::to_owned))?;
    let lower = found.to_ascii_lowercase();
    let is_fit = found.chars().count() <= MAX_REQUESTED_CHARS && !SECRET.iter().any(|part| lower.contains(part));
    is_fit.then_some(found)
}

fn behind_number(text: &str) -> &str {
    let at = text.to_ascii_lowercase().find("aadsts").unwrap_or_default();
    let text = text.get(at..).unwrap_or(text);
    let end = text.char_indices().nth(MAX_DISTANCE).map_or(text.len(), |(end, _)| end);
    text.get(..end).unwrap_or(text)
}

fn quoted(text: &str) -> Option<&str> {
    let mut rest = text;
    let mut attempts = 0..MAX_ATTEMPTS;
    loop {
        let at = rest.find(|c| QUOTES.iter().any(|(open, _)| *open == c))?;
        let (_, from) = rest.split_at_checked(at)?;
        let mut chars = from.chars();
        let open = chars.next()?;
        rest = chars.as_str();
        let start = rest.trim_start_matches(is_padding(open));
        if !has_scheme(start) {
            continue;
        }
        attempts.next()?;
        if let Some(inside) = closed(start, closing(open)) {
            // What stands on both sides belongs to the page's language, and not to the address.
            return Some(if start.len() == rest.len() { inside } else { inside.trim_end_matches(is_padding(open)) });
        }
    }
}

fn closing(open: char) -> &'static str {
    QUOTES.iter().find(|(quote, _)| *quote == open).map_or("", |(_, closing)| closing)
}

/// Direction marks, and in French the blanks inside the quotation marks.
fn is_padding(open: char) -> impl Fn(char) -> bool {
    move |c| {
        matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
            || (open == '«' && matches!(c, ' ' | '\u{A0}' | '\u{202F}'))
    }
}

/// The text up to the quotation mark that closes it: one behind which no word goes on, since an address may hold an
/// apostrophe.
fn closed<'a>(text: &'a str, closing: &str) -> Option<&'a str> {
    let line = text.split(['\n', '\r']).next()?;
    let mut marks = line.char_indices().take(MAX_REQUESTED_CHARS.saturating_add(1)).filter(|(_, c)| closing.contains(*c));
    let end = marks.find(|(at, mark)| {
        let behind = line.get(at.saturating_add(mark.len_utf8())..).unwrap_or_default();
        !behind.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '/')
    })?;
    line.get(..end.0)
}

fn has_scheme(text: &str) -> bool {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.'))).unwrap_or(text.len());
    end > 0 && end < 32 && text.get(end..).is_some_and(|rest| rest.starts_with("://"))
}

/// The parameter `redirect_uri` of an address: encoded, or on a line of its own once the address has been decoded.
fn parameter(text: &str) -> Option<String> {
    let value = text.split("redirect_uri=").nth(1)?;
    let line = value.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '\'')).next()?;
    if has_scheme(line) {
        return Some(line.to_owned());
    }
    let decoded = form_urlencoded::parse(line.as_bytes()).next()?.0.into_owned();
    has_scheme(&decoded).then_some(decoded)
}

fn bare(text: &str) -> Option<&str> {
    let words = text.split(|c: char| c.is_whitespace() || matches!(c, '"' | '<' | '>' | '(' | ')'));
    let addresses = words.filter_map(|word| {
        let at = word.find("http://").or_else(|| word.find("https://"))?;
        word.get(at..)
    });
    let not_microsoft =
        |address: &&str| !MICROSOFT.iter().any(|host| address.split("://").nth(1).is_some_and(|rest| rest.starts_with(host)));
    addresses.map(|address| address.trim_end_matches(['.', ',', ';', ':', '\'', '。', '、'])).find(not_microsoft)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An address may hold a secret.
    #[test]
    fn it_prints_as_its_type_name() {
        let facts = RedirectFacts { requested: Some("https://shop.example/?key=secret".to_owned()), client_id: None };
        assert_eq!(format!("{facts:?}"), "RedirectFacts");
    }
}
