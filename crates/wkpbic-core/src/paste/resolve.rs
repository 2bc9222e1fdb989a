//! Decides, of all that could belong to a field, what is found and what is to be asked.

use super::address::{Addresses, Span, in_address, read_addresses, redirect_uris};
use super::block::{Blocks, read_blocks};
use super::date::{Date, Day};
use super::glue::{Glue, glue};
use super::join::{Joined, join};
use super::labels::Meaning;
use super::page::Page;
use super::secret::{Behind, behind, has_masked};
use super::values::{Kind, Value};
use super::{Ambiguous, Confidence, Found, Pasted, PastedField, PastedValue};
use crate::order::{order, ordered};
use std::cmp::Reverse;

use crate::cloud::{CLOUD_IDS, Cloud};
use crate::domain::is_domain;
use crate::error::ErrorCode as E;
use crate::guid::is_guid;
use crate::permission::PERMISSIONS;
use crate::rule::is_entra_secret;
use crate::tenant::SHARED_ENDPOINTS;
use crate::verdict::{Level, Param, Verdict};

/// A value that may belong to a field. No `Debug`: it may be a secret.
pub(super) struct Candidate {
    pub(super) field: PastedField,
    pub(super) value: String,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) sure: Confidence,
    pub(super) why: &'static str,
}

/// Most entries of [`Pasted::ambiguous`] for one question.
const MAX_ASKED: usize = 8;

/// What was noticed beside values.
#[derive(Default)]
struct Noticed {
    secret_id: bool,
    object_id: bool,
    masked: bool,
    password: bool,
    shared: Option<&'static str>,
    unreadable: Option<Span>,
    either: Option<(Day, Day, Span)>,
}

/// Reads the text.
pub(super) fn resolve(text: &[char]) -> Pasted {
    let blocks = read_blocks(text);
    let mut answer = Answer::default();
    if blocks.incomplete {
        answer.note(Level::Warn, E::PastedBlockIncomplete, Vec::new());
    }
    if blocks.complete {
        answer.read_blocks(blocks);
    } else {
        answer.read_page(text);
    }
    let empty = answer.pasted.found.is_empty() && answer.pasted.ambiguous.is_empty() && answer.pasted.redirect_uris.is_empty();
    if empty && answer.pasted.notes.is_empty() {
        answer.note(Level::Hint, E::PastedNothing, Vec::new());
    }
    answer.pasted
}

fn position(at: usize) -> u32 {
    u32::try_from(at).unwrap_or(u32::MAX)
}

#[derive(Default)]
struct Answer {
    pasted: Pasted,
}

