//! The address of Microsoft's sign-in page. The random bytes come in from outside: the core draws none.
//!
//! `cargo run -q -p wkpbic-core --example authorize_url`
#![allow(clippy::print_stdout, reason = "a program writes its answers")]

use wkpbic_core::authorize::AuthorizeRequest;
use wkpbic_core::cloud::Cloud;
use wkpbic_core::endpoints::Endpoints;
use wkpbic_core::guid::ClientId;
use wkpbic_core::limits::{CODE_VERIFIER_BYTES, STATE_BYTES};
use wkpbic_core::pkce::{CodeVerifier, State};
use wkpbic_core::redirect::RedirectUri;
use wkpbic_core::tenant::Tenant;

const REDIRECT_URI: &str = "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3";

fn main() {
    // A program that is used draws these from the system; with fixed bytes the address can be read again and again.
    match authorize_url(&[1; STATE_BYTES], &[2; CODE_VERIFIER_BYTES]) {
        Some(url) => println!("{url}"),
        None => println!("a value of this example is not one that Microsoft takes"),
    }
}

fn authorize_url(state: &[u8; STATE_BYTES], verifier: &[u8; CODE_VERIFIER_BYTES]) -> Option<String> {
    let request = AuthorizeRequest {
        endpoints: &Endpoints::of(Cloud::parse("global")?),
        tenant: &Tenant::parse("contoso.onmicrosoft.com")?,
        client_id: &ClientId::parse("3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846")?,
        redirect_uri: &RedirectUri::parse(REDIRECT_URI).ok()?,
        state: &State::from_bytes(state),
        code_challenge: &CodeVerifier::from_bytes(verifier).challenge(),
        login_hint: Some("anna@contoso.com"),
        domain_hint: None,
        nonce: None,
        claims: None,
        prompt: None,
    };
    Some(request.url())
}

#[cfg(test)]
mod tests {
    use wkpbic_core::limits::{CODE_VERIFIER_BYTES, STATE_BYTES};

    #[test]
    fn it_goes_to_the_tenant_and_brings_the_redirect_uri_back_byte_for_byte() {
        let url = super::authorize_url(&[1; STATE_BYTES], &[2; CODE_VERIFIER_BYTES]).unwrap();
        let (address, query) = url.split_once('?').unwrap();
        assert_eq!(address, "https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/authorize");
        let value = |name: &str| query.split('&').find_map(|pair| pair.strip_prefix(name)?.strip_prefix('=')).unwrap();
        assert_eq!(
            value("redirect_uri").replace("%3A", ":").replace("%2F", "/").replace("%3F", "?").replace("%3D", "=").replace("%26", "&"),
            super::REDIRECT_URI
        );
        assert_eq!(value("code_challenge_method"), "S256");
        assert_eq!(value("login_hint"), "anna%40contoso.com");
    }
}
