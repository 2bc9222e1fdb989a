//! HTTP statuses in a text (RFC 9110 section 15).

use super::tables::{POWER_BI_STATUSES, find};
use super::words::{Word, leading_number};
use crate::error::ErrorCode;

/// Names behind which a status may stand.
const LABELS: &[&str] = &[
    "http",
    "status",
    "statuscode",
    "status_code",
    "http_code",
    "httpcode",
    "http_status",
    "response_code",
    "code",
    "error",
    "statut",
    "estado",
];

/// Words between the label and the status.
const BETWEEN: &[&str] = &["status", "code", "error", "response", "returned", "is", "of"];

/// How a status is spoken out, in lower case, by the beginning.
const REASONS: &[(u32, &str)] = &[
    (400, "bad request"),
    (401, "unauthorized"),
    (403, "forbidden"),
    (404, "not found"),
    (407, "proxy authentication"),
    (408, "request time"),
    (429, "too many"),
    (500, "internal server"),
    (502, "bad gateway"),
    (503, "service"),
    (504, "gateway time"),
];

/// The status that stands behind this name, or that this name is.
pub(super) fn status_of(word: &Word<'_>) -> Option<u16> {
    if word.text.len() == 3 {
        let number = leading_number(word.text)?;
        let rest = word.after.trim_start_matches([' ', ')', ':', '-']);
        let spoken = REASONS.iter().find(|(status, _)| *status == number)?.1;
        let is_spoken = rest.get(..spoken.len()).is_some_and(|start| start.eq_ignore_ascii_case(spoken));
        return u16::try_from(number).ok().filter(|_| is_spoken);
    }
    if !word.is(LABELS) {
        return None;
    }
    let version = word.after.strip_prefix('/').map(|rest| rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.'));
    let mut rest = version.unwrap_or(word.after);
    for _ in 0..3 {
        rest = rest.trim_start_matches([' ', '\t', ':', '=', '"', '\'', '#', '(', '>', ']']);
        let between = BETWEEN.iter().find_map(|between| {
            let (start, behind) = rest.split_at_checked(between.len())?;
            start.eq_ignore_ascii_case(between).then_some(behind)
        });
        match between {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let digits = rest.get(..3).filter(|digits| digits.bytes().all(|byte| byte.is_ascii_digit()))?;
    let ends = !rest.get(3..)?.starts_with(|c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-');
    digits.parse().ok().filter(|status| ends && (100..600).contains(status))
}

/// What a status alone means. `power_bi`: it is known to come from there.
pub(super) fn code_of_status(status: u16, power_bi: bool) -> Option<ErrorCode> {
    let by_power_bi = find(POWER_BI_STATUSES, &u32::from(status)).filter(|_| power_bi);
    Some(match status {
        429 => ErrorCode::MicrosoftThrottled,
        500.. => ErrorCode::MicrosoftUnavailable,
        407 => ErrorCode::ProxyLoginRequired,
        400.. if power_bi => by_power_bi.unwrap_or(ErrorCode::PowerBiUnknown),
        400.. => ErrorCode::HttpRefused,
        _ => return None,
    })
}