impl Answer {
    fn note(&mut self, level: Level, code: E, params: Vec<(&'static str, Param)>) {
        self.pasted.notes.push(Verdict::new(level, code, params));
    }

    fn ask(&mut self, fields: &[PastedField], value: Option<String>, span: Span) {
        let start = position(span.start);
        let at = self.pasted.ambiguous.iter().take_while(|asked| asked.start <= start).count();
        let asked = Ambiguous { field_candidates: fields.to_vec(), value: value.map(PastedValue), start, end: position(span.end) };
        self.pasted.ambiguous.insert(at, asked);
    }

    fn found(&self, field: PastedField) -> bool {
        self.pasted.found.iter().any(|found| found.field == field)
    }

    /// Whether a value was found for the field, or is asked about.
    fn knows(&self, field: PastedField) -> bool {
        self.found(field) || self.pasted.ambiguous.iter().any(|asked| asked.field_candidates == [field])
    }

    fn read_blocks(&mut self, blocks: Blocks) {
        for field in PastedField::ALL.iter().filter(|field| blocks.damaged.contains(field)) {
            self.note(Level::Warn, E::PastedBlockDamaged, vec![("field", field.as_str().into())]);
        }
        self.settle(blocks.candidates);
        if blocks.secret_id {
            self.note_secret_id();
        }
    }

    fn note_secret_id(&mut self) {
        let level = if self.knows(PastedField::ClientSecret) { Level::Hint } else { Level::Warn };
        self.note(level, E::PastedSecretId, Vec::new());
    }

    fn read_page(&mut self, text: &[char]) {
        let page = Page::read(text);
        let mut joined = join(&page);
        join_rows(&page, &mut joined);
        let addresses = read_addresses(&page);
        let mut noticed = Noticed::default();
        let mut candidates = tenants(&page, &addresses);
        candidates.extend(clouds(&page));
        for (value, joined) in page.values.iter().zip(&joined) {
            candidates.extend(candidate(&page, value, *joined, &mut noticed));
        }
        drop_correspondents(&page, &joined, &mut candidates);
        candidates.extend(behind_labels(&page, text, &joined, &mut noticed));
        self.settle(candidates);
        self.settle_cloud(&addresses);
        self.settle_ids(&page, &joined, &addresses, &mut noticed);
        self.pasted.redirect_uris = redirect_uris(&page).into_iter().map(PastedValue).collect();
        self.tell(text, &addresses, &noticed);
    }

    /// One value for every field, or a question.
    fn settle(&mut self, candidates: Vec<Candidate>) {
        for &field in PastedField::ALL {
            let mut mine: Vec<&Candidate> = candidates.iter().filter(|candidate| candidate.field == field).collect();
            let best = mine.iter().map(|candidate| candidate.sure).max();
            let least = if field == PastedField::Username { best } else { best.map(|best| best.min(Confidence::Likely)) };
            mine.retain(|candidate| Some(candidate.sure) >= least);
            if field == PastedField::TenantId && mine.iter().any(|candidate| is_guid(&candidate.value)) {
                mine.retain(|candidate| is_guid(&candidate.value));
            }
            let mine = distinct(&mine);
            if let [one] = mine.as_slice() {
                self.take(one);
            } else if !mine.is_empty() {
                self.note(Level::Warn, E::PastedSeveralValues, vec![("field", field.as_str().into())]);
                for one in mine.iter().take(MAX_ASKED) {
                    self.ask(&[field], Some(one.value.clone()), Span { start: one.start, end: one.end });
                }
            }
        }
    }

    fn take(&mut self, one: &Candidate) {
        let at = self.pasted.found.iter().take_while(|found| found.field < one.field).count();
        self.pasted.found.insert(
            at,
            Found {
                field: one.field,
                value: PastedValue(one.value.clone()),
                confidence: one.sure,
                start: position(one.start),
                end: position(one.end),
                why: one.why,
            },
        );
    }

    /// The clouds that all hosts agree on. Global and GCC sign in at the same host, GCC High and DoD at another.
    fn settle_cloud(&mut self, addresses: &Addresses) {
        let Some(&(_, first)) = addresses.clouds.first() else { return };
        if self.knows(PastedField::Cloud) {
            return;
        }
        let common = addresses.clouds.iter().fold(u8::MAX, |common, (mask, _)| common & mask);
        let all = addresses.clouds.iter().fold(0, |all, (mask, _)| all | mask);
        let bits = [1_u8, 2, 4, 8, 16];
        let named = |mask: u8| CLOUD_IDS.iter().zip(bits).filter(move |(_, bit)| mask & bit != 0).map(|(id, _)| *id);
        match common.count_ones() {
            1 => {
                let span = addresses.clouds.iter().find(|(mask, _)| mask.count_ones() == 1).map_or(first, |(_, span)| *span);
                for id in named(common) {
                    let (value, sure) = (id.to_owned(), Confidence::Likely);
                    self.take(&Candidate { field: PastedField::Cloud, value, start: span.start, end: span.end, sure, why: "host" });
                }
            }
            0 => {
                self.note(Level::Warn, E::PastedSeveralValues, vec![("field", PastedField::Cloud.as_str().into())]);
                for id in named(all) {
                    let span =
                        addresses.clouds.iter().find(|(mask, _)| named(*mask).any(|other| other == id)).map_or(first, |(_, span)| *span);
                    self.ask(&[PastedField::Cloud], Some(id.to_owned()), span);
                }
            }
            // The default cloud and its neighbour: nothing that would have to be asked.
            _ if common & 1 != 0 => {}
            _ => named(common).for_each(|id| self.ask(&[PastedField::Cloud], Some(id.to_owned()), first)),
        }
    }

    /// GUIDs that no label speaks of: what is left when the other ID is known, and a question otherwise.
    fn settle_ids(&mut self, page: &Page, joined: &[Option<Joined>], addresses: &Addresses, noticed: &mut Noticed) {
        let mut known: Vec<String> = Vec::new();
        let mut open: Vec<(&Value, String)> = Vec::new();
        for (value, joined) in page.values.iter().zip(joined).filter(|(value, _)| value.kind == Kind::Guid) {
            let text = page.string(value.start, value.end).to_ascii_lowercase();
            let meaning = joined.map(|joined| joined.meaning);
            let plain = meaning == Some(Meaning::PlainId);
            let in_manifest = page.mentions(Meaning::Client) || page.text.get(value.start.saturating_sub(1)) == Some(&'"');
            noticed.object_id |= meaning == Some(Meaning::ObjectId) || (plain && page.mentions(Meaning::Client) && !is_listed(&text));
            let in_path = addresses.tenants.iter().any(|tenant| tenant.start == value.start);
            if in_path || (meaning.is_some() && (!plain || in_manifest)) || is_listed(&text) || in_address(&page.text, value.start) {
                known.push(text);
            } else {
                open.push((value, text));
            }
        }
        let known = ordered(known);
        let mut seen: Vec<&str> = Vec::new();
        let mut left: Vec<&(&Value, String)> = Vec::new();
        for entry in &open {
            if known.binary_search(&entry.1).is_err() && !seen.contains(&entry.1.as_str()) && left.len() < MAX_ASKED {
                seen.push(&entry.1);
                left.push(entry);
            }
        }
        let missing: Vec<PastedField> =
            [PastedField::ClientId, PastedField::TenantId].into_iter().filter(|&field| !self.knows(field)).collect();
        match (missing.as_slice(), left.as_slice()) {
            ([], _) | (_, []) => {}
            (&[field], [(value, _)]) => {
                let text = page.string(value.start, value.end);
                let sure = Confidence::Possible;
                self.take(&Candidate { field, value: text, start: value.start, end: value.end, sure, why: "only_left" });
            }
            (fields, several) => {
                self.note(Level::Hint, E::PastedIdsUnlabelled, Vec::new());
                for (value, _) in several {
                    self.ask(fields, Some(page.string(value.start, value.end)), Span { start: value.start, end: value.end });
                }
            }
        }
    }

    /// The notes about what was noticed.
    fn tell(&mut self, text: &[char], addresses: &Addresses, noticed: &Noticed) {
        if noticed.secret_id {
            self.note_secret_id();
        }
        if noticed.object_id {
            self.note(Level::Hint, E::PastedObjectId, Vec::new());
        }
        if !self.knows(PastedField::ClientSecret) && (noticed.masked || has_masked(text)) {
            self.note(Level::Warn, E::PastedSecretMasked, Vec::new());
        }
        let dated = self.knows(PastedField::ClientSecretExpiresOn);
        match (dated, noticed.either, noticed.unreadable) {
            (false, Some((one, other, span)), _) => {
                let days = [one.iso(), other.iso()];
                let [first, second] = days.clone();
                self.note(Level::Warn, E::PastedDateAmbiguous, vec![("first", first.into()), ("second", second.into())]);
                for day in days {
                    self.ask(&[PastedField::ClientSecretExpiresOn], Some(day), span);
                }
            }
            (false, None, Some(span)) => {
                self.note(Level::Warn, E::PastedDateUnreadable, Vec::new());
                self.ask(&[PastedField::ClientSecretExpiresOn], None, span);
            }
            _ => {}
        }
        if let Some(word) = addresses.shared.or(noticed.shared).filter(|_| !self.found(PastedField::TenantId)) {
            self.note(Level::Warn, E::TenantIdSharedEndpoint, vec![("value", word.into())]);
        }
        if noticed.password {
            self.note(Level::Hint, E::PastedPassword, Vec::new());
        }
    }
}

/// The candidates by where they stand, each value once: where it is surest, and first among those. Secrets have case.
fn distinct<'a>(candidates: &[&'a Candidate]) -> Vec<&'a Candidate> {
    let key = |candidate: &Candidate| match candidate.field {
        PastedField::ClientSecret => candidate.value.clone(),
        _ => candidate.value.to_ascii_lowercase(),
    };
    let keys: Vec<String> = candidates.iter().map(|candidate| key(candidate)).collect();
    let rank = |at: usize| candidates.get(at).map(|candidate| (keys.get(at), Reverse(candidate.sure), candidate.start));
    let by_value = order(candidates.len(), &|one, other| rank(one) < rank(other));
    let mut last = None;
    let mut kept: Vec<&'a Candidate> = Vec::new();
    for at in by_value {
        if last != keys.get(at) {
            kept.extend(candidates.get(at));
        }
        last = keys.get(at);
    }
    let start = |at: usize| kept.get(at).map(|candidate| candidate.start);
    order(kept.len(), &|one, other| start(one) < start(other)).into_iter().filter_map(|at| kept.get(at).copied()).collect()
}

