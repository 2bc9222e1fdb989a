//! What must hold for any two texts, any address and any discovery document.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::arithmetic_side_effects, clippy::string_slice, reason = "a test may fail in any way")]

use proptest::prelude::*;
use wkpbic_core::audience::Audience;
use wkpbic_core::certainty::Certainty;
use wkpbic_core::cloud::CLOUDS;
use wkpbic_core::discovery::{Discovery, tenant_from_discovery};
use wkpbic_core::doctor::{Difference, matches, redirect_doctor};
use wkpbic_core::guid::is_guid;
use wkpbic_core::redirect::{MAX_REDIRECT_URI_CHARS, RedirectUri, Via, check_redirect_uri, check_redirect_uri_list, check_registration};
use wkpbic_core::site::{SiteFacts, site_redirect_uri_with};
use wkpbic_core::verdict::{Param, Params};

/// Pieces of addresses and of what people make of them.
fn piece() -> impl Strategy<Value = String> {
    prop_oneof![
        6 => prop::sample::select(vec![
            "https://", "http://", "//", "/", ":", "?", "&", "=", "#", "@", "%", "%2D", "%d0", "+", "*", "*.", "[", "]", "&amp;", "&#038;",
            "shop.example", "SHOP.example", "www.", "localhost", "127.0.0.1", "[::1]", ":8443", ":443", "/wp-admin/", "/WP-Admin/",
            "/de", "/blog", "admin.php", "page=wkpbic-setup-wizard", "step=3", "step=4", "\u{200b}", " ", "\n", "\0", "ä", "😀", "\\", "amp;",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(|character| character.to_string()),
        1 => "[a-zA-Z0-9.]{1,4}",
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(piece(), 0..12).prop_map(|pieces| pieces.concat())
}

/// Two texts that mostly agree: the second has a few pieces put in, left out or changed.
fn pair() -> impl Strategy<Value = (String, String)> {
    let change = (any::<prop::sample::Index>(), prop::option::of(piece()), any::<bool>());
    (prop::collection::vec(piece(), 0..10), prop::collection::vec(change, 0..3)).prop_map(|(pieces, changes)| {
        let mut other = pieces.clone();
        for (at, piece, is_replacement) in changes {
            let at = at.index(other.len() + 1);
            if is_replacement && at < other.len() {
                other.remove(at);
            }
            if let Some(piece) = piece {
                other.insert(at, piece);
            }
        }
        (pieces.concat(), other.concat())
    })
}

fn is_bounded(params: &Params) -> bool {
    params.0.iter().all(|(_, value)| match value {
        Param::Number(_) => true,
        Param::Text(text) => text.chars().count() <= MAX_REDIRECT_URI_CHARS as usize,
    })
}

fn sides(difference: &Difference) -> (Option<char>, Option<char>) {
    (difference.registered_character, difference.requested_character)
}

/// What may differ between two addresses that count as one: letters of scheme and host, ports, a slash behind the
/// host, and whatever an asterisk covers.
fn evened(text: &str) -> String {
    let start = text.split(['?', '#']).next().unwrap_or_default();
    let behind_scheme = start.find("//").map_or(0, |at| at + 2);
    let host_end = start.get(behind_scheme..).and_then(|rest| rest.find('/')).map_or(start.len(), |at| at + behind_scheme);
    let (front, rest) = text.split_at(host_end);
    let (user, host) = front.rsplit_once('@').map_or(("", front), |(user, host)| (user, host));
    let bracket = host.rfind(']').unwrap_or(0);
    let port = host.get(bracket..).and_then(|rest| rest.rfind(':')).map(|at| at + bracket).filter(|at| !host[*at..].starts_with("://"));
    let host = host.split_at(port.unwrap_or(host.len())).0.to_lowercase();
    let rest = if rest == "/" { "" } else { rest };
    format!("{user}@{host}{}", rest.replacen("/?", "?", 1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn the_position_is_where_two_texts_part((registered, requested) in pair()) {
        let difference = redirect_doctor(&registered, &requested);
        prop_assert_eq!(difference.same, registered == requested);
        prop_assert_eq!(difference.class.is_none(), difference.same);
        prop_assert_eq!(difference.code.is_none(), difference.same);
        if let Some(position) = difference.position {
            let before = position as usize - 1;
            prop_assert!(registered.chars().take(before).eq(requested.chars().take(before)));
            prop_assert_eq!(sides(&difference), (registered.chars().nth(before), requested.chars().nth(before)));
            prop_assert!(difference.registered_character != difference.requested_character);
        }
        prop_assert!(is_bounded(&difference.params));
        prop_assert!(difference.more.len() < 20 && difference.class.is_none_or(|class| !difference.more.contains(&class)));
        prop_assert!(difference.more.iter().all(|class| difference.more.iter().filter(|other| *other == class).count() == 1));
    }

    #[test]
    fn the_doctor_names_all_parameters_of_its_code((registered, requested) in pair()) {
        let difference = redirect_doctor(&registered, &requested);
        let names: Vec<&str> = difference.params.0.iter().map(|(name, _)| *name).collect();
        prop_assert_eq!(names, difference.code.map_or(vec![], |code| code.info().params.to_vec()));
    }

    #[test]
    fn the_doctor_finds_the_same_causes_from_either_side((one, other) in pair().prop_filter("no wildcard", |(one, other)| !one.contains('*') && !other.contains('*'))) {
        let classes = |difference: Difference| {
            let mut classes: Vec<_> = difference.class.into_iter().chain(difference.more).collect();
            classes.sort();
            classes
        };
        let (there, back) = (redirect_doctor(&one, &other), redirect_doctor(&other, &one));
        prop_assert_eq!(sides(&there), (back.requested_character, back.registered_character));
        prop_assert_eq!(classes(there), classes(back));
    }

    #[test]
    fn every_text_is_its_own_address(text in text()) {
        let verdict = matches(&text, &text);
        prop_assert!(verdict.matches && verdict.reason.is_none() && verdict.certainty == Certainty::Documented);
        prop_assert!(redirect_doctor(&text, &text).same);
    }

    #[test]
    fn doctor_and_match_agree((registered, requested) in pair()) {
        let (verdict, difference) = (matches(&registered, &requested), redirect_doctor(&registered, &requested));
        prop_assert_eq!(verdict.reason, difference.code);
        prop_assert_eq!(&verdict.params, &difference.params);
        prop_assert!(verdict.matches || !difference.same);
        prop_assert!(verdict.certainty != Certainty::Community);
    }

    #[test]
    fn only_harmless_differences_match((registered, requested) in pair().prop_filter("no wildcard", |(one, _)| !one.contains('*'))) {
        if matches(&registered, &requested).matches {
            prop_assert_eq!(evened(&registered), evened(&requested));
        }
    }

    #[test]
    fn legality_never_panics_and_points_at_characters(text in text(), audience in prop::sample::select(Audience::ALL), manifest in any::<bool>()) {
        let verdict = check_registration(&text, audience, if manifest { Via::Manifest } else { Via::Portal });
        prop_assert!(is_bounded(&verdict.params));
        for (name, value) in &verdict.params.0 {
            if let (&"position", Param::Number(position)) = (name, value) {
                prop_assert!((1..=text.chars().count()).contains(&(*position as usize)));
            }
        }
    }

    #[test]
    fn what_is_refused_for_one_tenant_is_refused_for_all(text in text()) {
        if check_redirect_uri(&text).is_error() {
            prop_assert!(Audience::ALL.iter().all(|audience| check_registration(&text, *audience, Via::Portal).is_error()));
        }
        if let Ok(uri) = RedirectUri::parse(&text) {
            prop_assert_eq!(uri.as_str(), text);
        }
    }

    #[test]
    fn any_list_is_judged(list in prop::collection::vec(text(), 0..40)) {
        let list: Vec<&str> = list.iter().map(String::as_str).collect();
        prop_assert!(is_bounded(&check_redirect_uri_list(&list, Audience::MyOrg).params));
    }

    #[test]
    fn any_site_has_an_answer(admin_url in text(), home_url in text(), rest_url in prop::option::of(text()), proto in prop::option::of(text()), flags in any::<(bool, bool)>()) {
        let site = site_redirect_uri_with(&SiteFacts {
            admin_url: &admin_url,
            home_url: &home_url,
            rest_url: rest_url.as_deref(),
            is_ssl: flags.0,
            forwarded_proto: proto.as_deref(),
            permalinks: flags.1,
        });
        prop_assert!(site.redirect_uri.ends_with("/admin.php?page=wkpbic-setup-wizard&step=3"));
        prop_assert_eq!(site.verdict.is_error(), check_redirect_uri(&site.redirect_uri).is_error());
        prop_assert!(site.findings.iter().all(|finding| !finding.is_error() && is_bounded(&finding.params)));
        prop_assert!(site.alternative.is_none_or(|other| other.redirect_uri.ends_with("/wkpbic/v1/callback")));
    }

    #[test]
    fn discovery_gives_a_guid_or_an_error(issuer in prop_oneof![text(), "https://login\\.(microsoftonline|windows)\\.(com|net|us)/[0-9a-f-]{0,40}(/v2\\.0)?"], instance in prop::option::of(text()), scope in prop::option::of("USGov|EU|"), mark in prop::option::of("GCC|DOD|DODCON|x|")) {
        for cloud in CLOUDS {
            let document = Discovery {
                issuer: &issuer,
                cloud_instance_name: instance.as_deref(),
                tenant_region_scope: scope.as_deref(),
                tenant_region_sub_scope: mark.as_deref(),
            };
            let found = tenant_from_discovery(&document, cloud);
            prop_assert_eq!(found.tenant_id.is_none(), found.verdict.is_error());
            prop_assert!(found.tenant_id.is_none_or(|id| is_guid(&id)));
            prop_assert!(is_bounded(&found.verdict.params));
        }
    }
}

/// The work grows with the length, not with its square: a quarter of a megabyte of anything is compared at once.
#[test]
fn long_texts_are_compared_at_once() {
    for piece in ["&amp;", "&", "a=b&", "/", "%41", "\u{200b}", "amp;", "*", "a/"] {
        let one = piece.repeat(250_000 / piece.len());
        let other = format!("{one}x");
        assert!(!redirect_doctor(&format!("https://shop.example/?{one}"), &format!("https://shop.example/?{other}")).same);
        assert!(!redirect_doctor(&one, &other).same);
    }
}
