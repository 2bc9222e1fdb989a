//! Reads the date that somebody typed or copied, and says what is odd about it.

use serde::Serialize;

use super::{Date, PORTAL_MAX_MONTHS};
use crate::characters::{CharacterSet, code_point};
use crate::error::ErrorCode as E;
use crate::verdict::{Level, Param, Verdict};

/// Most characters of a date that is read at all; `Wednesday, 24 September 2027 11:59:59 PM +00:00` has 49.
const MAX_DATE_CHARS: usize = 64;
/// English names; the first three letters are enough.
const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
/// English names; the first three letters are enough.
const WEEKDAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// What a typed expiry date means: `{"verdict": {…}, "date": "2027-05-24"}` in JSON, `date` is null when it cannot be
/// told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ExpiryCheck {
    /// What there is to say about it.
    pub verdict: Verdict,
    /// The day, where there is exactly one reading; also when that day is over.
    pub date: Option<Date>,
}

/// How one text can be read.
enum Reading {
    One(Date),
    Two(Date, Date),
    /// It looks like a date, and the calendar has no such day.
    Impossible,
    No,
}

/// Reads a typed expiry date. Never guesses which of two numbers is the month.
///
/// Read are `2027-05-24`, also with `/` or `.` and with a time after it; day and month in numbers before the year,
/// where only one order is possible; and the month by its English name in either order, with or without a weekday.
/// Blanks and invisible characters at the ends are ignored, which a hint says. At most 64 characters, ASCII only.
///
/// Codes: `expiry_date_missing` (hint), `expiry_date_unreadable`, `expiry_date_impossible`, `expiry_date_ambiguous`
/// (`first`, `second`: both readings), `expiry_date_past` (`date`), `hidden_character`; `expiry_date_today` and
/// `expiry_date_far` (`max_months`) warn; `edge_space` hints.
///
/// ```
/// use wkpbic_core::expiry::{Date, check_expiry};
///
/// let today = Date::parse("2026-11-24").unwrap();
/// assert_eq!(check_expiry("24.5.2027", today).date, Date::parse("2027-05-24"));
/// assert_eq!(check_expiry("03/04/2027", today).verdict.code_text(), "expiry_date_ambiguous");
/// ```
#[must_use]
pub fn check_expiry(text: &str, today: Date) -> ExpiryCheck {
    let say = |level, code, params, date| ExpiryCheck { verdict: Verdict::new(level, code, params), date };
    let trimmed = text.trim_matches(|character| CharacterSet::Edge.contains(character));
    if trimmed.is_empty() {
        return say(Level::Hint, E::ExpiryDateMissing, vec![], None);
    }
    let before = text.chars().take_while(|&character| CharacterSet::Edge.contains(character)).count();
    let inside = (before.saturating_add(1)..).zip(trimmed.chars());
    if let Some((position, character)) = inside.into_iter().find(|&(_, character)| CharacterSet::Hidden.contains(character)) {
        let params = vec![("position", position.into()), ("code_point", code_point(character).into())];
        return say(Level::Error, E::HiddenCharacter, params, None);
    }
    let date = match read(trimmed) {
        Reading::One(date) => date,
        Reading::Impossible => return say(Level::Error, E::ExpiryDateImpossible, vec![], None),
        Reading::No => return say(Level::Error, E::ExpiryDateUnreadable, vec![], None),
        Reading::Two(first, second) if first < today && second < today => {
            return say(Level::Error, E::ExpiryDatePast, vec![("date", first.max(second).to_string().into())], None);
        }
        Reading::Two(first, second) => {
            let params = vec![("first", first.to_string().into()), ("second", second.to_string().into())];
            return say(Level::Error, E::ExpiryDateAmbiguous, params, None);
        }
    };
    if date < today {
        return say(Level::Error, E::ExpiryDatePast, vec![("date", date.to_string().into())], Some(date));
    }
    if date == today {
        return say(Level::Warn, E::ExpiryDateToday, vec![], Some(date));
    }
    if today.plus_months(PORTAL_MAX_MONTHS).is_some_and(|latest| date > latest) {
        return say(Level::Warn, E::ExpiryDateFar, vec![("max_months", Param::Number(PORTAL_MAX_MONTHS.into()))], Some(date));
    }
    if trimmed.len() < text.len() {
        return say(Level::Hint, E::EdgeSpace, vec![], Some(date));
    }
    ExpiryCheck { verdict: Verdict::ok(), date: Some(date) }
}