/// IDs that Microsoft gives to its own apps and permissions, and the nil GUID.
fn is_listed(guid: &str) -> bool {
    guid.ends_with("-0000-0000-c000-000000000000")
        || guid == "00000000-0000-0000-0000-000000000000"
        || guid == "e1fe6dd8-ba31-4d61-89e7-88639da4683d"
        || PERMISSIONS.iter().any(|permission| permission.guid == guid)
}

/// The portal's row of a secret without its heading: date, Value, Secret ID.
fn join_rows(page: &Page, joined: &mut [Option<Joined>]) {
    let near = |one: &Value, other: &Value| matches!(glue(page.slice(one.end, other.start)), Glue::Near { .. });
    let row = |meaning| Some(Joined { meaning, sure: Confidence::Likely, why: "row", label: usize::MAX });
    for (at, values) in page.values.windows(3).enumerate() {
        let [date, secret, id] = values else { continue };
        let free = |offset: usize| joined.get(at.saturating_add(offset)).is_some_and(Option::is_none);
        let pair = matches!(date.kind, Kind::Date(_)) && secret.kind == Kind::SecretShape && id.kind == Kind::Guid;
        if pair && near(date, secret) && near(secret, id) && free(0) && free(2) {
            if let Some(place) = joined.get_mut(at) {
                *place = row(Meaning::Expiry);
            }
            if let Some(place) = joined.get_mut(at.saturating_add(2)) {
                *place = row(Meaning::SecretId);
            }
        }
    }
}

