//! Errors of Microsoft, of Power BI and of the way to them, explained from their text.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (
        AccountSessionMixed,
        "Your browser was still signed in to Microsoft in another way. Close the other Microsoft tabs or open a private window, sign in again and pick your work account.",
    ),
    (AccountPickAgain, "Microsoft could not tell which of your accounts you meant. Sign in again and pick your work account in the list."),
    (
        SignInInterrupted,
        "Microsoft’s page was closed before its last question, such as “Stay signed in?”. Sign in again and answer every page.",
    ),
    (SignInPageExpired, "Microsoft’s page was open for too long. Go back to step 3 and sign in again."),
    (
        GuestInvitationOpen,
        "This account was invited to the organisation but has not accepted yet. Open the invitation mail from Microsoft and accept it, or sign in with an account of the organisation itself.",
    ),
    (
        AccountAgeConsentMissing,
        "Microsoft keeps this account as under age, and a consent is missing. Sign in with another work account, or ask your administrator.",
    ),
    (AccountOfMinor, "Microsoft keeps this account as that of a minor and blocks it. Sign in with another work account."),
    (
        AccountLocked,
        "The account is locked for a while after too many wrong passwords, or Microsoft mistrusts your server’s address. Wait half an hour without trying, then sign in on Microsoft’s page.",
    ),
    (
        PasswordChangeNeeded,
        "Microsoft wants a new password for this account. Sign in at https://myaccount.microsoft.com, change it there, then sign in here again.",
    ),
    (
        AccountHasNoPassword,
        "This account has no password at Microsoft, so user name and password cannot work. Choose “Sign in with Microsoft” in step 3.",
    ),
    (AccountDisabled, "An administrator has switched this account off. Ask them to allow its sign-in, or use another work account."),
    (
        PasswordWrong,
        "Microsoft says that the user name or the password is wrong. Check both at https://www.office.com first; several wrong tries lock the account.",
    ),
    (
        SecondFactorNotSetUp,
        "Your organisation asks for a second factor, and this account has none yet. Sign in here in the browser and follow Microsoft’s pages to set one up.",
    ),
    (
        SecondFactorDamaged,
        "Microsoft could not check this account’s second factor, and trying again does not help. Ask your administrator to reset its sign-in methods, then set them up again.",
    ),
    (
        SecondFactorBusy,
        "Microsoft could not check your second factor just now, for example after too many calls or messages. Wait some minutes, then sign in again.",
    ),
    (
        SecondFactorRegistrationBlocked,
        "Your organisation does not let you set up a second factor from here. Do it in the office network or on a company device, or ask your administrator.",
    ),
    (
        AccountNotAssigned,
        "Only chosen people may use this app, and this account is not among them. Ask an administrator to add it under Enterprise applications → your app → Users and groups.",
    ),
    (
        AppNotAssigned,
        "Power BI takes only chosen apps in your organisation, and this one is not among them. Ask an administrator to assign it to the Power BI Service enterprise application.",
    ),
    (
        CompanySignInFailed,
        "Your organisation’s own sign-in server refused or gave a wrong answer. Show the details below to the people who run it.",
    ),
    (
        CompanySignInUnavailable,
        "Your organisation’s own sign-in server did not answer properly. Sign in again in some minutes; if it stays like this, tell the people who run it.",
    ),
    (
        CompanyDomainUnknown,
        "Microsoft does not know the sign-in server of this account’s domain. Check the part after the @; if it is right, ask your administrator.",
    ),
    (UsernameIncomplete, "Microsoft needs the full address of your work account, such as anna@contoso.com. Correct it in step 2."),
    (UsernameUnknown, "Microsoft cannot find the user name that was typed. Sign in again and enter the full address of your work account."),
    (
        CompanyServerUnreachable,
        "Microsoft checks this password on a server in your organisation, and that server does not answer. Try again in some minutes; if it stays like this, tell your administrator.",
    ),
    (
        CompanyServerFailed,
        "Microsoft checks this password on a server in your organisation, and that server has a fault. Show the details below to your administrator.",
    ),
    (
        SignInHours,
        "Your organisation does not let this account sign in at this hour. Try again in working hours, or ask your administrator.",
    ),
    (
        DeviceNotAllowed,
        "Your organisation asks for a company device. Sign in from a computer that your organisation manages, or ask your administrator to make an exception for this app.",
    ),
    (
        BlockedByPolicy,
        "A security rule of your organisation (Conditional Access) blocks this sign-in. Send the details below to your administrator: the sign-in log in Microsoft Entra names the rule.",
    ),
    (
        SecurityDefaultsBlock,
        "Your organisation’s security defaults refuse a sign-in by user name and password. Choose “Sign in with Microsoft” in step 3.",
    ),
    (AppNotApproved, "Your organisation admits approved apps only. Ask your administrator to leave this app out of that rule."),
    (
        GuestNotAllowed,
        "This is a guest account, and a rule of one of the two organisations keeps guests out. Sign in with an account of the directory that holds the app.",
    ),
    (
        PartnerAdminRefused,
        "A partner’s administrator cannot do this here. Let an administrator of your own organisation sign in or give consent.",
    ),
    (
        TenantBlockedByNetwork,
        "The network you are in lets people sign in to certain organisations only. Try another network, or ask the people who run it to admit your tenant ID.",
    ),
    (
        SignInFrequencyReached,
        "Your organisation asks for a fresh sign-in from time to time, and that time has come. Sign in again; to end this, ask your administrator to lift the sign-in frequency for this account.",
    ),
    (MicrosoftBusy, "Microsoft has a passing fault. Nothing is wrong with your settings; try again in some minutes."),
    (
        MicrosoftNeedsSupport,
        "Microsoft has a fault that trying again does not cure. Ask your administrator to open a support case with the trace ID and the correlation ID below.",
    ),
    (
        TenantBlockedByMicrosoft,
        "Microsoft has blocked this directory, and only Microsoft can lift that. Ask your administrator to open a support case.",
    ),
    (
        TenantNotValid,
        "Microsoft cannot read the tenant ID. Copy Directory (tenant) ID from the Overview page into step 2, without blanks around it.",
    ),
    (
        TenantNotOwn,
        "The tenant ID must be that of your own directory, not common, organizations or consumers. Copy Directory (tenant) ID from the Overview page into step 2.",
    ),
    (CodeFromOtherTenant, "The tenant ID was changed in the middle of the sign-in. Check it in step 2, then sign in again."),
    (
        AppInOtherTenant,
        "Your app is for its own directory only, and the tenant ID is that of another one. Copy both IDs from the same Overview page into step 2.",
    ),
    (
        AppDisabled,
        "This app has been switched off in your organisation. Ask an administrator to open Enterprise applications → your app → Properties and to allow sign-in.",
    ),
    (
        AppNotInstalled,
        "This app is registered but not yet set up in the directory. Let an administrator open the consent link in step 3; that sets it up.",
    ),
    (
        ClientIdOfMicrosoft,
        "This client ID belongs to an app of Microsoft’s own. Copy Application (client) ID from the Overview page of the app that you have registered.",
    ),
    (CloudWrong, "Your directory lives in another Microsoft cloud, such as US Government or China. Choose the right cloud in step 2."),
    (
        PowerBiNotInTenant,
        "Microsoft finds no Power BI in this directory. Let somebody of your organisation open https://app.powerbi.com once and sign up; then check the tenant ID and the cloud in step 2.",
    ),
    (
        PowerBiSwitchedOff,
        "Power BI is switched off in your organisation. Ask an administrator to switch on the enterprise application Power BI Service, or to look at the subscription.",
    ),
    (
        PermissionApiRemoved,
        "Your app asks for permissions of an API that no longer exists. Remove it under API permissions and keep Power BI Service.",
    ),
    (
        PermissionsMissing,
        "Your app does not list the Power BI permissions yet. Open API permissions → Add a permission → Power BI Service, tick the five permissions of step 2, and grant consent.",
    ),
    (
        ProfilePermissionMissing,
        "The permission User.Read was removed from your app. Add it back under API permissions → Microsoft Graph, then sign in again.",
    ),
    (
        ScopeNotValid,
        "Microsoft does not know one of the permissions that were asked for. Check the cloud in step 2, and that API permissions lists those of Power BI Service.",
    ),
    (ConsentNotPermitted, "You may not give consent for the whole organisation. Send the consent link of step 3 to an administrator."),
    (
        ClientAssertionRefused,
        "Microsoft refuses a certificate or a signed text that was sent in place of the client secret. Use a client secret in step 2, and make sure that your server’s clock is right.",
    ),
    (
        AppIsPublic,
        "Microsoft treats your app as one without a secret. Under Authentication, add the redirect URI to the platform Web and remove it from Mobile and desktop applications.",
    ),
    (
        RedirectUriIsSpa,
        "The redirect URI is registered as Single-page application. Under Authentication, remove it there and add it to the platform Web.",
    ),
    (
        SpaSignInEnded,
        "The sign-in ended after 24 hours, since the redirect URI is registered as Single-page application. Under Authentication, move it to the platform Web, then sign in again.",
    ),
    (
        RequestFromBrowser,
        "Microsoft saw a browser where your web server should be. Ask your host whether a proxy adds an Origin header to outgoing requests.",
    ),
    (
        RequestNotUnderstood,
        "Microsoft could not make sense of the request. You did nothing wrong: update this plugin, start the sign-in again, and if it stays like this, report it with the details below.",
    ),
    (
        RequestLacksValue,
        "Microsoft misses a value in the request. Make sure that no field of step 2 is empty; if all are filled, a proxy or firewall may have cut the request.",
    ),
    (
        MicrosoftAddressOpened,
        "This address of Microsoft is for programs only; the Back button or a bookmark may have led you there. Go back to step 3 and start the sign-in from its button.",
    ),
    (
        RequestLoop,
        "The same request reached Microsoft too often in a short time, so it stopped answering. Wait five minutes without trying, then go on.",
    ),
    (
        RedirectUriNotRegistered,
        "Your app has no redirect URI yet. Copy the address from step 2 and add it under Authentication, platform Web.",
    ),
    (
        RedirectUriInsecure,
        "The address of your site begins with http://, and Microsoft takes https:// only. Switch your site to https, then register the new redirect URI under Authentication.",
    ),
    (
        RedirectUriNotValid,
        "Microsoft cannot read the redirect URI. Use the copy button of step 2 and make sure that the host name has plain letters only.",
    ),
    (
        RedirectUriChanged,
        "The address of your site changed in the middle of the sign-in, for example between http and https or with and without www. Open wp-admin at the address in Settings → General, then sign in again.",
    ),
    (
        PowerBiNotFound,
        "Power BI does not find the workspace, report or dataset. It may be deleted, or this account has no role in its workspace.",
    ),
    (
        PowerBiServicePrincipalsOff,
        "Power BI does not let this app in without a person. Ask an administrator of Power BI to open Admin portal → Tenant settings → Developer settings and to allow service principals for a group that holds the app. It takes some minutes to work.",
    ),
    (
        PowerBiAppNotAccessible,
        "Power BI does not serve this app here. An app without a person needs a workspace (My workspace never works), a role in it, and the tenant setting for service principals.",
    ),
    (PowerBiFeatureRetired, "Microsoft has ended this feature of Power BI, such as streaming datasets. Update this plugin."),
    (HttpRefused, "A server refused with status {status} and gave no reason here. Paste the whole answer or page, not only the status."),
    (
        ProxyLoginRequired,
        "A proxy between your web server and Microsoft wants a user name and password. Ask your host to let the server reach Microsoft, or to set the proxy in wp-config.php.",
    ),
    (
        SitePageExpired,
        "This page was open for too long, or you signed in to WordPress anew. Reload the page; what you typed but did not save must be entered again.",
    ),
    (SiteLoggedOut, "WordPress no longer knows who you are. Log in to WordPress again, then come back to this page."),
    (
        SiteRestMissing,
        "The plugin’s REST address does not exist on this site. Open Settings → Permalinks and press Save Changes; if that does not help, deactivate and activate the plugin.",
    ),
    (
        SiteRestBlocked,
        "Something on this site blocks the REST API, most often a security plugin. Allow the namespace wkpbic/v1 in its settings, or ask your host.",
    ),
    (
        SiteAnswerNotJson,
        "Your site answered with a web page where data was expected. Often a PHP warning, a firewall or a cache is in the way: try Settings → Permalinks → Save Changes, then ask your host for the error log.",
    ),
    (SiteNotReached, "Your browser could not reach your site. Check your connection, switch off ad blockers for this page, and try again."),
    (
        SiteCriticalError,
        "Your site stopped with a critical error of its own. WordPress has mailed the details to the address in Settings → General; show them to your host.",
    ),
    (
        NothingRecognised,
        "We found no error in this text. Copy everything from Microsoft’s page, with the line that begins with AADSTS and the IDs below it.",
    ),
    (NothingPasted, "Paste the error first: the whole page, the address or the line from a log."),
];
