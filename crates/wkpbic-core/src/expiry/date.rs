//! Days of the Gregorian calendar and arithmetic with them.

use std::fmt;

use serde::{Serialize, Serializer};

/// Days before each month of a year without a leap day, and at the end those of the whole year.
const DAYS_BEFORE_MONTH: [u16; 13] = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365];
/// The last year that four digits can write (RFC 3339 section 5.6).
const MAX_YEAR: u16 = 9999;

/// A day that exists, from 0001-01-01 to 9999-12-31, in the Gregorian calendar without a time zone. Written as
/// `YYYY-MM-DD` (RFC 3339 `full-date`), in JSON too.
///
/// ```
/// use wkpbic_core::expiry::Date;
///
/// let date = Date::new(2028, 2, 29).unwrap();
/// assert_eq!(date.plus_months(12).unwrap().to_string(), "2029-02-28");
/// assert_eq!(Date::new(2027, 2, 29), None);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

impl Date {
    /// The day, `None` where the calendar has none.
    #[must_use]
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=MAX_YEAR).contains(&year) && (1..=days_in_month(year, month)?).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads `YYYY-MM-DD`, exactly. For what people type see [`super::check_expiry`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [y @ .., b'-', m1, m2, b'-', d1, d2] if y.len() == 4 => {
                let number = |digits: &[u8]| {
                    let all = digits.iter().all(u8::is_ascii_digit);
                    all.then(|| digits.iter().fold(0_u16, |sum, digit| sum.saturating_mul(10).saturating_add(u16::from(digit & 15))))
                };
                let (month, day) = (number(&[*m1, *m2])?, number(&[*d1, *d2])?);
                Self::new(number(y)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            }
            _ => None,
        }
    }

    /// The year, 1 to 9999.
    #[must_use]
    pub const fn year(self) -> u16 {
        self.year
    }

    /// The month, 1 to 12.
    #[must_use]
    pub const fn month(self) -> u8 {
        self.month
    }

    /// The day of the month, 1 to 31.
    #[must_use]
    pub const fn day(self) -> u8 {
        self.day
    }

    /// The number of the day, 1 for 0001-01-01. The days of the full years before, one more for every fourth year, one
    /// less for every hundredth, one more for every four hundredth, and then the days of this year.
    #[must_use]
    pub fn days(self) -> i32 {
        let before = i32::from(self.year).saturating_sub(1);
        let leap_days = (before / 4).saturating_sub(before / 100).saturating_add(before / 400);
        let this_year = days_before(self.year, self.month).saturating_add(u16::from(self.day));
        before.saturating_mul(365).saturating_add(leap_days).saturating_add(i32::from(this_year))
    }

    /// The day of that number, see [`Date::days`]; `None` outside of the calendar's range.
    #[must_use]
    pub fn from_days(days: i32) -> Option<Self> {
        if days < 1 {
            return None;
        }
        // No year has more than 366 days, so the guess is never too late; from it, at most some years forward.
        let mut year = u16::try_from(days.saturating_sub(1) / 366).ok()?.checked_add(1)?;
        let start = |year: u16| Self { year, month: 1, day: 1 }.days();
        while year <= MAX_YEAR && start(year.saturating_add(1)) <= days {
            year = year.saturating_add(1);
        }
        let of_year = u16::try_from(days.saturating_sub(start(year))).ok()?;
        let month = (1_u8..=12).rev().find(|&month| days_before(year, month) <= of_year)?;
        let day = of_year.saturating_sub(days_before(year, month)).saturating_add(1);
        Self::new(year, month, u8::try_from(day).ok()?)
    }

    /// So many days later, or earlier when negative; `None` outside of the calendar's range.
    #[must_use]
    pub fn plus_days(self, days: i32) -> Option<Self> {
        Self::from_days(self.days().checked_add(days)?)
    }

    /// So many months later, on the same day of the month or the last that there is; `None` after 9999-12-31.
    #[must_use]
    pub fn plus_months(self, months: u16) -> Option<Self> {
        let since_year_0 = u32::from(self.year).saturating_mul(12).saturating_add(u32::from(self.month)).saturating_sub(1);
        let then = since_year_0.saturating_add(u32::from(months));
        let (year, month) = (u16::try_from(then / 12).ok()?, u8::try_from(then % 12).ok()?.saturating_add(1));
        Self::new(year, month, self.day.min(days_in_month(year, month)?))
    }
}

const fn is_leap(year: u16) -> bool {
    year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400))
}

/// How many days of the year lie before the month, 0 for an impossible month.
fn days_before(year: u16, month: u8) -> u16 {
    let days = DAYS_BEFORE_MONTH.get(usize::from(month).saturating_sub(1)).copied().unwrap_or(0);
    if is_leap(year) && month > 2 { days.saturating_add(1) } else { days }
}

/// How many days the month has, `None` for an impossible month.
fn days_in_month(year: u16, month: u8) -> Option<u8> {
    (1..=12).contains(&month).then(|| {
        // The table's last entry stands for the month after December.
        let days = days_before(year, month.saturating_add(1)).saturating_sub(days_before(year, month));
        u8::try_from(days).unwrap_or(0)
    })
}

impl fmt::Display for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

impl fmt::Debug for Date {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

impl Serialize for Date {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_in_one_form_only() {
        let date = Date::parse("2027-05-24").unwrap();
        assert_eq!((date.year(), date.month(), date.day()), (2027, 5, 24));
        assert_eq!(format!("{date} {date:?}"), "2027-05-24 2027-05-24");
        for text in ["202-05-24", "02027-05-24", "2027-5-24", "2027-05-4", "2027/05/24", "+027-05-24", "2027-05-32", "0000-01-01", ""] {
            assert_eq!(Date::parse(text), None, "{text}");
        }
    }

    /// Every day of the calendar, one after the other, by counting alone.
    #[test]
    fn numbers_and_days_agree_over_the_whole_calendar() {
        let mut number = 0;
        for year in 1..=MAX_YEAR {
            for month in 1..=12 {
                let length = match month {
                    2 if year % 400 == 0 || (year % 4 == 0 && year % 100 != 0) => 29,
                    2 => 28,
                    4 | 6 | 9 | 11 => 30,
                    _ => 31,
                };
                for day in 1..=length {
                    number += 1;
                    let date = Date::new(year, month, day).unwrap();
                    assert_eq!(date.days(), number, "{date}");
                    if day == 1 || day == length {
                        assert_eq!(Date::from_days(number), Some(date));
                    }
                }
                assert_eq!(Date::new(year, month, length + 1), None);
                assert_eq!(Date::new(year, month, 0), None);
            }
        }
        assert_eq!(Date::from_days(number + 1), None);
        assert_eq!(Date::from_days(i32::MAX), None);
        assert_eq!(Date::from_days(0), None);
    }

    #[test]
    fn months_are_added_without_overflow() {
        let date = |text| Date::parse(text).unwrap();
        assert_eq!(date("2026-01-31").plus_months(1), Some(date("2026-02-28")));
        assert_eq!(date("2026-12-15").plus_months(0), Some(date("2026-12-15")));
        assert_eq!(date("2026-12-15").plus_months(1), Some(date("2027-01-15")));
        assert_eq!(date("9999-12-01").plus_months(1), None);
        assert_eq!(date("9999-12-01").plus_months(u16::MAX), None);
    }
}
