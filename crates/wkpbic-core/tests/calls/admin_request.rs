//! `admin_request`, `mailto_url`.

use serde_json::Value;
use wkpbic_core::admin_request::{AdminRequestFacts, admin_request, mailto_url};
use wkpbic_core::cloud::Cloud;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::guid::ClientId;
use wkpbic_core::pkce::State;
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

use super::Call;
use super::input::{json, optional_text, text};

pub(crate) const CALLS: &[Call] =
    &[("admin_request", request), ("mailto_url", |input| json(mailto_url(text(input, "subject")?, text(input, "body")?)))];

fn request(input: &Value) -> Result<Value, String> {
    let cloud = Cloud::parse(text(input, "cloud")?).ok_or("no such cloud")?;
    let endpoints = match optional_text(input, "development_microsoft_url")? {
        Some(address) => Endpoints::of_stand_in(cloud, address).ok_or("not a loopback address")?,
        None => Endpoints::of(cloud),
    };
    let tenant = optional_text(input, "tenant_id")?.map(|text| Tenant::parse(text).ok_or("not a tenant")).transpose()?;
    let client_id = optional_text(input, "client_id")?.map(|text| ClientId::parse(text).ok_or("not a client ID")).transpose()?;
    let redirect_uri = RedirectUri::parse(text(input, "redirect_uri")?).map_err(|verdict| verdict.code_text().to_owned())?;
    let state = optional_text(input, "state_byte")?.map(|byte| byte.parse::<u8>().map_err(|error| error.to_string())).transpose()?;
    let answer = admin_request(&AdminRequestFacts {
        site_name: text(input, "site_name")?,
        app_name: text(input, "app_name")?,
        endpoints: &endpoints,
        tenant: tenant.as_ref(),
        client_id: client_id.as_ref(),
        redirect_uri: &redirect_uri,
        consent_url: optional_text(input, "consent_url")?,
        state: state.map(|byte| State::from_bytes(&[byte; 32])).as_ref(),
    });
    match answer {
        Ok(answer) => json(answer),
        Err(verdict) => json(verdict),
    }
}
