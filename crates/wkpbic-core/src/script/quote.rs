//! One way to write a text into each language, so that it stays one text there whatever it holds.

/// A word of bash that stands for exactly this text.
///
/// Single quotes take everything literally (Bash Reference Manual, "Single Quotes"). A quote ends them, stands escaped
/// and begins them again; `!` is written by its number, since an interactive bash expands it before it looks at quotes
/// that began on an earlier line ("History Interaction").
#[must_use]
pub(super) fn bash(text: &str) -> String {
    enclosed(text, |character, out| match character {
        '\'' => out.push_str(r"'\''"),
        '!' => out.push_str(r"'$'\041''"),
        other => out.push(other),
    })
}

/// A PowerShell expression that is exactly this text.
///
/// In single quotes only the quote is special and is doubled; the typographic single quotes U+2018 to U+201B count as
/// quotes too (about_Quoting_Rules).
#[must_use]
pub(super) fn power_shell(text: &str) -> String {
    enclosed(text, |character, out| {
        if matches!(character, '\'' | '\u{2018}'..='\u{201B}') {
            out.push(character);
        }
        out.push(character);
    })
}

/// A JSON string (RFC 8259 section 7). Control characters, line separators and `!` go by number: the first must, the
/// second may end a line of script, the third see [`bash`].
#[must_use]
pub(super) fn json(text: &str) -> String {
    let mut out = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => out.extend(['\\', character]),
            '!' | '\u{2028}' | '\u{2029}' | '\u{7F}'..='\u{9F}' | '\0'..='\u{1F}' => {
                out.push_str("\\u");
                for shift in [12_u32, 8, 4, 0] {
                    out.extend(char::from_digit((u32::from(character) >> shift) & 15, 16));
                }
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

/// A string in an OData filter: a quote inside is doubled (OData 4.01 URL Conventions, section 5.1.1.14.1).
#[must_use]
pub(super) fn odata(text: &str) -> String {
    enclosed(text, |character, out| {
        if character == '\'' {
            out.push(character);
        }
        out.push(character);
    })
}

fn enclosed(text: &str, add: impl Fn(char, &mut String)) -> String {
    let mut out = String::from('\'');
    for character in text.chars() {
        add(character, &mut out);
    }
    out.push('\'');
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_of_each_language() {
        let name = "Joe's \u{2019}\u{2018} \"$(x)\" `y` \\ 100%!";
        assert_eq!(bash(name), "'Joe'\\''s \u{2019}\u{2018} \"$(x)\" `y` \\ 100%'$'\\041'''");
        assert_eq!(power_shell(name), "'Joe''s \u{2019}\u{2019}\u{2018}\u{2018} \"$(x)\" `y` \\ 100%!'");
        assert_eq!(json(name), "\"Joe's \u{2019}\u{2018} \\\"$(x)\\\" `y` \\\\ 100%\\u0021\"");
        assert_eq!(odata(name), "'Joe''s \u{2019}\u{2018} \"$(x)\" `y` \\ 100%!'");
        assert_eq!(json("a\u{2028}\0\u{1f}\u{85}😀"), "\"a\\u2028\\u0000\\u001f\\u0085😀\"");
        assert_eq!((bash(""), power_shell(""), json(""), odata("")), ("''".into(), "''".into(), "\"\"".into(), "''".into()));
    }
}
