//! Client secrets that have no shape of their own, behind a label that says what they are.

use super::address::percent_decoded;
use super::letters::is_letter;
use super::page::is_line_end;
use crate::guid::is_guid;
use crate::rule::is_entra_secret;

/// A text behind a label for a secret.
pub(super) enum Behind {
    /// Nothing that could be a secret.
    Nothing,
    /// The portal's row of asterisks.
    Masked,
    /// A GUID, thus the Secret ID.
    SecretId,
    /// A secret, where it stands, and whether its text was taken as it stands.
    Secret { value: String, start: usize, end: usize, exact: bool },
}

/// Most characters between the label and the secret.
const MAX_GLUE: usize = 48;
/// Fewest and most characters of a secret (Microsoft Graph, passwordCredential: secretText).
const CHARS: std::ops::RangeInclusive<usize> = 16..=64;
/// Where reading stops at the latest; longer texts are no secrets.
const MAX_READ: usize = 256;

/// Reads what stands behind a label that ends at this position. Looks at a bounded number of characters.
pub(super) fn behind(text: &[char], label_end: usize) -> Behind {
    let rest = text.get(label_end..).unwrap_or_default();
    let between = rest.get(..MAX_GLUE).unwrap_or(rest);
    let (mut keyed, mut lines, mut stars, mut quote, mut skipped) = (false, 0_u8, 0_u8, None, 0_usize);
    for &character in between {
        match character {
            ':' | '=' | '\t' | '|' | ',' | '→' | '：' | '＝' => (keyed, quote) = (true, None),
            '\n' => lines = lines.saturating_add(1),
            '"' | '\'' | '`' => quote = Some(character),
            '*' if stars >= 3 => return Behind::Masked,
            '*' => stars = stars.saturating_add(1),
            ' ' | '>' | '\r' | '\u{a0}' | ')' | ']' | '\\' | '“' | '”' | '„' | '«' => {}
            _ => break,
        }
        skipped = skipped.saturating_add(1);
    }
    if !(keyed || lines > 0) || lines > 3 {
        return Behind::Nothing;
    }
    let start = label_end.saturating_add(skipped);
    let quote = quote.filter(|quote| skipped.checked_sub(1).and_then(|last| between.get(last)) == Some(quote));
    let rest = text.get(start..).unwrap_or_default();
    let rest = rest.get(..MAX_READ).unwrap_or(rest);
    let in_address = matches!(
        text.get(..label_end).unwrap_or_default().iter().rev().find(|&&before| !is_letter(before) && before != '_'),
        Some('?' | '&')
    );
    match quote {
        Some(quote) => judge(&quoted(rest, quote), start),
        None => judge(&unquoted(rest, in_address), start),
    }
}

struct Raw {
    value: String,
    length: usize,
    exact: bool,
}

/// Up to the closing quote, with escapes taken out (RFC 8259 section 7; PHP and JavaScript write quotes alike).
fn quoted(text: &[char], quote: char) -> Raw {
    let mut raw = Raw { value: String::new(), length: 0, exact: true };
    let mut characters = text.iter().copied();
    while let Some(character) = characters.next() {
        if character == quote || is_line_end(character) {
            return raw;
        }
        raw.length = raw.length.saturating_add(1);
        if character != '\\' {
            raw.value.push(character);
            continue;
        }
        let Some(escaped) = characters.next() else { break };
        raw.length = raw.length.saturating_add(1);
        if escaped == 'u' {
            let code: Vec<char> = characters.by_ref().take(4).collect();
            raw.length = raw.length.saturating_add(code.len());
            let code = u32::from_str_radix(&code.iter().collect::<String>(), 16).ok().and_then(char::from_u32);
            raw.value.extend(code);
        } else {
            raw.value.push(escaped);
        }
    }
    // No closing quote.
    Raw { exact: false, ..raw }
}

/// Up to the next blank, or to the next parameter where there is one.
fn unquoted(text: &[char], in_address: bool) -> Raw {
    let word: Vec<char> =
        text.iter().copied().take_while(|&character| !character.is_whitespace() && !matches!(character, '"' | '<' | '|' | '`')).collect();
    let cut = word.iter().enumerate().position(|(at, &character)| {
        matches!(character, '&' | ';' | ',') && (in_address || begins_parameter(word.get(at.saturating_add(1)..).unwrap_or_default()))
    });
    let encoded = in_address || cut.is_some_and(|cut| word.get(cut) == Some(&'&'));
    let taken = word.get(..cut.unwrap_or(word.len())).unwrap_or_default();
    let mut value: String = taken.iter().collect();
    let mut exact = true;
    let whole = value.len();
    if !is_entra_secret(&value) {
        // What a sentence or a line of code puts behind a value.
        let shorter = value.trim_end_matches([',', ';', '.', ')', '\'', '”', '“', '»']);
        let ends = whole.saturating_sub(shorter.len());
        exact = ends == 0 || is_entra_secret(shorter);
        value = shorter.to_owned();
    }
    let length = value.chars().count();
    if encoded {
        value = percent_decoded(&value);
    }
    Raw { value, length, exact }
}

fn begins_parameter(text: &[char]) -> bool {
    let name = text.iter().take(40).take_while(|&&character| character.is_ascii_alphanumeric() || character == '_').count();
    name > 0 && text.get(name) == Some(&'=')
}

fn judge(raw: &Raw, start: usize) -> Behind {
    let value = raw.value.as_str();
    if is_guid(value.trim_matches(['{', '}'])) {
        return Behind::SecretId;
    }
    if is_masked(value) {
        return Behind::Masked;
    }
    let graphic = value.bytes().all(|byte| byte.is_ascii_graphic());
    let letters = value.bytes().any(|byte| byte.is_ascii_alphabetic());
    let digits = value.bytes().any(|byte| byte.is_ascii_digit());
    let lower = value.to_ascii_lowercase();
    let placeholder =
        value.starts_with(['<', '{', '$', '%', '[']) || lower.contains("your") || lower.contains("xxxx") || lower.contains("://");
    if !graphic || !letters || !digits || placeholder || !CHARS.contains(&value.len()) {
        return Behind::Nothing;
    }
    Behind::Secret { value: value.to_owned(), start, end: start.saturating_add(raw.length), exact: raw.exact }
}

/// Whether the text is what the portal shows once the page has been left: three characters and asterisks.
fn is_masked(text: &str) -> bool {
    text.chars().skip(3).take(4).filter(|&character| matches!(character, '*' | '•' | '●')).count() == 4
}

/// Whether there is a masked secret anywhere: three characters and at least six asterisks. Linear.
pub(super) fn has_masked(text: &[char]) -> bool {
    let is_star = |character: &char| matches!(character, '*' | '•' | '●');
    let mut letters = 0_u8;
    let mut stars = 0_u8;
    for character in text {
        if is_star(character) && letters >= 3 {
            stars = stars.saturating_add(1);
            if stars >= 6 {
                return true;
            }
        } else {
            stars = 0;
            letters = if super::values::is_run(*character) { letters.saturating_add(1) } else { 0 };
        }
    }
    false
}
