//! Words and numbers of Power BI, cURL and WordPress, and what they mean here.

use crate::error::ErrorCode;

/// Power BI's error codes, in ascending order, as they stand in `error.code` of an answer or in the header
/// `X-PowerBI-Error-Info`. Only `TokenExpired` is in Microsoft's "Troubleshoot the Power BI REST API"; the others are
/// known from public reports, so PHP and the core also look at the HTTP status.
pub const POWER_BI_ERRORS: &[(&str, ErrorCode)] = &[
    ("FeatureDeprecatedError", ErrorCode::PowerBiFeatureRetired),
    ("PowerBIEntityNotFound", ErrorCode::PowerBiNotFound),
    ("PowerBINotAuthorizedException", ErrorCode::PowerBiForbidden),
    ("PowerBINotLicensedException", ErrorCode::PowerBiNoLicence),
    ("ServicePrincipalIsNotAllowedByTenantAdminSwitch", ErrorCode::PowerBiServicePrincipalsOff),
    ("TokenExpired", ErrorCode::PowerBiTokenRefused),
];

/// What Power BI's HTTP statuses mean where it names no code, in ascending order. Every other status below 500 is
/// `power_bi_unknown`.
pub const POWER_BI_STATUSES: &[(u32, ErrorCode)] =
    &[(401, ErrorCode::PowerBiTokenRefused), (403, ErrorCode::PowerBiForbidden), (404, ErrorCode::PowerBiNotFound)];

/// cURL's error numbers, in ascending order, as the word that `microsoft_unreachable` takes for `transport`
/// (curl project, "libcurl error codes"). Every other number is `other`.
pub const TRANSPORT: &[(u32, &str)] = &[
    (5, "dns"),
    (6, "dns"),
    (7, "refused"),
    (18, "truncated"),
    (28, "timeout"),
    (35, "tls"),
    (51, "tls"),
    (52, "reset"),
    (53, "tls"),
    (54, "tls"),
    (55, "reset"),
    (56, "reset"),
    (58, "tls"),
    (59, "tls"),
    (60, "tls"),
    (64, "tls"),
    (66, "tls"),
    (77, "tls"),
    (80, "tls"),
    (82, "tls"),
    (83, "tls"),
    (90, "tls"),
    (91, "tls"),
    (98, "tls"),
];

/// The words that need no waiting: the fault stays until somebody mends it.
pub(super) const LASTING_TRANSPORT: &[&str] = &["blocked", "tls"];

/// Error codes of WordPress's REST API and of its script `api-fetch`, in ascending order, with those that security
/// plugins give when they close the API (the last from public reports).
pub(super) const WORDPRESS_ERRORS: &[(&str, ErrorCode)] = &[
    ("fetch_error", ErrorCode::SiteNotReached),
    ("invalid_json", ErrorCode::SiteAnswerNotJson),
    ("rest_cannot_access", ErrorCode::SiteRestBlocked),
    ("rest_cookie_invalid_nonce", ErrorCode::SitePageExpired),
    ("rest_disabled", ErrorCode::SiteRestBlocked),
    ("rest_forbidden", ErrorCode::NotAllowed),
    ("rest_login_required", ErrorCode::SiteRestBlocked),
    ("rest_no_route", ErrorCode::SiteRestMissing),
    ("rest_not_logged_in", ErrorCode::SiteLoggedOut),
];

/// Sentences, in lower case, by which a fault on the way is known where no number says it. The first that occurs wins.
pub const TRANSPORT_PHRASES: &[(&str, &str)] = &[
    ("a valid url was not provided", "blocked"),
    ("blocked requests through http", "blocked"),
    ("http_request_not_executed", "blocked"),
    ("could not resolve host", "dns"),
    ("couldn't resolve host", "dns"),
    ("getaddrinfo", "dns"),
    ("name or service not known", "dns"),
    ("enotfound", "dns"),
    ("ssl certificate problem", "tls"),
    ("certificate verify failed", "tls"),
    ("self-signed certificate", "tls"),
    ("self signed certificate", "tls"),
    ("certificate has expired", "tls"),
    ("ssl operation failed", "tls"),
    ("connection refused", "refused"),
    ("econnrefused", "refused"),
    ("etimedout", "timeout"),
    ("timed out", "timeout"),
    ("connection reset", "reset"),
    ("econnreset", "reset"),
    ("empty reply from server", "reset"),
    ("transfer closed with", "truncated"),
    ("http_request_failed", "other"),
    ("no http transports available", "other"),
];

