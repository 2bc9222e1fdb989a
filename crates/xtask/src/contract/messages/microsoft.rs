//! What Microsoft and Power BI answer to the calls of a set-up.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (
        RedirectUriMismatch,
        "Microsoft does not know the redirect URI of this site. Copy it from step 2 and add it under Authentication, platform Web. A change takes some minutes to work.",
    ),
    (
        ClientUnknown,
        "Microsoft finds no app with this client ID in this directory. Compare both IDs with the Overview page; perhaps the app lives in another directory.",
    ),
    (TenantUnknown, "Microsoft knows no directory with this tenant ID. Copy Directory (tenant) ID from the Overview page."),
    (
        ClientSecretWrong,
        "Microsoft refuses the client secret. Make sure that it is the Value, not the Secret ID; if in doubt, make a new one under Certificates & secrets and paste its Value in step 2.",
    ),
    (ClientSecretExpired, "The client secret has expired. Make a new one under Certificates & secrets and paste its Value in step 2."),
    (
        ClientSecretMissing,
        "Microsoft expects a client secret and got none. Enter it in step 2, and make sure that the platform of the redirect URI is Web.",
    ),
    (ConsentRequired, "Nobody has agreed yet that this app may use Power BI. Sign in again and accept on Microsoft’s page."),
    (ConsentNeedsAdmin, "In your organisation only an administrator may agree. Send them the consent link from step 3."),
    (SignInDeclined, "You left Microsoft’s page without accepting, so nothing was stored. Sign in again whenever you like."),
    (CodeExpired, "It took too long to get back from Microsoft; the code lives for about a minute. Sign in again."),
    (CodeUsed, "This answer from Microsoft was used before. Sign in again."),
    (CodeVerifierMismatch, "Microsoft’s answer does not fit the sign-in that was started here. Sign in again."),
    (GrantRevoked, "Microsoft no longer accepts the stored sign-in, for example after a password reset. Sign in again."),
    (InteractionRequired, "Microsoft wants to see you in person, for example with a code from your phone. Go to step 3 and sign in again."),
    (
        AccountNotInTenant,
        "This account does not belong to the directory of your app. Sign in with a work or school account of the same organisation.",
    ),
    (
        AccountNotWorkOrSchool,
        "Power BI needs a work or school account, and this is a personal one. Sign in with the account that your organisation gave you.",
    ),
    (MicrosoftUnavailable, "Microsoft has a fault at the moment (status {status}). Nothing is lost; try again in a few minutes."),
    (MicrosoftThrottled, "Microsoft asks us to slow down. Wait a few minutes, or {seconds} seconds if that is longer, then try again."),
    (
        MicrosoftUnreadableAnswer,
        "Microsoft’s answer could not be read; perhaps a firewall or proxy answered in its place. Nothing is lost; try again in a few minutes.",
    ),
    (MicrosoftAnswerTooLarge, "Microsoft’s answer was larger than anything expected and was not read. Try again in a few minutes."),
    (
        MicrosoftUnknown,
        "This error is not in our list. Search the web for “Microsoft Entra {error} AADSTS{aadsts}”, or give your administrator the details below.",
    ),
    (
        MicrosoftUnreachable,
        "Your web server could not reach Microsoft (fault: {transport}). Nothing is lost; try again. If it stays like this, show this line to your host and ask for outgoing https to Microsoft, with up-to-date certificates.",
    ),
    (PowerBiTokenRefused, "Power BI does not accept the sign-in. Sign in again in step 3."),
    (
        PowerBiNoLicence,
        "This account has no Power BI licence. Open Power BI once in the browser and sign up, or ask your administrator for a licence.",
    ),
    (
        PowerBiForbidden,
        "Power BI does not let this account do that. Ask for a role in the workspace (Manage access), or ask an administrator of Power BI whether the app is allowed.",
    ),
    (
        PowerBiUnknown,
        "Power BI answered with something that is not in our list (status {status}). Try again in a few minutes; if it stays like this, report it with the whole answer.",
    ),
    (
        RedirectUriUnproved,
        "Microsoft did not say whether the redirect URI of this site is registered. Go on and sign in: if it is missing, Microsoft shows AADSTS50011.",
    ),
    (
        AccountDiffers,
        "You signed in as {signed_in}, and step 2 says {typed}. Sign in again as {typed}, or write {signed_in} in step 2 if that is the account you mean.",
    ),
    (
        PermissionsNotGranted,
        "The sign-in lacks {permissions}. Add it in the portal under API permissions, Power BI Service, Delegated permissions, then sign in again in step 3.",
    ),
    (
        PowerBiRefusedSilently,
        "Power BI refuses (status {status}) and does not say why: the licence, a setting of the organisation or the sign-in. Open app.powerbi.com with the same account, then check again; what you see there tells more.",
    ),
    (
        PowerBiNoWorkspace,
        "The sign-in works, but this account has no workspace. Open app.powerbi.com, choose Workspaces, New workspace, or ask for a role in one of your company’s, then check again.",
    ),
    (
        PowerBiReadOnly,
        "This account may look at its workspaces and not write. Ask an administrator of one for the role Contributor: Manage access, Add people or groups.",
    ),
];
