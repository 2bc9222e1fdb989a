//! Scripts, consent requests, the expiry of secrets, and the questions at the beginning.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (
        ScriptNameCharacter,
        "Character {position} of the name ({code_point}) is invisible or turns the direction of writing, so a script with it would not read as it runs. Type another name for the app.",
    ),
    (ScriptNameCut, "Microsoft takes {max} characters for an app’s name, and this has {actual}; the rest is cut off."),
    (
        ScriptLifetime,
        "A client secret lives from {min_months} to {max_months} months, and {months} was asked for. Microsoft advises less than 12.",
    ),
    (ScriptPermissionsMissing, "Choose at least one of the Power BI permissions."),
    (ScriptPermissionUnknown, "{permission} is not one of the Power BI permissions that this plugin uses."),
    (AdminRequestLinkForeign, "The consent link does not lead to Microsoft’s sign-in of this app. Reload the page and try again."),
    (
        MailtoLong,
        "The mail has {actual} characters as a link, and some mail programs cut it after {max}. Copy the text into a new mail instead.",
    ),
    (
        ExpiryDateMissing,
        "Enter the day on which the client secret expires. Certificates & secrets shows it in the column Expires. Without it nobody can remind you.",
    ),
    (ExpiryDateUnreadable, "This is not a date. Write year, month and day, such as 2027-05-24."),
    (ExpiryDateImpossible, "The calendar has no such day. Copy the date from the column Expires under Certificates & secrets."),
    (ExpiryDateAmbiguous, "This may be {first} or {second}. Choose the one that is meant."),
    (
        ExpiryDatePast,
        "{date} is over, so this secret no longer works. Make a new one under Certificates & secrets and paste its Value and its date.",
    ),
    (ExpiryDateToday, "This secret expires today. Make a new one under Certificates & secrets now, and paste its Value and its date."),
    (
        ExpiryDateFar,
        "This is more than {max_months} months away, the longest that the portal offers. Compare the date with the column Expires.",
    ),
    (
        SecretExpiresSoon,
        "The client secret expires on {date} (days left: {days}); after that nothing works any more. Make a new one under Certificates & secrets and store its Value and date.",
    ),
    (
        QuizPersonalAccount,
        "A personal Microsoft account cannot work: Power BI needs a work or school account. If your company uses Microsoft 365, use that account. If not, Microsoft 365 Business or a Power BI trial with your own domain gives you one.",
    ),
    (
        QuizNoAccount,
        "You need a work or school account first. Ask whoever looks after Microsoft 365 in your company; if nobody does, Microsoft 365 Business or a Power BI trial with your own domain gives you one.",
    ),
    (
        QuizAccountUnsure,
        "If you sign in with your company’s mail address, it is most likely a work account. If Microsoft asks “Work or personal?”, choose work.",
    ),
    (QuizAdminNeeded, "Your administrator has to register the app. Step 2 has a page that you can send to them."),
    (QuizRegisterUnsure, "Just try: if the portal shows New registration greyed out, send your administrator the page from step 2."),
    (
        QuizPowerBiNeverOpened,
        "Open app.powerbi.com once with your work account and sign up. Until then Power BI Service is missing from the portal’s list of permissions.",
    ),
    (
        QuizPowerBiUnsure,
        "If Power BI Service is missing from the portal’s list of permissions, open app.powerbi.com once with your work account.",
    ),
    (
        QuizUnattended,
        "Without a person, the app signs in by itself. For that, an administrator of Power BI must allow service principals and add the app to a workspace.",
    ),
];
