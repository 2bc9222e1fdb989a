//! The authorize URL of a sign-in: authorization code flow with PKCE (RFC 6749 section 4.1, RFC 7636).
//!
//! Parameters by "Microsoft identity platform and OAuth 2.0 authorization code flow".

use url::form_urlencoded;

use crate::endpoints::Endpoints;
use crate::guid::ClientId;
use crate::permission::sign_in_scopes;
use crate::pkce::{CodeChallenge, State};
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;

/// What Microsoft's page should ask for (OpenID Connect Core section 3.1.2.1).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prompt {
    /// The password again.
    Login,
    /// The consent page, also where consent exists.
    Consent,
    /// Which account.
    SelectAccount,
}

impl Prompt {
    /// The parameter's value.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Login => "login",
            Self::Consent => "consent",
            Self::SelectAccount => "select_account",
        }
    }

    /// The prompt of that name.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        [Self::Login, Self::Consent, Self::SelectAccount].into_iter().find(|prompt| prompt.as_str() == text)
    }
}

/// Everything an authorize URL is made of.
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
        if let Some(hint) = self.login_hint.filter(|hint| !hint.is_empty() && self.prompt != Some(Prompt::SelectAccount)) {
            query.add("login_hint", hint);
        }
        format!("{}/{}/oauth2/v2.0/authorize?{}", self.endpoints.login(), self.tenant.as_str(), query.0)
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
