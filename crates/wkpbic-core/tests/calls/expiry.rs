//! `days_left`, `check_expiry`, `reminder_dates`, `calendar`.

use serde_json::Value;
use wkpbic_core::expiry::{Calendar, Date, Stamp, check_expiry, days_left, reminder_dates};

use super::Call;
use super::input::{json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[
    ("days_left", |input| json(days_left(date(input, "today")?, date(input, "expires_on")?))),
    ("check_expiry", |input| json(check_expiry(text(input, "text")?, date(input, "today")?))),
    ("reminder_dates", |input| json(reminder_dates(date(input, "expires_on")?))),
    ("calendar", calendar),
];

fn date(input: &Value, name: &str) -> Result<Date, String> {
    Date::parse(text(input, name)?).ok_or_else(|| format!("{name} is not a date"))
}

fn calendar(input: &Value) -> Result<Value, String> {
    let file = Calendar {
        expires_on: date(input, "expires_on")?,
        stamp: &Stamp::parse(text(input, "stamp")?).ok_or("not a stamp")?,
        domain: text(input, "domain")?,
        uid: optional_text(input, "uid")?,
        summary: text(input, "summary")?,
        description: text(input, "description")?,
        url: optional_text(input, "url")?,
    };
    json(file.text())
}
