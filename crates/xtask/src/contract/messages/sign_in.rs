//! An attempt to sign in, from its beginning to the answer.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (StateUnknown, "This answer from Microsoft belongs to no sign-in that was started here. Start the sign-in again."),
    (SignInExpired, "You were away for more than 15 minutes, so the sign-in was given up for safety. Start it again."),
    (
        SignInSettingsChanged,
        "The keys in step 2 were changed while you were at Microsoft’s page, so the answer no longer fits. Sign in again.",
    ),
    (SignInOtherUser, "Another WordPress user started this sign-in. Start your own, or go on as that user."),
    (
        SignInOtherBrowser,
        "This sign-in was started in another browser, or its cookie is gone. Start it again here, and stay in this browser.",
    ),
    (StateReused, "This sign-in was used before, by somebody else or in another browser. Start it again."),
    (SignInAlreadyDone, "This sign-in is finished already; nothing was done twice."),
    (SignInMalformed, "The sign-in could not be started, since {field} is not of the expected form. Reload the page and try again."),
    (SetupIncomplete, "{field} is still missing. Enter it in step 2, then sign in."),
    (SignedIn, "You are signed in, and the connection is stored."),
    (CallbackDuplicateParameter, "Microsoft’s answer holds {parameter} twice, so it was not used. Start the sign-in again."),
    (CallbackIncomplete, "Microsoft’s answer is incomplete. Start the sign-in again."),
    (CallbackStateMissing, "Microsoft’s answer does not say which sign-in it belongs to, so it was not used. Start the sign-in again."),
    (IdTokenMissing, "Microsoft did not say who signed in, so the sign-in was not accepted. Start it again."),
    (IdTokenUnreadable, "Microsoft’s proof of who signed in cannot be read, so the sign-in was not accepted. Start it again."),
    (
        IdTokenAlgorithm,
        "Microsoft’s proof of who signed in is not signed the way Microsoft signs, so the sign-in was not accepted. Ask your host whether a proxy changes answers of Microsoft.",
    ),
    (
        IdTokenKeyUnknown,
        "The proof of who signed in names a key that Microsoft does not publish for your directory, so the sign-in was not accepted. Start it again in a minute.",
    ),
    (
        IdTokenSignatureWrong,
        "The signature on the proof of who signed in does not fit, so the sign-in was not accepted. Ask your host whether a proxy changes answers of Microsoft.",
    ),
    (
        IdTokenIssuerWrong,
        "The proof of who signed in was not issued by Microsoft for your directory, so the sign-in was not accepted. Check tenant ID and cloud in step 2.",
    ),
    (
        IdTokenAudienceWrong,
        "The proof of who signed in is meant for another app, so the sign-in was not accepted. Check the client ID in step 2, then sign in again.",
    ),
    (
        IdTokenExpired,
        "By the clock of this server Microsoft’s proof of who signed in is too old. The clock is probably fast: ask your host to set it, then sign in again.",
    ),
    (
        IdTokenIssuedLater,
        "By the clock of this server Microsoft’s proof of who signed in was issued in the future. The clock is probably slow: ask your host to set it, then sign in again.",
    ),
    (
        IdTokenNotYetValid,
        "By the clock of this server Microsoft’s proof of who signed in does not count yet. The clock is probably slow: ask your host to set it, then sign in again.",
    ),
    (IdTokenNonceWrong, "The proof of who signed in belongs to another sign-in, so it was not accepted. Start the sign-in again."),
    (
        IdTokenTenantWrong,
        "The account signed in at another directory than the one in step 2. Use an account of your own organisation, or correct the tenant ID.",
    ),
    (AdminConsentGranted, "An administrator has given consent for the directory {tenant}. Sign in now."),
];
