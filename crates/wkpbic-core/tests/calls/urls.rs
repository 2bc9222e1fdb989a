//! `authorize_url`, `admin_consent_url`.

use serde_json::Value;
use wkpbic_core::authorize::{AuthorizeRequest, Prompt};
use wkpbic_core::cloud::Cloud;
use wkpbic_core::consent::AdminConsentRequest;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::guid::ClientId;
use wkpbic_core::limits::STATE_BYTES;
use wkpbic_core::pkce::{CodeVerifier, State};
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

use super::Call;
use super::input::{json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[("authorize_url", authorize), ("admin_consent_url", admin_consent)];

struct App {
    endpoints: Endpoints,
    tenant: Tenant,
    client_id: ClientId,
    redirect_uri: RedirectUri,
    state: State,
}

impl App {
    fn read(input: &Value) -> Result<Self, String> {
        let cloud = Cloud::parse(text(input, "cloud")?).ok_or("no such cloud")?;
        Ok(Self {
            endpoints: match optional_text(input, "development_microsoft_url")? {
                Some(address) => Endpoints::of_stand_in(cloud, address).ok_or("not a loopback address")?,
                None => Endpoints::of(cloud),
            },
            tenant: Tenant::parse(text(input, "tenant_id")?).ok_or("not a tenant")?,
            client_id: ClientId::parse(text(input, "client_id")?).ok_or("not a client ID")?,
            redirect_uri: RedirectUri::parse(text(input, "redirect_uri")?).map_err(|verdict| verdict.code_text().to_owned())?,
            state: State::from_bytes(&bytes(text(input, "state_bytes")?).ok_or("state_bytes are not 64 hexadecimal digits")?),
        })
    }
}

fn authorize(input: &Value) -> Result<Value, String> {
    let app = App::read(input)?;
    let prompt = optional_text(input, "prompt")?.map(|prompt| Prompt::parse(prompt).ok_or("no such prompt")).transpose()?;
    let verifier = CodeVerifier::parse(text(input, "code_verifier")?).ok_or("not a verifier")?;
    let request = AuthorizeRequest {
        endpoints: &app.endpoints,
        tenant: &app.tenant,
        client_id: &app.client_id,
        redirect_uri: &app.redirect_uri,
        state: &app.state,
        code_challenge: &verifier.challenge(),
        login_hint: optional_text(input, "login_hint")?,
        prompt,
    };
    json(request.url())
}

fn admin_consent(input: &Value) -> Result<Value, String> {
    let app = App::read(input)?;
    let request = AdminConsentRequest {
        endpoints: &app.endpoints,
        tenant: &app.tenant,
        client_id: &app.client_id,
        redirect_uri: &app.redirect_uri,
        state: &app.state,
    };
    json(request.url())
}

fn bytes(hexadecimal: &str) -> Option<[u8; STATE_BYTES]> {
    let pairs: Option<Vec<u8>> = hexadecimal
        .as_bytes()
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    pairs?.try_into().ok()
}
