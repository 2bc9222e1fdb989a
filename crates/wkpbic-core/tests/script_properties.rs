//! What holds for every script and manifest, whatever the shop is called.
//!
//! There is no PowerShell here to ask, so its scripts are read by a lexer of the rules that about_Quoting_Rules
//! documents: single-quoted strings take everything literally but a doubled quote, U+2018 to U+201B count as single and
//! U+201C to U+201E as double quotes, a backtick escapes in double quotes, and `$(` begins code inside of them.
#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "a test may fail in any way"
)]

use proptest::prelude::*;
use wkpbic_core::cloud::CLOUD_IDS;
use wkpbic_core::permission::PERMISSIONS;
use wkpbic_core::script::{
    APP_NAME, MAX_APP_NAME_UNITS, ScriptFacts, Shell, bash_script, check_script_facts, manifest, power_shell_script, script_lines,
};

const REDIRECT_URI: &str = "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3";

/// A script without the contents of its single-quoted strings, and these contents.
#[derive(Default)]
struct Lexed {
    skeleton: String,
    strings: Vec<String>,
}

const SINGLE: [char; 5] = ['\'', '\u{2018}', '\u{2019}', '\u{201A}', '\u{201B}'];
const DOUBLE: [char; 4] = ['"', '\u{201C}', '\u{201D}', '\u{201E}'];

/// Reads PowerShell up to the parenthesis that closes the code, or to the end.
fn lex(text: &mut std::iter::Peekable<std::str::Chars<'_>>, lexed: &mut Lexed, nested: bool) {
    let mut depth = 0;
    let mut word_begins = true;
    while let Some(character) = text.next() {
        let begins = std::mem::replace(&mut word_begins, " \n\t;({|,".contains(character));
        match character {
            '#' if begins => while text.next_if(|c| *c != '\n').is_some() {},
            '`' => {
                lexed.skeleton.push(character);
                lexed.skeleton.extend(text.next());
            }
            '(' => {
                depth += 1;
                lexed.skeleton.push(character);
            }
            ')' if nested && depth == 0 => return,
            ')' => {
                depth -= 1;
                lexed.skeleton.push(character);
            }
            quote if SINGLE.contains(&quote) => {
                let mut string = String::new();
                loop {
                    match text.next().expect("a string that ends") {
                        c if SINGLE.contains(&c) => match text.next_if(|next| SINGLE.contains(next)) {
                            Some(second) => string.push(second),
                            None => break,
                        },
                        c => string.push(c),
                    }
                }
                lexed.skeleton.push_str("''");
                lexed.strings.push(string);
            }
            quote if DOUBLE.contains(&quote) => {
                lexed.skeleton.push('"');
                loop {
                    match text.next().expect("a string that ends") {
                        '`' => lexed.skeleton.extend(text.next()),
                        '$' if text.next_if_eq(&'(').is_some() => lex(text, lexed, true),
                        c if DOUBLE.contains(&c) => {
                            if text.next_if(|next| DOUBLE.contains(next)).is_none() {
                                break;
                            }
                        }
                        c => lexed.skeleton.push(c),
                    }
                }
                lexed.skeleton.push('"');
            }
            other => lexed.skeleton.push(other),
        }
    }
    assert!(!nested && depth == 0, "parentheses that are closed");
}

fn lexed(script: &str) -> Lexed {
    let mut lexed = Lexed::default();
    lex(&mut script.chars().peekable(), &mut lexed, false);
    lexed
}

fn facts<'a>(name: &'a str, redirect_uri: &'a str) -> ScriptFacts<'a> {
    ScriptFacts {
        site_name: "",
        redirect_uri,
        cloud: "global",
        permissions: &["Report.Read.All"],
        secret_lifetime_months: 6,
        app_name: Some(name),
    }
}

