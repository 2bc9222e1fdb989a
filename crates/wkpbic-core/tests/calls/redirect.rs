//! `check_redirect_uri`, `redirect_legal`, `redirect_list`, `redirect_matches`, `redirect_doctor`, `site_redirect_uri`.

use serde_json::Value;
use wkpbic_core::audience::Audience;
use wkpbic_core::doctor::{matches, redirect_doctor};
use wkpbic_core::redirect::{Via, check_redirect_uri, check_redirect_uri_list, check_registration};
use wkpbic_core::site::{SiteFacts, site_redirect_uri_with};

use super::Call;
use super::input::{flag, json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[
    ("check_redirect_uri", |input| json(check_redirect_uri(text(input, "uri")?))),
    ("redirect_legal", |input| json(check_registration(text(input, "uri")?, audience(input)?, via(input)?))),
    ("redirect_list", list),
    ("redirect_matches", |input| json(matches(text(input, "registered")?, text(input, "requested")?))),
    ("redirect_doctor", |input| json(redirect_doctor(text(input, "registered")?, text(input, "requested")?))),
    ("site_redirect_uri", site),
];

fn audience(input: &Value) -> Result<Audience, String> {
    optional_text(input, "audience")?.map_or(Ok(Audience::default()), |name| Audience::parse(name).ok_or_else(|| "no such audience".into()))
}

fn via(input: &Value) -> Result<Via, String> {
    match optional_text(input, "via")? {
        None | Some("portal") => Ok(Via::Portal),
        Some("manifest") => Ok(Via::Manifest),
        Some(_) => Err("via is portal or manifest".to_owned()),
    }
}

fn list(input: &Value) -> Result<Value, String> {
    let uris = input.get("uris").and_then(Value::as_array).ok_or("uris is not a list")?;
    let uris: Vec<&str> = uris.iter().map(|uri| uri.as_str().ok_or("an address is not a text")).collect::<Result<_, _>>()?;
    json(check_redirect_uri_list(&uris, audience(input)?))
}

fn site(input: &Value) -> Result<Value, String> {
    json(site_redirect_uri_with(&SiteFacts {
        admin_url: text(input, "admin_url")?,
        home_url: optional_text(input, "home_url")?.unwrap_or_default(),
        rest_url: optional_text(input, "rest_url")?,
        is_ssl: flag(input, "is_ssl")?,
        forwarded_proto: optional_text(input, "forwarded_proto")?,
        permalinks: flag(input, "permalinks")?,
    }))
}
