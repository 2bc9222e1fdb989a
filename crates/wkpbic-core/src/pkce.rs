//! Proof Key for Code Exchange (RFC 7636), the `state` and the `nonce` of a request, from random bytes that the caller
//! supplies.

use base64ct::{Base64UrlUnpadded, Encoding};
use sha2::{Digest, Sha256};
use std::fmt;

use crate::limits::{CODE_VERIFIER_BYTES, CODE_VERIFIER_MAX_CHARS, CODE_VERIFIER_MIN_CHARS, NONCE_BYTES, STATE_BYTES};

/// The `state` of a request: 43 characters of base64url. It ties an answer to the attempt that asked for it
/// (RFC 6749 section 10.12).
#[derive(Clone, PartialEq, Eq)]
pub struct State(String);

impl State {
    /// Spells random bytes. The bytes must come from a cryptographic source.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; STATE_BYTES]) -> Self {
        Self(Base64UrlUnpadded::encode_string(bytes))
    }

    /// The text to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for State {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("State")
    }
}

/// The `nonce` of a request: 43 characters of base64url. It comes back inside the ID token and ties it to this sign-in
/// (OpenID Connect Core section 3.1.2.1).
#[derive(Clone, PartialEq, Eq)]
pub struct Nonce(String);

impl Nonce {
    /// Spells random bytes. The bytes must come from a cryptographic source.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; NONCE_BYTES]) -> Self {
        Self(Base64UrlUnpadded::encode_string(bytes))
    }

    /// The text to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Nonce {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Nonce")
    }
}

/// A PKCE verifier: 43 to 128 characters of `A-Z a-z 0-9 - . _ ~` (RFC 7636 section 4.1). A secret until the code
/// has been redeemed; prints as its type name.
#[derive(Clone, PartialEq, Eq)]
pub struct CodeVerifier(String);

impl CodeVerifier {
    /// Spells random bytes. The bytes must come from a cryptographic source.
    #[must_use]
    pub fn from_bytes(bytes: &[u8; CODE_VERIFIER_BYTES]) -> Self {
        Self(Base64UrlUnpadded::encode_string(bytes))
    }

    /// Takes a verifier made elsewhere, `None` where length or alphabet are wrong.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let length = u32::try_from(text.len()).ok()?;
        let unreserved = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_' | b'~');
        ((CODE_VERIFIER_MIN_CHARS..=CODE_VERIFIER_MAX_CHARS).contains(&length) && text.bytes().all(unreserved))
            .then(|| Self(text.to_owned()))
    }

    /// The text to keep for redeeming the code.
    #[must_use]
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The `S256` challenge, 43 characters (RFC 7636 section 4.2).
    ///
    /// ```
    /// // RFC 7636 appendix B
    /// let verifier = wkpbic_core::pkce::CodeVerifier::parse("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk").unwrap();
    /// assert_eq!(verifier.challenge().as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    /// ```
    #[must_use]
    pub fn challenge(&self) -> CodeChallenge {
        CodeChallenge(Base64UrlUnpadded::encode_string(&Sha256::digest(self.0.as_bytes())))
    }
}

impl fmt::Debug for CodeVerifier {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("CodeVerifier")
    }
}

/// The `S256` challenge that goes with the authorize request.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CodeChallenge(String);

impl CodeChallenge {
    /// The text to send.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rfc_7636_appendix_b_from_its_octets() {
        let octets = [
            116, 24, 223, 180, 151, 153, 224, 37, 79, 250, 96, 125, 216, 173, 187, 186, 22, 212, 37, 77, 105, 214, 191, 240, 91, 88, 5, 88,
            83, 132, 141, 121,
        ];
        let verifier = CodeVerifier::from_bytes(&octets);
        assert_eq!(verifier.reveal(), "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk");
        assert_eq!(verifier.challenge().as_str(), "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM");
    }

    #[test]
    fn a_verifier_keeps_to_length_and_alphabet() {
        assert!(CodeVerifier::parse(&"a".repeat(42)).is_none());
        assert!(CodeVerifier::parse(&"a".repeat(43)).is_some());
        assert!(CodeVerifier::parse(&"~".repeat(128)).is_some());
        assert!(CodeVerifier::parse(&"a".repeat(129)).is_none());
        assert!(CodeVerifier::parse(&format!("{}+", "a".repeat(50))).is_none());
        assert!(CodeVerifier::parse(&"ä".repeat(30)).is_none());
    }

    #[test]
    fn secrets_print_as_their_type_name() {
        assert_eq!(format!("{:?}", CodeVerifier::from_bytes(&[7; 32])), "CodeVerifier");
        assert_eq!(format!("{:?}", State::from_bytes(&[7; 32])), "State");
        assert_eq!(format!("{:?}", Nonce::from_bytes(&[7; 32])), "Nonce");
        assert_eq!(Nonce::from_bytes(&[7; 32]).as_str().len(), crate::limits::NONCE_CHARS as usize);
        assert_eq!(State::from_bytes(&[7; 32]).as_str().len(), crate::limits::STATE_CHARS as usize);
    }
}
