//! Takes the wrapping off a pasted text: JSON escapes, HTML, percent-encoding. Every pass is linear in the text, and the
//! result is at most three times as long.

use crate::characters::CharacterSet;

/// How much of a text is read, in bytes: 64 KiB. What is beyond is not looked at.
pub const MAX_TEXT_BYTES: usize = 64 * 1024;

/// How often a text is decoded: an address inside an address is encoded twice, and WordPress's login adds one more.
const DECODE_ROUNDS: usize = 3;

/// Entities that only the source of a page holds. `&amp;` is no proof: an address may be copied with it.
const SOURCE_ONLY: &[&str] = &["&quot;", "&apos;", "&lt;", "&#39;", "&#039;", "&#34;", "&#x27;", "&#x22;"];

/// Elements that do not end a word.
const INLINE: &[&str] = &["a", "b", "code", "em", "font", "i", "mark", "small", "span", "strong", "u", "wbr"];

/// The text as a person would see it.
pub(super) fn readable(text: &str) -> String {
    let text = unescaped(clipped(text));
    let text = without_markup(&text);
    decoded(text)
}

/// Digits and letters of every width as ASCII, without characters that have no picture: the form in which names and
/// numbers are looked for. Never the form in which an address is handed on.
pub(super) fn folded(text: &str) -> String {
    let is_seen = |c: &char| matches!(c, ' '..='~') || !CharacterSet::Hidden.contains(*c);
    text.chars().filter(is_seen).map(plain).collect()
}

fn plain(c: char) -> char {
    let base = match c {
        '\u{2010}' | '\u{2011}' => return '-',
        '\u{FF01}'..='\u{FF5E}' => 0xFF01_u32.saturating_sub(0x21),
        '\u{0660}'..='\u{0669}' => 0x0660 - 0x30,
        '\u{06F0}'..='\u{06F9}' => 0x06F0 - 0x30,
        '\u{0966}'..='\u{096F}' => 0x0966 - 0x30,
        _ => return c,
    };
    char::from_u32(u32::from(c).saturating_sub(base)).unwrap_or(c)
}

fn clipped(text: &str) -> &str {
    if text.len() <= MAX_TEXT_BYTES {
        return text;
    }
    // A character has four bytes at most.
    (0..4).find_map(|back| text.get(..MAX_TEXT_BYTES.saturating_sub(back))).unwrap_or_default()
}

/// Undoes the escapes of JSON and of languages like it (RFC 8259 section 7), also where they stand doubled in a log.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let after = after.trim_start_matches('\\');
        let mut chars = after.chars();
        match chars.next() {
            Some('n' | 'r') => out.push('\n'),
            Some('t') => out.push(' '),
            Some('u') => match after.get(1..5).and_then(|digits| u32::from_str_radix(digits, 16).ok()) {
                Some(number) => {
                    out.push(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER));
                    chars = after.get(5..).unwrap_or_default().chars();
                }
                None => out.push('u'),
            },
            Some(other) => out.push(other),
            None => {}
        }
        rest = chars.as_str();
    }
    out.push_str(rest);
    out
}

/// Takes tags out of a page's source and decodes its entities. A text that is no source stays as it is.
fn without_markup(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut is_source = text.contains('&') && SOURCE_ONLY.iter().any(|entity| text.contains(entity));
    // Once an end is missing it is missing for good, and not looked for again.
    let (mut comments_end, mut styles_end) = (true, true);
    while let Some((before, after)) = rest.split_once('<') {
        out.push_str(before);
        rest = after;
        if let Some(comment) = after.strip_prefix("!--").filter(|_| comments_end) {
            if let Some((_, behind)) = comment.split_once("-->") {
                is_source = true;
                rest = behind;
                continue;
            }
            comments_end = false;
        }
        let Some((name, inner, behind)) = tag(after) else {
            out.push('<');
            continue;
        };
        is_source = true;
        rest = behind;
        if !INLINE.iter().any(|inline| name.eq_ignore_ascii_case(inline)) {
            out.push('\n');
        }
        // An address or a text may stand in an attribute.
        let lower = inner.to_ascii_lowercase();
        if lower.contains("error") || lower.contains("aadsts") {
            out.push_str(inner);
            out.push('\n');
        }
        if styles_end && name.eq_ignore_ascii_case("style") {
            match behind.split_once("</style") {
                Some((_, after_style)) => rest = after_style.trim_start_matches('>'),
                None => styles_end = false,
            }
        }
    }
    out.push_str(rest);
    if is_source { without_entities(&out) } else { out }
}

/// Name, inside and what follows, if a tag begins behind a `<`.
fn tag(after: &str) -> Option<(&str, &str, &str)> {
    let end = after.find(['<', '>'])?;
    let (inner, behind) = after.split_at_checked(end)?;
    let behind = behind.strip_prefix('>')?;
    let named = inner.strip_prefix(['/', '!', '?']).unwrap_or(inner);
    let length = named.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').unwrap_or(named.len());
    let (name, attributes) = named.split_at_checked(length)?;
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (attributes.is_empty() || attributes.starts_with([' ', '/', '\t', '\n', '\r']));
    is_tag.then_some((name, inner, behind))
}

fn without_entities(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        // The longest that is known has ten characters with its number sign.
        let end = after.bytes().take(11).position(|byte| byte == b';');
        let entity = end.and_then(|end| after.split_at_checked(end)).and_then(|(name, behind)| Some((character(name)?, behind)));
        match entity {
            Some((c, behind)) => {
                out.push(c);
                rest = behind.strip_prefix(';').unwrap_or(behind);
            }
            None => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
    out
}

fn character(name: &str) -> Option<char> {
    let number = |digits: &str, radix| u32::from_str_radix(digits, radix).ok().and_then(char::from_u32);
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some(' '),
        _ => {
            let digits = name.strip_prefix('#')?;
            digits.strip_prefix(['x', 'X']).map_or_else(|| number(digits, 10), |digits| number(digits, 16))
        }
    }
}

/// Decodes words that hold an answer of Microsoft as a query string; each parameter gets a line. An address that stands in
/// a sentence is left alone.
fn decoded(mut text: String) -> String {
    for _ in 0..DECODE_ROUNDS {
        if !text.split(is_edge).any(is_query) {
            break;
        }
        let mut out = String::with_capacity(text.len());
        for piece in text.split_inclusive(is_edge) {
            let word = piece.trim_end_matches(is_edge);
            if !is_query(word) {
                out.push_str(piece);
                continue;
            }
            for (name, value) in form_urlencoded::parse(word.as_bytes()) {
                out.extend([&*name, "=", &*value, "\n"]);
            }
            out.push_str(piece.get(word.len()..).unwrap_or_default());
        }
        text = out;
    }
    text
}

fn is_edge(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '<' | '>')
}

/// Percent-encoding leaves ASCII alone standing; a word in another script has been decoded already.
fn is_query(word: &str) -> bool {
    if word.len() < 7 || !word.is_ascii() || !word.contains(['%', '+', '&']) {
        return false;
    }
    let lower = word.to_ascii_lowercase();
    ["error=", "error_description=", "error%3d", "error_description%3d", "error%253d", "aadsts"].iter().any(|sign| lower.contains(sign))
}
