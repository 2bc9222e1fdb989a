//! Sets of characters, as inclusive ranges of Unicode scalar values. The contract carries them to PHP.

/// An inclusive range of Unicode scalar values.
pub type Range = (u32, u32);

/// White space by Unicode's `White_Space` property, which `char::is_whitespace` and PHP's `\s` do not agree on.
const SPACE: &[Range] = &[
    (0x0009, 0x000D),
    (0x0020, 0x0020),
    (0x0085, 0x0085),
    (0x00A0, 0x00A0),
    (0x1680, 0x1680),
    (0x2000, 0x200A),
    (0x2028, 0x2029),
    (0x202F, 0x202F),
    (0x205F, 0x205F),
    (0x3000, 0x3000),
];

/// What copying out of web pages, PDFs and mails leaves behind and nobody sees: controls, soft hyphen, zero-width
/// and direction marks, the byte order mark.
const HIDDEN: &[Range] = &[
    (0x0000, 0x0008),
    (0x000E, 0x001F),
    (0x007F, 0x0084),
    (0x0086, 0x009F),
    (0x00AD, 0x00AD),
    (0x034F, 0x034F),
    (0x061C, 0x061C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x180E, 0x180E),
    (0x200B, 0x200F),
    (0x202A, 0x202E),
    (0x2060, 0x206F),
    (0x3164, 0x3164),
    (0xFE00, 0xFE0F),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF0, 0xFFFB),
    (0xE0000, 0xE0FFF),
];

/// Quotes, brackets and separators that people copy along with a value.
const WRAPPING: &[Range] = &[
    (0x0022, 0x0022),
    (0x0027, 0x0027),
    (0x002C, 0x002C),
    (0x003B, 0x003C),
    (0x003E, 0x003E),
    (0x005B, 0x005B),
    (0x005D, 0x005D),
    (0x0060, 0x0060),
    (0x007B, 0x007B),
    (0x007D, 0x007D),
    (0x00AB, 0x00AB),
    (0x00BB, 0x00BB),
    (0x2018, 0x201F),
    (0x2039, 0x203A),
    (0x300C, 0x300F),
];

/// Everything beyond ASCII.
const NON_ASCII: &[Range] = &[(0x0080, 0x0010_FFFF)];

/// A named set of characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CharacterSet {
    /// Blanks of every kind, line breaks included.
    Space,
    /// Characters that have no picture.
    Hidden,
    /// Quotes, brackets, commas and semicolons.
    Wrapping,
    /// Characters beyond ASCII, among them letters that look like Latin ones.
    NonAscii,
    /// Blanks and hidden characters: what is cut from the ends of a pasted value.
    Edge,
}

impl CharacterSet {
    /// Every set, for the contract.
    pub const ALL: &'static [Self] = &[Self::Edge, Self::Hidden, Self::Space, Self::Wrapping, Self::NonAscii];

    /// The set's name in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Space => "space",
            Self::Hidden => "hidden",
            Self::Wrapping => "wrapping",
            Self::NonAscii => "non_ascii",
            Self::Edge => "edge",
        }
    }

    /// The ranges of the set.
    #[must_use]
    pub fn ranges(self) -> Vec<Range> {
        match self {
            Self::Space => SPACE.to_vec(),
            Self::Hidden => HIDDEN.to_vec(),
            Self::Wrapping => WRAPPING.to_vec(),
            Self::NonAscii => NON_ASCII.to_vec(),
            Self::Edge => [SPACE, HIDDEN].concat(),
        }
    }

    /// Whether the character belongs to the set.
    #[must_use]
    pub fn contains(self, character: char) -> bool {
        let within = |ranges: &[Range]| ranges.iter().any(|&(from, to)| (from..=to).contains(&u32::from(character)));
        match self {
            Self::Space => within(SPACE),
            Self::Hidden => within(HIDDEN),
            Self::Wrapping => within(WRAPPING),
            Self::NonAscii => !character.is_ascii(),
            Self::Edge => within(SPACE) || within(HIDDEN),
        }
    }
}

/// The character as people write about it, for example `U+200B`.
#[must_use]
pub fn code_point(character: char) -> String {
    format!("U+{:04X}", u32::from(character))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn space_is_unicode_white_space() {
        for character in char::MIN..=char::MAX {
            assert_eq!(CharacterSet::Space.contains(character), character.is_whitespace(), "{}", code_point(character));
        }
    }

    #[test]
    fn the_ranges_hold_what_the_set_contains() {
        for set in CharacterSet::ALL {
            let ranges = set.ranges();
            // Two planes have such characters; the others are as the last one here.
            for character in ('\0'..='\u{1000F}').chain('\u{DFFF0}'..='\u{E100F}') {
                let within = ranges.iter().any(|&(from, to)| (from..=to).contains(&u32::from(character)));
                assert_eq!(within, set.contains(character), "{} {}", set.as_str(), code_point(character));
            }
        }
    }

    #[test]
    fn the_contract_knows_the_sets_by_these_names() {
        let names: Vec<&str> = CharacterSet::ALL.iter().map(|set| set.as_str()).collect();
        assert_eq!(names, ["edge", "hidden", "space", "wrapping", "non_ascii"]);
    }

    #[test]
    fn every_control_character_is_space_or_hidden() {
        for character in (char::MIN..=char::MAX).filter(|c| c.is_control()) {
            assert!(CharacterSet::Edge.contains(character), "{}", code_point(character));
        }
    }

    #[test]
    fn nothing_that_belongs_in_a_value_is_hidden() {
        for character in (' '..='~').chain("äßéñ中日本語Ωя".chars()) {
            assert!(!CharacterSet::Hidden.contains(character), "{character}");
        }
    }
}
