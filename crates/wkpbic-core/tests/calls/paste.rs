//! `read_pasted`.

use wkpbic_core::paste::read_pasted;

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[("read_pasted", |input| json(read_pasted(text(input, "text")?)))];