/// The code of the script does not change with the name, and its four values are what they should be.
fn power_shell_holds(name: &str, redirect_uri: &str) {
    let plain = lexed(&power_shell_script(&facts("Shop", REDIRECT_URI)).unwrap());
    let found = lexed(&power_shell_script(&facts(name, redirect_uri)).unwrap());
    assert_eq!(found.skeleton, plain.skeleton, "{name:?}");
    assert_eq!(found.strings.len(), plain.strings.len(), "{name:?}");
    let at = |value: &str| plain.strings.iter().position(|string| string == value).unwrap();
    assert_eq!(found.strings[at("Shop")], name);
    assert_eq!(found.strings[at("displayName eq 'Shop'")], format!("displayName eq '{}'", name.replace('\'', "''")));
    assert_eq!(found.strings[at(REDIRECT_URI)], redirect_uri);
    let body = plain.strings.iter().position(|string| string.starts_with('{')).unwrap();
    let body: serde_json::Value = serde_json::from_str(&found.strings[body]).unwrap();
    assert_eq!((body["displayName"].as_str(), body["web"]["redirectUris"][0].as_str()), (Some(name), Some(redirect_uri)));
    let changed = plain.strings.iter().zip(&found.strings).filter(|(plain, found)| plain != found).count();
    assert!(changed <= 4, "{changed} strings changed");
}

#[test]
fn the_lexer_follows_the_documented_rules() {
    let lexed = lexed("$a = 'it''s ’’ “x” `n $(y)' # 'no string\n$b = \"a 'b' `\" \"\" $('in' + \"$('deep')\") c\" + ‘typo’");
    assert_eq!(lexed.strings, ["it's ’ “x” `n $(y)", "in", "deep", "typo"]);
    assert_eq!(lexed.skeleton.matches("''").count(), 4);
}

#[test]
fn hostile_names_stay_one_power_shell_string() {
    let names = [
        "Joe's",
        "'",
        "''",
        "'''",
        "’",
        "’’",
        "'’",
        "’'",
        "‘’‚‛",
        "‛; rm x; ‛",
        "'; rm x; '",
        "’; rm x; ’",
        "$(rm x)",
        "`",
        "``",
        "`'",
        "\"",
        "“; rm x; ”",
        "@'",
        "'@",
        "@\"",
        "#",
        "<#",
        "#>",
        "--%",
        "a\u{2028}b",
        "}",
        "})",
        ")",
        "§",
        "$env:PATH",
        "{0}",
    ];
    for name in names {
        power_shell_holds(name, REDIRECT_URI);
    }
    // Straight quotes and back-ticks are no part of an address; typographic quotes only warn, and end a string in PowerShell.
    power_shell_holds("Shop", "https://shop.example/joe’s“x”‚");
}

