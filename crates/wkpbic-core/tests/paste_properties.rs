//! What holds for every pasted text, whatever is in it.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::indexing_slicing, clippy::string_slice, clippy::arithmetic_side_effects, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::domain::is_email;
use wkpbic_core::guid::is_guid;
use wkpbic_core::limits::MAX_PASTE_BYTES;
use wkpbic_core::paste::{BLOCK_BEGIN, BLOCK_END, Confidence, Pasted, PastedField, read_pasted};
use wkpbic_core::tenant::is_guid_or_domain;

const SECRET: &str = "Xy48Q~tN3vKp0sLw7uRzEa5cJmBdHf2gYq1iTo9x";

/// Pieces that texts of this kind are made of, and some that they should not be made of.
const PIECES: &[&str] = &[
    "Application (client) ID",
    "Directory (tenant) ID",
    "Object ID",
    "Secret ID",
    "Value",
    "Expires",
    "Description",
    "client_secret",
    "password",
    "appId",
    "\"id\"",
    "Tenant",
    "User",
    "From",
    "クライアント ID",
    "معرف التطبيق",
    "redirectUris",
    "cloud",
    ": ",
    " = ",
    "=",
    "\n",
    "\r\n",
    "\t",
    " | ",
    ", ",
    "; ",
    "\"",
    "'",
    "> ",
    "{",
    "}",
    "[",
    "]",
    "(",
    ")",
    "<td>",
    "\\",
    "\\u0041",
    "%7E",
    "&",
    "?",
    "***********",
    "  ",
    "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846",
    "8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9",
    "d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b",
    SECRET,
    "Ab1+cD2/eF3=gH4-iJ5?kL6",
    "merchant@contoso.example",
    "@",
    "Q~",
    "contoso.onmicrosoft.com",
    "common",
    "2028-11-24",
    "03/04/2027",
    "24. 11. 2028",
    "Nov 24, 2028",
    "https://login.microsoftonline.com/",
    "https://login.microsoftonline.us/",
    "api.high.powerbigov.us",
    "https://shop.example/cb",
    "-----BEGIN WKPBIC SETUP-----\n",
    "\n-----END WKPBIC SETUP-----",
    "é",
    "😀",
    "\u{200b}",
    "\0",
    "\u{202e}",
    "é",
    "値",
];

