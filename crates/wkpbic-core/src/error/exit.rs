//! What the exit code of a command says about a code.

use super::{ErrorCode, FailureClass};

words! {
    /// The exit codes of `wp wkpbic`, by what they say.
    pub enum Exit {
        /// 0.
        Ok = "ok",
        /// 1: somebody has to act.
        NeedsAction = "needs_action",
        /// 2: the command line was wrong; nothing was done.
        BadInput = "bad_input",
        /// 3: Microsoft could not be reached or had a fault; the same command may work later.
        MicrosoftNotReachable = "microsoft_not_reachable",
    }
}

/// Passing faults that are the site's own, and that its owner mends.
const AT_THE_SITE: &[ErrorCode] = &[ErrorCode::SiteNotReached];

impl ErrorCode {
    /// Which exit code a command ends with that gives this code.
    ///
    /// ```
    /// use wkpbic_core::error::{ErrorCode, Exit};
    ///
    /// assert_eq!(ErrorCode::MicrosoftUnavailable.exit(), Exit::MicrosoftNotReachable);
    /// assert_eq!(ErrorCode::SiteNotReached.exit(), Exit::NeedsAction);
    /// ```
    #[must_use]
    pub fn exit(self) -> Exit {
        let info = self.info();
        match info.status {
            200 => Exit::Ok,
            400 | 422 => Exit::BadInput,
            502.. if info.failure_class() == FailureClass::Transient && !AT_THE_SITE.contains(&self) => Exit::MicrosoftNotReachable,
            _ => Exit::NeedsAction,
        }
    }
}
