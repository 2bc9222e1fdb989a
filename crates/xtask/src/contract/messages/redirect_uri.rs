//! Whether a redirect URI is one that Entra takes.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (RedirectUriNotAbsolute, "The redirect URI must be a whole address that begins with https:// and a host name."),
    (RedirectUriSpace, "Character {position} of the redirect URI is a blank, a line break or invisible. Copy the address again."),
    (RedirectUriScheme, "The redirect URI begins with {scheme}:, and a Web app’s must begin with https://."),
    (RedirectUriSchemeCase, "The redirect URI begins with {scheme} in capital letters. Register it just as it is shown here."),
    (
        RedirectUriNotHttps,
        "Microsoft sends people back over https only, and {host} uses http. Switch your site to https (Settings → General, WordPress Address), then come back.",
    ),
    (
        RedirectUriLocalhostSubdomain,
        "Microsoft allows http on localhost; {host} has been refused in reports. Use https, or plain localhost.",
    ),
    (
        RedirectUri127Http,
        "The portal’s form does not take http://127.0.0.1. Open your site as http://localhost, or enter this address in the app’s manifest.",
    ),
    (RedirectUriIpv6Loopback, "Microsoft does not support [::1]. Open your site as http://localhost."),
    (RedirectUriTooLong, "The redirect URI has {actual} characters, and Microsoft takes at most {max}."),
    (RedirectUriCharacter, "Character {position} of the redirect URI is {character}, which a redirect URI cannot hold."),
    (
        RedirectUriInternationalHost,
        "Microsoft does not support international host names such as {host}. The site needs an address in plain letters.",
    ),
    (RedirectUriPunycodeHost, "{host} is an international host name; Microsoft may refuse it. An address in plain letters is safer."),
    (
        RedirectUriFragment,
        "The redirect URI must not contain the character #. If it reads &#038;, it was copied from a page’s source: use the copy button.",
    ),
    (RedirectUriWildcard, "The redirect URI must not contain an asterisk."),
    (RedirectUriUserinfo, "The redirect URI contains a user name before the host; Microsoft may refuse it."),
    (RedirectUriPlaceholderHost, "{host} is an example. Use the address of your own site."),
    (RedirectUriIpHost, "{host} is a number in place of a name. Microsoft does not say whether it takes it; a host name is safer."),
    (RedirectUriHostCase, "{host} contains capital letters. Register it just as it is shown here."),
    (RedirectUriDefaultPort, "The port {port} is what the address has anyway. Register it just as it is shown here, port included."),
    (RedirectUriNoPath, "The address has no path; Microsoft answers at the same address with a slash at the end."),
    (RedirectUriPercentEncoded, "From character {position} on the address holds encoded characters. Register it just as it is shown here."),
    (RedirectUriNotThisSite, "This redirect URI does not belong to this site. Reload the page and try again."),
];