fn texts() -> impl Strategy<Value = String> {
    let piece =
        prop_oneof![4 => proptest::sample::select(PIECES).prop_map(str::to_owned), 1 => "\\PC{0,12}", 1 => "[a-zA-Z0-9_~.@ -]{0,24}"];
    proptest::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

/// What every answer keeps to.
fn check(text: &str, pasted: &Pasted) {
    let characters: Vec<char> = text.chars().collect();
    let at = |start: u32, end: u32| -> String {
        assert!(start < end, "{start} {end}");
        characters[start as usize..end as usize].iter().collect()
    };
    let escaped = |value: &str, there: &str| value == there || there.contains(['\\', '%']);
    let fits = |field: PastedField, value: &str, there: &str| match field {
        PastedField::ClientId => is_guid(value) && value == there,
        PastedField::TenantId => is_guid_or_domain(value) && value == there,
        PastedField::ClientSecret => !is_guid(value) && escaped(value, there),
        PastedField::Username => is_email(value) && escaped(value, there),
        PastedField::ClientSecretExpiresOn => {
            value.len() == 10 && value.starts_with("20") && there.contains(|digit: char| digit.is_ascii_digit())
        }
        PastedField::Cloud => wkpbic_core::cloud::Cloud::parse(value).is_some(),
    };
    for found in &pasted.found {
        assert!(fits(found.field, found.value.reveal(), &at(found.start, found.end)), "{text:?}: {found:?}");
    }
    for asked in &pasted.ambiguous {
        assert!(!asked.field_candidates.is_empty());
        let there = at(asked.start, asked.end);
        if let Some(value) = &asked.value {
            assert!(asked.field_candidates.iter().all(|&field| fits(field, value.reveal(), &there)), "{text:?}: {asked:?}");
        }
    }
    let fields: Vec<PastedField> = pasted.found.iter().map(|found| found.field).collect();
    assert!(fields.windows(2).all(|pair| pair[0] < pair[1]), "{text:?}: {fields:?}");
    assert!(pasted.ambiguous.len() <= 8 * PastedField::ALL.len() && pasted.redirect_uris.len() <= 32 && pasted.notes.len() <= 32);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn positions_point_at_values(text in texts()) {
        check(&text, &read_pasted(&text));
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,400}") {
        check(&text, &read_pasted(&text));
    }

    #[test]
    fn any_scalar_values_get_an_answer(characters in proptest::collection::vec(any::<char>(), 0..200)) {
        let text: String = characters.into_iter().collect();
        check(&text, &read_pasted(&text));
    }

    #[test]
    fn debug_output_holds_no_secret(text in texts()) {
        let pasted = read_pasted(&format!("{text}\nClient secret: {SECRET}\n"));
        let printed = format!("{pasted:?}");
        prop_assert!(!printed.contains(SECRET) && !printed.contains("Ab1+cD2"), "{printed}");
    }

    /// What a label does not name is not certain, in whatever surroundings.
    #[test]
    fn a_secret_without_a_label_is_never_certain(before in "[ a-d\\n\\t,;()]{0,40}", after in "[ a-d\\n\\t,;()]{0,40}") {
        let pasted = read_pasted(&format!("{before} {SECRET} {after}"));
        for found in pasted.found.iter().filter(|found| found.field == PastedField::ClientSecret) {
            prop_assert_ne!(found.confidence, Confidence::Certain);
        }
    }

    /// A Secret ID is no client ID, wherever the line stands.
    #[test]
    fn a_labelled_secret_id_is_never_a_client_id(name in proptest::sample::select(vec!["Secret ID", "keyId", "Geheime ID", "ID de secret", "シークレット ID", "Object ID", "Objekt-ID"]), text in "[a-z \\n]{0,60}") {
        let guid = "d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b";
        let pasted = read_pasted(&format!("{text}\n{name}: {guid}\n{text}"));
        prop_assert!(pasted.found.iter().all(|found| found.value.reveal() != guid));
        prop_assert!(!pasted.notes.is_empty());
    }

    /// The script prints a block, and this reads the same values back.
    #[test]
    fn a_block_reads_back(secret in "[!-~]{1,64}", local in "[a-z][a-z0-9]{0,20}", year in 2000_u16..2100, month in 1_u8..13, day in 1_u8..29, prefix in proptest::sample::select(vec!["", "> ", "  ", ">> "])) {
        prop_assume!(!is_guid(&secret));
        let expires = format!("{year:04}-{month:02}-{day:02}");
        let username = format!("{local}@contoso.example");
        let lines = [
            BLOCK_BEGIN.to_owned(), "client_id=3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846".to_owned(), "tenant_id=contoso.example".to_owned(),
            format!("client_secret={secret}"), format!("client_secret_expires_on={expires}"), format!("username={username}"), "cloud=china".to_owned(),
            BLOCK_END.to_owned(),
        ];
        let text: String = lines.iter().map(|line| format!("{prefix}{line}\r\n")).collect();
        let pasted = read_pasted(&text);
        let values: Vec<&str> = pasted.found.iter().map(|found| found.value.reveal()).collect();
        prop_assert_eq!(values, ["3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846", "contoso.example", &secret, &username, &expires, "china"]);
        prop_assert!(pasted.found.iter().all(|found| found.confidence == Confidence::Certain && found.why == "block"));
        prop_assert!(pasted.notes.is_empty() && pasted.ambiguous.is_empty());
    }
}

/// An address in the list of redirect URIs can carry a secret as well.
#[test]
fn debug_output_holds_no_secret_of_an_address() {
    let pasted = read_pasted(&format!("Redirect URI: https://shop.example/cb?client_secret={SECRET}\n"));
    assert_eq!(pasted.redirect_uris.len(), 1);
    assert!(!format!("{pasted:?}").contains(SECRET));
}

/// Texts at the limit, made to keep a careless reader busy. Quadratic reading would take minutes.
#[test]
fn hostile_texts_at_the_limit_get_an_answer() {
    let limit = MAX_PASTE_BYTES as usize;
    for piece in PIECES.iter().copied().chain([
        "id ",
        "client ",
        "(a)",
        "a@",
        "@@",
        "Q~Q~",
        "1/",
        "{\"redirectUris\":[",
        "Secret: ",
        "Value\n",
        "Value Expires\n1 ",
        "Client ID\tTenant ID\t",
        "<",
        "é\u{301}",
    ]) {
        let text = piece.repeat(limit / piece.len());
        check(&text, &read_pasted(&text));
        assert!(
            read_pasted(&format!("{text}{}", "x".repeat(limit - text.len() + 1)))
                .notes
                .iter()
                .any(|note| note.code_text() == "pasted_too_long")
        );
    }
}
