//! The calendar file with the day of expiry and its reminders (RFC 5545).

use super::{Date, REMINDER_DAYS};

/// Most octets of a line without its line break (RFC 5545 section 3.1).
const MAX_LINE_OCTETS: usize = 75;

/// A moment in UTC as calendars write it: `YYYYMMDDTHHMMSSZ` (RFC 5545 section 3.3.5, form 2).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp(String);

impl Stamp {
    /// Takes a moment that exists; a leap second counts as one. `None` for anything else.
    ///
    /// ```
    /// use wkpbic_core::expiry::Stamp;
    ///
    /// assert!(Stamp::parse("20261124T053000Z").is_some());
    /// assert!(Stamp::parse("20261324T053000Z").is_none());
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (date, time) = text.strip_suffix('Z')?.split_once('T')?;
        let digits = |text: &str, length| text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(date, 8) || !digits(time, 6) {
            return None;
        }
        let number = |text: Option<&str>| text.and_then(|text| text.parse::<u8>().ok());
        Date::new(date.get(..4)?.parse().ok()?, number(date.get(4..6))?, number(date.get(6..))?)?;
        let possible = number(time.get(..2))? < 24 && number(time.get(2..4))? < 60 && number(time.get(4..))? <= 60;
        possible.then(|| Self(text.to_owned()))
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// What a calendar file is made of. The words come translated from outside; this crate has none. Never put a secret in.
#[derive(Clone, Copy, Debug)]
pub struct Calendar<'a> {
    /// The day of expiry.
    pub expires_on: Date,
    /// When the file is made.
    pub stamp: &'a Stamp,
    /// The site's host name; part of the identifier when there is no `uid`.
    pub domain: &'a str,
    /// The event's identifier. The same one again moves the event instead of adding another, so give the same for the
    /// successor of a secret; without one, domain and date make it.
    pub uid: Option<&'a str>,
    /// The event's title.
    pub summary: &'a str,
    /// What to do about it; may have several lines.
    pub description: &'a str,
    /// Where to do it. Left out unless it begins with `https://` or `http://` and has only characters of RFC 3986.
    pub url: Option<&'a str>,
}

impl Calendar<'_> {
    /// The file's text: one event of a whole day, which does not block the day, with a reminder 60, 30, 14, 7 and 1 days
    /// before. Lines end in CRLF and have at most 75 octets, folded between characters. Line breaks inside of texts
    /// become `\n`, other control characters a blank. The length grows linearly with the texts, at most fourfold.
    ///
    /// ```
    /// use wkpbic_core::expiry::{Calendar, Date, Stamp};
    ///
    /// let text = Calendar {
    ///     expires_on: Date::parse("2027-05-24").unwrap(),
    ///     stamp: &Stamp::parse("20261124T053000Z").unwrap(),
    ///     domain: "shop.example",
    ///     uid: None,
    ///     summary: "Client secret expires",
    ///     description: "",
    ///     url: None,
    /// }
    /// .text();
    /// assert!(text.contains("\r\nDTSTART;VALUE=DATE:20270524\r\n"));
    /// assert!(text.contains("\r\nUID:client-secret-20270524@shop.example\r\n"));
    /// ```
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Lines(String::new());
        let basic = |date: Date| date.to_string().replace('-', "");
        let day = basic(self.expires_on);
        lines.raw("BEGIN", "VCALENDAR");
        lines.raw("VERSION", "2.0");
        lines.raw("PRODID", "-//WooCommerce Power BI Connector//Secret expiry//EN");
        lines.raw("BEGIN", "VEVENT");
        match self.uid.filter(|uid| !uid.trim().is_empty()) {
            Some(uid) => lines.text("UID", uid),
            None => lines.text("UID", &format!("client-secret-{day}@{}", self.domain)),
        }
        lines.raw("DTSTAMP", self.stamp.as_str());
        lines.raw("DTSTART;VALUE=DATE", &day);
        if let Some(next) = self.expires_on.plus_days(1) {
            lines.raw("DTEND;VALUE=DATE", &basic(next));
        }
        lines.text("SUMMARY", self.summary);
        if !self.description.is_empty() {
            lines.text("DESCRIPTION", self.description);
        }
        if let Some(url) = self.url.filter(|url| is_web_address(url)) {
            lines.raw("URL", url);
        }
        lines.raw("TRANSP", "TRANSPARENT");
        for days in REMINDER_DAYS {
            lines.raw("BEGIN", "VALARM");
            lines.raw("ACTION", "DISPLAY");
            lines.text("DESCRIPTION", self.summary);
            lines.raw("TRIGGER", &format!("-P{days}D"));
            lines.raw("END", "VALARM");
        }
        lines.raw("END", "VEVENT");
        lines.raw("END", "VCALENDAR");
        lines.0
    }
}

fn is_web_address(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    let of_address = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte);
    rest.is_some_and(|rest| !rest.is_empty() && rest.bytes().all(of_address))
}

/// Content lines in the making.
struct Lines(String);

impl Lines {
    /// A line whose value needs no escaping.
    fn raw(&mut self, name: &str, value: &str) {
        let mut octets = 0_usize;
        for character in name.chars().chain([':']).chain(value.chars()) {
            if octets.saturating_add(character.len_utf8()) > MAX_LINE_OCTETS {
                // The blank that continues a line counts as one of its octets.
                self.0.push_str("\r\n ");
                octets = 1;
            }
            self.0.push(character);
            octets = octets.saturating_add(character.len_utf8());
        }
        self.0.push_str("\r\n");
    }

    /// A line whose value is TEXT (RFC 5545 section 3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut escaped = String::new();
        let mut characters = value.chars().peekable();
        while let Some(character) = characters.next() {
            match character {
                '\\' | ',' | ';' => escaped.extend(['\\', character]),
                '\r' => {
                    let _ = characters.next_if_eq(&'\n');
                    escaped.push_str("\\n");
                }
                '\n' | '\u{2028}' | '\u{2029}' => escaped.push_str("\\n"),
                control if control.is_control() => escaped.push(' '),
                other => escaped.push(other),
            }
        }
        self.raw(name, &escaped);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stamp_is_a_moment_of_the_calendar_and_the_clock() {
        for moment in ["20261124T000000Z", "20261124T235959Z", "20261231T235960Z", "20240229T120000Z"] {
            assert_eq!(Stamp::parse(moment).unwrap().as_str(), moment);
        }
        let none = [
            "20261124T240000Z",
            "20261124T236000Z",
            "20261124T235961Z",
            "20261324T053000Z",
            "20260229T053000Z",
            "20261124T053000",
            "20261124053000Z",
            "2026112T053000Z",
            "20261124T05300Z",
            "202611240T053000Z",
            "20261124T0530000Z",
            // Rust reads a number with a plus sign, and a calendar does not.
            "+2021124T053000Z",
            "20261124T+5+3+0Z",
        ];
        for text in none {
            assert!(Stamp::parse(text).is_none(), "{text}");
        }
    }
}
