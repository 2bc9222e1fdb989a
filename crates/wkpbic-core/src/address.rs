//! Taking an address apart as text (RFC 3986 section 3), without decoding or repairing anything. Every text has such
//! parts, also one that is no address: comparing needs that.

/// The parts of a text. Joined in order they are the text again, but for the marks between them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Address<'a> {
    /// With its colon and slashes, such as `https://`; empty where there is none.
    pub(crate) scheme: &'a str,
    pub(crate) userinfo: Option<&'a str>,
    /// With its brackets, if it has some, and whatever follows them.
    pub(crate) host: &'a str,
    pub(crate) port: Option<&'a str>,
    pub(crate) path: &'a str,
    pub(crate) query: Option<&'a str>,
    pub(crate) fragment: Option<&'a str>,
}

impl<'a> Address<'a> {
    pub(crate) fn read(text: &'a str) -> Self {
        let (text, fragment) = cut(text, '#');
        let (text, query) = cut(text, '?');
        let (scheme, authority, path) = split_start(text);
        let (userinfo, host_and_port) = authority.rsplit_once('@').map_or((None, authority), |(user, host)| (Some(user), host));
        // The colons inside brackets are the host's own; a bracket that is never closed encloses everything.
        let bracket = match host_and_port.strip_prefix('[') {
            Some(inside) => inside.find(']').map_or(host_and_port.len(), |at| at.saturating_add(1)),
            None => 0,
        };
        let colon = host_and_port.get(bracket..).and_then(|rest| rest.find(':')).map(|at| at.saturating_add(bracket));
        let (host, port) = colon.and_then(|at| host_and_port.split_at_checked(at)).unwrap_or((host_and_port, ""));
        Self { scheme, userinfo, host, port: port.strip_prefix(':'), path, query, fragment }
    }

    /// The port that counts: the one given, else the scheme's own.
    pub(crate) fn effective_port(&self) -> Option<u32> {
        match self.port.filter(|port| !port.is_empty()) {
            Some(port) => port.parse().ok(),
            None if self.scheme.eq_ignore_ascii_case("https://") => Some(443),
            None if self.scheme.eq_ignore_ascii_case("http://") => Some(80),
            None => None,
        }
    }

    /// Whether a port is given that the scheme does not have anyway.
    pub(crate) fn has_own_port(&self) -> bool {
        self.effective_port() != Address { port: None, ..*self }.effective_port()
    }

    pub(crate) fn is_localhost(&self) -> bool {
        self.host.eq_ignore_ascii_case("localhost")
    }
}

fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    text.split_once(mark).map_or((text, None), |(before, after)| (before, Some(after)))
}

/// Scheme with its slashes, authority, path.
fn split_start(text: &str) -> (&str, &str, &str) {
    let scheme_end = match split_scheme(text) {
        Some((scheme, rest)) => {
            let slashes = rest.len().saturating_sub(rest.trim_start_matches('/').len());
            // `https:/shop.example` is a slip of the pen; `urn:/x` has no host.
            let is_web = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
            scheme.len().saturating_add(1).saturating_add(if is_web || slashes >= 2 { slashes.min(2) } else { 0 })
        }
        None if text.starts_with("//") => 2,
        None => 0,
    };
    let (scheme, rest) = text.split_at_checked(scheme_end).unwrap_or(("", text));
    let (first, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len())).unwrap_or((rest, ""));
    let has_authority = if scheme.is_empty() {
        // `shop.example/cb` lacks its beginning, `admin.php` is a path.
        !first.ends_with(".php") && (first.contains('.') || first.contains(':') || first.eq_ignore_ascii_case("localhost"))
    } else {
        scheme.ends_with('/')
    };
    if has_authority { (scheme, first, path) } else { (scheme, "", rest) }
}

/// The scheme and what follows its colon (RFC 3986 section 3.1).
pub(crate) fn split_scheme(text: &str) -> Option<(&str, &str)> {
    text.split_once(':')
        .filter(|(scheme, _)| {
            scheme.bytes().next().is_some_and(|byte| byte.is_ascii_alphabetic())
                && scheme.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.'))
        })
        // `shop.example:8443/path` and `localhost:8881/path` have a colon too; a dot does occur in schemes, never in
        // those that people meet.
        .filter(|(scheme, rest)| {
            rest.starts_with("//") || !(scheme.contains('.') || scheme.eq_ignore_ascii_case("localhost") && is_port(rest))
        })
}

