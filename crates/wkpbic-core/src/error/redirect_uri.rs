//! Whether a redirect URI is one that Entra takes.

macro_rules! redirect_uri {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
        /// Not an absolute address.
        RedirectUriNotAbsolute = "redirect_uri_not_absolute" => address(&[]);
        /// A blank or line break in the address.
        RedirectUriSpace = "redirect_uri_space" => address(&["position"]);
        /// A scheme other than https or http.
        RedirectUriScheme = "redirect_uri_scheme" => address(&["scheme"]);
        /// The scheme is not in lower case.
        RedirectUriSchemeCase = "redirect_uri_scheme_case" => address(&["scheme"]);
        /// Plain http on a host other than localhost.
        RedirectUriNotHttps = "redirect_uri_not_https" => ErrorInfo::new(Host, 1, 400, &["host"]);
        /// Plain http on a name below localhost.
        RedirectUriLocalhostSubdomain = "redirect_uri_localhost_subdomain" => address(&["host"]);
        /// Plain http on 127.0.0.1, which the portal's form refuses.
        RedirectUri127Http = "redirect_uri_127_http" => address(&[]);
        /// The IPv6 loopback address.
        RedirectUriIpv6Loopback = "redirect_uri_ipv6_loopback" => address(&[]);
        /// More than 256 characters.
        RedirectUriTooLong = "redirect_uri_too_long" => address(&["max", "actual"]);
        /// One of the characters that Entra does not take.
        RedirectUriCharacter = "redirect_uri_character" => address(&["character", "position"]);
        /// A host name with characters beyond ASCII.
        RedirectUriInternationalHost = "redirect_uri_international_host" => address(&["host"]);
        /// A host name in `xn--` form.
        RedirectUriPunycodeHost = "redirect_uri_punycode_host" => address(&["host"]);
        /// A fragment.
        RedirectUriFragment = "redirect_uri_fragment" => address(&[]);
        /// A wildcard.
        RedirectUriWildcard = "redirect_uri_wildcard" => address(&[]);
        /// A user name before the host.
        RedirectUriUserinfo = "redirect_uri_userinfo" => address(&[]);
        /// An example host.
        RedirectUriPlaceholderHost = "redirect_uri_placeholder_host" => address(&["host"]);
        /// A number in place of a host name.
        RedirectUriIpHost = "redirect_uri_ip_host" => address(&["host"]);
        /// Capital letters in the host name.
        RedirectUriHostCase = "redirect_uri_host_case" => address(&["host"]);
        /// A port that the scheme has anyway.
        RedirectUriDefaultPort = "redirect_uri_default_port" => address(&["port"]);
        /// No path at all.
        RedirectUriNoPath = "redirect_uri_no_path" => address(&[]);
        /// Percent-encoded characters.
        RedirectUriPercentEncoded = "redirect_uri_percent_encoded" => address(&["position"]);
        /// Not the address of this site.
        RedirectUriNotThisSite = "redirect_uri_not_this_site" => sign_in(&[]);
    } };
}