/// What a value is by its label, or by its shape.
fn candidate(page: &Page, value: &Value, joined: Option<Joined>, noticed: &mut Noticed) -> Option<Candidate> {
    let text = page.string(value.start, value.end);
    let meaning = joined.map(|joined| joined.meaning);
    let (sure, why) = joined.map_or((Confidence::Likely, "shape"), |joined| (joined.sure, joined.why));
    let span = Span { start: value.start, end: value.end };
    let make = |field, value, sure, why| Some(Candidate { field, value, start: span.start, end: span.end, sure, why });
    match (value.kind, meaning) {
        (Kind::Guid, Some(Meaning::Client)) => make(PastedField::ClientId, text, sure, why),
        (Kind::Guid, Some(Meaning::Tenant)) => make(PastedField::TenantId, text, sure, why),
        (Kind::Guid, Some(Meaning::SecretId | Meaning::Secret)) => {
            noticed.secret_id = true;
            None
        }
        (Kind::Mail, Some(Meaning::Username)) => make(PastedField::Username, text, sure, why),
        (Kind::Mail, None) => make(PastedField::Username, text, Confidence::Possible, why),
        (Kind::SecretShape, Some(Meaning::Secret | Meaning::Value)) => make(PastedField::ClientSecret, text, sure, why),
        (Kind::SecretShape, Some(Meaning::Password)) if page.mentions(Meaning::Client) => make(PastedField::ClientSecret, text, sure, why),
        (Kind::SecretShape, _) => make(PastedField::ClientSecret, text, Confidence::Likely, "shape"),
        (Kind::Domain, Some(Meaning::Tenant)) => make(PastedField::TenantId, text, sure, why),
        (Kind::Domain, _) if !in_address(&page.text, value.start) => make(PastedField::TenantId, text, Confidence::Possible, "shape"),
        (Kind::Date(date), Some(Meaning::Expiry)) => match date {
            Date::Certain(day) => make(PastedField::ClientSecretExpiresOn, day.iso(), sure, why),
            Date::Likely(day) => make(PastedField::ClientSecretExpiresOn, day.iso(), Confidence::Likely, why),
            Date::Either(one, other) => {
                noticed.either = noticed.either.or(Some((one, other, span)));
                None
            }
            Date::Unreadable => {
                noticed.unreadable = noticed.unreadable.or(Some(span));
                None
            }
        },
        _ => None,
    }
}

