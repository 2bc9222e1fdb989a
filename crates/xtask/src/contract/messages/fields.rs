//! What a person types into the form, and what a request carries.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (ClientIdRequired, "Paste the Application (client) ID. It is on the Overview page of your app registration."),
    (
        ClientIdNotGuid,
        "This is not a client ID. It looks like 1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37: 32 digits and letters a to f in five groups. Copy Application (client) ID from the Overview page.",
    ),
    (ClientIdPlaceholder, "{value} is an example. Copy your own Application (client) ID from the Overview page of your app registration."),
    (
        ClientIdSameAsTenantId,
        "Client ID and tenant ID are the same. The Overview page shows both, one below the other: Application (client) ID and Directory (tenant) ID.",
    ),
    (TenantIdRequired, "Paste the Directory (tenant) ID. It is on the Overview page of your app registration."),
    (
        TenantIdInvalid,
        "This is not a tenant ID. Copy Directory (tenant) ID from the Overview page, or enter one of your organisation's verified domains, such as contoso.com.",
    ),
    (
        TenantIdSharedEndpoint,
        "“{value}” stands for every organisation, and an app for a single tenant may not use it. Copy Directory (tenant) ID from the Overview page.",
    ),
    (TenantIdPlaceholder, "{value} is an example. Copy your own Directory (tenant) ID from the Overview page of your app registration."),
    (
        ClientSecretRequired,
        "Paste the client secret’s Value. You find it under Certificates & secrets, right after you have made the secret.",
    ),
    (
        ClientSecretIsGuid,
        "This is the Secret ID, not the secret. Under Certificates & secrets, copy from the column Value. If it shows only the first characters, make a new client secret: Microsoft shows a Value once.",
    ),
    (ClientSecretPlaceholder, "“{value}” is an example. Copy the Value of your own client secret from Certificates & secrets."),
    (
        ClientSecretShort,
        "This has {actual} characters; a client secret’s Value has at least {min}. If the portal shows only its beginning followed by asterisks, make a new client secret.",
    ),
    (
        ClientSecretLong,
        "This has {actual} characters; a client secret’s Value usually has no more than {max}. Was something else copied along?",
    ),
    (
        ClientSecretUnusualShape,
        "This does not look like Microsoft’s recent secrets, but older ones look different. Make sure that it comes from the column Value.",
    ),
    (UsernameRequired, "Enter the work or school account that you use for Power BI, such as anna@contoso.com."),
    (UsernameNotEmail, "Enter the account’s full address, with an @ and a domain, such as anna@contoso.com."),
    (
        UsernameConsumerDomain,
        "Addresses at {domain} are usually personal accounts, and Power BI takes work or school accounts only. Use the account that your organisation gave you.",
    ),
    (CloudUnknown, "Choose one of Microsoft’s clouds from the list."),
    (EdgeSpace, "There is a blank or line break at the beginning or the end. Remove it."),
    (
        HiddenCharacter,
        "Character {position} is invisible ({code_point}); it came along when you copied. Remove it, or paste as plain text.",
    ),
    (InnerSpace, "Character {position} is a blank or line break ({code_point}). Copy the value again, in one piece."),
    (WrappedValue, "There is a quote, bracket, comma or semicolon at the beginning or the end. Remove it."),
    (ValueWithPrefix, "Leave out {prefix} and what belongs to it; only the ID itself is needed here."),
    (
        LookAlikeCharacter,
        "Character {position} ({code_point}) is not one of the letters, digits and signs used here, though it may look like one. Copy the value again instead of typing it.",
    ),
    (TenantIdIsDomain, "A domain works. The Directory (tenant) ID from the Overview page is safer, since it never changes."),
    (PasswordEdgeSpace, "Microsoft refuses passwords with a blank at the beginning or the end here. Remove it, or use another password."),
    (DateNotIso, "Enter a day as year, month and day, such as 2027-05-31. The portal shows it beside the secret, under Expires."),
    (SignInMethodUnknown, "Choose one of the ways to sign in from the list."),
    (TooLong, "This is too long: {actual} characters, and at most {max} fit. Was something else copied along?"),
    (FieldUnknown, "There is no field called {field}."),
    (FieldLocked, "{field} is set in wp-config.php and can only be changed there."),
    (
        RequestNotJson,
        "The request did not arrive as it was sent; perhaps a security plugin or proxy changed it. Reload the page and try again.",
    ),
    (FieldNotText, "{field} must be a piece of text."),
    (ClaimNotTrueOrFalse, "{field} can be ticked (true) or not (false), and nothing else."),
    (
        SecretInArgument,
        "Write --{field} without a value and pass the value on standard input, or type it when asked. In a command, others on the server could read it.",
    ),
    (SecretNotGiven, "Nothing came for {field}. Pass the value on standard input, as one line, or type it when asked."),
    (NothingToSet, "Name at least one field, such as --client_id followed by = and the Application (client) ID."),
];
