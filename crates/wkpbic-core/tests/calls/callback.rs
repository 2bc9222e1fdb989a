//! `read_callback`.

use wkpbic_core::callback::read_callback;

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[("read_callback", |input| json(read_callback(text(input, "query")?)))];
