//! Sizes and times that more than one language must agree on. The contract carries them to PHP and TypeScript.

/// The wizard's page slug. It is part of the redirect URI that people have registered in Entra: never renamed.
pub const PAGE_SLUG: &str = "wkpbic-setup-wizard";
/// The page that shows and changes the connection after the set-up.
pub const CONNECTION_PAGE_SLUG: &str = "wkpbic-connection";
/// The page that shows the log.
pub const LOG_PAGE_SLUG: &str = "wkpbic-log";
/// Slug of the page that has something about every code; the code is the fragment of its address.
pub const HELP_PAGE_SLUG: &str = "wkpbic-help";
/// How many steps the wizard has.
pub const STEPS: u8 = 4;
/// The step that Microsoft sends people back to.
pub const REDIRECT_STEP: u8 = 3;
/// The redirect URI without its admin address: `admin_url( REDIRECT_PATH )` in WordPress.
pub const REDIRECT_PATH: &str = "admin.php?page=wkpbic-setup-wizard&step=3";
/// The REST namespace of the plugin.
pub const REST_NAMESPACE: &str = "wkpbic/v1";

/// How long a person may stay at Microsoft's sign-in page, in seconds.
pub const SIGN_IN_ATTEMPT_SECONDS: u32 = 15 * 60;
/// How far the server's clock may be off Microsoft's, in seconds. Beyond it, Microsoft's ID tokens look too young or too old
/// (OpenID Connect Core section 3.1.3.7 allows some leeway; Microsoft's libraries take five minutes).
pub const CLOCK_OFFSET_MAX_SECONDS: u32 = 5 * 60;
/// How long a tenant's published keys are kept, in seconds ("Signing key rollover": check at least every 24 hours).
pub const SIGNING_KEYS_SECONDS: u32 = 24 * 60 * 60;
/// How ID tokens of Entra are signed (RFC 7518 section 3.3); everything else is refused, `none` and HMAC above all.
pub const ID_TOKEN_ALGORITHMS: &[&str] = &["RS256"];
/// After the first passing fault of Microsoft: how long it is left alone, in seconds. Doubles with each further one.
pub const BACK_OFF_FIRST_SECONDS: u32 = 10;
/// The longest time of our own choice for which Microsoft is left alone after a fault, in seconds.
pub const BACK_OFF_MAX_SECONDS: u32 = 60 * 60;
/// The longest time that a `Retry-After` can ask for, in seconds.
pub const RETRY_AFTER_MAX_SECONDS: u32 = 24 * 60 * 60;
/// How old an access token must be before the daily job renews it, in seconds.
pub const KEEP_ALIVE_SECONDS: u32 = 12 * 60 * 60;
/// How long before its expiry an access token is renewed, in seconds.
pub const REFRESH_AHEAD_SECONDS: u32 = 5 * 60;
/// How long one request to Microsoft may take, in seconds.
pub const REQUEST_TIMEOUT_SECONDS: u32 = 10;
/// How long one call of the checks before sign-in may take, in seconds.
pub const CHECK_TIMEOUT_SECONDS: u32 = 5;
/// How long all checks before sign-in may take together, in seconds.
pub const CHECKS_TOGETHER_SECONDS: u32 = 8;
/// In how many workspaces the connected account's role is looked up: a call each.
pub const ROLE_WORKSPACES_MAX: u32 = 20;
/// The largest answer read from Microsoft, in bytes.
pub const MAX_RESPONSE_BYTES: u32 = 1024 * 1024;
/// The longest text accepted for one field before its own rules are asked, in characters.
pub const MAX_REQUEST_FIELD_CHARS: u32 = 4096;
/// The longest authorization code accepted in a callback, in characters. Entra's are well under 2,000.
pub const MAX_CODE_CHARS: u32 = 4096;
/// How much of Microsoft's error text is kept, in characters.
pub const MAX_ERROR_TEXT_CHARS: u32 = 2048;
/// How many parameters of a callback are kept that have no meaning here.
pub const MAX_UNKNOWN_PARAMETERS: u32 = 8;
/// How much of the name and of the value of such a parameter is kept, in characters.
pub const MAX_UNKNOWN_TEXT_CHARS: u32 = 128;

/// How long the log keeps who changed what, in days.
pub const LOG_AUDIT_DAYS: u32 = 90;
/// How long the log keeps calls to Microsoft, in days.
pub const LOG_CALL_DAYS: u32 = 30;
/// The most entries of either kind that the log holds.
pub const LOG_MAX_ROWS: u32 = 10_000;
/// How many entries one statement of the clean-up removes.
pub const LOG_BATCH_ROWS: u32 = 500;
/// How many entries one page of the log shows.
pub const LOG_PAGE_ROWS: u32 = 50;

/// The longest text that "paste anything" reads, in bytes of UTF-8.
pub const MAX_PASTE_BYTES: u32 = 64 * 1024;

/// Random bytes in a `state` (RFC 6749 section 10.10 asks for a guess probability of 2^-128 or less).
pub const STATE_BYTES: usize = 32;
/// Characters of a `state`: base64url of [`STATE_BYTES`] without padding.
pub const STATE_CHARS: u32 = 43;
/// Random bytes in a `nonce` (OpenID Connect Core section 15.5.2).
pub const NONCE_BYTES: usize = 32;
/// Characters of a `nonce`: base64url of [`NONCE_BYTES`] without padding.
pub const NONCE_CHARS: u32 = 43;
/// Random bytes in a PKCE verifier (RFC 7636 section 4.1 recommends 32).
pub const CODE_VERIFIER_BYTES: usize = 32;
/// Fewest characters of a PKCE verifier (RFC 7636 section 4.1).
pub const CODE_VERIFIER_MIN_CHARS: u32 = 43;
/// Most characters of a PKCE verifier (RFC 7636 section 4.1).
pub const CODE_VERIFIER_MAX_CHARS: u32 = 128;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_redirect_path_is_made_of_slug_and_step() {
        assert_eq!(REDIRECT_PATH, format!("admin.php?page={PAGE_SLUG}&step={REDIRECT_STEP}"));
    }
}
