//! What copying does to an address: invisible characters, blanks, HTML's ampersands.

use crate::characters::CharacterSet;

/// A text as it was meant, and what was in the way.
pub(super) struct Tidied {
    pub(super) text: String,
    /// The characters left out, each with its position from 1.
    pub(super) hidden: Vec<(usize, char)>,
    pub(super) blanks: Vec<(usize, char)>,
    /// How many ampersands were escaped.
    pub(super) escapes: usize,
}

impl Tidied {
    pub(super) fn of(text: &str) -> Self {
        let mut visible = String::with_capacity(text.len());
        let (mut hidden, mut blanks) = (Vec::new(), Vec::new());
        for (character, position) in text.chars().zip(1..) {
            // Nearly every character of an address is one of these, and the sets are long.
            if character.is_ascii_graphic() {
                visible.push(character);
            } else if CharacterSet::Hidden.contains(character) {
                hidden.push((position, character));
            } else if CharacterSet::Space.contains(character) {
                blanks.push((position, character));
            } else {
                visible.push(character);
            }
        }
        let (text, escapes) = unescaped(&visible);
        Self { text, hidden, blanks, escapes }
    }
}

/// Puts plain ampersands for `&amp;`, `&#038;`, `&#38;` and `&#x26;`, also where they are escaped several times over.
fn unescaped(text: &str) -> (String, usize) {
    let mut plain = String::with_capacity(text.len());
    let mut escapes: usize = 0;
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        plain.push('&');
        rest = after;
        while let Some(after) = escape_of(rest) {
            escapes = escapes.saturating_add(1);
            rest = after;
        }
    }
    plain.push_str(rest);
    (plain, escapes)
}

/// What follows, if an escape stands here.
fn escape_of(text: &str) -> Option<&str> {
    ["amp;", "#038;", "#38;", "#x26;"].into_iter().find_map(|escape| {
        let (start, rest) = text.split_at_checked(escape.len())?;
        start.eq_ignore_ascii_case(escape).then_some(rest)
    })
}

/// A text with its percent-encoding resolved, byte by byte. What is broken stays.
pub(super) fn decoded(text: &str, plus_is_blank: bool) -> Vec<u8> {
    let mut decoded = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digit = |at: usize| after.get(at).and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
        match (first, digit(0), digit(1)) {
            (b'%', Some(high), Some(low)) => {
                decoded.push(high << 4 | low);
                rest = after.get(2..).unwrap_or_default();
                continue;
            }
            (b'+', _, _) if plus_is_blank => decoded.push(b' '),
            _ => decoded.push(*first),
        }
        rest = after;
    }
    decoded
}
