//! Names of sentences that explain rather than complain: what a part of a script does, why a permission is asked for,
//! what the app cannot do, how to undo it.
//!
//! A phrase is stable like an error code and shares its name space; its words stand in the same catalogue. It has no
//! level, no parameters and nobody who must act.

use serde::{Serialize, Serializer};

macro_rules! phrases {
    ($( $(#[$doc:meta])* $name:ident = $text:literal; )+) => {
        /// A stable name of a sentence; its text form is snake_case.
        ///
        /// ```
        /// use wkpbic_core::phrase::Phrase;
        ///
        /// assert_eq!(Phrase::LimitActsAsUser.as_str(), "limit_acts_as_user");
        /// ```
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Phrase { $( $(#[$doc])* $name, )+ }

        impl Phrase {
            /// Every phrase, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The name as written in JSON and in the catalogue.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $text, )+ }
            }
        }
    };
}

phrases! {
    /// Puts the shop's facts into variables.
    ScriptFacts = "script_facts";
    /// Checks that `az` is signed in, and to which cloud.
    ScriptCheckSignIn = "script_check_sign_in";
    /// Finds the app of an earlier run, or makes it.
    ScriptApp = "script_app";
    /// Adds the Power BI permissions that the app does not have yet.
    ScriptPermissions = "script_permissions";
    /// Makes the service principal.
    ScriptServicePrincipal = "script_service_principal";
    /// Tries to consent for everybody.
    ScriptConsent = "script_consent";
    /// Adds a client secret.
    ScriptSecret = "script_secret";
    /// Prints the block that the wizard reads.
    ScriptBlock = "script_block";

    /// Asks an administrator to consent to an app that exists.
    AdminAskConsent = "admin_ask_consent";
    /// Asks an administrator to register the app.
    AdminAskRegister = "admin_ask_register";
    /// Who may grant it.
    AdminWhoMayGrant = "admin_who_may_grant";

    /// Why `Dataset.ReadWrite.All`.
    PurposePushOrders = "purpose_push_orders";
    /// Why `Workspace.ReadWrite.All`.
    PurposeMakeWorkspaces = "purpose_make_workspaces";
    /// Why `Report.Read.All`.
    PurposeShowReports = "purpose_show_reports";
    /// Why `Dashboard.Read.All`.
    PurposeShowDashboards = "purpose_show_dashboards";
    /// Why `Content.Create`.
    PurposeMakeDashboards = "purpose_make_dashboards";

    /// Delegated permissions never exceed those of the person.
    LimitActsAsUser = "limit_acts_as_user";
    /// Nothing beside Power BI.
    LimitPowerBiOnly = "limit_power_bi_only";
    /// Nothing in the directory.
    LimitNoDirectory = "limit_no_directory";
    /// No settings of the whole organisation.
    LimitNoTenantSettings = "limit_no_tenant_settings";
    /// Nobody from elsewhere can sign in.
    LimitOwnDirectory = "limit_own_directory";

    /// Take back the consent.
    UndoRevokeConsent = "undo_revoke_consent";
    /// Delete the app registration.
    UndoDeleteApp = "undo_delete_app";
}

impl Serialize for Phrase {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::ErrorCode;
    use std::collections::BTreeSet;

    #[test]
    fn names_are_unique_snake_case_words_that_no_code_has() {
        let mut seen: BTreeSet<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
        for phrase in Phrase::ALL {
            let text = phrase.as_str();
            assert!(seen.insert(text), "{text} stands twice");
            assert!(text.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_'), "{text}");
        }
    }
}
