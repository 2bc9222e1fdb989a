//! Two addresses that should be one, the addresses of the site, and discovery documents.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (RedirectUriPort, "{port} is no port. A port is a number up to 65535; most addresses need none."),
    (
        RedirectUriPercentBroken,
        "The percent sign at character {position} of the redirect URI is cut off: two digits must follow it. Copy the address again.",
    ),
    (
        RedirectUriNonAscii,
        "Character {position} of the redirect URI is {character}; Microsoft may refuse letters beyond a to z. A path in plain letters is safer.",
    ),
    (
        RedirectUriQueryPersonal,
        "Microsoft takes no question mark in the redirect URI of an app that admits personal accounts. Choose “Single tenant” under Supported account types, or register the second address, which has none.",
    ),
    (
        RedirectUriWildcardManifest,
        "An asterisk in a redirect URI works through the manifest only, and Microsoft advises against it. Register the whole address.",
    ),
    (RedirectUriTooMany, "One app takes at most {max} redirect URIs, and these are {actual}. Remove those that no site uses."),
    (
        RedirectUriLocalhostTwins,
        "{first} and {second} differ by their port only, which Microsoft ignores on localhost. Remove one of them under Authentication.",
    ),
    (
        SiteBehindProxy,
        "Visitors reach {host} over https, but WordPress believes that it is http, because a proxy stands in between. Switch Settings → General, WordPress Address to https; if it is https already, ask your host to pass the https state on to PHP.",
    ),
    (
        SiteAddressHttp,
        "You opened this page over https, but {host} is stored with http. Switch Settings → General, WordPress Address to https, then come back.",
    ),
    (
        SiteWwwDiffers,
        "The WordPress admin is at {admin_host} and the site at {home_host}. If your server sends one to the other, signing in fails: use the same host in both fields of Settings → General.",
    ),
    (
        SiteHostDiffers,
        "The WordPress admin is at {admin_host} and the site at {home_host}. That is fine as long as you always open the admin there.",
    ),
    (
        SiteNetworkAdmin,
        "This is the network admin, and every site of the network has its own redirect URI. Open the wizard in the admin of the site that you want to connect.",
    ),
    (
        SiteOpenedOverHttp,
        "You opened this page over http, but Microsoft sends you back over https, where you may have to log in to WordPress again. Open the wizard over https before you sign in.",
    ),
    (
        SiteAdminUrlQuery,
        "Another plugin appends something to the address of the WordPress admin. The redirect URI here leaves it out; switch the plugin off if signing in fails.",
    ),
    (
        AddressInvisibleCharacter,
        "Character {position} of one address is invisible ({code_point}). Remove the address under Authentication and paste it again with the copy button of step 2.",
    ),
    (
        AddressBlank,
        "Character {position} of one address is a blank or line break ({code_point}). Remove the address under Authentication and paste it again with the copy button of step 2.",
    ),
    (
        AddressAmpersandEscaped,
        "One address reads &amp; or &#038; where a plain & belongs, because it was copied from a page’s source. Use the copy button of step 2.",
    ),
    (
        AddressSchemeDiffers,
        "The registered address begins with “{registered}”, and this site asks with “{requested}”. Register the address of step 2; if that one begins with http://, switch your site to https first.",
    ),
    (AddressUserinfo, "One address holds a user name before the host. Register the address of step 2, which has none."),
    (
        AddressWwwDiffers,
        "The registered host is {registered}, and this site asks with {requested}: www. makes them two different addresses. Register the address of step 2.",
    ),
    (
        AddressHostDiffers,
        "The registered host is “{registered}”, and this site asks with “{requested}”. Register the address of step 2; every site and every staging copy needs its own.",
    ),
    (
        AddressHostCaseDiffers,
        "The hosts {registered} and {requested} differ in capital letters only. Microsoft does not say whether that matters, so register the address just as step 2 shows it.",
    ),
    (
        AddressPortDiffers,
        "The registered port is “{registered}”, and this site asks with “{requested}”. Register the address just as step 2 shows it, port included.",
    ),
    (
        AddressPortIgnored,
        "The ports “{registered}” and “{requested}” differ, but Microsoft ignores the port on localhost. There is nothing to do.",
    ),
    (
        AddressSubdirectoryDiffers,
        "The folders before WordPress differ: “{registered}” is registered, and this site asks with “{requested}”. Register the address of step 2.",
    ),
    (
        AddressLanguagePrefixDiffers,
        "A language stands in the path: “{registered}” is registered, and this site asks with “{requested}”. A translation plugin adds it; open the wizard in the site’s main language and register the address of step 2.",
    ),
    (
        AddressPathDiffers,
        "The paths differ: “{registered}” is registered, and this site asks with “{requested}”. Register the address of step 2.",
    ),
    (
        AddressPathCaseDiffers,
        "The letters are the same, but some are capital in one address only, and behind the host that counts. Register the address just as step 2 shows it.",
    ),
    (
        AddressTrailingSlashDiffers,
        "Only one of the two addresses has a slash at the end of its path. Register the address just as step 2 shows it.",
    ),
    (
        AddressPercentEncodingDiffers,
        "Some characters are encoded with a percent sign in one address only. Register the address just as step 2 shows it.",
    ),
    (AddressStepMissing, "Only one of the two addresses holds step=3. Register the whole address of step 2, including its end."),
    (AddressQueryOrderDiffers, "The same parts follow the question mark in another order. Register the address just as step 2 shows it."),
    (AddressQueryDiffers, "Only one of the two addresses holds “{text}”. Register the whole address of step 2."),
    (AddressParameterDiffers, "The value of {parameter} differs. Register the address just as step 2 shows it."),
    (AddressFragment, "The addresses differ behind a #, which no redirect URI may hold. Register the address of step 2."),
    (
        AddressWildcard,
        "The asterisk of “{registered}” covers “{requested}”. Microsoft advises against it; register the whole address of step 2.",
    ),
    (AddressDiffers, "The addresses differ at character {position}. Register the address just as step 2 shows it."),
    (
        DiscoveryIssuerUnreadable,
        "Microsoft’s answer about the directory could not be read; perhaps a firewall or proxy answered in its place. Try again in a few minutes.",
    ),
    (
        DiscoveryCloudDiffers,
        "Your directory seems to be in Microsoft’s cloud {found}, and {chosen} is chosen. Choose {found} in step 2 if signing in fails.",
    ),
    (
        DiscoveryCloudUnknown,
        "Your directory is in a Microsoft cloud that this plugin does not know ({value}), so signing in will most likely fail.",
    ),
];
