//! Domain names and mail addresses, as far as Entra accepts them: ASCII only.

/// Most characters of a domain name (RFC 1035 section 2.3.4, as text without the final dot).
const MAX_DOMAIN_CHARS: usize = 253;
/// Most characters of one label (RFC 1035 section 2.3.4).
const MAX_LABEL_CHARS: usize = 63;
/// Most characters before the `@` (RFC 5321 section 4.5.3.1.1).
const MAX_LOCAL_CHARS: usize = 64;
/// The characters of `atext` beside letters and digits, and the dot (RFC 5322 section 3.2.3).
const LOCAL_MARKS: &[u8] = b".!#$%&'*+/=?^_`{|}~-";

/// Whether the text is a domain name of at least two labels whose last one is not just digits.
#[must_use]
pub fn is_domain(text: &str) -> bool {
    let is_label = |label: &str| {
        (1..=MAX_LABEL_CHARS).contains(&label.len())
            && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    (4..=MAX_DOMAIN_CHARS).contains(&text.len())
        && text.contains('.')
        && text.split('.').all(is_label)
        && text.rsplit('.').next().is_some_and(|last| last.bytes().any(|byte| byte.is_ascii_alphabetic()))
}

/// Whether the text is a mail address or user principal name: dot-atom, `@`, domain (RFC 5322 section 3.4.1
/// without quoted strings and comments, which Entra does not use).
#[must_use]
pub fn is_email(text: &str) -> bool {
    text.split_once('@').is_some_and(|(local, domain)| {
        (1..=MAX_LOCAL_CHARS).contains(&local.len())
            && local.bytes().all(|byte| byte.is_ascii_alphanumeric() || LOCAL_MARKS.contains(&byte))
            && !local.starts_with('.')
            && !local.ends_with('.')
            && !local.contains("..")
            && is_domain(domain)
    })
}

/// The part after the last `@`, in lower case; `None` where there is none.
#[must_use]
pub fn mail_domain(text: &str) -> Option<String> {
    text.rsplit_once('@').map(|(_, domain)| domain.to_ascii_lowercase()).filter(|domain| !domain.is_empty())
}