/// Sentences of Microsoft's pages and of Power BI, in lower case, that come without a number or a code.
pub const MICROSOFT_PHRASES: &[(&str, ErrorCode)] = &[
    ("need admin approval", ErrorCode::ConsentNeedsAdmin),
    ("selected user account does not exist in tenant", ErrorCode::AccountNotInTenant),
    ("api is not accessible for application", ErrorCode::PowerBiAppNotAccessible),
    ("authorization has been denied for this request", ErrorCode::PowerBiTokenRefused),
];

/// Sentences of WordPress and of browsers, in lower case. The first that occurs wins.
pub(super) const SITE_PHRASES: &[(&str, ErrorCode)] = &[
    ("webassembly is not defined", ErrorCode::WasmMissing),
    ("can't find variable: webassembly", ErrorCode::WasmMissing),
    ("wasm-unsafe-eval", ErrorCode::WasmBlockedByCsp),
    ("wasm-eval", ErrorCode::WasmBlockedByCsp),
    ("webassembly.compile() is disallowed", ErrorCode::WasmBlockedByCsp),
    ("blocked by csp", ErrorCode::WasmBlockedByCsp),
    ("webassembly.instantiate", ErrorCode::WasmCorrupt),
    ("expected magic word", ErrorCode::WasmCorrupt),
    ("failed to fetch dynamically imported module", ErrorCode::WasmNotFound),
    ("error loading dynamically imported module", ErrorCode::WasmNotFound),
    ("cookie check failed", ErrorCode::SitePageExpired),
    ("no route was found matching the url", ErrorCode::SiteRestMissing),
    ("not a valid json response", ErrorCode::SiteAnswerNotJson),
    ("is not valid json", ErrorCode::SiteAnswerNotJson),
    ("unexpected token '<'", ErrorCode::SiteAnswerNotJson),
    ("unexpected token < in json", ErrorCode::SiteAnswerNotJson),
    ("json.parse: unexpected", ErrorCode::SiteAnswerNotJson),
    ("json parse error", ErrorCode::SiteAnswerNotJson),
    ("critical error on this website", ErrorCode::SiteCriticalError),
    ("critical error on your website", ErrorCode::SiteCriticalError),
    ("failed to fetch", ErrorCode::SiteNotReached),
    ("networkerror when attempting to fetch", ErrorCode::SiteNotReached),
    ("you are probably offline", ErrorCode::SiteNotReached),
];

/// Signs, in lower case, that a text is about Power BI.
pub(super) const POWER_BI_SIGNS: &[(&str, ())] =
    &[("powerbi", ()), ("power bi", ()), ("pbi.error", ()), ("v1.0/myorg", ()), ("requestid:", ())];

/// Signs, in lower case, that a text is about a refresh token.
pub(super) const REFRESH_SIGNS: &[(&str, ())] = &[("refresh_token", ()), ("refresh token", ())];

/// Signs, in lower case, that a text is of this plugin.
pub(super) const OWN_SIGNS: &[(&str, ())] = &[("wkpbic", ())];

/// The value beside a word, or a number, in one of the tables.
pub(super) fn find<K: PartialEq, V: Copy>(table: &[(K, V)], key: &K) -> Option<V> {
    table.iter().find(|(known, _)| known == key).map(|(_, value)| *value)
}

/// The value beside the first phrase, in the order of the table, that occurs in a text in lower case. A phrase begins where
/// a word begins, so that one pass over the text does for all.
pub(super) fn spoken<V: Copy>(phrases: &[(&str, V)], text: &str) -> Option<V> {
    let mut best = phrases.len();
    let mut is_inside = false;
    for (at, byte) in text.bytes().enumerate() {
        let was_inside = std::mem::replace(&mut is_inside, byte.is_ascii_alphanumeric());
        if !is_inside || was_inside {
            continue;
        }
        let begins = |phrase: &str| phrase.bytes().next() == Some(byte) && text.get(at..).is_some_and(|rest| rest.starts_with(phrase));
        best = phrases.iter().take(best).position(|(phrase, _)| begins(phrase)).unwrap_or(best);
    }
    phrases.get(best).map(|(_, value)| *value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_ascend_without_repetition() {
        assert!(POWER_BI_ERRORS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(POWER_BI_STATUSES.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(TRANSPORT.windows(2).all(|pair| pair[0].0 < pair[1].0));
        assert!(WORDPRESS_ERRORS.windows(2).all(|pair| pair[0].0 < pair[1].0));
    }

    #[test]
    fn phrases_are_in_lower_case_and_begin_with_a_letter() {
        let phrases = SITE_PHRASES.iter().chain(MICROSOFT_PHRASES).map(|(phrase, _)| phrase);
        for phrase in phrases.chain(TRANSPORT_PHRASES.iter().map(|(phrase, _)| phrase)) {
            assert_eq!(*phrase, phrase.to_lowercase());
            assert!(phrase.starts_with(|c: char| c.is_ascii_alphanumeric()), "{phrase}");
        }
    }
}
