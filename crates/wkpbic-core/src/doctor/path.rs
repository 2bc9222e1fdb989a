//! How two paths differ.

use super::DifferenceClass::*;
use super::findings::Finding;
use super::tidy::decoded;
use crate::certainty::Certainty::{self, Derived, Documented, Unverified};
use crate::error::ErrorCode as E;

/// Whether the registered path is a wildcard that covers the other; otherwise adds what differs.
pub(super) fn compare(registered: &str, requested: &str, is_local: bool, found: &mut Vec<Finding>) -> bool {
    if registered == requested {
        return false;
    }
    if registered.strip_suffix('*').is_some_and(|start| start.ends_with('/') && requested.starts_with(start)) {
        found.push(Finding::harmless(Path, E::AddressWildcard, Unverified).of(registered, requested));
        return true;
    }
    // The documentation tells localhost addresses apart by their paths, and the case of paths for hosts in general.
    let (path_is, case_is) = if is_local { (Documented, Derived) } else { (Derived, Documented) };

    let slash = if matches!((registered, requested), ("", "/") | ("/", "")) {
        Finding::harmless(TrailingSlash, E::AddressTrailingSlashDiffers, Unverified)
    } else {
        Finding::against(TrailingSlash, E::AddressTrailingSlashDiffers, Derived)
    };
    let case = Finding::against(PathCase, E::AddressPathCaseDiffers, case_is);
    let percent = Finding::against(PercentEncoding, E::AddressPercentEncodingDiffers, Unverified);

    // Equal once everything is evened out: each evening-out that is needed is a cause.
    let even = |is_decoded: bool, is_lower: bool, is_cut: bool| {
        let form = |path: &str| {
            let mut bytes = if is_decoded { decoded(path, false) } else { path.as_bytes().to_vec() };
            if is_lower {
                bytes.make_ascii_lowercase();
            }
            if is_cut && bytes.last() == Some(&b'/') {
                bytes.pop();
            }
            bytes
        };
        form(registered) == form(requested)
    };
    if even(true, true, true) {
        let is_case = !even(true, false, true);
        // Hexadecimal digits have a case too, which is no case of letters.
        let needed = [(!even(true, true, false), slash), (is_case, case), (!even(false, is_case, true), percent)];
        found.extend(needed.into_iter().filter(|(is_needed, _)| *is_needed).map(|(_, finding)| finding));
        return false;
    }
    found.push(folders(registered, requested, path_is));
    if registered.ends_with('/') != requested.ends_with('/') {
        found.push(slash);
    }
    false
}

/// Names the folders that only one path has.
fn folders(registered: &str, requested: &str, certainty: Certainty) -> Finding {
    let (one, other) = (segments(registered), segments(requested));
    let same = |(a, b): &(&&str, &&str)| a.eq_ignore_ascii_case(b);
    let before = one.iter().zip(&other).take_while(same).count();
    let left = one.len().min(other.len()).saturating_sub(before);
    let after = one.iter().rev().zip(other.iter().rev()).take(left).take_while(same).count();
    let next = one.get(one.len().saturating_sub(after)).copied().unwrap_or_default();
    let (one, other) = (own(&one, before, after), own(&other, before, after));

    let is_before_wordpress = after > 0 && (before == 0 || is_wordpress(next));
    let is_language = |all: &[&str]| all.is_empty() || matches!(all, [only] if is_language_tag(only));
    let is_plain = |all: &[&str]| !all.iter().any(|folder| folder.contains('.') || is_wordpress(folder));
    let (class, code) = if is_before_wordpress && is_language(one) && is_language(other) {
        (LanguagePrefix, E::AddressLanguagePrefixDiffers)
    } else if is_before_wordpress && is_plain(one) && is_plain(other) {
        (Subdirectory, E::AddressSubdirectoryDiffers)
    } else {
        (Path, E::AddressPathDiffers)
    };
    let finding = Finding::against(class, code, certainty);
    if one.is_empty() && other.is_empty() {
        // The folders are the same, but there is a slash too many between them.
        return finding.of(registered, requested);
    }
    finding.of(&one.join("/"), &other.join("/"))
}

fn segments(path: &str) -> Vec<&str> {
    path.split('/').filter(|segment| !segment.is_empty()).collect()
}

fn own<'a, 'b>(all: &'a [&'b str], before: usize, after: usize) -> &'a [&'b str] {
    all.get(before..all.len().saturating_sub(after)).unwrap_or_default()
}

/// Whether a folder is WordPress's own. A renamed wp-admin is another path, not another folder before it.
fn is_wordpress(folder: &str) -> bool {
    folder.eq_ignore_ascii_case("wp-admin") || folder.eq_ignore_ascii_case("wp-json")
}

/// A language's short name with or without a region, such as `de`, `en-us`, `pt_BR`, `zh-hans` (RFC 5646 section 2.1).
fn is_language_tag(text: &str) -> bool {
    let (language, region) = text.split_once(['-', '_']).map_or((text, None), |(language, region)| (language, Some(region)));
    let letters =
        |text: &str, from: usize, to: usize| (from..=to).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_alphabetic());
    // `wp` is where people put WordPress, and no language.
    letters(language, 2, 3)
        && !language.eq_ignore_ascii_case("wp")
        && region.is_none_or(|region| letters(region, 2, 4))
        && !matches!(language.to_ascii_lowercase().as_str(), "app" | "api" | "new" | "old" | "dev" | "www" | "web")
}
