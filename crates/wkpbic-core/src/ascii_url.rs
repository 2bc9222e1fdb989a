//! URLs with hosts in plain ASCII.

use url::Url;

/// Parses an absolute URL whose authority is ASCII without percent signs. The IDNA back end that keeps the wasm small
/// handles nothing else, and no host here needs more: what is behind a percent sign is an international name.
#[must_use]
pub(crate) fn parse(text: &str) -> Option<Url> {
    let authority = text.split_once("//").map_or(text, |(_, rest)| rest).split(['/', '?', '#', '\\']).next()?;
    (authority.is_ascii() && !authority.contains('%')).then(|| Url::parse(text).ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn international_hosts_in_any_disguise_are_none() {
        for text in ["https://bücher.example/", "https://xn%2D%ee.example", "https://%C3%BCx", "https:\\\\ü.example/", "x", ""] {
            assert_eq!(parse(text), None, "{text}");
        }
        assert!(parse("https://shop.example/%D0%BC?ü=ü").is_some());
    }
}
