//! Everything that makes two addresses differ, the cause to tell first in front.

use super::DifferenceClass::{self, *};
use super::tidy::Tidied;
use super::{first_difference, path, query};
use crate::address::{Address, shortened};
use crate::certainty::Certainty::{self, *};
use crate::characters::code_point;
use crate::error::ErrorCode as E;
use crate::site::is_www_of;
use crate::verdict::Param;

/// One cause.
#[derive(Clone, Debug)]
pub(super) struct Finding {
    pub(super) class: DifferenceClass,
    pub(super) code: E,
    pub(super) params: Vec<(&'static str, Param)>,
    /// Whether the addresses count as one in spite of it.
    pub(super) matches: bool,
    pub(super) certainty: Certainty,
}

impl Finding {
    /// A cause that makes two addresses of one.
    pub(super) const fn against(class: DifferenceClass, code: E, certainty: Certainty) -> Self {
        Self { class, code, params: Vec::new(), matches: false, certainty }
    }

    /// A cause in spite of which they count as one.
    pub(super) const fn harmless(class: DifferenceClass, code: E, certainty: Certainty) -> Self {
        Self { class, code, params: Vec::new(), matches: true, certainty }
    }

    /// With both texts for the sentence.
    pub(super) fn of(self, registered: &str, requested: &str) -> Self {
        Self { params: vec![("registered", shortened(registered).into()), ("requested", shortened(requested).into())], ..self }
    }
}

/// Empty exactly when the texts are the same.
pub(super) fn findings(registered: &str, requested: &str) -> Vec<Finding> {
    if registered == requested {
        return Vec::new();
    }
    let mut found = Vec::new();
    let (one, other) = (Tidied::of(registered), Tidied::of(requested));
    let is_same_text = one.text == other.text;

    for (class, code, left, right) in [
        (InvisibleCharacter, E::AddressInvisibleCharacter, &one.hidden, &other.hidden),
        (Blank, E::AddressBlank, &one.blanks, &other.blanks),
    ] {
        let characters = |list: &[(usize, char)]| list.iter().map(|(_, character)| *character).collect::<Vec<_>>();
        if characters(left) == characters(right) && !(is_same_text && left != right) {
            continue;
        }
        let at = left.iter().zip(right).take_while(|((_, a), (_, b))| a == b).count();
        let pick = if left.len() >= right.len() { left } else { right };
        if let Some((position, character)) = pick.get(at).or_else(|| pick.first()) {
            let params = vec![("position", (*position).into()), ("code_point", code_point(*character).into())];
            found.push(Finding { params, ..Finding::against(class, code, Derived) });
        }
    }
    if one.escapes != other.escapes {
        found.push(Finding::against(EscapedAmpersand, E::AddressAmpersandEscaped, Derived));
    }
    if !is_same_text {
        compare_parts(&Address::read(&one.text), &Address::read(&other.text), &mut found);
    }
    // Escapes or invisible characters at other places have no name, but a position; and no text that had to be tidied
    // is the same as another.
    let is_tidy = one.text == registered && other.text == requested;
    if found.is_empty() || (!is_tidy && found.iter().all(|finding| finding.matches)) {
        let (position, ..) = first_difference(registered, requested);
        let params = vec![("position", position.into())];
        found.push(Finding { params, ..Finding::against(Other, E::AddressDiffers, Derived) });
    }
    in_order(found)
}

/// What counts before what is harmless, then by class. There are a dozen findings at most: no need of a sort from the
/// library, which would weigh more than this module.
fn in_order(found: Vec<Finding>) -> Vec<Finding> {
    let mut ordered: Vec<Finding> = Vec::with_capacity(found.len());
    for finding in found {
        let key = (finding.matches, finding.class);
        let at = ordered.iter().take_while(|other| (other.matches, other.class) <= key).count();
        ordered.insert(at, finding);
    }
    ordered
}

fn compare_parts(one: &Address<'_>, other: &Address<'_>, found: &mut Vec<Finding>) {
    if one.scheme != other.scheme {
        let finding = if one.scheme.eq_ignore_ascii_case(other.scheme) {
            Finding::harmless(Scheme, E::AddressSchemeDiffers, Unverified)
        } else {
            Finding::against(Scheme, E::AddressSchemeDiffers, Derived)
        };
        found.push(finding.of(one.scheme, other.scheme));
    }
    if one.userinfo != other.userinfo {
        found.push(Finding::against(Userinfo, E::AddressUserinfo, Derived));
    }
    let covered = one.host.contains('*') && one.host != other.host;
    if one.host != other.host {
        found.push(host(one.host, other.host).of(one.host, other.host));
    }
    found.extend(port(one, other).map(|finding| finding.of(one.port.unwrap_or_default(), other.port.unwrap_or_default())));
    let is_local = one.is_localhost() && other.is_localhost();
    let is_wildcard = path::compare(one.path, other.path, is_local, found) || covered;
    // What a registered asterisk covers is answered without query and fragment.
    if !is_wildcard {
        query::compare(one.query, other.query, found);
        if one.fragment != other.fragment {
            found.push(Finding::against(Fragment, E::AddressFragment, Derived));
        }
    }
}

fn host(registered: &str, requested: &str) -> Finding {
    if let Some(after) = registered.strip_prefix("*.").filter(|after| !after.contains('*')) {
        let label = requested.split_once('.').filter(|(label, rest)| !label.is_empty() && rest.eq_ignore_ascii_case(after));
        if label.is_some() {
            return Finding::harmless(Host, E::AddressWildcard, Documented);
        }
        let is_near = requested.to_ascii_lowercase().ends_with(&after.to_ascii_lowercase());
        return Finding::against(Host, E::AddressHostDiffers, if is_near { Unverified } else { Derived });
    }
    if registered.eq_ignore_ascii_case(requested) {
        Finding::harmless(HostCase, E::AddressHostCaseDiffers, Unverified)
    } else if is_www_of(registered, requested) || is_www_of(requested, registered) {
        Finding::against(Www, E::AddressWwwDiffers, Derived)
    } else {
        Finding::against(Host, E::AddressHostDiffers, Derived)
    }
}

fn port(one: &Address<'_>, other: &Address<'_>) -> Option<Finding> {
    if one.port == other.port {
        return None;
    }
    Some(if one.is_localhost() && other.is_localhost() {
        Finding::harmless(Port, E::AddressPortIgnored, Documented)
    } else if one.effective_port().is_some() && one.effective_port() == other.effective_port() {
        Finding::harmless(Port, E::AddressPortDiffers, Unverified)
    } else if one.host == "127.0.0.1" && other.host == "127.0.0.1" {
        Finding::against(Port, E::AddressPortDiffers, Unverified)
    } else {
        Finding::against(Port, E::AddressPortDiffers, Documented)
    })
}
