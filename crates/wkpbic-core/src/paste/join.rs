//! Joins values with the labels that govern them.

use super::Confidence::{self, Certain, Likely};
use super::glue::{Glue, glue};
use super::labels::Meaning;
use super::page::{Line, Page};
use super::values::Kind;

/// What a value is, how sure that is, and how it was found out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Joined {
    pub(super) meaning: Meaning,
    pub(super) sure: Confidence,
    pub(super) why: &'static str,
    /// The label, by its number.
    pub(super) label: usize,
}

/// Labels of one heading that are looked at.
const MAX_COLUMNS: usize = 16;
/// Labels one below the other that are taken for a heading.
const MAX_STACK: usize = 8;

/// For every value the label that governs it, if there is one. Linear: between two values a bounded number of labels
/// is looked at, and lines are walked once.
pub(super) fn join(page: &Page) -> Vec<Option<Joined>> {
    let headings = headings(&page.lines);
    let stacked = stacked(page);
    let mut previous_end = 0;
    let mut next_label = 0;
    let mut joined = Vec::with_capacity(page.values.len());
    for (number, value) in page.values.iter().enumerate() {
        let first_label = next_label;
        while page.labels.get(next_label).is_some_and(|label| label.start < value.start) {
            next_label = next_label.saturating_add(1);
        }
        let after = page.labels.get(first_label..next_label).unwrap_or_default().partition_point(|label| label.start < previous_end);
        let candidates = (first_label.saturating_add(after), next_label);
        let nearest = in_mail_head(page, number).map_or_else(|| nearest(page, number, candidates), Nearest::SameLine);
        joined.push(match nearest {
            Nearest::SameLine(found) => Some(found),
            Nearest::Conflict => in_table(page, &headings, number).or_else(|| stacked.get(number).copied().flatten()),
            Nearest::Above(found) => in_table(page, &headings, number).or_else(|| stacked.get(number).copied().flatten()).or(Some(found)),
            Nearest::None => in_table(page, &headings, number)
                .or_else(|| stacked.get(number).copied().flatten())
                .or_else(|| behind(page, number, next_label)),
        });
        previous_end = value.end;
    }
    joined
}

/// Whether a label can speak of such a value.
fn fits(meaning: Meaning, kind: Kind) -> bool {
    use Meaning::*;
    match kind {
        Kind::Guid => matches!(meaning, Client | Tenant | Secret | SecretId | ObjectId | PlainId | OtherId | Other),
        Kind::Mail => matches!(meaning, Username | OtherAddress),
        Kind::SecretShape => matches!(meaning, Secret | Value | Password | PersonPassword),
        Kind::Date(_) => matches!(meaning, Expiry | OtherDate),
        Kind::Domain => meaning == Tenant,
    }
}

enum Nearest {
    None,
    /// Two labels in a row, and no telling which one is meant.
    Conflict,
    SameLine(Joined),
    Above(Joined),
}

fn is_id(meaning: Meaning) -> bool {
    matches!(meaning, Meaning::Client | Meaning::Tenant | Meaning::ObjectId | Meaning::SecretId)
}

/// The nearest label before the value that can speak of it.
fn nearest(page: &Page, number: usize, (from, to): (usize, usize)) -> Nearest {
    let Some(value) = page.values.get(number) else { return Nearest::None };
    let mut reached = value.start;
    let mut first = true;
    let (mut lines, mut keyed) = (0_u8, false);
    for index in (from..to).rev().take(4) {
        let Some(label) = page.labels.get(index) else { break };
        let between = glue(page.slice(label.end, reached));
        let prose = match between {
            Glue::None => break,
            Glue::Prose => true,
            Glue::Near { lines: more, keyed: also } => {
                lines = lines.saturating_add(more);
                keyed |= also;
                false
            }
        };
        if prose && (!first || label.meaning == Meaning::PlainId) {
            break;
        }
        if !fits(label.meaning, value.kind) || (prose && label.weak && label.meaning != Meaning::Username) {
            if label.weak || label.meaning == Meaning::PlainId {
                (reached, first) = (label.start, false);
                continue;
            }
            break;
        }
        // A remark behind another value does not speak of what stands on the next line.
        if lines > 0 && !keyed && follows_value(page, number, index) {
            break;
        }
        let common = label.weak && !matches!(label.meaning, Meaning::Value | Meaning::Expiry | Meaning::Secret);
        let sure = if prose || common { Likely } else { Certain };
        let found = Joined { meaning: label.meaning, sure, why: "label", label: index };
        if is_id(label.meaning) && is_one_of_several(page, from, index, lines, keyed) {
            return Nearest::Conflict;
        }
        return if lines == 0 { Nearest::SameLine(found) } else { Nearest::Above(found) };
    }
    Nearest::None
}

