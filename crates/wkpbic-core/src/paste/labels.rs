//! Finds labels: the words that say what the value beside, below or under them is.

use std::sync::OnceLock;

use super::label_table::{CLIENT_IN_BRACKETS, LABELS, TENANT_IN_BRACKETS};
use super::letters::{Class, class, folded, is_letter};
use crate::order::order;

/// What a label says about its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Meaning {
    /// Application (client) ID.
    Client,
    /// Directory (tenant) ID.
    Tenant,
    /// The client secret itself.
    Secret,
    /// The column "Value" of the portal's list of secrets.
    Value,
    /// The Secret ID beside the Value.
    SecretId,
    /// An Object ID.
    ObjectId,
    /// A bare "id": an Object ID in a manifest, anything elsewhere.
    PlainId,
    /// When the secret expires.
    Expiry,
    /// Another date.
    OtherDate,
    /// The account.
    Username,
    /// Somebody's address in the head of a mail.
    OtherAddress,
    /// The cloud.
    Cloud,
    /// `password`: the secret in the answer of `az`, a person's password elsewhere.
    Password,
    /// A person's password.
    PersonPassword,
    /// An ID that is of no use here.
    OtherId,
    /// A label of something else.
    Other,
    /// One or more redirect URIs.
    Redirects,
    /// A button's words, copied along.
    Noise,
}

/// A label in the text; positions count characters from 0, the end is exclusive.
#[derive(Clone, Copy, Debug)]
pub(super) struct Label {
    /// What it says.
    pub(super) meaning: Meaning,
    /// A common word, or a guess by the word in brackets: less sure.
    pub(super) weak: bool,
    /// Where it begins.
    pub(super) start: usize,
    /// Where it ends.
    pub(super) end: usize,
}

struct Row {
    reversed: Vec<char>,
    meaning: Meaning,
    weak: bool,
}

/// Most marks between two letters of one label, as in `(client) - ID`.
const MAX_GAP: u8 = 4;
/// Most characters in brackets.
const MAX_BRACKETED: usize = 32;
/// Most characters of the word after brackets that still belongs to the label, as in `Uygulama (istemci) kimliği`.
const MAX_LAST_WORD: usize = 20;

fn rows() -> &'static [Row] {
    static ROWS: OnceLock<Vec<Row>> = OnceLock::new();
    ROWS.get_or_init(|| {
        let rows: Vec<Row> = LABELS
            .iter()
            .flat_map(|&(meaning, weak, spellings)| spellings.split('|').map(move |spelling| (meaning, weak, spelling)))
            .map(|(meaning, weak, spelling)| {
                let mut reversed = folded(spelling);
                reversed.reverse();
                Row { reversed, meaning, weak }
            })
            .collect();
        let spelling = |row: usize| rows.get(row).map(|row| row.reversed.as_slice());
        let order = order(rows.len(), &|one, other| spelling(one) < spelling(other));
        let mut rows: Vec<Option<Row>> = rows.into_iter().map(Some).collect();
        order.into_iter().filter_map(|at| rows.get_mut(at)?.take()).collect()
    })
}

/// Of rows that agree up to this depth, those that have this letter there.
fn narrowed(rows: &'static [Row], depth: usize, letter: char) -> &'static [Row] {
    let key = |row: &Row| row.reversed.get(depth).map_or(0, |&letter| u32::from(letter));
    let wanted = u32::from(letter);
    let rows = rows.get(rows.partition_point(|row| key(row) < wanted)..).unwrap_or_default();
    // Most words end here.
    if rows.first().is_none_or(|row| key(row) != wanted) {
        return &[];
    }
    rows.get(..rows.partition_point(|row| key(row) == wanted)).unwrap_or_default()
}

fn bracket_words() -> &'static [(Vec<char>, Meaning)] {
    static WORDS: OnceLock<Vec<(Vec<char>, Meaning)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let words = |list: &'static str, meaning| list.split('|').map(move |word| (folded(word), meaning));
        words(CLIENT_IN_BRACKETS, Meaning::Client).chain(words(TENANT_IN_BRACKETS, Meaning::Tenant)).collect()
    })
}

