//! The rules of setting up the WooCommerce Power BI Connector with Microsoft Entra.
//!
//! This crate knows what a valid field is, which clouds and permissions exist, how an authorize or admin-consent
//! URL is spelled, and what comes back from Microsoft. It does no I/O, reads no clock and draws no random number:
//! such things are arguments. Words for people live in the message catalogue, not here; this crate speaks in
//! stable codes with typed parameters.
//!
//! ```
//! use wkpbic_core::{field::{Context, FieldId, validate_field}, verdict::Level};
//!
//! // The Secret ID stands beside the secret's Value in the portal, and people copy the wrong one.
//! let verdict = validate_field(FieldId::ClientSecret, "d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b", &Context::default());
//! assert_eq!(verdict.level, Level::Error);
//! assert_eq!(verdict.code_text(), "client_secret_is_guid");
//! ```
//!
//! Where to begin: [`field`] for verdicts, [`authorize`] and [`consent`] for addresses, [`callback`] for what Microsoft sends
//! back, [`diagnosis`] for errors, [`paste`] for whatever somebody pasted, [`extension`] for fields of one's own. The folder
//! `examples` has a short program for the first of these.
//!
//! The crate needs `std`: `regex-lite` does, and the tables of `paste` are made once behind a `OnceLock`.

#[macro_use]
mod words;

pub mod aadsts;
mod address;
pub mod admin_request;
pub mod audience;
pub mod authorize;
pub mod callback;
pub mod certainty;
pub mod characters;
pub mod cloud;
pub mod consent;
pub mod diagnosis;
pub mod discovery;
pub mod doctor;
pub mod domain;
pub mod endpoints;
pub mod error;
pub mod evidence;
pub mod expiry;
pub mod extension;
pub mod field;
pub mod guid;
mod host;
pub mod limits;
pub mod logout;
mod order;
pub mod paste;
pub mod pattern;
pub mod permission;
pub mod phrase;
pub mod pkce;
pub mod portal;
pub mod quiz;
pub mod redirect;
pub mod rule;
pub mod scorecard;
pub mod script;
pub mod site;
pub mod tenant;
pub mod verdict;
