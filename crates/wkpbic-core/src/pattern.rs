//! Patterns that extensions bring for their fields: a small dialect that means the same in Rust (`regex-lite`) and in
//! PHP (PCRE with the modifiers `u` and `D`), and that is matched in linear time.
//!
//! Left out is everything that the two engines read differently or that only one of them has: look-around,
//! back-references, inline flags, named groups, POSIX and Unicode classes, class arithmetic, lazy and possessive quantifiers,
//! escapes beyond the listed ones.

use regex_lite::{Regex, RegexBuilder};

use crate::error::ErrorCode as E;
use crate::verdict::{Level, Param, Verdict};

/// Most characters of a pattern.
pub const MAX_PATTERN_CHARS: u32 = 256;
/// Most characters of a text that a pattern is asked about.
pub const MAX_SUBJECT_CHARS: u32 = 4096;
/// Most bytes of a compiled pattern; keeps `(a{99}){99}` and the like out.
pub const MAX_COMPILED_BYTES: usize = 64 * 1024;
/// How deep groups may be nested.
pub const MAX_NESTING: u32 = 16;
/// Letters that may follow a backslash, beside ASCII punctuation.
pub const ESCAPES: &str = "dDwWsSbtnr";

/// A pattern that must match a whole text.
#[derive(Clone, Debug)]
pub struct Pattern(Regex);

impl Pattern {
    /// Reads a pattern.
    ///
    /// # Errors
    /// `rule_pattern_too_long` with `max` and `actual`, or `rule_pattern_unsupported` with the `position` of what is
    /// not in the dialect (0 where the pattern as a whole is at fault).
    ///
    /// ```
    /// use wkpbic_core::pattern::Pattern;
    ///
    /// let pattern = Pattern::parse("[A-Z]{2}-[0-9]+").unwrap();
    /// assert!(pattern.matches("AB-12"));
    /// assert!(!pattern.matches("AB-12\n"));
    /// assert_eq!(Pattern::parse("(?=x)").unwrap_err().code_text(), "rule_pattern_unsupported");
    /// ```
    pub fn parse(text: &str) -> Result<Self, Verdict> {
        let actual = text.chars().count();
        if actual > MAX_PATTERN_CHARS as usize {
            let params = vec![("max", Param::Number(MAX_PATTERN_CHARS)), ("actual", actual.into())];
            return Err(Verdict::new(Level::Error, E::RulePatternTooLong, params));
        }
        let unsupported = |position: usize| Verdict::new(Level::Error, E::RulePatternUnsupported, vec![("position", position.into())]);
        if let Some(position) = foreign_syntax(text) {
            return Err(unsupported(position));
        }
        // The pattern alone first: `a)|(b` is none, though it would be one between the parentheses added here.
        let compile = |pattern: &str| RegexBuilder::new(pattern).size_limit(MAX_COMPILED_BYTES).nest_limit(MAX_NESTING).build();
        compile(text).and_then(|_| compile(&format!("^(?:{text})$"))).map(Self).map_err(|_| unsupported(0))
    }

    /// Whether the whole text matches. A text over [`MAX_SUBJECT_CHARS`] never does.
    #[must_use]
    pub fn matches(&self, text: &str) -> bool {
        text.chars().take((MAX_SUBJECT_CHARS as usize).saturating_add(1)).count() <= MAX_SUBJECT_CHARS as usize && self.0.is_match(text)
    }
}

/// The position, from 1, of the first thing that is not in the dialect.
fn foreign_syntax(text: &str) -> Option<usize> {
    let mut characters = (1_usize..).zip(text.chars()).peekable();
    let mut in_class = false;
    let mut quantified = false;
    while let Some((position, character)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let mut is_quantifier = false;
        match character {
            '\\' => {
                let (_, escaped) = characters.next()?;
                if !escaped.is_ascii_punctuation() && !ESCAPES.contains(escaped) || in_class && escaped == 'b' {
                    return Some(position);
                }
                // A range from or to a class of characters: an error here, three literals there.
                if in_class && escaped.is_ascii_alphabetic() && characters.peek().is_some_and(|(_, next)| *next == '-') {
                    return Some(position);
                }
            }
            '[' if in_class => return Some(position),
            '[' => {
                in_class = true;
                if next == Some('^') {
                    characters.next();
                }
                if characters.peek().is_some_and(|(_, first)| *first == ']') {
                    return Some(position);
                }
            }
            ']' => in_class = false,
            '&' | '~' if in_class && next == Some(character) => return Some(position),
            '-' if in_class && (next == Some('-') || next == Some('\\') || next == Some('[')) => return Some(position),
            '(' if !in_class && next == Some('?') => {
                characters.next();
                if characters.peek().is_none_or(|(_, kind)| *kind != ':') {
                    return Some(position);
                }
                characters.next();
            }
            '(' if !in_class && next == Some('*') => return Some(position),
            '*' | '+' | '?' | '{' if !in_class => {
                is_quantifier = true;
                if quantified {
                    return Some(position);
                }
                if character == '{' {
                    if !counted(characters.clone()) {
                        return Some(position);
                    }
                    characters.find(|(_, last)| *last == '}');
                }
            }
            _ => {}
        }
        quantified = is_quantifier;
    }
    None
}

/// Whether `3}`, `3,}` or `3,5}` comes next, the only forms of counted repetition in the dialect.
fn counted(characters: impl Iterator<Item = (usize, char)>) -> bool {
    let text: String = characters.map(|(_, character)| character).take(8).collect();
    let Some((body, _)) = text.split_once('}') else {
        return false;
    };
    let number = |text: &str| (1..=3).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
    match body.split_once(',') {
        None => number(body),
        Some((from, to)) => number(from) && (to.is_empty() || number(to)),
    }
}
