//! The door of `wkpbic-core` to the browser: it converts values and draws random numbers, and decides nothing.
//!
//! Functions that can be misused throw an `Error` with `name` `WkpbicCoreError`, a stable `code` and `params`.
#![allow(missing_docs, reason = "the generated TypeScript declarations carry the documentation of the exports")]

mod contract_hash;
mod convert;
mod failure;
mod setup;
mod sign_in;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use wasm_bindgen::prelude::*;
use wkpbic_core::callback;
use wkpbic_core::field::{self, Context};
use wkpbic_core::{redirect, site};

use convert::{field_context, field_id, to_js};
use failure::Failure;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

/// Which contract this core was built with; PHP and the script must name the same.
#[wasm_bindgen(js_name = contractHash)]
pub fn contract_hash() -> String {
    contract_hash::CONTRACT_HASH.to_owned()
}

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

/// Draws state and PKCE verifier and spells the authorize URL. Throws where a value cannot be used.
#[wasm_bindgen(js_name = startSignIn, unchecked_return_type = "SignInAttempt")]
pub fn start_sign_in(#[wasm_bindgen(unchecked_param_type = "SignInRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    Ok(to_js(&sign_in::start(request)?)?)
}

/// Draws a state and spells the address at which an administrator consents. Throws where a value cannot be used.
#[wasm_bindgen(js_name = adminConsentUrl, unchecked_return_type = "AdminConsentLink")]
pub fn admin_consent_url(#[wasm_bindgen(unchecked_param_type = "AdminConsentRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    Ok(to_js(&sign_in::admin_consent(request)?)?)
}

/// Reads the query string of the address that Microsoft sent the browser to, with or without its `?`.
#[wasm_bindgen(js_name = readCallback, unchecked_return_type = "Callback")]
pub fn read_callback(query: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&callback::read_callback(query))?)
}