fn follows_value(page: &Page, number: usize, label: usize) -> bool {
    let before = number.checked_sub(1).and_then(|before| page.value_places.get(before));
    before.zip(page.label_places.get(label)).is_some_and(|(before, label)| before.line == label.line)
}

/// An address in a line that begins with From, To or the like.
fn in_mail_head(page: &Page, number: usize) -> Option<Joined> {
    let (value, place) = (page.values.get(number)?, page.value_places.get(number)?);
    let index = page.lines.get(place.line)?.labels.0;
    let label = page.labels.get(index)?;
    let head = label.meaning == Meaning::OtherAddress && label.end <= value.start && page.label_places.get(index)?.line == place.line;
    let colon = page.slice(label.end, label.end.saturating_add(2)).iter().any(|character| matches!(character, ':' | '：'));
    (value.kind == Kind::Mail && head && colon).then_some(Joined {
        meaning: Meaning::OtherAddress,
        sure: Certain,
        why: "label",
        label: index,
    })
}

/// Whether the label is preceded by another one that could speak of the same value, with nothing between the two.
fn is_one_of_several(page: &Page, from: usize, index: usize, lines: u8, keyed: bool) -> bool {
    let Some(before) = index.checked_sub(1).filter(|before| *before >= from) else { return false };
    let (Some(label), Some(before)) = (page.labels.get(index), page.labels.get(before)) else { return false };
    if !is_id(before.meaning) || before.meaning == label.meaning {
        return false;
    }
    match glue(page.slice(before.end, label.start)) {
        Glue::Near { lines: 0, keyed: false } => true,
        Glue::Near { keyed: false, .. } => lines > 0 && !keyed,
        // As in "the client ID (not the object ID)".
        Glue::Prose => page.slice(before.end, label.start).contains(&'('),
        _ => false,
    }
}

/// For every line the line of its table's heading.
fn headings(lines: &[Line]) -> Vec<Option<usize>> {
    let mut current = None;
    let mut empty = 0_u8;
    lines
        .iter()
        .enumerate()
        .map(|(number, line)| {
            let labels = line.labels.1.saturating_sub(line.labels.0);
            if labels >= 2 && line.values.0 == line.values.1 {
                (current, empty) = (Some(number), 0);
                return None;
            }
            empty = if line.blank { empty.saturating_add(1) } else { 0 };
            if empty > 2 {
                current = None;
            }
            current
        })
        .collect()
}

/// The label in the heading above the value's cell.
fn in_table(page: &Page, headings: &[Option<usize>], number: usize) -> Option<Joined> {
    let (value, place) = (page.values.get(number)?, page.value_places.get(number)?);
    let line = page.lines.get(place.line)?;
    let heading = page.lines.get((*headings.get(place.line)?)?)?;
    let labels = || (heading.labels.0..heading.labels.1).take(MAX_COLUMNS);
    let found = |fit: &dyn Fn(usize) -> bool, sure| {
        let mut hits = labels().filter(|&label| fit(label));
        let (label, None) = (hits.next()?, hits.next()) else { return None };
        let meaning = page.labels.get(label)?.meaning;
        fits(meaning, value.kind).then_some(Joined { meaning, sure, why: "heading", label })
    };
    let last_label = page.label_places.get(heading.labels.1.saturating_sub(1))?;
    let by_divider = |divider: usize, sure| {
        let here = place.dividers.get(divider)?;
        if last_label.dividers.get(divider) == Some(&0) {
            return None;
        }
        found(&|label| page.label_places.get(label).is_some_and(|other| other.dividers.get(divider) == Some(here)), sure)
    };
    let by_column = || {
        let row = page.slice(line.start, line.end);
        let aligned = labels().filter_map(|label| page.label_places.get(label)).all(|other| {
            let before = other.column.checked_sub(1).and_then(|before| row.get(before));
            before.is_none_or(|character| matches!(character, ' ' | '>'))
        });
        if !aligned {
            return None;
        }
        found(&|label| page.label_places.get(label).is_some_and(|other| other.column == place.column), Certain)
    };
    by_divider(0, Certain)
        .or_else(|| by_divider(1, Certain))
        .or_else(by_column)
        .or_else(|| by_divider(2, Likely))
        .or_else(|| by_divider(3, Likely))
}