/// Who wrote a mail, and to whom, says nothing about the account, wherever else the address stands.
fn drop_correspondents(page: &Page, joined: &[Option<Joined>], candidates: &mut Vec<Candidate>) {
    let heads = page.values.iter().zip(joined).filter(|(_, joined)| joined.is_some_and(|joined| joined.meaning == Meaning::OtherAddress));
    let heads: Vec<String> = heads.map(|(value, _)| page.string(value.start, value.end).to_ascii_lowercase()).collect();
    let heads = ordered(heads);
    candidates.retain(|candidate| {
        candidate.field != PastedField::Username
            || candidate.sure != Confidence::Possible
            || heads.binary_search(&candidate.value.to_ascii_lowercase()).is_err()
    });
}

/// Tenants in the paths of addresses.
fn tenants(page: &Page, addresses: &Addresses) -> Vec<Candidate> {
    let make = |span: &Span| Candidate {
        field: PastedField::TenantId,
        value: page.string(span.start, span.end),
        start: span.start,
        end: span.end,
        sure: Confidence::Certain,
        why: "address",
    };
    addresses.tenants.iter().map(make).collect()
}

/// The word behind a label: up to 253 characters of a name, and where it stands.
fn word_behind(page: &Page, label_end: usize) -> Option<(String, Span)> {
    let is_word = |character: &char| character.is_ascii_alphanumeric() || matches!(character, '.' | '-' | '_');
    let gap = page.text.iter().skip(label_end).take(24).take_while(|character| !is_word(character)).count();
    let start = label_end.saturating_add(gap);
    let length = page.text.iter().skip(start).take(254).take_while(|character| is_word(character)).count();
    let between = page.slice(label_end, start);
    // In PHP's define() a comma stands between the two.
    let keyed = match glue(between) {
        Glue::Near { lines, keyed } => keyed || (1..=3).contains(&lines) || between.contains(&','),
        _ => false,
    };
    let word = page.string(start, start.saturating_add(length));
    let word = word.trim_end_matches('.');
    let free = !page.text.get(start.saturating_add(word.len())).is_some_and(|next| matches!(next, '@' | '/' | ':') || !next.is_ascii());
    (keyed && free && !word.is_empty()).then(|| (word.to_owned(), Span { start, end: start.saturating_add(word.len()) }))
}