fn is_port(rest: &str) -> bool {
    rest.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
}

/// Where the first broken `%` stands, counted from 0 in characters (RFC 3986 section 2.1).
pub(crate) fn broken_percent(text: &str) -> Option<usize> {
    let mut rest = text.chars();
    let mut at: usize = 0;
    while let Some(character) = rest.next() {
        let mut next = rest.clone();
        if character == '%' && !(next.next().is_some_and(|c| c.is_ascii_hexdigit()) && next.next().is_some_and(|c| c.is_ascii_hexdigit())) {
            return Some(at);
        }
        at = at.saturating_add(1);
    }
    None
}

/// A host name or the like for a sentence: its first 80 characters.
pub(crate) fn shortened(text: &str) -> String {
    text.chars().take(80).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_whole_address() {
        let address = Address::read("https://anna:x@Shop.example:8443/a/b?c=d?#e#f");
        let wanted = Address {
            scheme: "https://",
            userinfo: Some("anna:x"),
            host: "Shop.example",
            port: Some("8443"),
            path: "/a/b",
            query: Some("c=d?"),
            fragment: Some("e#f"),
        };
        assert_eq!(address, wanted);
    }

    #[test]
    fn beginnings() {
        for (text, scheme, host, path) in [
            ("https:/shop.example/cb", "https:/", "shop.example", "/cb"),
            ("https:///cb", "https://", "", "/cb"),
            ("//shop.example/cb", "//", "shop.example", "/cb"),
            ("shop.example/cb", "", "shop.example", "/cb"),
            ("shop.example:8443/cb", "", "shop.example", "/cb"),
            ("localhost:8881/cb", "", "localhost", "/cb"),
            ("admin.php", "", "", "admin.php"),
            ("/cb", "", "", "/cb"),
            ("urn:ietf:wg:oauth:2.0:oob", "urn:", "", "ietf:wg:oauth:2.0:oob"),
            ("myapp://auth", "myapp://", "auth", ""),
            ("http://[::1]:8881/wp", "http://", "[::1]", "/wp"),
            ("", "", "", ""),
        ] {
            let address = Address::read(text);
            assert_eq!((address.scheme, address.host, address.path), (scheme, host, path), "{text}");
        }
    }

    #[test]
    fn ports_that_count() {
        for (text, port) in [
            ("https://shop.example", Some(443)),
            ("HTTP://shop.example", Some(80)),
            ("https://shop.example:", Some(443)),
            ("http://shop.example:443", Some(443)),
            ("https://shop.example:08443", Some(8443)),
            ("https://shop.example:port", None),
            ("myapp://auth", None),
            ("//shop.example", None),
        ] {
            assert_eq!(Address::read(text).effective_port(), port, "{text}");
        }
        for (text, is_own) in [("https://shop.example:443", false), ("http://shop.example:443", true), ("myapp://auth:80", true)] {
            assert_eq!(Address::read(text).has_own_port(), is_own, "{text}");
        }
    }

    #[test]
    fn schemes() {
        for (text, wanted) in [
            ("https://shop.example", Some(("https", "//shop.example"))),
            ("ms-app+1.0://x", Some(("ms-app+1.0", "//x"))),
            ("tel:123", Some(("tel", "123"))),
            ("localhost:path", Some(("localhost", "path"))),
            ("localhost:8881/path", None),
            ("shop.example:8443", None),
            ("1a:b", None),
            ("a b:c", None),
            (":x", None),
            ("no colon", None),
        ] {
            assert_eq!(split_scheme(text), wanted, "{text}");
        }
    }

    #[test]
    fn percent_signs() {
        assert_eq!(broken_percent("a%41%zz"), Some(4));
        assert_eq!(broken_percent("%4"), Some(0));
        assert_eq!(broken_percent("ä%"), Some(1));
        assert_eq!(broken_percent("%41%d0"), None);
    }
}