fn refused(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

fn hostile() -> impl Strategy<Value = String> {
    let marks = proptest::sample::select("'‘’‚‛\"“”„`$(){}@#;&|<>!%\\§=- ".chars().collect::<Vec<_>>());
    let character = prop_oneof![marks, any::<char>().prop_filter("refused", |character| !refused(*character))];
    proptest::collection::vec(character, 1..40).prop_map(String::from_iter)
}

proptest! {
    #[test]
    fn any_name_stays_one_power_shell_string(name in hostile()) {
        let name = name.trim();
        prop_assume!(!name.is_empty());
        power_shell_holds(name, REDIRECT_URI);
    }

    #[test]
    fn any_redirect_uri_stays_one_power_shell_string(path in "[^\\p{C}\\p{Z}#*!$'(),;]{0,60}") {
        let uri = format!("https://shop.example/{path}");
        if bash_script(&facts("Shop", &uri)).is_ok() {
            power_shell_holds("Shop", &uri);
        }
    }

    #[test]
    fn a_manifest_is_json_with_the_name_in_it(name in hostile(), cloud in proptest::sample::select(CLOUD_IDS)) {
        let name = name.trim();
        prop_assume!(!name.is_empty());
        let text = manifest(&ScriptFacts { cloud, ..facts(name, REDIRECT_URI) }).unwrap();
        let separators = ['\u{2028}', '\u{2029}'];
        prop_assert!(!text.contains(separators));
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        prop_assert_eq!(json["displayName"].as_str(), Some(name));
        prop_assert_eq!(json.get("requiredResourceAccess").is_none(), cloud == "gcc");
    }

    /// Any facts at all: a script or an error, the same answer from every function, bounded, and no panic.
    #[test]
    fn every_function_agrees_whether_there_is_a_script(
        site_name in any::<String>(),
        app_name in proptest::option::of(any::<String>()),
        redirect_uri in prop_oneof![Just(REDIRECT_URI.to_owned()), any::<String>(), "https://[a-z]{1,9}\\.example/.{0,40}"],
        cloud in prop_oneof![proptest::sample::select(CLOUD_IDS).prop_map(str::to_owned), any::<String>()],
        chosen in proptest::collection::vec(0..PERMISSIONS.len() + 1, 0..7),
        secret_lifetime_months in 0_u32..30,
    ) {
        let permissions: Vec<&str> = chosen.iter().map(|at| PERMISSIONS.get(*at).map_or("Unknown", |permission| permission.name)).collect();
        let facts = ScriptFacts { site_name: &site_name, redirect_uri: &redirect_uri, cloud: &cloud, permissions: &permissions, secret_lifetime_months, app_name: app_name.as_deref() };
        let verdict = check_script_facts(&facts);
        let scripts = [bash_script(&facts), power_shell_script(&facts), manifest(&facts)];
        for answer in &scripts {
            match answer {
                Ok(text) => prop_assert!(!verdict.is_error() && text.len() < 20_000 && text.ends_with('\n')),
                Err(error) => prop_assert_eq!(error, &verdict),
            }
        }
        for (shell, script) in [Shell::Bash, Shell::PowerShell].into_iter().zip(&scripts) {
            let lines = script_lines(&facts, shell);
            prop_assert_eq!(lines.is_err(), script.is_err());
            if let (Ok(lines), Ok(script)) = (lines, script) {
                prop_assert_eq!(lines.first().map(|line| line.first_line), Some(1));
                prop_assert_eq!(lines.last().map(|line| line.last_line as usize), Some(script.lines().count()));
                prop_assert!(lines.windows(2).all(|pair| pair[0].last_line + 1 == pair[1].first_line && pair[0].first_line <= pair[0].last_line));
            }
        }
    }

    #[test]
    fn a_name_is_cut_between_characters_and_only_when_it_must(site_name in "[^\\p{C}\\p{Z}]{1,200}") {
        let facts = ScriptFacts { site_name: &site_name, app_name: None, ..facts("", REDIRECT_URI) };
        let text = manifest(&facts).unwrap();
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        let name = json["displayName"].as_str().unwrap();
        let whole = format!("{APP_NAME} - {site_name}");
        let units = name.encode_utf16().count();
        prop_assert!(whole.starts_with(name) && units <= MAX_APP_NAME_UNITS);
        let cut = check_script_facts(&facts).code_text() == "script_name_cut";
        prop_assert_eq!(cut, whole.encode_utf16().count() > MAX_APP_NAME_UNITS);
        prop_assert_eq!(cut, name != whole);
    }
}

/// The parts of a script begin where they say: at the comment with their number.
#[test]
fn parts_begin_at_their_comments() {
    for (shell, script) in [
        (Shell::Bash, bash_script(&facts("Shop", REDIRECT_URI)).unwrap()),
        (Shell::PowerShell, power_shell_script(&facts("Shop", REDIRECT_URI)).unwrap()),
    ] {
        let lines: Vec<&str> = script.lines().collect();
        let parts = script_lines(&facts("Shop", REDIRECT_URI), shell).unwrap();
        assert_eq!(parts.len(), 8);
        for (number, part) in (1..).zip(parts) {
            let within = &lines[part.first_line as usize - 1..part.last_line as usize];
            assert_eq!(
                within.iter().filter(|line| line.trim().starts_with(&format!("# {number}. "))).count(),
                1,
                "{shell:?} part {number}"
            );
        }
        // Beside the name, a script is ASCII: nothing depends on the terminal's encoding.
        assert!(script.is_ascii());
    }
}
