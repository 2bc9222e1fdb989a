//! How sure a statement about Microsoft is.

use serde::Serialize;

/// Where a statement comes from, the surest first. Nothing weaker than [`Certainty::Derived`] may stop anyone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Certainty {
    /// Microsoft has written it down, or an RFC has.
    Documented,
    /// It follows from something documented.
    Derived,
    /// Seen in public code and reports only.
    Community,
    /// Nobody has written it down: not to be relied on.
    Unverified,
}
