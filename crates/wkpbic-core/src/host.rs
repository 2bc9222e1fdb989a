//! The host of an address: a name or an IP address, read as browsers read it (WHATWG URL, "host parser"), ASCII only. What has
//! letters beyond ASCII or percent signs is an international name, which Entra takes nowhere.

use std::net::{Ipv4Addr, Ipv6Addr};

use crate::address::Address;

/// What a host is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Host {
    /// A name, such as `shop.example`. That it exists is not said.
    Name,
    /// Also in spellings such as `127.1` and `0x7f000001`.
    Ipv4(Ipv4Addr),
    /// In brackets.
    Ipv6(Ipv6Addr),
}

impl Host {
    /// Reads a host with its brackets, if it has some. `None` where a browser opens no address with such a host.
    pub(crate) fn read(host: &str) -> Option<Self> {
        if let Some(inside) = host.strip_prefix('[') {
            return inside.strip_suffix(']')?.parse().ok().map(Self::Ipv6);
        }
        if host.is_empty() || !host.bytes().all(is_name_byte) {
            return None;
        }
        if ends_in_number(host) { ipv4(host).map(Self::Ipv4) } else { Some(Self::Name) }
    }

    pub(crate) const fn is_loopback(self) -> bool {
        match self {
            Self::Name => false,
            Self::Ipv4(ip) => ip.is_loopback(),
            Self::Ipv6(ip) => ip.is_loopback(),
        }
    }
}

/// The host of an http or https address, whose port must be empty or one; `None` for every other text.
pub(crate) fn of_web_address(address: &Address<'_>) -> Option<Host> {
    let is_web = address.scheme.eq_ignore_ascii_case("https://") || address.scheme.eq_ignore_ascii_case("http://");
    let port = address.port.unwrap_or_default();
    let has_port = port.is_empty() || (port.bytes().all(|byte| byte.is_ascii_digit()) && port.parse::<u16>().is_ok());
    if is_web && has_port { Host::read(address.host) } else { None }
}

/// Whatever is no "forbidden domain code point".
const fn is_name_byte(byte: u8) -> bool {
    byte.is_ascii_graphic() && !matches!(byte, b'#' | b'%' | b'/' | b':' | b'<' | b'>' | b'?' | b'@' | b'[' | b'\\' | b']' | b'^' | b'|')
}

/// Whether the last label makes an IP address of the whole, or nothing at all.
fn ends_in_number(host: &str) -> bool {
    let last = host.strip_suffix('.').unwrap_or(host).rsplit('.').next().unwrap_or_default();
    let is_decimal = !last.is_empty() && last.bytes().all(|byte| byte.is_ascii_digit());
    is_decimal || ipv4_number(last).is_some()
}

/// One to four numbers, the last of which fills what is left of four bytes.
fn ipv4(host: &str) -> Option<Ipv4Addr> {
    let mut bytes: u32 = 0;
    let mut numbers = host.strip_suffix('.').unwrap_or(host).split('.').peekable();
    for place in 1..=4_u32 {
        let number = ipv4_number(numbers.next()?)?;
        if numbers.peek().is_some() {
            bytes = bytes << 8 | u32::from(u8::try_from(number).ok()?);
        } else {
            let left = 40_u32.saturating_sub(place.saturating_mul(8));
            let fits = left >= 32 || number >> left == 0;
            return fits.then(|| Ipv4Addr::from_bits(bytes.checked_shl(left).unwrap_or(0) | number));
        }
    }
    None
}

/// Decimal, hexadecimal after `0x`, octal after `0`; `0x` alone is zero.
fn ipv4_number(text: &str) -> Option<u32> {
    let (digits, radix) = match text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")) {
        Some(digits) => (digits, 16),
        None if text.len() > 1 && text.starts_with('0') => (text, 8),
        None => (text, 10),
    };
    match digits {
        "" => (radix == 16).then_some(0),
        digits => digits.bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| u32::from_str_radix(digits, radix).ok())?,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_addresses() {
        let four = |a, b, c, d| Some(Host::Ipv4(Ipv4Addr::new(a, b, c, d)));
        for (host, wanted) in [
            ("shop.example", Some(Host::Name)),
            ("shop.example.", Some(Host::Name)),
            ("under_score", Some(Host::Name)),
            ("1.example", Some(Host::Name)),
            ("0x.example", Some(Host::Name)),
            ("127.0.0.1", four(127, 0, 0, 1)),
            ("127.0.0.1.", four(127, 0, 0, 1)),
            ("127.1", four(127, 0, 0, 1)),
            ("0x7f000001", four(127, 0, 0, 1)),
            ("0177.0.0.01", four(127, 0, 0, 1)),
            ("4294967295", four(255, 255, 255, 255)),
            ("1.2.3.0x", four(1, 2, 3, 0)),
            ("[::1]", Some(Host::Ipv6(Ipv6Addr::LOCALHOST))),
            ("4294967296", None),
            ("256.0.0.1", None),
            ("1.2.3.256", None),
            ("1.2.3.4.5", None),
            ("1..2", None),
            ("shop.1", None),
            ("08", None),
            ("[::1", None),
            ("[shop.example]", None),
            ("[]", None),
            ("", None),
            ("a b", None),
            ("a\u{1}b", None),
            ("a%41", None),
            ("bücher.example", None),
        ] {
            assert_eq!(Host::read(host), wanted, "{host}");
        }
    }

    #[test]
    fn web_addresses() {
        for (text, wanted) in [
            ("https://shop.example/cb", true),
            ("HTTP://shop.example:8443", true),
            ("https://shop.example:/", true),
            ("https://shop.example:65536/", false),
            ("https://shop.example:+1/", false),
            ("ftp://shop.example/", false),
            ("https:/shop.example/", false),
            ("shop.example", false),
            ("https:///cb", false),
        ] {
            assert_eq!(of_web_address(&Address::read(text)).is_some(), wanted, "{text}");
        }
    }
}

/// The `url` crate as the oracle: it parses by the same standard, and weighs four times as much as this module's users.
#[cfg(all(test, not(target_arch = "wasm32")))]
mod properties {
    use super::*;
    use proptest::prelude::*;

    fn as_browsers_do(host: &str) -> Option<Host> {
        match url::Url::parse(&format!("https://{host}/")).ok()?.host()? {
            url::Host::Domain(_) => Some(Host::Name),
            url::Host::Ipv4(ip) => Some(Host::Ipv4(ip)),
            url::Host::Ipv6(ip) => Some(Host::Ipv6(ip)),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4000))]

        #[test]
        fn a_host_is_what_browsers_take_it_for(host in prop_oneof![
            "[!-~]{1,12}",
            "[0-9a-fxX.]{1,14}",
            "(0x[0-9a-f]{0,4}|0[0-7]{0,4}|[0-9]{1,4})(\\.(0x[0-9a-f]{0,4}|0[0-9]{0,3}|[0-9]{1,3})){0,4}\\.?",
            "\\[[0-9a-f:.]{0,24}\\]",
            "[a-z0-9-]{1,8}(\\.[a-z0-9-]{1,8}){0,3}",
        ]) {
            // What ends a host, percent signs, and Punycode, which is warned of and not checked.
            prop_assume!(!host.contains(['/', '?', '#', '\\', '@', '%']) && !host.to_ascii_lowercase().contains("xn--"));
            let address = format!("https://{host}/");
            let address = Address::read(&address);
            prop_assume!(address.port.is_none());
            prop_assert_eq!(of_web_address(&address), as_browsers_do(&host), "{}", host);
        }
    }
}