#[derive(Clone, Copy)]
struct Letter {
    folded: char,
    at: usize,
    /// How many marks stand before it.
    gap: u8,
}

/// All labels, in order and without overlap. Linear: every letter is looked at once, and a word's end looks back over
/// as many letters as the longest label has at most.
pub(super) fn find_labels(text: &[char]) -> Vec<Label> {
    let mut labels: Vec<Label> = Vec::new();
    let mut letters: Vec<Letter> = Vec::new();
    let mut gap = MAX_GAP;
    let columns = underlined(text);
    for (at, &character) in text.iter().enumerate() {
        let found = match class(character) {
            Class::Skipped => None,
            Class::Mark => {
                gap = if is_barrier(character) { MAX_GAP } else { gap.saturating_add(1) };
                if matches!(character, ')' | '）') { bracketed(text, &letters, at) } else { None }
            }
            Class::Letter(folded) => {
                letters.push(Letter { folded, at, gap });
                gap = 0;
                if ends_word(text, at, folded) { longest(text, &columns, &letters) } else { None }
            }
        };
        if let Some(label) = found {
            add(&mut labels, label);
        }
    }
    labels
}

fn add(labels: &mut Vec<Label>, label: Label) {
    while labels.last().is_some_and(|last| last.start >= label.start) {
        labels.pop();
    }
    if labels.last().is_none_or(|last| last.end <= label.start) {
        labels.push(label);
    }
}

/// What no label reaches across.
fn is_barrier(character: char) -> bool {
    matches!(
        character,
        '\n' | '\r' | '\t' | ':' | '=' | ',' | ';' | '|' | '"' | '&' | '?' | '<' | '>' | '{' | '}' | '：' | '＝' | '、' | '，' | '\u{2028}'
    )
}

fn is_boundary_between(before: char, after: char) -> bool {
    before.is_ascii() != after.is_ascii()
}

fn ends_word(text: &[char], at: usize, folded: char) -> bool {
    let next = text.iter().skip(at.saturating_add(1)).map(|&next| class(next)).find(|class| *class != Class::Skipped);
    match next {
        Some(Class::Letter(next)) => is_boundary_between(folded, next),
        _ => true,
    }
}

/// Whether a label may begin at the last of these letters: after a mark, another script, or a small letter before a
/// capital; anywhere in scripts without blanks.
fn begins_word(text: &[char], letters: &[Letter]) -> bool {
    let [.., before, first] = letters else { return true };
    let small = text.get(before.at).is_some_and(|before| before.is_ascii_lowercase() || before.is_ascii_digit());
    first.gap > 0
        || is_boundary_between(before.folded, first.folded)
        || u32::from(first.folded) >= 0x2E80
        || (small && text.get(first.at).is_some_and(char::is_ascii_uppercase))
}

/// The longest label that ends at the last letter.
fn longest(text: &[char], columns: &[usize], letters: &[Letter]) -> Option<Label> {
    let mut rows = rows();
    let end = letters.last()?.at.saturating_add(1);
    let mut found = None;
    let mut gap_after = 0;
    for (depth, letter) in letters.iter().rev().enumerate() {
        if gap_after >= MAX_GAP {
            break;
        }
        gap_after = letter.gap;
        rows = narrowed(rows, depth, letter.folded);
        let Some(row) = rows.first() else { break };
        let length = depth.saturating_add(1);
        let begins = letters.get(..letters.len().saturating_sub(depth)).is_some_and(|letters| begins_word(text, letters));
        if row.reversed.len() == length
            && begins
            && (!row.weak || begins_cell(text, letter.at) || columns.binary_search(&letter.at).is_ok())
        {
            found = Some(Label { meaning: row.meaning, weak: row.weak, start: letter.at, end });
        }
    }
    found
}

