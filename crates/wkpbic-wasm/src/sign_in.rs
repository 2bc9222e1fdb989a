//! Starting a sign-in or a request for admin consent: draws random bytes and hands everything to the core.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wkpbic_core::authorize::{AuthorizeRequest, Prompt};
use wkpbic_core::consent::{AdminConsentRequest, ConsentScope};
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::field::{Context, FieldId, validate_field};
use wkpbic_core::guid::ClientId;
use wkpbic_core::pkce::{CodeVerifier, Nonce, State};
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

use crate::Failure;
use crate::address;
use crate::convert::{Argument, to_js};

/// Draws state and PKCE verifier and spells the authorize URL. Throws where a value cannot be used.
#[wasm_bindgen(js_name = startSignIn, unchecked_return_type = "SignInAttempt")]
pub fn start_sign_in(#[wasm_bindgen(unchecked_param_type = "SignInRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    Ok(to_js(&start(request)?)?)
}

/// Draws a state and spells the address at which an administrator consents. Throws where a value cannot be used.
#[wasm_bindgen(js_name = adminConsentUrl, unchecked_return_type = "AdminConsentLink")]
pub fn admin_consent_url(#[wasm_bindgen(unchecked_param_type = "AdminConsentRequest")] request: JsValue) -> Result<JsValue, JsValue> {
    Ok(to_js(&admin_consent(request)?)?)
}

struct Request {
    cloud: String,
    tenant_id: String,
    client_id: String,
    redirect_uri: String,
    login_hint: Option<String>,
    domain_hint: Option<String>,
    claims: Option<String>,
    prompt: Option<Prompt>,
    development_microsoft_url: Option<String>,
    default_scope: bool,
}

impl Request {
    fn read(request: JsValue) -> Result<Self, Failure> {
        let request = Argument::new(request)?;
        Ok(Self {
            cloud: request.text("cloud")?,
            tenant_id: request.text("tenant_id")?,
            client_id: request.text("client_id")?,
            redirect_uri: request.text("redirect_uri")?,
            login_hint: request.optional_text("login_hint")?,
            domain_hint: request.optional_text("domain_hint")?,
            claims: request.optional_text("claims")?,
            prompt: request.optional_word("prompt", Prompt::parse)?,
            development_microsoft_url: request.optional_text("development_microsoft_url")?,
            default_scope: request.flag("default_scope")?,
        })
    }
}

#[derive(Serialize)]
struct SignInAttempt {
    state: String,
    code_verifier: String,
    nonce: String,
    authorize_url: String,
}

#[derive(Serialize)]
struct AdminConsentLink {
    url: String,
    state: String,
}

/// The parts that both kinds of request share, each proved by the core's own types.
struct App {
    endpoints: Endpoints,
    tenant: Tenant,
    client_id: ClientId,
    redirect_uri: RedirectUri,
}

impl App {
    fn read(request: &Request) -> Result<Self, Failure> {
        let context = Context::default().with(FieldId::ClientId, &request.client_id).with(FieldId::TenantId, &request.tenant_id);
        for (field, text) in
            [(FieldId::Cloud, &request.cloud), (FieldId::TenantId, &request.tenant_id), (FieldId::ClientId, &request.client_id)]
        {
            let verdict = validate_field(field, text, &context);
            if verdict.is_error() {
                return Err(Failure::Refused(verdict));
            }
        }
        Ok(Self {
            endpoints: address::endpoints(&request.cloud, request.development_microsoft_url.as_deref())?,
            tenant: address::tenant(&request.tenant_id)?,
            client_id: address::client_id(&request.client_id)?,
            redirect_uri: address::redirect_uri(&request.redirect_uri)?,
        })
    }
}

fn start(request: JsValue) -> Result<SignInAttempt, Failure> {
    let request = Request::read(request)?;
    let app = App::read(&request)?;
    let state = State::from_bytes(&random()?);
    let verifier = CodeVerifier::from_bytes(&random()?);
    let nonce = Nonce::from_bytes(&random()?);
    let authorize_url = AuthorizeRequest {
        endpoints: &app.endpoints,
        tenant: &app.tenant,
        client_id: &app.client_id,
        redirect_uri: &app.redirect_uri,
        state: &state,
        code_challenge: &verifier.challenge(),
        login_hint: request.login_hint.as_deref(),
        domain_hint: request.domain_hint.as_deref(),
        nonce: Some(nonce.as_str()),
        claims: request.claims.as_deref(),
        prompt: request.prompt,
    }
    .url();
    // The verifier leaves the page once, to the server that redeems the code.
    Ok(SignInAttempt {
        state: state.as_str().to_owned(),
        code_verifier: verifier.reveal().to_owned(),
        nonce: nonce.as_str().to_owned(),
        authorize_url,
    })
}

fn admin_consent(request: JsValue) -> Result<AdminConsentLink, Failure> {
    let request = Request::read(request)?;
    let app = App::read(&request)?;
    let state = State::from_bytes(&random()?);
    let url = AdminConsentRequest {
        endpoints: &app.endpoints,
        tenant: &app.tenant,
        client_id: &app.client_id,
        redirect_uri: &app.redirect_uri,
        state: &state,
        scope: if request.default_scope { ConsentScope::Registered } else { ConsentScope::Named },
    }
    .url();
    Ok(AdminConsentLink { url, state: state.as_str().to_owned() })
}

fn random<const N: usize>() -> Result<[u8; N], Failure> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|_| Failure::RandomUnavailable)?;
    Ok(bytes)
}
