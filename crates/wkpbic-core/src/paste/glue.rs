//! What stands between a label and a value.

use super::letters::{Class, class, is_letter};

/// How closely a label and a value belong together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Glue {
    /// They do not.
    None,
    /// A few words of a sentence.
    Prose,
    /// Nothing but punctuation, blanks and at most a verb.
    Near {
        /// How many line ends.
        lines: u8,
        /// Whether a colon, an equals sign, an arrow, a tab or a bar is among it.
        keyed: bool,
    },
}

/// Most characters between a label and its value.
const MAX_GLUE: usize = 160;
/// Most characters when words are among them.
const MAX_PROSE: usize = 60;
/// Most line ends, as in `label`, `:`, blank line, `value`.
const MAX_LINES: u8 = 4;
/// Words that say no more than a colon does.
const VERBS: &[&str] = &["is", "ist", "lautet", "est", "es", "e", "ar", "er", "on", "jest", "je", "este", "equals", "value"];

/// Judges the characters between a label's end and a value's start.
pub(super) fn glue(between: &[char]) -> Glue {
    // RFC 9562 section 4 writes a GUID as urn:uuid:3b7e….
    let between = between.strip_suffix(&['u', 'r', 'n', ':', 'u', 'u', 'i', 'd', ':']).unwrap_or(between);
    if between.len() > MAX_GLUE {
        return Glue::None;
    }
    let (mut lines, mut keyed, mut words) = (0_u8, false, false);
    for &character in between {
        match character {
            '\n' => lines = lines.saturating_add(1),
            ':' | '=' | '→' | '\t' | '|' | '：' | '＝' => keyed = true,
            '_' | '@' | '%' => return Glue::None,
            '.' | ',' | ';' | '&' | '/' | '\\' | '<' | '>' | '{' | '}' | '[' | ']' | '#' if words => return Glue::None,
            _ if !is_letter(character) => {}
            // After a colon the value follows; other words mean another value.
            _ if keyed || lines > 0 => return Glue::None,
            _ => words = true,
        }
    }
    if !words {
        return if lines > MAX_LINES { Glue::None } else { Glue::Near { lines, keyed } };
    }
    if is_verb(between) {
        Glue::Near { lines, keyed: true }
    } else if lines > 0 || between.len() > MAX_PROSE {
        Glue::None
    } else {
        Glue::Prose
    }
}

fn is_verb(between: &[char]) -> bool {
    let word: String = between
        .iter()
        .filter_map(|&character| match class(character) {
            Class::Letter(letter) => Some(letter),
            _ => None,
        })
        .collect();
    VERBS.contains(&word.as_str())
}