/// Labels one below the other, and as many lines with their values below: a table whose cells were copied as lines.
fn stacked(page: &Page) -> Vec<Option<Joined>> {
    let mut joined = vec![None; page.values.len()];
    let full = || page.lines.iter().filter(|line| !line.blank || line.keyed);
    let mut stack: Vec<usize> = Vec::new();
    let (mut sure, mut plain) = (Certain, false);
    let mut lines = full();
    while let Some(line) = lines.next() {
        let named = line.worded_label && page.labels.get(line.labels.0).is_some_and(|label| is_id(label.meaning));
        if line.only_label || named {
            stack.push(line.labels.0);
            // A label with a colon may as well be one whose value was left out, and words beside a label may be a sentence.
            sure = if line.keyed || named { Likely } else { sure };
            plain |= line.only_label;
            continue;
        }
        if plain && (2..=MAX_STACK).contains(&stack.len()) {
            let rows: Vec<&Line> = std::iter::once(line).chain(lines.clone()).take(stack.len()).collect();
            if rows.len() == stack.len() && stack.iter().zip(&rows).all(|(&label, row)| cell_fits(page, label, row)) {
                for (&label, row) in stack.iter().zip(&rows) {
                    place_in_row(page, (label, sure), row, &mut joined);
                }
            }
        }
        stack.clear();
        (sure, plain) = (Certain, false);
    }
    joined
}

fn cell_fits(page: &Page, label: usize, row: &Line) -> bool {
    use Meaning::*;
    let Some(label) = page.labels.get(label) else { return false };
    let mut kinds = page.values.iter().take(row.values.1).skip(row.values.0).map(|value| value.kind);
    // A row with a label of its own is no cell.
    let own = page.labels.get(row.labels.0..row.labels.1).unwrap_or_default().first();
    let free = own.is_none_or(|label| page.values.get(row.values.0).is_some_and(|value| label.start >= value.start));
    let one = row.values.1 == row.values.0.saturating_add(1) && free;
    match label.meaning {
        Client | Tenant | SecretId | ObjectId | OtherId | Username | Secret | Value => one && kinds.all(|kind| fits(label.meaning, kind)),
        Expiry | OtherDate => kinds.all(|kind| matches!(kind, Kind::Date(_))),
        _ => kinds.all(|kind| !matches!(kind, Kind::SecretShape)) && !row.only_label,
    }
}

fn place_in_row(page: &Page, (label, sure): (usize, Confidence), row: &Line, joined: &mut [Option<Joined>]) {
    let Some(meaning) = page.labels.get(label).map(|label| label.meaning) else { return };
    let values = page.values.iter().zip(joined).take(row.values.1).skip(row.values.0);
    for (value, place) in values {
        if fits(meaning, value.kind) {
            *place = Some(Joined { meaning, sure, why: "heading", label });
        }
    }
}

/// A label behind the value in the same line, as in `3b7e… is the client ID`.
fn behind(page: &Page, number: usize, next_label: usize) -> Option<Joined> {
    let (value, place) = (page.values.get(number)?, page.value_places.get(number)?);
    // What looks like a label inside of an address is part of it.
    let next_label = page.labels.iter().skip(next_label).position(|label| label.start >= value.end)?.saturating_add(next_label);
    let label = page.labels.get(next_label)?;
    let last_in_line = page.value_places.get(number.saturating_add(1)).is_none_or(|next| next.line != place.line);
    let open = page.text.iter().skip(label.end).take(2).any(|character| matches!(character, ':' | '=' | '：'));
    if !last_in_line || label.weak || open || !fits(label.meaning, value.kind) {
        return None;
    }
    let between = glue(page.slice(value.end, label.start));
    matches!(between, Glue::Prose | Glue::Near { lines: 0, .. }).then_some(Joined {
        meaning: label.meaning,
        sure: Likely,
        why: "label_after",
        label: next_label,
    })
}
