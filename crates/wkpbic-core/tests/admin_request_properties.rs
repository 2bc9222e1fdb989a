//! What holds for every mail link and every request to an administrator.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::unwrap_used, clippy::panic, clippy::arithmetic_side_effects, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::admin_request::{AdminRequestFacts, admin_request, mailto_url};
use wkpbic_core::cloud::CLOUDS;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::guid::ClientId;
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

const CLIENT_ID: &str = "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846";
const TENANT_ID: &str = "8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9";

/// RFC 3986 section 2.1, by hand.
fn decoded(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        if byte == b'%' {
            let digits = [rest.next().unwrap(), rest.next().unwrap()];
            bytes.push(u8::from_str_radix(std::str::from_utf8(&digits).unwrap(), 16).unwrap());
        } else {
            bytes.push(byte);
        }
    }
    String::from_utf8(bytes).unwrap()
}

fn lines(text: &str, line_break: &str) -> String {
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    text.chars()
        .map(|c| {
            if c == '\n' {
                line_break.to_owned()
            } else if c.is_control() {
                " ".to_owned()
            } else {
                c.to_string()
            }
        })
        .collect()
}

proptest! {
    #[test]
    fn a_mail_link_has_two_fields_and_keeps_them(subject in any::<String>(), body in prop_oneof![any::<String>(), "[&=?#%+\r\n 😀]{0,60}"]) {
        let link = mailto_url(&subject, &body);
        prop_assert!(link.url.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._*%=&?:".contains(&byte)));
        let query = link.url.strip_prefix("mailto:?").unwrap();
        let fields: Vec<_> = query.split('&').map(|field| field.split_once('=').unwrap()).collect();
        prop_assert_eq!(fields.iter().map(|(name, _)| *name).collect::<Vec<_>>(), ["subject", "body"]);
        let values: Vec<String> = fields.iter().map(|(_, value)| decoded(value)).collect();
        prop_assert_eq!(values, [lines(&subject, " "), lines(&body, "\r\n")]);
        prop_assert!(link.url.len() <= 12 * (subject.chars().count() + body.chars().count()) + "mailto:?subject=&body=".len());
        prop_assert_eq!(link.verdict.code.is_some(), link.url.len() > 2000);
    }

    /// A link is passed on unchanged or refused, and what is passed on leads to Microsoft's host.
    #[test]
    fn only_consent_links_of_this_app_are_passed_on(
        link in prop_oneof![
            any::<String>(),
            ".{0,20}https://login\\.microsoftonline\\.com.{0,40}",
            Just(format!("https://login.microsoftonline.com/{TENANT_ID}/adminconsent?client_id={CLIENT_ID}")),
            "[&#?=a-z@/.\\\\]{0,20}".prop_map(|end| format!("https://login.microsoftonline.com/{TENANT_ID}/adminconsent?client_id={CLIENT_ID}{end}")),
            "[&#?=a-z@/.\\\\]{0,20}".prop_map(|middle| format!("https://login.microsoftonline.com{middle}/{TENANT_ID}/adminconsent?client_id={CLIENT_ID}")),
        ],
        site_name in any::<String>(),
    ) {
        let answer = admin_request(&AdminRequestFacts {
            site_name: &site_name,
            app_name: "App",
            endpoints: &Endpoints::of(&CLOUDS[0]),
            tenant: Tenant::parse(TENANT_ID).as_ref(),
            client_id: ClientId::parse(CLIENT_ID).as_ref(),
            redirect_uri: &RedirectUri::parse("https://shop.example/cb").unwrap(),
            consent_url: Some(&link),
            state: None,
        });
        match answer {
            Ok(request) => {
                prop_assert_eq!(request.consent_url.as_deref(), Some(link.as_str()));
                prop_assert_eq!(request.site_name, site_name);
                let url = url::Url::parse(&link).unwrap();
                prop_assert_eq!((url.scheme(), url.host_str(), url.username()), ("https", Some("login.microsoftonline.com"), ""));
            }
            Err(verdict) => prop_assert_eq!(verdict.code_text(), "admin_request_link_foreign"),
        }
    }
}
