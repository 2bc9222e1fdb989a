//! Dates as the portal, tools and people write them.

use super::letters::{folded, is_letter};

/// A calendar day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Day {
    year: u16,
    month: u16,
    day: u16,
}

impl Day {
    /// A day that exists, of the years 2000 to 2099.
    fn new(year: u16, month: u16, day: u16) -> Option<Self> {
        let leap = year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400));
        let days = match month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        ((2000..=2099).contains(&year) && (1..=12).contains(&month) && (1..=days).contains(&day)).then_some(Self { year, month, day })
    }

    /// `YYYY-MM-DD`.
    pub(super) fn iso(self) -> String {
        format!("{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// What a piece of text says about a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Date {
    /// One day, whoever reads it.
    Certain(Day),
    /// One day by the habit of writing full stops after the day.
    Likely(Day),
    /// Month first or day first: two days.
    Either(Day, Day),
    /// Looks like a date, but there is no such day, or the year has two digits.
    Unreadable,
}

/// Names of months by their first letters, in the languages that share them.
const MONTHS: &[(&str, u16)] = &[
    ("jan", 1),
    ("feb", 2),
    ("fev", 2),
    ("mar", 3),
    ("mae", 3),
    ("mrt", 3),
    ("maa", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("mai", 5),
    ("may", 5),
    ("mag", 5),
    ("maj", 5),
    ("mei", 5),
    ("jun", 6),
    ("juin", 6),
    ("giu", 6),
    ("jul", 7),
    ("juil", 7),
    ("lug", 7),
    ("aug", 8),
    ("aou", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("okt", 10),
    ("oct", 10),
    ("ott", 10),
    ("out", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("dic", 12),
    ("des", 12),
];

/// Reads a date at the beginning of the text; answers it and how many characters it takes. Looks at 40 at most.
pub(super) fn read_date(text: &[char]) -> Option<(Date, usize)> {
    let mut reader = Reader { text: text.get(..40).unwrap_or(text), at: 0 };
    let date = if reader.peek()?.is_ascii_digit() { from_digits(&mut reader) } else { from_month(&mut reader) }?;
    reader.peek().is_none_or(|next| !next.is_ascii_digit()).then_some((date, reader.at))
}

struct Reader<'a> {
    text: &'a [char],
    at: usize,
}

impl Reader<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at).copied()
    }

    fn skip(&mut self, wanted: impl Fn(char) -> bool) -> usize {
        let from = self.at;
        while self.peek().is_some_and(&wanted) {
            self.at = self.at.saturating_add(1);
        }
        self.at.saturating_sub(from)
    }

    /// A number and how many digits it has, four at most.
    fn number(&mut self) -> Option<(u16, usize)> {
        let from = self.at;
        let digits = self.skip(|character| character.is_ascii_digit());
        if digits == 0 || digits > 4 {
            return None;
        }
        let value = self
            .text
            .get(from..self.at)?
            .iter()
            .filter_map(|digit| digit.to_digit(10))
            .fold(0_u32, |sum, digit| sum.saturating_mul(10).saturating_add(digit));
        Some((u16::try_from(value).ok()?, digits))
    }

    fn month(&mut self) -> Option<u16> {
        let from = self.at;
        let letters = self.skip(is_month_letter);
        let word: String = folded(&self.text.get(from..self.at)?.iter().collect::<String>()).into_iter().collect();
        let month = MONTHS.iter().find(|(name, _)| word.starts_with(name)).map(|&(_, month)| month);
        month.filter(|_| letters <= 10)
    }
}

fn is_month_letter(character: char) -> bool {
    is_letter(character) && !character.is_ascii_digit()
}

fn certain(day: Option<Day>) -> Date {
    day.map_or(Date::Unreadable, Date::Certain)
}

/// A day of a month with a name: which one, if the year has all its digits.
fn in_year(year: u16, digits: usize, month: u16, day: u16) -> Option<Date> {
    match digits {
        4 => Some(certain(Day::new(year, month, day))),
        2 => Some(Date::Unreadable),
        _ => None,
    }
}

fn from_month(reader: &mut Reader<'_>) -> Option<Date> {
    // Most words are no months: a digit must follow soon.
    let letters = reader.text.iter().take_while(|&&character| is_month_letter(character)).count();
    if !(3..=10).contains(&letters) || !reader.text.iter().skip(letters).take(3).any(char::is_ascii_digit) {
        return None;
    }
    let month = reader.month()?;
    reader.skip(|character| matches!(character, '.' | ' ' | '\u{a0}'));
    let (day, digits) = reader.number()?;
    reader.skip(|character| character.is_ascii_lowercase());
    let between = reader.skip(|character| matches!(character, ',' | ' ' | '\u{a0}'));
    let (year, year_digits) = reader.number()?;
    if digits <= 2 && between > 0 { in_year(year, year_digits, month, day) } else { None }
}

