//! The sentences of the phrases: what a part of a script does, why something is asked for, what the app cannot do.
//! Labels are Microsoft's own, as they stand in the portal. A phrase has no parameters.

use wkpbic_core::phrase::Phrase::{self, *};

/// What a phrase is for, for translators.
pub(super) fn note(phrase: Phrase) -> &'static str {
    match phrase.as_str().split('_').next() {
        Some("script") => "Explains one part of a script that a person reads before running it.",
        Some("admin") => "In a request to the organisation’s administrator.",
        Some("purpose") => "Why a Power BI permission is asked for, in a request to the organisation’s administrator.",
        Some("limit") => "What the app cannot do, in a request to the organisation’s administrator.",
        _ => "How to undo a consent, in a request to the organisation’s administrator.",
    }
}

/// The sentence of a phrase, in English.
pub(super) fn sentence(phrase: Phrase) -> &'static str {
    match phrase {
        ScriptFacts => "Writes down your shop’s name, its redirect URI and your choices. Nothing else in the script depends on your shop.",
        ScriptCheckSignIn => {
            "Checks that the command az is there, signed in, and at the right one of Microsoft’s clouds, and says for which directory it works."
        }
        ScriptApp => {
            "Looks for an app of this name. One with your redirect URI is used again, one with another address stops the script, and otherwise a new app for your own organisation is made."
        }
        ScriptPermissions => "Adds the Power BI permissions that you chose and the app does not have yet.",
        ScriptServicePrincipal => {
            "Makes the app known in your directory as an enterprise application, so that consent has a place to be kept."
        }
        ScriptConsent => "Tries to consent for your whole organisation. If you may not do that, the script says so and goes on.",
        ScriptSecret => "Adds one new client secret with the lifetime that you chose. Secrets that exist stay as they are.",
        ScriptBlock => "Prints the values in one block. Copy it into the wizard, which files each value where it belongs.",

        AdminAskConsent => "Please open the link below and accept, so that our shop can send its orders to Power BI.",
        AdminAskRegister => {
            "Please register an app for our shop in Microsoft Entra, so that it can send its orders to Power BI, and send us its client ID, tenant ID and client secret by a safe way."
        }
        AdminWhoMayGrant => {
            "A Privileged Role Administrator, a Cloud Application Administrator or an Application Administrator may grant this. A Global Administrator may too, but is not needed."
        }

        PurposePushOrders => "Sends the shop’s orders, products and customers to Power BI and refreshes them there.",
        PurposeMakeWorkspaces => "Lists the workspaces to choose from, and makes one for the shop’s data.",
        PurposeShowReports => "Shows reports inside the shop’s administration.",
        PurposeShowDashboards => "Shows dashboards inside the shop’s administration.",
        PurposeMakeDashboards => "Makes a first dashboard from the shop’s data.",

        LimitActsAsUser => "It acts as the person who signs in, and can never do more in Power BI than this person may.",
        LimitPowerBiOnly => {
            "It reaches Power BI and nothing else: no mail, no files, no calendars. Of the person who signs in it learns the name and the account."
        }
        LimitNoDirectory => "It cannot read or change your directory: no users, no groups, no licences, no policies.",
        LimitNoTenantSettings => "It cannot change Power BI’s settings for your organisation.",
        LimitOwnDirectory => "Only accounts of your own directory can sign in to it.",

        UndoRevokeConsent => {
            "To take the consent back, open Enterprise applications, choose the app, then Permissions, and revoke what was granted."
        }
        UndoDeleteApp => {
            "To remove everything, delete the app under App registrations. What was already handed out runs out within about an hour and a half."
        }
    }
}
