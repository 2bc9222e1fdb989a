//! The authorize URL of a sign-in: authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636).
//!
//! Parameters by "Microsoft identity platform and OAuth 2.0 authorization code flow".

use crate::endpoints::Endpoints;
use crate::guid::ClientId;
use crate::permission::sign_in_scopes;
use crate::pkce::{CodeChallenge, State};
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;

/// The path of the authorize URL behind its tenant.
pub const AUTHORIZE_PATH: &str = "/oauth2/v2.0/authorize";

/// Every parameter that an authorize URL of this project may have, each once.
pub const AUTHORIZE_PARAMETERS: &[&str] = &[
    "client_id",
    "response_type",
    "redirect_uri",
    "response_mode",
    "scope",
    "state",
    "code_challenge",
    "code_challenge_method",
    "prompt",
    "login_hint",
    "domain_hint",
    "nonce",
    "claims",
];

/// The OAuth errors by which an authorize request with [`Prompt::None`] comes back when the set-up is right and nobody is
/// signed in, or not enough (OpenID Connect Core section 3.1.2.6).
pub const SILENT_ERRORS: &[&str] = &["login_required", "interaction_required", "consent_required", "account_selection_required"];

/// What Microsoft's page should ask for (OpenID Connect Core section 3.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// The password again.
    Login,
    /// The consent page, also where consent exists.
    Consent,
    /// Which account.
    SelectAccount,
    /// Nothing at all: an answer at once, `interaction_required` or `login_required` where a page would be needed. For
    /// probing a set-up without bothering anyone.
    None,
}

impl Prompt {
    /// The parameter's value.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
            Self::None => "none",
        }
    }

    /// The prompt of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Login, Self::Consent, Self::SelectAccount, Self::None].into_iter().find(|prompt| prompt.as_str() == text)
    }
}

/// Everything an authorize URL is made of. Optional texts that are empty are left out.
#[derive(Clone, Debug)]
pub struct AuthorizeRequest<'a> {
    /// Where to sign in.
    pub endpoints: &'a Endpoints,
    /// The app's directory.
    pub tenant: &'a Tenant,
    /// The app.
    pub client_id: &'a ClientId,
    /// Where the answer goes; sent byte for byte as it was registered.
    pub redirect_uri: &'a RedirectUri,
    /// Ties the answer to this attempt.
    pub state: &'a State,
    /// The challenge of the verifier that the server keeps.
    pub code_challenge: &'a CodeChallenge,
    /// Fills in the account; left out beside [`Prompt::SelectAccount`], with which Microsoft does not combine it.
    pub login_hint: Option<&'a str>,
    /// Skips the question which organisation the account belongs to: one of its domains.
    pub domain_hint: Option<&'a str>,
    /// Comes back in the ID token (OpenID Connect Core section 3.1.2.1).
    pub nonce: Option<&'a str>,
    /// The `claims` of an answer that asked for more, passed on unchanged ("Claims challenges, claims requests, and
    /// client capabilities").
    pub claims: Option<&'a str>,
    /// What to ask for, if anything special.
    pub prompt: Option<Prompt>,
}

impl AuthorizeRequest<'_> {
    /// The URL to open as a top-level page. `response_mode` is `query`: WordPress's login cookie would not come along
    /// with the cross-site POST of `form_post`.
    #[must_use]
    pub fn url(&self) -> String {
        let scopes = sign_in_scopes(self.endpoints.cloud());
        let mut query = Query::default();
        query.add("client_id", self.client_id.as_str());
        query.add("response_type", "code");
        query.add("redirect_uri", self.redirect_uri.as_str());
        query.add("response_mode", "query");
        query.add("scope", &scopes);
        query.add("state", self.state.as_str());
        query.add("code_challenge", self.code_challenge.as_str());
        query.add("code_challenge_method", "S256");
        if let Some(prompt) = self.prompt {
            query.add("prompt", prompt.as_str());
        }
        let login_hint = self.login_hint.filter(|_| self.prompt != Some(Prompt::SelectAccount));
        for (name, value) in [("login_hint", login_hint), ("domain_hint", self.domain_hint), ("nonce", self.nonce), ("claims", self.claims)]
        {
            if let Some(value) = value.filter(|value| !value.is_empty()) {
                query.add(name, value);
            }
        }
        format!("{}/{}{AUTHORIZE_PATH}?{}", self.endpoints.login(), self.tenant.as_str(), query.0)
    }
}

/// A query string in the making, with `%20` for blanks: readable by form decoders and by plain percent decoders.
#[derive(Default)]
pub(crate) struct Query(pub(crate) String);

impl Query {
    pub(crate) fn add(&mut self, name: &str, value: &str) {
        if !self.0.is_empty() {
            self.0.push('&');
        }
        self.0.push_str(name);
        self.0.push('=');
        for part in form_urlencoded::byte_serialize(value.as_bytes()) {
            self.0.push_str(if part == "+" { "%20" } else { part });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::CLOUDS;
    use crate::pkce::CodeVerifier;

    #[test]
    fn every_parameter_is_in_the_list_once() {
        let request = AuthorizeRequest {
            endpoints: &Endpoints::of(&CLOUDS[0]),
            tenant: &Tenant::parse("contoso.example").unwrap(),
            client_id: &ClientId::parse("3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846").unwrap(),
            redirect_uri: &RedirectUri::parse("https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3").unwrap(),
            state: &State::from_bytes(&[0; 32]),
            code_challenge: &CodeVerifier::from_bytes(&[0; 32]).challenge(),
            login_hint: Some("a"),
            domain_hint: Some("a"),
            nonce: Some("a"),
            claims: Some("a"),
            prompt: Some(Prompt::None),
        };
        let url = request.url();
        let (base, query) = url.split_once('?').unwrap();
        assert!(base.ends_with(AUTHORIZE_PATH), "{base}");
        let names: Vec<String> = form_urlencoded::parse(query.as_bytes()).map(|(name, _)| name.into_owned()).collect();
        assert_eq!(names, AUTHORIZE_PARAMETERS);
    }
}