/// Whether nothing but punctuation stands between the position and the beginning of its line or cell.
pub(super) fn begins_cell(text: &[char], at: usize) -> bool {
    let mut after_blank = false;
    for &character in text.get(..at).unwrap_or_default().iter().rev().take(16) {
        match character {
            '\n' | '\r' | '\t' | '|' | ',' | ';' | '{' | '[' | '&' | '?' | '\u{2028}' => return true,
            ' ' if after_blank => return true,
            '_' | '/' | '@' => return false,
            _ if is_letter(character) => return false,
            _ => after_blank = character == ' ',
        }
    }
    at <= 16
}

/// Where the columns of tables begin whose headings have hyphens below, as PowerShell and `az` print them: sorted
/// positions in the headings' lines.
fn underlined(text: &[char]) -> Vec<usize> {
    let mut columns = Vec::new();
    let (mut above, mut start) = (0_usize, 0_usize);
    for line in text.split(|&character| character == '\n') {
        if line.contains(&'-') && line.iter().all(|character| matches!(character, '-' | ' ' | '>' | '\r')) {
            let mut before = ' ';
            for (column, &character) in line.iter().enumerate() {
                let at = above.saturating_add(column);
                if character == '-' && before != '-' && at < start {
                    columns.push(at);
                }
                before = character;
            }
        }
        above = start;
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    columns
}

/// A label by its word in brackets, for the closing bracket at this position.
fn bracketed(text: &[char], letters: &[Letter], at: usize) -> Option<Label> {
    let open = text.get(at.saturating_sub(MAX_BRACKETED)..at)?.iter().rev().position(|character| matches!(character, '(' | '（'))?;
    let open = at.saturating_sub(open).saturating_sub(1);
    let inside: Vec<char> = letters.iter().rev().take_while(|letter| letter.at > open).map(|letter| letter.folded).collect();
    let meaning = bracket_words().iter().find(|(word, _)| word.iter().rev().eq(inside.iter()))?.1;
    let rest = text.get(at.saturating_add(1)..).unwrap_or_default();
    let blanks = rest.iter().take_while(|&&character| character == ' ' || character == '\u{a0}').count();
    let word = rest.iter().skip(blanks).take(MAX_LAST_WORD).take_while(|&&character| is_letter(character)).count();
    let tail = if word == 0 { 0 } else { blanks.saturating_add(word) };
    Some(Label { meaning, weak: true, start: open, end: at.saturating_add(1).saturating_add(tail) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meanings(text: &str) -> Vec<Meaning> {
        find_labels(&text.chars().collect::<Vec<_>>()).into_iter().map(|label| label.meaning).collect()
    }

    #[test]
    fn one_spelling_has_one_meaning() {
        for pair in rows().windows(2) {
            if pair[0].reversed == pair[1].reversed {
                assert_eq!(
                    (pair[0].meaning, pair[0].weak),
                    (pair[1].meaning, pair[1].weak),
                    "{:?}",
                    pair[0].reversed.iter().rev().collect::<String>()
                );
            }
        }
        assert!(rows().iter().all(|row| !row.reversed.is_empty()));
    }

    #[test]
    fn the_longest_label_counts() {
        use Meaning::*;
        assert_eq!(meanings("Application (client) ID"), [Client]);
        assert_eq!(meanings("WKPBIC_CLIENT_SECRET_EXPIRES_ON"), [Expiry]);
        assert_eq!(meanings("resourceAppId"), [OtherId]);
        assert_eq!(meanings("the mapId and appid"), [Client]);
        assert_eq!(meanings("Verzeichnis-ID (Mandant): x Geheimnis-ID"), [Tenant, SecretId]);
        assert_eq!(meanings("テナント IDは"), [Tenant]);
        assert_eq!(meanings("Nepoznat (tenant) broj"), [Tenant]);
        assert_eq!(meanings("this value of the app"), []);
    }
}
