//! Values found in pasted text.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (PastedTooLong, "This is more text than fits here at once. Paste only the part that holds the IDs, such as the app’s Overview page."),
    (
        PastedNothing,
        "There is nothing in this text that the set-up needs. Open your app registration, copy the whole Overview page and paste it here.",
    ),
    (
        PastedBlockIncomplete,
        "The block that the script printed is cut off. Copy it again, from the line BEGIN WKPBIC SETUP to the line END WKPBIC SETUP.",
    ),
    (PastedBlockDamaged, "The script’s block holds a value for {field} that cannot be right, so it was left out. Copy the block again."),
    (PastedSeveralValues, "The text holds more than one value for {field}. Choose the one that belongs to your app."),
    (
        PastedIdsUnlabelled,
        "Nothing in the text says which ID is which. Compare with the Overview page, and choose what is the client ID and what the tenant ID.",
    ),
    (
        PastedSecretId,
        "A Secret ID was in the text and was left out, since nobody can sign in with it. What counts is the column Value beside it.",
    ),
    (PastedObjectId, "An Object ID was in the text and was left out. What counts is Application (client) ID on the Overview page."),
    (
        PastedSecretMasked,
        "The portal shows only the beginning of this secret, since it shows a Value once. Make a new client secret and copy its Value at once.",
    ),
    (PastedDateAmbiguous, "The expiry date can be read as {first} or as {second}. Choose the one that the portal means."),
    (
        PastedDateUnreadable,
        "The expiry date could not be read. Enter it yourself; it stands beside the secret under Certificates & secrets.",
    ),
    (PastedPassword, "A password was in the text and was not read. Enter it yourself where it is asked for, if at all."),
];