fn from_digits(reader: &mut Reader<'_>) -> Option<Date> {
    let (first, digits) = reader.number()?;
    if digits == 3 {
        return None;
    }
    let separator = reader.peek()?;
    if matches!(separator, '-' | '/' | '.' | '年' | '년') {
        reader.at = reader.at.saturating_add(1);
    }
    reader.skip(|character| matches!(character, ' ' | '\u{a0}'));
    if is_month_letter(reader.peek()?) {
        return if digits == 4 { None } else { day_and_month_name(reader, first) };
    }
    let (second, second_digits) = reader.number()?;
    let expected = match separator {
        '年' | '년' => None,
        '-' | '/' | '.' => Some(separator),
        _ => return None,
    };
    let next = reader.peek()?;
    if second_digits > 2 || expected.map_or(!matches!(next, '月' | '월'), |expected| next != expected) {
        return None;
    }
    reader.at = reader.at.saturating_add(1);
    reader.skip(|character| matches!(character, ' ' | '\u{a0}'));
    let (third, third_digits) = reader.number()?;
    if matches!(reader.peek(), Some('日' | '일')) {
        reader.at = reader.at.saturating_add(1);
    }
    match (digits, third_digits) {
        (4, 1 | 2) => Some(certain(Day::new(first, second, third))),
        (1 | 2, 2) => Some(Date::Unreadable),
        (1 | 2, 4) => Some(day_or_month_first(separator, first, second, third)),
        _ => None,
    }
}

/// `24 Nov 2028`, `24. November 2028`, `24 de noviembre de 2028`.
fn day_and_month_name(reader: &mut Reader<'_>, day: u16) -> Option<Date> {
    let of = |reader: &mut Reader<'_>| {
        if reader.text.get(reader.at..reader.at.saturating_add(3)) == Some(&['d', 'e', ' ']) {
            reader.at = reader.at.saturating_add(3);
        }
    };
    of(reader);
    let month = reader.month()?;
    reader.skip(|character| matches!(character, '.' | ',' | '-' | '/' | ' ' | '\u{a0}'));
    of(reader);
    let (year, digits) = reader.number()?;
    in_year(year, digits, month, day)
}

/// Both numbers may be the month, unless one is above twelve. Full stops are written between day, month and year.
fn day_or_month_first(separator: char, first: u16, second: u16, year: u16) -> Date {
    let (day_first, month_first) = (Day::new(year, second, first), Day::new(year, first, second));
    match (separator, day_first, month_first) {
        ('.', Some(day), None) => Date::Certain(day),
        ('.', Some(day), Some(other)) => {
            if day == other {
                Date::Certain(day)
            } else {
                Date::Likely(day)
            }
        }
        ('.', None, _) | (_, None, None) => Date::Unreadable,
        (_, Some(one), Some(other)) if one != other => Date::Either(other, one),
        (_, Some(day), _) | (_, None, Some(day)) => Date::Certain(day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Date> {
        read_date(&text.chars().collect::<Vec<_>>()).map(|(date, _)| date)
    }

    fn day(year: u16, month: u16, day: u16) -> Day {
        Day::new(year, month, day).unwrap()
    }

    #[test]
    fn forms_that_everybody_reads_alike() {
        let wanted = Some(Date::Certain(day(2028, 11, 24)));
        for text in [
            "2028-11-24",
            "2028-11-24T05:00:00Z",
            "2028/11/24",
            "2028. 11. 24.",
            "2028年11月24日",
            "2028년 11월 24일",
            "11/24/2028",
            "24/11/2028",
            "24-11-2028",
            "24.11.2028",
            "24. 11. 2028",
            "24 Nov 2028",
            "24. November 2028",
            "Nov 24, 2028",
            "November 24th, 2028",
            "24 de noviembre de 2028",
            "24-Nov-2028",
            "24 novembre 2028",
        ] {
            assert_eq!(read(text), wanted, "{text}");
        }
        assert_eq!(read("14 juillet 2027"), Some(Date::Certain(day(2027, 7, 14))));
        assert_eq!(read("14 juin 2027"), Some(Date::Certain(day(2027, 6, 14))));
        assert_eq!(read("2028-1-5"), Some(Date::Certain(day(2028, 1, 5))));
        assert_eq!(read("04/04/2027"), Some(Date::Certain(day(2027, 4, 4))));
    }

    #[test]
    fn forms_that_need_a_question() {
        assert_eq!(read("03/04/2027"), Some(Date::Either(day(2027, 3, 4), day(2027, 4, 3))));
        assert_eq!(read("03.04.2027"), Some(Date::Likely(day(2027, 4, 3))));
        assert_eq!(read("2027-02-29"), Some(Date::Unreadable));
        assert_eq!(read("2028-02-29"), Some(Date::Certain(day(2028, 2, 29))));
        for text in ["11/24/28", "24-Nov-28", "Nov 24, 28"] {
            assert_eq!(read(text), Some(Date::Unreadable), "{text}");
        }
    }

    #[test]
    fn no_dates() {
        for text in [
            "",
            "1",
            "2028",
            "2028-11",
            "127.0.0.1",
            "market 12",
            "20281124",
            "2028-11-244",
            "1/2",
            "12 apples 2027",
            "2028--24",
            "2028-111-24",
            "Nov 24th2028",
            "Nov 2024, 2028",
            "November    24, 2028",
            "24 Nov 028",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
