//! Finds values by their shape: GUIDs, mail addresses, client secrets of the recent shape, dates, tenant domains.

use super::date::{Date, read_date};
use super::letters::is_letter;
use crate::domain::{is_domain, is_email};
use crate::guid::is_guid;
use crate::rule::is_entra_secret;

/// What a value looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// 8-4-4-4-12 hexadecimal digits.
    Guid,
    /// A mail address or user principal name.
    Mail,
    /// The shape of recent client secrets.
    SecretShape,
    /// A date.
    Date(Date),
    /// A domain below `onmicrosoft.com`.
    Domain,
}

/// A value in the text; positions count characters from 0, the end is exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Value {
    /// What it looks like.
    pub(super) kind: Kind,
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

/// Longest run of characters that is looked at closely: a domain name has 253.
const MAX_RUN: usize = 256;
/// Longest local part of a mail address.
const MAX_LOCAL: usize = 64;

/// Shortest of the values in a run: `a.onmicrosoft.us`.
const MIN_RUN: usize = 16;

pub(super) fn is_run(character: char) -> bool {
    character.is_ascii_alphanumeric() || matches!(character, '_' | '~' | '.' | '-')
}

/// All values, in order and without overlap. Linear: runs do not overlap, and addresses and dates look at a bounded
/// number of characters.
pub(super) fn find_values(text: &[char]) -> Vec<Value> {
    let mut values: Vec<Value> = Vec::new();
    let mut at = 0;
    while let Some(&character) = text.get(at) {
        let rest = text.get(at..).unwrap_or_default();
        let run = rest.iter().take_while(|&&character| is_run(character)).count();
        // Chinese, Japanese and Korean write a number right behind a word.
        let after_letter =
            at.checked_sub(1).and_then(|before| text.get(before)).is_some_and(|&before| is_letter(before) && u32::from(before) < 0x2E80);
        let mut step = run.max(1);
        if character == '@' {
            if let Some((start, end)) = mail(text, at) {
                while values.last().is_some_and(|last| last.end > start) {
                    values.pop();
                }
                step = end.saturating_sub(at);
                values.push(Value { kind: Kind::Mail, start, end });
            }
        } else if let Some((kind, from, to)) = (run > 0 && run <= MAX_RUN).then(|| in_run(rest.get(..run).unwrap_or_default())).flatten() {
            values.push(Value { kind, start: at.saturating_add(from), end: at.saturating_add(to) });
        } else if !after_letter
            && (1..=MAX_RUN).contains(&run)
            && let Some((date, length)) = read_date(rest)
        {
            values.push(Value { kind: Kind::Date(date), start: at, end: at.saturating_add(length) });
            step = length.max(1);
        }
        at = at.saturating_add(step);
    }
    values
}

/// What a run of token characters is, with its bounds inside the run.
fn in_run(run: &[char]) -> Option<(Kind, usize, usize)> {
    if run.len() < MIN_RUN {
        return None;
    }
    let text: String = run.iter().collect();
    let length = run.len();
    let without_stop = text.strip_suffix('.').unwrap_or(&text);
    // A full stop ends a sentence more often than a secret: 40 characters are today's length.
    for candidate in if length == 41 { [without_stop, &text] } else { [text.as_str(), without_stop] } {
        if is_entra_secret(candidate) {
            return Some((Kind::SecretShape, 0, candidate.len()));
        }
    }
    let core = text.trim_matches(|edge: char| !edge.is_ascii_alphanumeric());
    let from = text.find(core).unwrap_or(0);
    let to = from.saturating_add(core.len());
    if is_guid(core) {
        return Some((Kind::Guid, from, to));
    }
    let lower = core.to_ascii_lowercase();
    let tenant_domain = [".onmicrosoft.com", ".onmicrosoft.us", ".partner.onmschina.cn"].iter().any(|end| lower.ends_with(end));
    (tenant_domain && is_domain(core)).then_some((Kind::Domain, from, to))
}

/// The address around an at sign. Of the characters that a local part may have, those that people write around
/// addresses are left out: an equals sign, quotes, braces, bars, slashes.
fn mail(text: &[char], at: usize) -> Option<(usize, usize)> {
    let is_local = |character: char| character.is_ascii_alphanumeric() || matches!(character, '.' | '_' | '-' | '+' | '#' | '!' | '\'');
    let before = text.get(at.saturating_sub(MAX_LOCAL)..at)?;
    let local = before.iter().rev().take_while(|&&character| is_local(character)).count();
    let after = text.get(at.saturating_add(1)..)?;
    let mut domain =
        after.iter().take(MAX_RUN).take_while(|&&character| character.is_ascii_alphanumeric() || matches!(character, '.' | '-')).count();
    let mut start = at.saturating_sub(local);
    while start < at && text.get(start).is_some_and(|first| !first.is_ascii_alphanumeric() && *first != '_') {
        start = start.saturating_add(1);
    }
    while domain > 0 && after.get(domain.saturating_sub(1)).is_some_and(|last| !last.is_ascii_alphanumeric()) {
        domain = domain.saturating_sub(1);
    }
    let end = at.saturating_add(1).saturating_add(domain);
    let whole: String = text.get(start..end)?.iter().collect();
    is_email(&whole).then_some((start, end))
}
