//! The request to the administrator.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::admin_request::{self, AdminRequestFacts};

use crate::address;
use crate::convert::{Argument, to_js};
use crate::failure::Failure;

/// Puts the request together as data for a mail, a page or plain text. Throws where a value cannot be used, and for a consent
/// link that is not of this app at Microsoft.
#[wasm_bindgen(js_name = adminRequest, unchecked_return_type = "AdminRequest")]
pub fn admin_request(#[wasm_bindgen(unchecked_param_type = "AdminRequestFacts")] facts: JsValue) -> Result<JsValue, JsValue> {
    let facts = Argument::new(facts)?;
    let endpoints = address::endpoints(&facts.text("cloud")?, facts.optional_text("development_microsoft_url")?.as_deref())?;
    let tenant = facts.optional_text("tenant_id")?.map(|text| address::tenant(&text)).transpose()?;
    let client_id = facts.optional_text("client_id")?.map(|text| address::client_id(&text)).transpose()?;
    let (site_name, app_name) = (facts.text("site_name")?, facts.text("app_name")?);
    let redirect_uri = address::redirect_uri(&facts.text("redirect_uri")?)?;
    let consent_url = facts.optional_text("consent_url")?;
    let request = admin_request::admin_request(&AdminRequestFacts {
        site_name: &site_name,
        app_name: &app_name,
        endpoints: &endpoints,
        tenant: tenant.as_ref(),
        client_id: client_id.as_ref(),
        redirect_uri: &redirect_uri,
        consent_url: consent_url.as_deref(),
        // The link comes from `adminConsentUrl`: a state that the server does not know would be refused.
        state: None,
    });
    Ok(to_js(&request.map_err(Failure::Refused)?)?)
}

/// Spells a link that opens a new mail.
#[wasm_bindgen(js_name = mailtoUrl, unchecked_return_type = "MailtoUrl")]
pub fn mailto_url(subject: &str, body: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&admin_request::mailto_url(subject, body))?)
}