/// Clouds by name behind a label.
fn clouds(page: &Page) -> Vec<Candidate> {
    let labels = page.labels.iter().filter(|label| label.meaning == Meaning::Cloud);
    labels
        .filter_map(|label| word_behind(page, label.end))
        .filter_map(|(word, span)| {
            let cloud = Cloud::parse(&word.to_ascii_lowercase())?;
            let value = cloud.id.to_owned();
            Some(Candidate { field: PastedField::Cloud, value, start: span.start, end: span.end, sure: Confidence::Certain, why: "label" })
        })
        .collect()
}

/// Secrets of any shape, tenant domains and encoded addresses behind labels that speak of no value of a known shape.
fn behind_labels(page: &Page, text: &[char], joined: &[Option<Joined>], noticed: &mut Noticed) -> Vec<Candidate> {
    let mut used = vec![false; page.labels.len()];
    for joined in joined.iter().flatten() {
        if let Some(used) = used.get_mut(joined.label) {
            *used = true;
        }
    }
    let mut candidates = Vec::new();
    for (label, used) in page.labels.iter().zip(used) {
        let free = !used;
        match label.meaning {
            Meaning::Secret | Meaning::Value | Meaning::Password if free => {
                let person = page.mentions(Meaning::Username) || !page.mentions(Meaning::Client);
                match behind(text, label.end) {
                    Behind::Masked => noticed.masked = true,
                    Behind::SecretId if label.meaning == Meaning::Secret => noticed.secret_id = true,
                    Behind::Secret { .. } if label.meaning == Meaning::Password && person => noticed.password = true,
                    Behind::Secret { value, start, end, exact } => {
                        let shaped = is_entra_secret(&value);
                        let plain = label.meaning == Meaning::Secret && !label.weak && exact;
                        if label.meaning != Meaning::Value || shaped || page.mentions(Meaning::SecretId) {
                            let sure = if shaped || plain { Confidence::Certain } else { Confidence::Likely };
                            candidates.push(Candidate { field: PastedField::ClientSecret, value, start, end, sure, why: "label" });
                        }
                    }
                    _ => noticed.password |= label.meaning == Meaning::Password && person && is_followed(page, label.end),
                }
            }
            Meaning::PersonPassword if free => noticed.password |= is_followed(page, label.end),
            Meaning::Tenant if free => {
                let Some((value, span)) = word_behind(page, label.end) else { continue };
                if is_domain(&value) {
                    let sure = if label.weak { Confidence::Likely } else { Confidence::Certain };
                    candidates.push(Candidate {
                        field: PastedField::TenantId,
                        value,
                        start: span.start,
                        end: span.end,
                        sure,
                        why: "label",
                    });
                } else {
                    noticed.shared = SHARED_ENDPOINTS.iter().copied().find(|word| *word == value).or(noticed.shared);
                }
            }
            Meaning::Username if free => candidates.extend(encoded_address(page, label.end)),
            _ => {}
        }
    }
    candidates
}

/// Whether a colon or an equals sign and some text follow on the same line.
fn is_followed(page: &Page, label_end: usize) -> bool {
    let line = page.text.iter().skip(label_end).take(24).take_while(|&&character| character != '\n');
    let keyed = line.clone().any(|character| matches!(character, ':' | '=' | '：' | '＝'));
    keyed && line.filter(|character| !character.is_whitespace()).count() > 3
}

/// `login_hint=anna%40contoso.example`.
fn encoded_address(page: &Page, label_end: usize) -> Option<Candidate> {
    let start = label_end.saturating_add(1);
    if page.text.get(label_end) != Some(&'=') {
        return None;
    }
    let is_part = |character: &&char| character.is_ascii_alphanumeric() || matches!(character, '%' | '.' | '-' | '_' | '+' | '~');
    let length = page.text.iter().skip(start).take(320).take_while(is_part).count();
    let end = start.saturating_add(length);
    let value = super::address::percent_decoded(&page.string(start, end));
    let sure = Confidence::Certain;
    crate::domain::is_email(&value).then_some(Candidate { field: PastedField::Username, value, start, end, sure, why: "label" })
}
