//! Letters made comparable: lower case, without accents, from the full-width forms, so that one spelling in the label
//! table stands for every way in which pages, terminals and mails write it.

use crate::characters::CharacterSet;

/// What a character is to the label finder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// A letter or digit, folded.
    Letter(char),
    /// Neither seen nor meant: zero-width characters, combining accents, vowel points.
    Skipped,
    /// Everything between words.
    Mark,
}

/// U+00C0 to U+017F without accents; a full stop where there is no letter.
const LATIN: &[u8] = b"aaaaaaaceeeeiiiidnooooo.ouuuuypsaaaaaaaceeeeiiiidnooooo.ouuuuypy\
aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// Classifies a character.
pub(super) fn class(character: char) -> Class {
    let code = u32::from(character);
    match code {
        0..=0x7F if character.is_ascii_alphanumeric() => Class::Letter(character.to_ascii_lowercase()),
        0x20..=0x7E => Class::Mark,
        0xC0..=0x17F => match LATIN.get(code.wrapping_sub(0xC0) as usize) {
            Some(b'.') | None => Class::Mark,
            Some(&letter) => Class::Letter(char::from(letter)),
        },
        0x300..=0x34E | 0x350..=0x36F | 0x591..=0x5C7 | 0x640 | 0x64B..=0x65F | 0x670 => Class::Skipped,
        _ if CharacterSet::Hidden.contains(character) => Class::Skipped,
        _ if code < 0xC0 || CharacterSet::Space.contains(character) => Class::Mark,
        0x60C | 0x61B | 0x61F | 0x6D4 | 0x2000..=0x2BFF | 0x3000..=0x3004 | 0x3008..=0x3020 | 0x30FB => Class::Mark,
        0xE000..=0xF8FF | 0xFE30..=0xFE6F | 0xFF00..=0xFF0F | 0xFF1A..=0xFF20 | 0xFF3B..=0xFF40 | 0xFF5B..=0xFF65 | 0x1_F000.. => {
            Class::Mark
        }
        _ => Class::Letter(fold(code, character)),
    }
}

fn fold(code: u32, character: char) -> char {
    let moved = |by: u32| char::from_u32(code.wrapping_add(by)).unwrap_or(character);
    match code {
        0x218 | 0x219 => 's',
        0x21A | 0x21B => 't',
        0x386 | 0x3AC => 'α',
        0x388 | 0x3AD => 'ε',
        0x389 | 0x3AE => 'η',
        0x38A | 0x390 | 0x3AA | 0x3AF | 0x3CA => 'ι',
        0x38C | 0x3CC => 'ο',
        0x38E | 0x3AB | 0x3B0 | 0x3CB | 0x3CD => 'υ',
        0x38F | 0x3CE => 'ω',
        0x3C2 => 'σ',
        0x391..=0x3A9 => moved(0x20),
        0x401 | 0x451 => 'е',
        0x407 | 0x457 => 'і',
        0x419 | 0x439 => 'и',
        0x490 | 0x491 => 'ґ',
        0x400..=0x40F => moved(0x50),
        0x410..=0x42F => moved(0x20),
        0x622 | 0x623 | 0x625 => 'ا',
        0x629 => 'ه',
        0x649 => 'ي',
        // Full-width digits and letters.
        0xFF10..=0xFF19 | 0xFF21..=0xFF3A | 0xFF41..=0xFF5A => {
            char::from_u32(code.wrapping_sub(0xFEE0)).map_or(character, |plain| plain.to_ascii_lowercase())
        }
        _ => character,
    }
}

/// Whether the character is a letter or digit of any script.
pub(super) fn is_letter(character: char) -> bool {
    matches!(class(character), Class::Letter(_))
}

/// A text with nothing left but its folded letters and digits.
pub(super) fn folded(text: &str) -> Vec<char> {
    text.chars()
        .filter_map(|character| match class(character) {
            Class::Letter(letter) => Some(letter),
            _ => None,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fold_text(text: &str) -> String {
        folded(text).into_iter().collect()
    }

    #[test]
    fn case_accents_and_width_make_no_difference() {
        assert_eq!(LATIN.len(), 0x180 - 0xC0);
        assert_eq!(fold_text("Valeur ÉCHÉANCE æŁßİı"), "valeurecheancealsii");
        assert_eq!(fold_text("e\u{301}"), fold_text("é"));
        assert_eq!(fold_text("ΑΝΑΓΝΩΡΙΣΤΙΚΌ Πελάτης"), fold_text("αναγνωριστικο πελατησ"));
        assert_eq!(fold_text("ИДЕНТИФИКАТОР каталога Ёй Її"), "идентификаторкаталогаеиіі");
        assert_eq!(fold_text("クライアント（ＩＤ）"), "クライアントid");
        assert_eq!(fold_text("مُعَرِّف"), "معرف");
        assert_eq!(fold_text("\u{200b}Client\u{a0}ID\u{e000}"), "clientid");
    }

    /// Each letter that has a row of its own, in every form in which pages and keyboards write it.
    #[test]
    fn one_letter_in_all_its_forms() {
        for (forms, letter) in [
            ("ȘșŞş", "s"),
            ("ȚțŢţ", "t"),
            ("ΆάΑα", "α"),
            ("ΈέΕε", "ε"),
            ("ΉήΗη", "η"),
            ("ΊΐΪίϊΙι", "ι"),
            ("ΌόΟο", "ο"),
            ("ΎΫΰύϋΥυ", "υ"),
            ("ΏώΩω", "ω"),
            ("ςΣσ", "σ"),
            ("ЁёЕе", "е"),
            ("ЇїІі", "і"),
            ("ЙйИи", "и"),
            ("Ґґ", "ґ"),
            ("آأإا", "ا"),
            ("ةه", "ه"),
            ("ىي", "ي"),
        ] {
            assert_eq!(fold_text(forms), letter.repeat(forms.chars().count()), "{forms}");
        }
    }

    #[test]
    fn marks_are_no_letters() {
        for mark in " \t\n:=«»“”„・：＝「」【】…•→×÷😀\u{2028}".chars() {
            assert_eq!(class(mark), Class::Mark, "{mark:?}");
        }
    }
}
