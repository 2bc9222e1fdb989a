//! How two query strings differ.

use super::DifferenceClass::*;
use super::findings::Finding;
use super::tidy::decoded;
use crate::address::shortened;
use crate::certainty::Certainty::{Derived, Documented, Unverified};
use crate::error::ErrorCode as E;
use crate::order::order;

/// How many parameters that only one address has are compared by name; no sentence needs more.
const MAX_COMPARED: usize = 64;

pub(super) fn compare(registered: Option<&str>, requested: Option<&str>, found: &mut Vec<Finding>) {
    if registered == requested {
        return;
    }
    let (one, other) = (registered.unwrap_or_default(), requested.unwrap_or_default());
    let percent = Finding::against(PercentEncoding, E::AddressPercentEncodingDiffers, Unverified);
    if one == other {
        found.push(extra("?", if registered.is_some() { Derived } else { Unverified }));
        return;
    }
    if decoded(one, true) == decoded(other, true) {
        found.push(percent);
        return;
    }
    if one.eq_ignore_ascii_case(other) {
        found.push(Finding::against(PathCase, E::AddressPathCaseDiffers, Documented));
        return;
    }
    let (only_one, only_other) = leftovers(&pairs(one, true), &pairs(other, true));
    // A pair that is common once it is decoded, and was not before, stands in both lists.
    let (raw_one, _) = leftovers(&pairs(one, false), &pairs(other, false));
    if raw_one.len() > only_one.len() {
        found.push(percent);
    }
    if only_one.is_empty() && only_other.is_empty() {
        let is_reordered = pairs(one, true) != pairs(other, true);
        let order = Finding::against(QueryOrder, E::AddressQueryOrderDiffers, Unverified);
        // The same parameters in the same order: there is an ampersand too many between them.
        found.push(if is_reordered { order } else { extra("&", Derived) });
        return;
    }
    // What the request lacks cannot be right; of what it adds nothing is known.
    let certainty = if only_one.is_empty() { Unverified } else { Derived };
    let has_common = pairs(one, true).len() > only_one.len();
    let is_step = |pair: &&Vec<u8>| has_common && name_of(pair) == b"step";
    if only_one.iter().chain(&only_other).any(|pair| is_step(&pair)) {
        found.push(Finding::against(MissingStep, E::AddressStepMissing, certainty));
    }
    let rest = |all: &[Vec<u8>]| all.iter().filter(|pair| !is_step(pair)).take(MAX_COMPARED).cloned().collect::<Vec<_>>();
    let (rest_one, rest_other) = (rest(&only_one), rest(&only_other));
    let is_in = |pair: &Vec<u8>, all: &[Vec<u8>]| all.iter().any(|other| name_of(other) == name_of(pair));
    if let Some(pair) = rest_other.iter().find(|pair| is_in(pair, &rest_one)) {
        let name = shortened(&String::from_utf8_lossy(name_of(pair)));
        found.push(Finding { params: vec![("parameter", name.into())], ..Finding::against(Other, E::AddressParameterDiffers, Derived) });
    }
    let only_one = rest_one.iter().find(|pair| !is_in(pair, &rest_other));
    if let Some(pair) = only_one.or_else(|| rest_other.iter().find(|pair| !is_in(pair, &rest_one))) {
        found.push(extra(&String::from_utf8_lossy(pair), certainty));
    }
}

fn extra(text: &str, certainty: crate::certainty::Certainty) -> Finding {
    Finding { params: vec![("text", shortened(text).into())], ..Finding::against(ExtraQuery, E::AddressQueryDiffers, certainty) }
}

/// The parameters, decoded or as they stand.
fn pairs(query: &str, is_decoded: bool) -> Vec<Vec<u8>> {
    let pieces = query.split('&').filter(|pair| !pair.is_empty());
    pieces.map(|pair| if is_decoded { decoded(pair, true) } else { pair.as_bytes().to_vec() }).collect()
}

/// What only the one and only the other has, each as often as it stands there more often.
fn leftovers(one: &[Vec<u8>], other: &[Vec<u8>]) -> (Vec<Vec<u8>>, Vec<Vec<u8>>) {
    let sorted = |list: &[Vec<u8>]| {
        let order = order(list.len(), &|one, other| list.get(one) < list.get(other));
        order.into_iter().filter_map(|at| list.get(at).cloned()).collect::<Vec<_>>().into_iter().peekable()
    };
    let (mut one, mut other) = (sorted(one), sorted(other));
    let (mut only_one, mut only_other) = (Vec::new(), Vec::new());
    loop {
        let order = match (one.peek(), other.peek()) {
            (None, None) => return (only_one, only_other),
            (Some(_), None) => std::cmp::Ordering::Less,
            (None, Some(_)) => std::cmp::Ordering::Greater,
            (Some(a), Some(b)) => a.cmp(b),
        };
        let (from_one, from_other) = (order.is_le().then(|| one.next()).flatten(), order.is_ge().then(|| other.next()).flatten());
        match (from_one, from_other) {
            (Some(pair), None) => only_one.push(pair),
            (None, Some(pair)) => only_other.push(pair),
            _ => {}
        }
    }
}

fn name_of(pair: &[u8]) -> &[u8] {
    pair.split(|byte| *byte == b'=').next().unwrap_or_default()
}
