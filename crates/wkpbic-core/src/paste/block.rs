//! The block that the set-up script prints: `key=value` lines between two markers.

use super::page::is_line_end;
use super::resolve::Candidate;
use super::{Confidence, PastedField};
use crate::characters::CharacterSet;
use crate::cloud::Cloud;
use crate::domain::is_email;
use crate::guid::is_guid;
use crate::tenant::is_guid_or_domain;

/// First line of the block, between hyphens.
pub const BLOCK_BEGIN: &str = "-----BEGIN WKPBIC SETUP-----";
/// Last line of the block.
pub const BLOCK_END: &str = "-----END WKPBIC SETUP-----";

/// Longest value of a line, in characters.
const MAX_VALUE: usize = 320;

/// What was read of blocks.
#[derive(Default)]
pub(super) struct Blocks {
    /// Whether a block was whole.
    pub(super) complete: bool,
    /// Whether the last one had no end.
    pub(super) incomplete: bool,
    /// Its values.
    pub(super) candidates: Vec<Candidate>,
    /// The fields whose values were not of the agreed form.
    pub(super) damaged: Vec<PastedField>,
    /// Whether a GUID stood in the place of the secret.
    pub(super) secret_id: bool,
}

/// Reads every whole block of the text; linear. Quotation marks of a mail before the lines are taken off.
pub(super) fn read_blocks(text: &[char]) -> Blocks {
    let mut blocks = Blocks::default();
    let mut inside: Option<Blocks> = None;
    let mut start = 0_usize;
    for line in text.split(|&character| is_line_end(character)) {
        let (from, to) = trimmed(line);
        let content = line.get(from..to).unwrap_or_default();
        if is_marker(content, BLOCK_BEGIN) {
            inside = Some(Blocks::default());
        } else if is_marker(content, BLOCK_END) {
            if let Some(block) = inside.take() {
                blocks.complete = true;
                blocks.candidates.extend(block.candidates);
                blocks.damaged.extend(block.damaged);
                blocks.secret_id |= block.secret_id;
            }
        } else if let Some(block) = &mut inside {
            read_line(block, content, start.saturating_add(from));
        }
        start = start.saturating_add(line.len()).saturating_add(1);
    }
    blocks.incomplete = inside.is_some();
    blocks
}

/// A line without blanks, invisible characters and a mail's quotation marks at its ends.
fn trimmed(line: &[char]) -> (usize, usize) {
    let edge = |character: &&char| CharacterSet::Edge.contains(**character);
    let from = line.iter().take_while(|character| edge(character) || **character == '>').count();
    let blanks = line.iter().skip(from).rev().take_while(edge).count();
    (from, line.len().saturating_sub(blanks))
}

/// Compares letters and blanks alone: mail programs turn hyphens into dashes.
fn is_marker(line: &[char], marker: &str) -> bool {
    let is_dash = |character: &char| matches!(character, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let words = marker.trim_matches('-');
    let dashes = line.iter().take_while(|character| is_dash(character)).count();
    let rest = line.get(dashes..).unwrap_or_default();
    dashes > 0 && line.len() < 64 && words.chars().eq(rest.iter().copied().take(words.len())) && rest.iter().skip(words.len()).all(is_dash)
}

fn read_line(block: &mut Blocks, line: &[char], start: usize) {
    let Some(equals) = line.iter().position(|&character| character == '=') else { return };
    let key: String = line.iter().take(equals.min(32)).filter(|character| !character.is_whitespace()).collect();
    let Some(&field) = PastedField::ALL.iter().find(|field| field.as_str() == key) else { return };
    let after = equals.saturating_add(1);
    let raw = line.get(after..).unwrap_or_default();
    let blanks = raw.iter().take_while(|character| CharacterSet::Edge.contains(**character)).count();
    let value: String = raw.iter().skip(blanks).collect();
    if value.is_empty() {
        return;
    }
    if field == PastedField::ClientSecret && is_guid(&value) {
        block.secret_id = true;
    } else if is_valid(field, &value) {
        let start = start.saturating_add(after).saturating_add(blanks);
        let end = start.saturating_add(value.chars().count());
        block.candidates.push(Candidate { field, value, start, end, sure: Confidence::Certain, why: "block" });
    } else {
        block.damaged.push(field);
    }
}

fn is_valid(field: PastedField, value: &str) -> bool {
    value.len() <= MAX_VALUE
        && match field {
            PastedField::ClientId => is_guid(value),
            PastedField::TenantId => is_guid_or_domain(value),
            PastedField::ClientSecret => value.bytes().all(|byte| byte.is_ascii_graphic()) && value.len() <= 256,
            PastedField::Username => is_email(value),
            PastedField::ClientSecretExpiresOn => {
                let characters: Vec<char> = value.chars().collect();
                matches!(super::date::read_date(&characters), Some((super::date::Date::Certain(day), 10)) if day.iso() == value)
            }
            PastedField::Cloud => Cloud::parse(value).is_some(),
        }
}
