//! When the secret ends.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::expiry::{self, Calendar, Stamp};

use crate::convert::{Argument, date, to_js};
use crate::failure::Failure;

/// Counts the days from one day to another, both `YYYY-MM-DD`; throws where one is none.
#[wasm_bindgen(js_name = daysLeft, unchecked_return_type = "DaysLeft")]
pub fn days_left(today: &str, expires_on: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&expiry::days_left(date(today)?, date(expires_on)?))?)
}

/// The days on which to remind, the earliest first. `expires_on` is `YYYY-MM-DD`; throws where it is none.
#[wasm_bindgen(js_name = reminderDates, unchecked_return_type = "Reminder[]")]
pub fn reminder_dates(expires_on: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&expiry::reminder_dates(date(expires_on)?))?)
}

/// The text of the calendar file (RFC 5545): the day of expiry and its reminders. Throws where day or stamp is none.
#[wasm_bindgen(js_name = calendarFile)]
pub fn calendar_file(#[wasm_bindgen(unchecked_param_type = "CalendarFacts")] facts: JsValue) -> Result<String, JsValue> {
    let facts = Argument::new(facts)?;
    let stamp = Stamp::parse(&facts.text("stamp")?).ok_or(Failure::ArgumentUnreadable)?;
    let (domain, uid, url) = (facts.text("domain")?, facts.optional_text("uid")?, facts.optional_text("url")?);
    let (summary, description) = (facts.text("summary")?, facts.text("description")?);
    let file = Calendar {
        expires_on: date(&facts.text("expires_on")?)?,
        stamp: &stamp,
        domain: &domain,
        uid: uid.as_deref(),
        summary: &summary,
        description: &description,
        url: url.as_deref(),
    };
    Ok(file.text())
}
