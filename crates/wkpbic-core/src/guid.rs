//! GUIDs as Entra prints them.

/// Whether the text is a GUID in the form 8-4-4-4-12 hexadecimal digits, of either case, without braces.
///
/// ```
/// assert!(wkpbic_core::guid::is_guid("8F4C2B6E-3d1a-4c7e-9b52-6a0e7d15c3f9"));
/// assert!(!wkpbic_core::guid::is_guid("{8f4c2b6e-3d1a-4c7e-9b52-6a0e7d15c3f9}"));
/// ```
#[must_use]
pub fn is_guid(text: &str) -> bool {
    text.len() == 36
        && text.bytes().enumerate().all(|(at, byte)| match at {
            8 | 13 | 18 | 23 => byte == b'-',
            _ => byte.is_ascii_hexdigit(),
        })
}

/// An application (client) ID: the GUID on the app registration's Overview page. RFC 6749 section 2.2.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientId(String);

impl ClientId {
    /// Takes a GUID, `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        is_guid(text).then(|| Self(text.to_owned()))
    }

    /// The text as it was given.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
