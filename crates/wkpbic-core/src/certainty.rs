//! How sure a statement about Microsoft is.

words! {
    /// Where a statement comes from, the surest first. Nothing weaker than [`Certainty::Derived`] may stop anyone.
    #[derive(PartialOrd, Ord)]
    pub enum Certainty {
        /// Microsoft has written it down, or an RFC has.
        Documented = "documented",
        /// It follows from something documented.
        Derived = "derived",
        /// Seen in public code and reports only.
        Community = "community",
        /// Nobody has written it down: not to be relied on.
        Unverified = "unverified",
    }
}
