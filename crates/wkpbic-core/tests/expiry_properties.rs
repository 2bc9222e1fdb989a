//! What holds for every day, every typed date and every calendar file.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::expiry::{Calendar, Date, REMINDER_DAYS, Stage, Stamp, check_expiry, days_left, reminder_dates};
use wkpbic_core::verdict::Level;

const LAST_DAY: i32 = 3_652_059;

fn day() -> impl Strategy<Value = Date> {
    (1..=LAST_DAY).prop_map(|number| Date::from_days(number).unwrap())
}

fn near() -> impl Strategy<Value = Date> {
    (739_000..741_000).prop_map(|number| Date::from_days(number).unwrap())
}

/// Text made of what dates are made of, and anything.
fn datish() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[0-9]{1,4}",
        proptest::sample::select(vec![
            "-", "/", ".", ",", " ", ":", "T", "Z", "May", "Sept", "Mon", "th", "AM", "+02:00", "\u{200b}", "\u{202f}", "５"
        ])
        .prop_map(str::to_owned),
    ];
    prop_oneof![proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat()), any::<String>()]
}

proptest! {
    #[test]
    fn a_day_survives_its_number_and_its_text(date in day()) {
        prop_assert_eq!(Date::from_days(date.days()), Some(date));
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        prop_assert_eq!(Date::new(date.year(), date.month(), date.day()), Some(date));
    }

    #[test]
    fn days_are_added_as_they_are_counted(date in day(), days in any::<i32>()) {
        match date.plus_days(days) {
            Some(later) => prop_assert_eq!(days_left(date, later).days_left, days),
            None => prop_assert!(date.days().checked_add(days).is_none_or(|number| !(1..=LAST_DAY).contains(&number))),
        }
    }

    #[test]
    fn months_keep_the_day_or_take_the_last(date in day(), months in 0_u16..600) {
        if let Some(later) = date.plus_months(months) {
            let total = |date: Date| u32::from(date.year()) * 12 + u32::from(date.month());
            prop_assert_eq!(total(later), total(date) + u32::from(months));
            prop_assert!(later.day() == date.day() || (later.day() < date.day() && later.plus_days(1).is_none_or(|next| next.day() == 1)));
        }
    }

    #[test]
    fn a_stage_is_the_next_reminder(today in near(), days in -100_i32..100) {
        let left = days_left(today, today.plus_days(days).unwrap());
        let wanted = match left.days_left {
            ..0 => Stage::Expired,
            0 => Stage::Today,
            days => REMINDER_DAYS.iter().copied().filter(|due| days <= i32::from(*due)).min().map_or(Stage::Fine, Stage::Within),
        };
        prop_assert_eq!(left.stage, wanted);
    }

    #[test]
    fn reminders_lie_where_they_say(expires_on in day()) {
        let reminders = reminder_dates(expires_on);
        prop_assert!(reminders.iter().all(|reminder| days_left(reminder.date, expires_on).days_left == i32::from(reminder.days_before)));
        prop_assert!(reminders.windows(2).all(|pair| matches!(pair, [a, b] if a.date < b.date)));
    }

    /// Any text: no panic; a date exactly where the level allows one; an answer that does not depend on blanks around.
    #[test]
    fn any_text_is_read_or_refused(text in datish(), today in near()) {
        let check = check_expiry(&text, today);
        let past = check.verdict.code_text() == "expiry_date_past";
        let missing = check.verdict.code_text() == "expiry_date_missing";
        prop_assert!(past || check.date.is_none() == (check.verdict.is_error() || missing));
        let padded = check_expiry(&format!(" \u{feff}{text}\n"), today);
        prop_assert_eq!(padded.date, check.date);
        if let Some(date) = check.date {
            // What was read is read again from its plain form, with the same opinion.
            let again = check_expiry(&date.to_string(), today);
            prop_assert_eq!(again.date, Some(date));
            prop_assert_eq!(again.verdict.level.max(Level::Hint), check.verdict.level.max(Level::Hint));
        }
    }

    #[test]
    fn every_day_is_read_in_every_unambiguous_form(date in day(), today in near()) {
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = months.get(usize::from(date.month()) - 1).unwrap();
        let (y, d) = (date.year(), date.day());
        for text in [format!("{date}"), format!("{d} {month} {y:04}"), format!("{month} {d}, {y:04}"), format!("{date}T00:00:00Z"), format!("{y:04}/{}/{d}", date.month())] {
            prop_assert_eq!(check_expiry(&text, today).date, Some(date), "{}", text);
        }
        for text in [format!("{d}/{}/{y:04}", date.month()), format!("{}/{d}/{y:04}", date.month())] {
            let check = check_expiry(&text, today);
            match check.date {
                Some(found) => prop_assert_eq!(found, date),
                None => prop_assert!(d <= 12 && matches!(check.verdict.code_text(), "expiry_date_ambiguous" | "expiry_date_past")),
            }
        }
    }

    #[test]
    fn a_hidden_character_stands_where_it_is_said(before in "[0-9/]{0,8}", after in "[0-9/]{1,8}", hidden in proptest::sample::select(vec!['\u{200b}', '\u{200e}', '\0', '\u{ad}'])) {
        prop_assume!(!before.is_empty());
        let text = format!("  {before}{hidden}{after}");
        let check = check_expiry(&text, Date::parse("2026-11-24").unwrap());
        prop_assert_eq!(check.verdict.code_text(), "hidden_character");
        let position = serde_json::to_value(&check.verdict).unwrap()["params"]["position"].as_u64().unwrap();
        prop_assert_eq!(text.chars().nth(usize::try_from(position).unwrap() - 1), Some(hidden));
    }

    #[test]
    fn a_stamp_is_taken_or_refused(text in prop_oneof!["[0-9TZ]{14,17}", any::<String>()]) {
        if let Some(stamp) = Stamp::parse(&text) {
            prop_assert_eq!(stamp.as_str(), text.as_str());
            prop_assert!(text.len() == 16 && text.ends_with('Z'));
        }
    }

    /// Unfolded and unescaped, the texts are what they were, and nothing else has come in.
    #[test]
    fn a_calendar_keeps_its_texts(
        expires_on in day(),
        summary in prop_oneof![any::<String>(), "[,;\\\\\n😀ä]{0,120}"],
        description in any::<String>(),
        domain in any::<String>(),
        url in proptest::option::of(prop_oneof![any::<String>(), "https://[a-z]{1,9}\\.example/.{0,99}"]),
    ) {
        let stamp = Stamp::parse("20261124T053000Z").unwrap();
        let text = Calendar { expires_on, stamp: &stamp, domain: &domain, uid: None, summary: &summary, description: &description, url: url.as_deref() }.text();
        prop_assert!(text.len() < 4 * (6 * summary.len() + description.len() + domain.len() + 3 * url.map_or(0, |url| url.len())) + 2000);
        prop_assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(|character: char| character.is_control()));
        prop_assert!(text.split("\r\n").all(|line| line.len() <= 75));
        let unfolded = text.replace("\r\n ", "");
        let lines: Vec<&str> = unfolded.trim_end_matches("\r\n").split("\r\n").collect();
        let plain = |text: &str| {
            let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
            text.chars().map(|character| if character.is_control() && character != '\n' { ' ' } else { character }).collect::<String>()
        };
        let unescaped = |value: &str| {
            let mut out = String::new();
            let mut characters = value.chars();
            while let Some(character) = characters.next() {
                match (character, if character == '\\' { characters.next() } else { None }) {
                    ('\\', Some('n')) => out.push('\n'),
                    ('\\', Some(escaped)) => out.push(escaped),
                    (other, _) => out.push(other),
                }
            }
            out
        };
        let values = |name: &str| lines.iter().filter_map(|line| line.strip_prefix(name)).map(unescaped).collect::<Vec<_>>();
        prop_assert_eq!(values("SUMMARY:"), [plain(&summary)]);
        prop_assert_eq!(values("DESCRIPTION:").len(), if description.is_empty() { 5 } else { 6 });
        if !description.is_empty() {
            prop_assert_eq!(values("DESCRIPTION:").into_iter().next(), Some(plain(&description)));
        }
        prop_assert_eq!(values("BEGIN:"), ["VCALENDAR", "VEVENT", "VALARM", "VALARM", "VALARM", "VALARM", "VALARM"]);
        prop_assert_eq!(values("END:").len(), 7);
        let end = format!("@{}", plain(&domain));
        prop_assert!(values("UID:").concat().ends_with(&end));
    }
}
