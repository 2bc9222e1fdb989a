//! Addresses beyond those of the site itself: other registrations, links to hand out, discovery.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::audience::Audience;
use wkpbic_core::discovery::{self, Discovery};
use wkpbic_core::redirect::{self, Via};
use wkpbic_core::{consent, doctor, logout, portal};

use crate::address;
use crate::convert::{Argument, list, text, to_js};
use crate::failure::Failure;

/// Judges an address as redirect URI of an app of any audience, entered in the portal's form or in the manifest.
#[wasm_bindgen(js_name = checkRegistration, unchecked_return_type = "Verdict")]
pub fn check_registration(
    uri: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "SignInAudience | null")] audience: Option<String>,
    #[wasm_bindgen(unchecked_optional_param_type = "'portal' | 'manifest' | null")] via: Option<String>,
) -> Result<JsValue, JsValue> {
    let via = match via.as_deref() {
        None | Some("portal") => Via::Portal,
        Some("manifest") => Via::Manifest,
        Some(_) => return Err(Failure::ArgumentUnreadable.into()),
    };
    Ok(to_js(&redirect::check_registration(uri, read_audience(audience)?, via))?)
}

/// Judges the redirect URIs of one app together: how many there are, and whether two differ by their port alone.
#[wasm_bindgen(js_name = checkRedirectUriList, unchecked_return_type = "Verdict")]
pub fn check_redirect_uri_list(
    #[wasm_bindgen(unchecked_param_type = "string[]")] uris: JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "SignInAudience | null")] audience: Option<String>,
) -> Result<JsValue, JsValue> {
    let uris = list(&uris, text)?;
    let uris: Vec<&str> = uris.iter().map(String::as_str).collect();
    Ok(to_js(&redirect::check_redirect_uri_list(&uris, read_audience(audience)?))?)
}

fn read_audience(name: Option<String>) -> Result<Audience, Failure> {
    name.map_or(Ok(Audience::default()), |name| Audience::parse(&name).ok_or(Failure::ArgumentUnreadable))
}

/// Whether Microsoft takes a requested address for the registered one, and how sure that is.
#[wasm_bindgen(js_name = redirectMatches, unchecked_return_type = "AddressMatch")]
pub fn redirect_matches(registered: &str, requested: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&doctor::matches(registered, requested))?)
}

/// Reads a tenant's discovery document that came from the login host of the chosen cloud.
#[wasm_bindgen(js_name = readDiscovery, unchecked_return_type = "DiscoveredTenant")]
pub fn read_discovery(
    #[wasm_bindgen(unchecked_param_type = "DiscoveryDocument")] document: JsValue,
    #[wasm_bindgen(unchecked_param_type = "CloudId")] cloud: &str,
) -> Result<JsValue, JsValue> {
    let document = Argument::new(document)?;
    let member = |name| document.optional_text(name);
    let (issuer, instance, scope, sub_scope) =
        (member("issuer")?, member("cloud_instance_name")?, member("tenant_region_scope")?, member("tenant_region_sub_scope")?);
    let document = Discovery {
        issuer: issuer.as_deref().unwrap_or_default(),
        cloud_instance_name: instance.as_deref(),
        tenant_region_scope: scope.as_deref(),
        tenant_region_sub_scope: sub_scope.as_deref(),
    };
    Ok(to_js(&discovery::tenant_from_discovery(&document, address::cloud(cloud)?))?)
}

/// The short link at which an administrator consents to what the registration lists. Nothing tells the site when it was used.
#[wasm_bindgen(js_name = shortAdminConsentUrl)]
pub fn short_admin_consent_url(#[wasm_bindgen(unchecked_param_type = "AppAddress")] app: JsValue) -> Result<String, JsValue> {
    let app = Argument::new(app)?;
    let endpoints = address::endpoints(&app.text("cloud")?, app.optional_text("development_microsoft_url")?.as_deref())?;
    let (tenant, client_id) = (address::tenant(&app.text("tenant_id")?)?, address::client_id(&app.text("client_id")?)?);
    Ok(consent::short_admin_consent_url(&endpoints, &tenant, &client_id))
}

/// The address that ends a person's session at Microsoft; stored tokens stay valid.
#[wasm_bindgen(js_name = logoutUrl)]
pub fn logout_url(#[wasm_bindgen(unchecked_param_type = "LogoutRequest")] request: JsValue) -> Result<String, JsValue> {
    let request = Argument::new(request)?;
    let endpoints = address::endpoints(&request.text("cloud")?, request.optional_text("development_microsoft_url")?.as_deref())?;
    let back_to = request.optional_text("post_logout_redirect_uri")?.map(|uri| address::redirect_uri(&uri)).transpose()?;
    Ok(logout::logout_url(&endpoints, &address::tenant(&request.text("tenant_id")?)?, back_to.as_ref()))
}

/// Where Microsoft explains an error number; `aadsts` is the number without its letters.
#[wasm_bindgen(js_name = errorLookupUrl)]
pub fn error_lookup_url(aadsts: u32) -> String {
    portal::error_lookup_url(aadsts)
}
