//! The core's functions by name, with JSON in and out: what the vectors run and what `examples/judge.rs` offers.
//!
//! A bad call or a bad input is an answer of its own, never a panic.

mod admin_request;
mod callback;
mod discovery;
mod expiry;
mod explain;
mod fields;
mod input;
mod paste;
mod redirect;
mod script;
mod setup;
mod urls;

use serde_json::Value;

/// What stands in front of the answer: the name of a call, and the function that reads its input.
pub(crate) type Call = (&'static str, fn(&Value) -> Result<Value, String>);

/// Every call, one list a topic.
const TOPICS: &[&[Call]] = &[
    admin_request::CALLS,
    callback::CALLS,
    discovery::CALLS,
    expiry::CALLS,
    explain::CALLS,
    fields::CALLS,
    paste::CALLS,
    redirect::CALLS,
    script::CALLS,
    setup::CALLS,
    urls::CALLS,
];

/// Answers a call, or says what is wrong with it.
pub(crate) fn answer(call: &str, input: &Value) -> Result<Value, String> {
    let function = TOPICS.iter().flat_map(|topic| topic.iter()).find(|(name, _)| *name == call).map(|(_, function)| function);
    function.ok_or_else(|| format!("there is no call {call:?}; there are {}", names().join(", ")))?(input)
}

/// The names of all calls.
pub(crate) fn names() -> Vec<&'static str> {
    TOPICS.iter().flat_map(|topic| topic.iter()).map(|(name, _)| *name).collect()
}
