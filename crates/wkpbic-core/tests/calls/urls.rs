//! `authorize_url`, `admin_consent_url`, `short_admin_consent_url`, `logout_url`, `portal_link`, `error_lookup_url`, `pkce`, `clouds`.

use serde_json::Value;
use wkpbic_core::authorize::{AuthorizeRequest, Prompt};
use wkpbic_core::cloud::{CLOUDS, Cloud};
use wkpbic_core::consent::{AdminConsentRequest, ConsentScope, short_admin_consent_url};
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::guid::ClientId;
use wkpbic_core::limits::STATE_BYTES;
use wkpbic_core::logout::logout_url;
use wkpbic_core::pkce::{CodeVerifier, State};
use wkpbic_core::portal::{PortalTarget, error_lookup_url, portal_link};
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

use super::Call;
use super::input::{flag, json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[
    ("authorize_url", authorize),
    ("admin_consent_url", admin_consent),
    ("short_admin_consent_url", |input| json(short_admin_consent_url(&endpoints(input)?, &tenant(input)?, &client_id(input)?))),
    ("logout_url", logout),
    ("portal_link", portal),
    ("pkce", pkce),
    ("clouds", |_| json(CLOUDS.iter().map(cloud).collect::<Vec<_>>())),
    ("error_lookup_url", |input| {
        let number = input.get("aadsts").and_then(Value::as_u64).and_then(|number| u32::try_from(number).ok());
        json(error_lookup_url(number.ok_or("aadsts is no number")?))
    }),
];

/// RFC 7636 section 4: a verifier of one's own, or one from 64 hexadecimal digits.
fn pkce(input: &Value) -> Result<Value, String> {
    let verifier = match optional_text(input, "code_verifier")? {
        Some(verifier) => CodeVerifier::parse(verifier).ok_or("not a verifier")?,
        None => CodeVerifier::from_bytes(&bytes(text(input, "bytes")?).ok_or("bytes are not 64 hexadecimal digits")?),
    };
    Ok(
        serde_json::json!({ "code_verifier": verifier.reveal(), "code_challenge": verifier.challenge().as_str(), "code_challenge_method": "S256" }),
    )
}

fn cloud(cloud: &Cloud) -> Value {
    serde_json::json!({
        "id": cloud.id,
        "login_host": cloud.login_host,
        "portal_host": cloud.portal_host,
        "service_host": cloud.service_host,
        "api_host": cloud.api_host,
        "embed_host": cloud.embed_host,
        "scope_prefix": cloud.scope_prefix,
        "default_scope": cloud.default_scope(),
    })
}

struct App {
    endpoints: Endpoints,
    tenant: Tenant,
    client_id: ClientId,
    redirect_uri: RedirectUri,
    state: State,
}

fn endpoints(input: &Value) -> Result<Endpoints, String> {
    let cloud = Cloud::parse(text(input, "cloud")?).ok_or("no such cloud")?;
    Ok(match optional_text(input, "development_microsoft_url")? {
        Some(address) => Endpoints::of_stand_in(cloud, address).ok_or("not a loopback address")?,
        None => Endpoints::of(cloud),
    })
}

fn tenant(input: &Value) -> Result<Tenant, String> {
    Tenant::parse(text(input, "tenant_id")?).ok_or_else(|| "not a tenant".into())
}

fn client_id(input: &Value) -> Result<ClientId, String> {
    ClientId::parse(text(input, "client_id")?).ok_or_else(|| "not a client ID".into())
}

fn redirect_uri(text: &str) -> Result<RedirectUri, String> {
    RedirectUri::parse(text).map_err(|verdict| verdict.code_text().to_owned())
}

impl App {
    fn read(input: &Value) -> Result<Self, String> {
        Ok(Self {
            endpoints: endpoints(input)?,
            tenant: tenant(input)?,
            client_id: client_id(input)?,
            redirect_uri: redirect_uri(text(input, "redirect_uri")?)?,
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
        domain_hint: optional_text(input, "domain_hint")?,
        nonce: optional_text(input, "nonce")?,
        claims: optional_text(input, "claims")?,
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
        scope: if flag(input, "default_scope")? { ConsentScope::Registered } else { ConsentScope::Named },
    };
    json(request.url())
}

fn logout(input: &Value) -> Result<Value, String> {
    let back_to = optional_text(input, "post_logout_redirect_uri")?.map(redirect_uri).transpose()?;
    json(logout_url(&endpoints(input)?, &tenant(input)?, back_to.as_ref()))
}

fn portal(input: &Value) -> Result<Value, String> {
    let target = PortalTarget::parse(text(input, "target")?).ok_or("no such page")?;
    let client_id = optional_text(input, "client_id")?.map(|_| client_id(input)).transpose()?;
    let tenant = optional_text(input, "tenant_id")?.map(|_| tenant(input)).transpose()?;
    json(portal_link(target, endpoints(input)?.cloud(), client_id.as_ref(), tenant.as_ref()))
}

fn bytes(hexadecimal: &str) -> Option<[u8; STATE_BYTES]> {
    let pairs: Option<Vec<u8>> = hexadecimal
        .as_bytes()
        .chunks(2)
        .map(|pair| std::str::from_utf8(pair).ok().and_then(|pair| u8::from_str_radix(pair, 16).ok()))
        .collect();
    pairs?.try_into().ok()
}
