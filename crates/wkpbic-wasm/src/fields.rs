//! Fields, addresses and what comes back from Microsoft.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::callback;
use wkpbic_core::field::{self, Context};
use wkpbic_core::redirect;
use wkpbic_core::site::{self, SiteFacts};

use crate::convert::{Argument, field_context, field_id, to_js};

/// Judges a text by the rules of a field. Throws for a field that does not exist.
#[wasm_bindgen(js_name = validateField, unchecked_return_type = "Verdict")]
pub fn validate_field(
    #[wasm_bindgen(unchecked_param_type = "FieldId")] field: &str,
    text: &str,
    #[wasm_bindgen(unchecked_param_type = "FieldContext")] context: JsValue,
) -> Result<JsValue, JsValue> {
    let context: Context = field_context(context)?;
    Ok(to_js(&field::validate_field(field_id(field)?, text, &context))?)
}

/// The text without blanks and invisible characters at its ends. Tell the person when it differs.
#[wasm_bindgen(js_name = tidyField)]
pub fn tidy_field(#[wasm_bindgen(unchecked_param_type = "FieldId")] field: &str, text: &str) -> Result<String, JsValue> {
    field_id(field)?;
    Ok(field::tidy(text).to_owned())
}

/// Judges an address as redirect URI of a single-tenant Web app.
#[wasm_bindgen(js_name = checkRedirectUri, unchecked_return_type = "Verdict")]
pub fn check_redirect_uri(uri: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&redirect::check_redirect_uri(uri))?)
}

/// Derives the site's redirect URI from the address of wp-admin.
#[wasm_bindgen(js_name = siteRedirectUri, unchecked_return_type = "SiteRedirectUri")]
pub fn site_redirect_uri(admin_url: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&site::site_redirect_uri(admin_url))?)
}

/// Both addresses of the site, and what its surroundings do to them.
#[wasm_bindgen(js_name = siteAddresses, unchecked_return_type = "SiteAddresses")]
pub fn site_addresses(#[wasm_bindgen(unchecked_param_type = "SiteFacts")] facts: JsValue) -> Result<JsValue, JsValue> {
    let facts = Argument::new(facts)?;
    let (admin_url, home_url, rest_url) = (facts.text("admin_url")?, facts.optional_text("home_url")?, facts.optional_text("rest_url")?);
    let forwarded_proto = facts.optional_text("forwarded_proto")?;
    Ok(to_js(&site::site_redirect_uri_with(&SiteFacts {
        admin_url: &admin_url,
        home_url: home_url.as_deref().unwrap_or_default(),
        rest_url: rest_url.as_deref(),
        is_ssl: facts.flag("is_ssl")?,
        forwarded_proto: forwarded_proto.as_deref(),
        permalinks: facts.flag("permalinks")?,
    }))?)
}

/// Reads the query string of the address that Microsoft sent the browser to, with or without its `?`.
#[wasm_bindgen(js_name = readCallback, unchecked_return_type = "Callback")]
pub fn read_callback(query: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&callback::read_callback(query))?)
}
