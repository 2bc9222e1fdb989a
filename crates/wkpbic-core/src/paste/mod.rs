//! Paste anything: finds the values of a set-up in whatever text people have at hand.
//!
//! The portal's Overview page in any language, the list of secrets, answers of `az` and PowerShell, an app manifest, a
//! mail from an administrator, a `.env` file, a piece of wp-config.php, an authorize or consent address, the block
//! that the set-up script prints: [`read_pasted`] looks for values by their shape and for the labels that say what they
//! are, and joins the two by where they stand: on one line, one below the other, in a table under its heading.
//!
//! Nothing is guessed in silence. A client secret is [`Confidence::Certain`] only behind a label or in our own block;
//! a GUID called Secret ID or Object ID is never a client ID; GUIDs without labels, several values for one field, and
//! dates that two countries read differently come back as [`Ambiguous`] for the page to ask.
//!
//! ```
//! use wkpbic_core::paste::{Confidence, PastedField, read_pasted};
//!
//! let pasted = read_pasted("Application (client) ID\n: 3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846\nObject ID\n: d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b");
//! assert_eq!(pasted.found.len(), 1);
//! assert_eq!(pasted.found[0].field, PastedField::ClientId);
//! assert_eq!(pasted.found[0].value.reveal(), "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846");
//! assert_eq!(pasted.found[0].confidence, Confidence::Certain);
//! assert_eq!(pasted.notes[0].code_text(), "pasted_object_id");
//! ```

mod address;
mod block;
mod date;
mod glue;
mod join;
mod label_table;
mod labels;
mod letters;
mod page;
mod resolve;
mod secret;
mod values;

pub use block::{BLOCK_BEGIN, BLOCK_END};

use serde::{Serialize, Serializer};
use std::fmt;

use crate::error::ErrorCode;
use crate::limits::MAX_PASTE_BYTES;
use crate::verdict::{Level, Verdict};

/// A value that can be found in a pasted text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PastedField {
    /// Application (client) ID, a GUID.
    ClientId,
    /// Directory (tenant) ID: a GUID or a domain.
    TenantId,
    /// The Value of a client secret.
    ClientSecret,
    /// The Microsoft account that signs in, a mail address.
    Username,
    /// The day on which the client secret expires, `YYYY-MM-DD`.
    ClientSecretExpiresOn,
    /// The name of a cloud, see [`crate::cloud::CLOUD_IDS`].
    Cloud,
}

impl PastedField {
    /// Every field, in the order in which they are answered.
    pub const ALL: &'static [Self] =
        &[Self::ClientId, Self::TenantId, Self::ClientSecret, Self::Username, Self::ClientSecretExpiresOn, Self::Cloud];

    /// The name in JSON, which is also the key in the set-up script's block.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ClientId => "client_id",
            Self::TenantId => "tenant_id",
            Self::ClientSecret => "client_secret",
            Self::Username => "username",
            Self::ClientSecretExpiresOn => "client_secret_expires_on",
            Self::Cloud => "cloud",
        }
    }
}

impl Serialize for PastedField {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

words! {
    /// How sure it is that a value belongs to its field.
    #[derive(PartialOrd, Ord)]
    pub enum Confidence {
        /// Nothing speaks against it, and nothing names it either: ask.
        Possible = "possible",
        /// Its shape or a sentence speaks for it: show it and let it be confirmed.
        Likely = "likely",
        /// A label or the set-up script names it.
        Certain = "certain",
    }
}

/// A value out of the text; it may be a secret, so it prints as its type name. It serialises as its text, for it goes
/// back to the page that it was pasted into, and nowhere else.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct PastedValue(String);

impl PastedValue {
    /// The text itself.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for PastedValue {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("PastedValue")
    }
}

/// A value that was found: `{field, value, confidence, start, end, why}`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Found {
    /// What it is.
    pub field: PastedField,
    /// The value: as it stands in the text; with escapes taken out; a date as `YYYY-MM-DD`; a cloud by its name.
    pub value: PastedValue,
    /// How sure that is.
    pub confidence: Confidence,
    /// Where it begins: so many Unicode scalar values stand before it.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
    /// How it was found out: `block`, `label`, `label_after`, `heading`, `row`, `address`, `host`, `shape` or `only_left`.
    pub why: &'static str,
}

/// Something that only a person can decide: `{field_candidates, value?, start, end}`. One entry for each possible value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Ambiguous {
    /// The fields that it may belong to.
    pub field_candidates: Vec<PastedField>,
    /// The value; absent where none could be read.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<PastedValue>,
    /// Where it begins: so many Unicode scalar values stand before it.
    pub start: u32,
    /// Where it ends, exclusive.
    pub end: u32,
}

/// What was found: `{found, ambiguous, redirect_uris, notes}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Pasted {
    /// At most one value a field, in the order of [`PastedField::ALL`].
    pub found: Vec<Found>,
    /// What is to be asked, at most eight entries a field.
    pub ambiguous: Vec<Ambiguous>,
    /// Redirect URIs of the app, each once, at most 32. An address may have a secret in it, so they print as their type
    /// name too.
    pub redirect_uris: Vec<PastedValue>,
    /// What else is to be said.
    pub notes: Vec<Verdict>,
}

/// Reads a pasted text of at most [`MAX_PASTE_BYTES`] bytes of UTF-8. A longer one is not read at all.
///
/// Notes, in this order: `pasted_too_long` (error), `pasted_block_incomplete`, `pasted_block_damaged` {field},
/// `pasted_several_values` {field}, `pasted_ids_unlabelled`, `pasted_secret_id`, `pasted_object_id`,
/// `pasted_secret_masked`, `pasted_date_ambiguous` {first, second}, `pasted_date_unreadable`,
/// `tenant_id_shared_endpoint` {value}, `pasted_password`, `pasted_nothing`.
///
/// A complete block of the set-up script is read alone; the text around it does not count. Otherwise labels are known
/// in some 25 languages, from the portal's own words where they could be verified; a value under an unknown label is
/// asked about. Time and memory grow linearly with the text.
///
/// Sources: Microsoft Entra, "Register an application" and "Add and manage app credentials"; `az ad app credential
/// reset`; Microsoft Graph, application manifest and passwordCredential.
///
/// ```
/// use wkpbic_core::paste::{BLOCK_BEGIN, BLOCK_END, Confidence, read_pasted};
///
/// let pasted = read_pasted(&format!("$ ./setup.sh\n{BLOCK_BEGIN}\ntenant_id=contoso.example\n{BLOCK_END}\n"));
/// assert_eq!((pasted.found[0].value.reveal(), pasted.found[0].why), ("contoso.example", "block"));
/// // A secret goes back to the page and never into a log.
/// let secret = read_pasted("Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x");
/// assert_eq!(secret.found[0].confidence, Confidence::Likely);
/// assert!(!format!("{secret:?}").contains("Xy48Q~"));
/// ```
#[must_use]
pub fn read_pasted(text: &str) -> Pasted {
    if text.len() > MAX_PASTE_BYTES as usize {
        return Pasted { notes: vec![Verdict::new(Level::Error, ErrorCode::PastedTooLong, Vec::new())], ..Pasted::default() };
    }
    resolve::resolve(&text.chars().collect::<Vec<_>>())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_shows_itself_when_asked_and_prints_as_its_type_name() {
        let value = PastedValue("Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x".to_owned());
        assert_eq!(value.reveal(), "Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x");
        assert_eq!(format!("{value:?}"), "PastedValue");
    }
}