/// One piece of a date.
#[derive(Clone, Copy)]
enum Piece {
    /// One or two digits.
    Short(u8),
    /// Four digits.
    Year(u16),
    /// An English month.
    Month(u8),
    /// An English day of the week.
    Weekday,
}

fn read(text: &str) -> Reading {
    if text.chars().count() > MAX_DATE_CHARS {
        return Reading::No;
    }
    let Some(pieces) = without_time(text).and_then(pieces) else {
        return Reading::No;
    };
    let date = |year, month, day| Date::new(year, month, day).map_or(Reading::Impossible, Reading::One);
    let pieces = match pieces.as_slice() {
        [Piece::Weekday, rest @ ..] => rest,
        all => all,
    };
    match *pieces {
        [Piece::Year(year), Piece::Short(month) | Piece::Month(month), Piece::Short(day)]
        | [Piece::Short(day), Piece::Month(month), Piece::Year(year)]
        | [Piece::Month(month), Piece::Short(day), Piece::Year(year)] => date(year, month, day),
        [Piece::Short(one), Piece::Short(other), Piece::Year(year)] => match (Date::new(year, other, one), Date::new(year, one, other)) {
            (Some(day_first), Some(month_first)) if day_first != month_first => Reading::Two(day_first, month_first),
            (Some(only), _) | (None, Some(only)) => Reading::One(only),
            (None, None) => Reading::Impossible,
        },
        _ => Reading::No,
    }
}

/// The part before a time of day; `None` where something stands behind the date that is no time.
fn without_time(text: &str) -> Option<&str> {
    // RFC 3339: ten characters, then `T`.
    let (date, time) = match text.split_once(['T', 't']) {
        Some((date, time)) if Date::parse(date).is_some() => (date, time),
        _ => {
            let Some(colon) = text.find(':') else { return Some(text) };
            let (before, after) = text.split_at_checked(colon)?;
            let hour = before.trim_end_matches(|character: char| character.is_ascii_digit());
            (hour, before.get(hour.len()..).filter(|digits| !digits.is_empty()).map(|_| after)?)
        }
    };
    let of_time = |character: char| {
        character.is_ascii_digit() || ":.+-".contains(character) || "AMPZUTCGapmz".contains(character) || character.is_whitespace()
    };
    (!time.is_empty() && time.chars().all(of_time)).then_some(date)
}

/// The pieces of a date, `None` where one of them is nothing that dates are made of.
fn pieces(text: &str) -> Option<Vec<Piece>> {
    let words = text.split(|character: char| character.is_whitespace() || matches!(character, ',' | '.')).filter(|word| !word.is_empty());
    words.flat_map(|word| word.split(['-', '/'])).map(piece).collect()
}

fn piece(text: &str) -> Option<Piece> {
    let digits =
        ["st", "nd", "rd", "th"].iter().find_map(|ending| text.strip_suffix(ending)).filter(|rest| rest.len() <= 2).unwrap_or(text);
    if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return match digits.len() {
            1 | 2 => digits.parse().ok().map(Piece::Short),
            4 => digits.parse().ok().map(Piece::Year),
            _ => None,
        };
    }
    let word = text.to_ascii_lowercase();
    let named = |names: &[&str]| names.iter().position(|name| word.len() >= 3 && name.starts_with(&word));
    match named(&MONTHS) {
        Some(at) => u8::try_from(at.saturating_add(1)).ok().map(Piece::Month),
        None => named(&WEEKDAYS).map(|_| Piece::Weekday),
    }
}
