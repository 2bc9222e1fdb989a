//! `check_redirect_uri`.

use wkpbic_core::redirect::check_redirect_uri;

use super::Call;
use super::input::{json, text};

pub(crate) const CALLS: &[Call] = &[("check_redirect_uri", |input| json(check_redirect_uri(text(input, "uri")?)))];
