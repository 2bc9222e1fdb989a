//! When a client secret expires: reading the date that somebody typed, counting the days, when to remind, and the
//! calendar file.
//!
//! Today's date is always an argument. "How to add credentials" (Microsoft Entra) limits the portal to 24 months and
//! advises less than 12; scripts can make longer secrets, so a later date only warns.

mod calendar;
mod date;
mod read;

use serde::{Serialize, Serializer};

pub use calendar::{Calendar, Stamp};
pub use date::Date;
pub use read::{ExpiryCheck, check_expiry};

/// How many days before the expiry people are reminded, the earliest first.
pub const REMINDER_DAYS: &[u16] = &[60, 30, 14, 7, 1];
/// The longest that the portal lets a new secret live, in months.
pub const PORTAL_MAX_MONTHS: u16 = 24;

/// How many days the portal offers a new secret to live ("How to add credentials": 180 is recommended; the other choices
/// as third-party guides show them).
pub const PORTAL_LIFETIMES_DAYS: &[u16] = &[90, 180, 365, 545, 730];
/// Which of them the portal recommends.
pub const PORTAL_RECOMMENDED_DAYS: u16 = 180;

/// How close the expiry is. In JSON `expired`, `today`, the number of the reminder that is due (`1`, `7`, `14`, `30`,
/// `60`; as text), or `fine`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// The day is over.
    Expired,
    /// It is today. Entra counts in hours, so the secret may have stopped working already.
    Today,
    /// At most so many days are left; one of [`REMINDER_DAYS`].
    Within(u16),
    /// More than 60 days are left.
    Fine,
}

impl Serialize for Stage {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Expired => serializer.serialize_str("expired"),
            Self::Today => serializer.serialize_str("today"),
            Self::Within(days) => serializer.serialize_str(&days.to_string()),
            Self::Fine => serializer.serialize_str("fine"),
        }
    }
}

/// What is left of a secret's life: `{"days_left": 12, "stage": "14"}` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct DaysLeft {
    /// Whole days from today to the day of expiry; negative when it is over.
    pub days_left: i32,
    /// How close it is.
    pub stage: Stage,
}

/// Counts the days from today to the day of expiry.
///
/// ```
/// use wkpbic_core::expiry::{Date, Stage, days_left};
///
/// let left = days_left(Date::parse("2026-11-24").unwrap(), Date::parse("2026-12-06").unwrap());
/// assert_eq!((left.days_left, left.stage), (12, Stage::Within(14)));
/// ```
#[must_use]
pub fn days_left(today: Date, expires_on: Date) -> DaysLeft {
    let days_left = expires_on.days().saturating_sub(today.days());
    let due = REMINDER_DAYS.iter().rev().copied().find(|&days| days_left <= i32::from(days));
    let stage = match (days_left, due) {
        (..0, _) => Stage::Expired,
        (0, _) => Stage::Today,
        (_, Some(days)) => Stage::Within(days),
        (_, None) => Stage::Fine,
    };
    DaysLeft { days_left, stage }
}

/// One day on which to remind: `{"days_before": 60, "date": "2027-03-25"}` in JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Reminder {
    /// How many days before the expiry.
    pub days_before: u16,
    /// The day.
    pub date: Date,
}

/// The days on which to remind, the earliest first. A secret that lives for less than 60 days has some of them behind
/// it from the start; whoever reminds skips those.
///
/// ```
/// use wkpbic_core::expiry::{Date, reminder_dates};
///
/// let days: Vec<String> = reminder_dates(Date::parse("2027-05-24").unwrap()).iter().map(|day| day.date.to_string()).collect();
/// assert_eq!(days, ["2027-03-25", "2027-04-24", "2027-05-10", "2027-05-17", "2027-05-23"]);
/// ```
#[must_use]
pub fn reminder_dates(expires_on: Date) -> Vec<Reminder> {
    REMINDER_DAYS
        .iter()
        .filter_map(|&days_before| {
            let date = expires_on.plus_days(0_i32.saturating_sub(i32::from(days_before)))?;
            Some(Reminder { days_before, date })
        })
        .collect()
}
