//! Where requests of a cloud go: Microsoft's hosts or, for development, a stand-in on this machine.

use crate::address::Address;

use crate::cloud::Cloud;
use crate::host;

/// The bases of the addresses of one cloud, without a final slash.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Endpoints {
    login: String,
    cloud: &'static Cloud,
}

impl Endpoints {
    /// Microsoft's own hosts.
    #[must_use]
    pub fn of(cloud: &'static Cloud) -> Self {
        Self { login: format!("https://{}", cloud.login_host), cloud }
    }

    /// A stand-in that keeps the real host as the first path segment, so that all clouds fit behind one address.
    /// `None` unless the address is plain: `http` or `https`, a loopback host, no path, query or user.
    ///
    /// ```
    /// use wkpbic_core::{cloud::CLOUDS, endpoints::Endpoints};
    ///
    /// let endpoints = Endpoints::of_stand_in(&CLOUDS[0], "http://127.0.0.1:9143").unwrap();
    /// assert_eq!(endpoints.login(), "http://127.0.0.1:9143/login.microsoftonline.com");
    /// assert_eq!(Endpoints::of_stand_in(&CLOUDS[0], "http://login.example"), None);
    /// ```
    #[must_use]
    pub fn of_stand_in(cloud: &'static Cloud, address: &str) -> Option<Self> {
        let parts = Address::read(address);
        let is_loopback = host::of_web_address(&parts)?.is_loopback() || parts.is_localhost();
        let is_plain = matches!(parts.path, "" | "/") && parts.query.is_none() && parts.fragment.is_none() && parts.userinfo.is_none();
        let base = address.trim_end_matches('/');
        (is_loopback && is_plain).then(|| Self { login: format!("{base}/{}", cloud.login_host), cloud })
    }

    /// The base of sign-in addresses.
    #[must_use]
    pub fn login(&self) -> &str {
        &self.login
    }

    /// The cloud they belong to; scopes always name the real one.
    #[must_use]
    pub const fn cloud(&self) -> &'static Cloud {
        self.cloud
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cloud::CLOUDS;

    #[test]
    fn only_a_plain_loopback_address_stands_in() {
        for (address, base) in [
            ("http://127.0.0.1:9143", "http://127.0.0.1:9143"),
            ("http://127.0.0.1:9143/", "http://127.0.0.1:9143"),
            ("HTTP://LocalHost", "HTTP://LocalHost"),
            ("https://[::1]:8", "https://[::1]:8"),
            ("http://127.8.9.1", "http://127.8.9.1"),
        ] {
            let endpoints = Endpoints::of_stand_in(&CLOUDS[0], address);
            let login = endpoints.as_ref().map(|endpoints| endpoints.login().to_owned());
            assert_eq!(login, Some(format!("{base}/login.microsoftonline.com")), "{address}");
            assert_eq!(endpoints.map(|endpoints| endpoints.cloud().id), Some(CLOUDS[0].id), "{address}");
        }
        let refused = [
            "",
            "127.0.0.1",
            "http://",
            "http://localhost.example.com",
            "http://localhost@evil.example",
            "http://evil.example",
            "http://user@127.0.0.1",
            "http://127.0.0.1/path",
            "http://127.0.0.1?x",
            "http://127.0.0.1#x",
            "ftp://127.0.0.1",
            "http://10.0.0.1",
            "http://0.0.0.0",
            "http://[::]",
            "http://[::ffff:127.0.0.1]",
            "http://127.0.0.1.example.com",
            "http://127.0.0.1@evil.example",
            "http://evil.example/127.0.0.1",
            "http://evil.example:80/localhost",
            "http://evil.example?http://localhost",
            "http://evil.example\\@127.0.0.1",
            "http://@localhost",
            "http://localhost//",
            "http://localhost?",
            "http://localhost#",
            "http://localhost:99999",
            "http://localhost:evil",
            "http:/localhost",
            "http:localhost",
            "//localhost",
            "localhost",
            "javascript://localhost",
            " http://localhost",
        ];
        for address in refused {
            assert_eq!(Endpoints::of_stand_in(&CLOUDS[0], address), None, "{address}");
        }
    }
}
