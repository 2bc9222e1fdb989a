//! The message catalogue: one sentence per code, in plain words, with where the right value is or what to do next.
//! Labels are Microsoft's own, as they stand in the portal. Words in braces are the code's parameters.

use wkpbic_core::error::ErrorCode::{self, *};

/// What a parameter is, for translators.
pub(super) fn parameter_note(name: &str) -> &'static str {
    match name {
        "aadsts" => "Microsoft's error number, or 0",
        "actual" => "how many there are: characters of a text, or addresses of an app",
        "admin_host" => "host name of the WordPress admin, such as www.shop.example",
        "character" => "the character in question",
        "chosen" => "name of the cloud that was chosen, such as global",
        "code_point" => "an invisible character, such as U+200B",
        "date" => "a date, such as 2027-05-24",
        "domain" => "a mail domain, such as gmail.com",
        "error" => "Microsoft's short name of an error, such as invalid_request",
        "first" | "second" => "one of two readings: a date, or a redirect URI",
        "field" => "name of a field, such as client_id",
        "found" => "name of the cloud that was found, such as gcc",
        "home_host" => "host name of the site, such as shop.example",
        "host" => "a host name",
        "kind" => "name of a kind of rule, such as pattern",
        "max" => "how many are allowed: characters of a text, addresses of an app, rules or values of a field",
        "max_months" => "most months allowed",
        "min" => "fewest characters expected",
        "min_months" => "fewest months allowed",
        "months" => "number of months that was given",
        "parameter" => "name of a URL parameter, such as code",
        "permission" => "name of a permission",
        "port" => "a port number",
        "prefix" => "text before an ID, such as urn:uuid:",
        "position" => "position of a character, counted from 1",
        "registered" => "part of the address registered at Microsoft, for example its host name; may be empty",
        "requested" => "the same part of the address that the site asked for; may be empty",
        "scheme" => "the beginning of an address, such as http",
        "seconds" => "number of seconds",
        "status" => "an HTTP status, such as 404, or 0",
        "tenant" => "ID of a Microsoft directory",
        "text" => "part of an address, such as lang=de",
        "transport" => "kind of network fault: dns, refused, timeout, tls, reset, truncated, blocked or other",
        "value" => "an example text that was pasted",
        _ => "a value",
    }
}

/// The sentence of a code, in English.
pub(super) fn sentence(code: ErrorCode) -> &'static str {
    match code {
        ClientIdRequired => "Paste the Application (client) ID. It is on the Overview page of your app registration.",
        ClientIdNotGuid => {
            "This is not a client ID. It looks like 1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37: 32 digits and letters a to f in five groups. Copy Application (client) ID from the Overview page."
        }
        ClientIdPlaceholder => {
            "{value} is an example. Copy your own Application (client) ID from the Overview page of your app registration."
        }
        ClientIdSameAsTenantId => {
            "Client ID and tenant ID are the same. The Overview page shows both, one below the other: Application (client) ID and Directory (tenant) ID."
        }
        TenantIdRequired => "Paste the Directory (tenant) ID. It is on the Overview page of your app registration.",
        TenantIdInvalid => {
            "This is not a tenant ID. Copy Directory (tenant) ID from the Overview page, or enter one of your organisation's verified domains, such as contoso.com."
        }
        TenantIdSharedEndpoint => {
            "“{value}” stands for every organisation, and an app for a single tenant may not use it. Copy Directory (tenant) ID from the Overview page."
        }
        TenantIdPlaceholder => {
            "{value} is an example. Copy your own Directory (tenant) ID from the Overview page of your app registration."
        }
        ClientSecretRequired => {
            "Paste the client secret’s Value. You find it under Certificates & secrets, right after you have made the secret."
        }
        ClientSecretIsGuid => {
            "This is the Secret ID, not the secret. Under Certificates & secrets, copy from the column Value. If it shows only the first characters, make a new client secret: Microsoft shows a Value once."
        }
        ClientSecretPlaceholder => "“{value}” is an example. Copy the Value of your own client secret from Certificates & secrets.",
        ClientSecretShort => {
            "This has {actual} characters; a client secret’s Value has at least {min}. If the portal shows only its beginning followed by asterisks, make a new client secret."
        }
        ClientSecretLong => {
            "This has {actual} characters; a client secret’s Value usually has no more than {max}. Was something else copied along?"
        }
        ClientSecretUnusualShape => {
            "This does not look like Microsoft’s recent secrets, but older ones look different. Make sure that it comes from the column Value."
        }
        UsernameRequired => "Enter the work or school account that you use for Power BI, such as anna@contoso.com.",
        UsernameNotEmail => "Enter the account’s full address, with an @ and a domain, such as anna@contoso.com.",
        UsernameConsumerDomain => {
            "Addresses at {domain} are usually personal accounts, and Power BI takes work or school accounts only. Use the account that your organisation gave you."
        }
        CloudUnknown => "Choose one of Microsoft’s clouds from the list.",
        EdgeSpace => "There is a blank or line break at the beginning or the end. Remove it.",
        HiddenCharacter => {
            "Character {position} is invisible ({code_point}); it came along when you copied. Remove it, or paste as plain text."
        }
        InnerSpace => "Character {position} is a blank or line break ({code_point}). Copy the value again, in one piece.",
        WrappedValue => "There is a quote, bracket, comma or semicolon at the beginning or the end. Remove it.",
        ValueWithPrefix => "Leave out {prefix} and what belongs to it; only the ID itself is needed here.",
        LookAlikeCharacter => {
            "Character {position} ({code_point}) is not one of the letters, digits and signs used here, though it may look like one. Copy the value again instead of typing it."
        }
        TenantIdIsDomain => "A domain works. The Directory (tenant) ID from the Overview page is safer, since it never changes.",
        PasswordEdgeSpace => {
            "Microsoft refuses passwords with a blank at the beginning or the end here. Remove it, or use another password."
        }
        DateNotIso => "Enter a day as year, month and day, such as 2027-05-31. The portal shows it beside the secret, under Expires.",
        SignInMethodUnknown => "Choose one of the ways to sign in from the list.",
        TooLong => "This is too long: {actual} characters, and at most {max} fit. Was something else copied along?",
        FieldUnknown => "There is no field called {field}.",
        FieldLocked => "{field} is set in wp-config.php and can only be changed there.",
        RequestNotJson => {
            "The request did not arrive as it was sent; perhaps a security plugin or proxy changed it. Reload the page and try again."
        }
        FieldNotText => "{field} must be a piece of text.",

        RedirectUriNotAbsolute => "The redirect URI must be a whole address that begins with https:// and a host name.",
        RedirectUriSpace => "Character {position} of the redirect URI is a blank, a line break or invisible. Copy the address again.",
        RedirectUriScheme => "The redirect URI begins with {scheme}:, and a Web app’s must begin with https://.",
        RedirectUriSchemeCase => "The redirect URI begins with {scheme} in capital letters. Register it just as it is shown here.",
        RedirectUriNotHttps => {
            "Microsoft sends people back over https only, and {host} uses http. Switch your site to https (Settings → General, WordPress Address), then come back."
        }
        RedirectUriLocalhostSubdomain => {
            "Microsoft allows http on localhost; {host} has been refused in reports. Use https, or plain localhost."
        }
        RedirectUri127Http => {
            "The portal’s form does not take http://127.0.0.1. Open your site as http://localhost, or enter this address in the app’s manifest."
        }
        RedirectUriIpv6Loopback => "Microsoft does not support [::1]. Open your site as http://localhost.",
        RedirectUriTooLong => "The redirect URI has {actual} characters, and Microsoft takes at most {max}.",
        RedirectUriCharacter => "Character {position} of the redirect URI is {character}, which a redirect URI cannot hold.",
        RedirectUriInternationalHost => {
            "Microsoft does not support international host names such as {host}. The site needs an address in plain letters."
        }
        RedirectUriPunycodeHost => "{host} is an international host name; Microsoft may refuse it. An address in plain letters is safer.",
        RedirectUriFragment => {
            "The redirect URI must not contain the character #. If it reads &#038;, it was copied from a page’s source: use the copy button."
        }
        RedirectUriWildcard => "The redirect URI must not contain an asterisk.",
        RedirectUriUserinfo => "The redirect URI contains a user name before the host; Microsoft may refuse it.",
        RedirectUriPlaceholderHost => "{host} is an example. Use the address of your own site.",
        RedirectUriIpHost => "{host} is a number in place of a name. Microsoft does not say whether it takes it; a host name is safer.",
        RedirectUriHostCase => "{host} contains capital letters. Register it just as it is shown here.",
        RedirectUriDefaultPort => "The port {port} is what the address has anyway. Register it just as it is shown here, port included.",
        RedirectUriNoPath => "The address has no path; Microsoft answers at the same address with a slash at the end.",
        RedirectUriPercentEncoded => {
            "From character {position} on the address holds encoded characters. Register it just as it is shown here."
        }
        RedirectUriNotThisSite => "This redirect URI does not belong to this site. Reload the page and try again.",

        StateUnknown => "This answer from Microsoft belongs to no sign-in that was started here. Start the sign-in again.",
        SignInExpired => "You were away for more than 15 minutes, so the sign-in was given up for safety. Start it again.",
        SignInSettingsChanged => {
            "The keys in step 2 were changed while you were at Microsoft’s page, so the answer no longer fits. Sign in again."
        }
        SignInOtherUser => "Another WordPress user started this sign-in. Start your own, or go on as that user.",
        SignInOtherBrowser => {
            "This sign-in was started in another browser, or its cookie is gone. Start it again here, and stay in this browser."
        }
        StateReused => "This sign-in was used before, by somebody else or in another browser. Start it again.",
        SignInAlreadyDone => "This sign-in is finished already; nothing was done twice.",
        SignInMalformed => "The sign-in could not be started, since {field} is not of the expected form. Reload the page and try again.",
        SetupIncomplete => "{field} is still missing. Enter it in step 2, then sign in.",
        SignedIn => "You are signed in, and the connection is stored.",
        CallbackDuplicateParameter => "Microsoft’s answer holds {parameter} twice, so it was not used. Start the sign-in again.",
        CallbackIncomplete => "Microsoft’s answer is incomplete. Start the sign-in again.",
        CallbackStateMissing => "Microsoft’s answer does not say which sign-in it belongs to, so it was not used. Start the sign-in again.",
        AdminConsentGranted => "An administrator has given consent for the directory {tenant}. Sign in now.",

        RedirectUriMismatch => {
            "Microsoft does not know the redirect URI of this site. Copy it from step 2 and add it under Authentication, platform Web. A change takes some minutes to work."
        }
        ClientUnknown => {
            "Microsoft finds no app with this client ID in this directory. Compare both IDs with the Overview page; perhaps the app lives in another directory."
        }
        TenantUnknown => "Microsoft knows no directory with this tenant ID. Copy Directory (tenant) ID from the Overview page.",
        ClientSecretWrong => {
            "Microsoft refuses the client secret. Make sure that it is the Value, not the Secret ID; if in doubt, make a new one under Certificates & secrets and paste its Value in step 2."
        }
        ClientSecretExpired => "The client secret has expired. Make a new one under Certificates & secrets and paste its Value in step 2.",
        ClientSecretMissing => {
            "Microsoft expects a client secret and got none. Enter it in step 2, and make sure that the platform of the redirect URI is Web."
        }
        ConsentRequired => "Nobody has agreed yet that this app may use Power BI. Sign in again and accept on Microsoft’s page.",
        ConsentNeedsAdmin => "In your organisation only an administrator may agree. Send them the consent link from step 3.",
        SignInDeclined => "You left Microsoft’s page without accepting, so nothing was stored. Sign in again whenever you like.",
        CodeExpired => "It took too long to get back from Microsoft; the code lives for about a minute. Sign in again.",
        CodeUsed => "This answer from Microsoft was used before. Sign in again.",
        CodeVerifierMismatch => "Microsoft’s answer does not fit the sign-in that was started here. Sign in again.",
        GrantRevoked => "Microsoft no longer accepts the stored sign-in, for example after a password reset. Sign in again.",
        InteractionRequired => {
            "Microsoft wants to see you in person, for example with a code from your phone. Go to step 3 and sign in again."
        }
        AccountNotInTenant => {
            "This account does not belong to the directory of your app. Sign in with a work or school account of the same organisation."
        }
        AccountNotWorkOrSchool => {
            "Power BI needs a work or school account, and this is a personal one. Sign in with the account that your organisation gave you."
        }
        MicrosoftUnavailable => "Microsoft has a fault at the moment (status {status}). Nothing is lost; try again in a few minutes.",
        MicrosoftThrottled => "Microsoft asks us to slow down. Wait a few minutes, or {seconds} seconds if that is longer, then try again.",
        MicrosoftUnreadableAnswer => {
            "Microsoft’s answer could not be read; perhaps a firewall or proxy answered in its place. Nothing is lost; try again in a few minutes."
        }
        MicrosoftAnswerTooLarge => "Microsoft’s answer was larger than anything expected and was not read. Try again in a few minutes.",
        MicrosoftUnknown => {
            "This error is not in our list. Search the web for “Microsoft Entra {error} AADSTS{aadsts}”, or give your administrator the details below."
        }
        MicrosoftUnreachable => {
            "Your web server could not reach Microsoft (fault: {transport}). Nothing is lost; try again. If it stays like this, show this line to your host and ask for outgoing https to Microsoft, with up-to-date certificates."
        }

        PowerBiTokenRefused => "Power BI does not accept the sign-in. Sign in again in step 3.",
        PowerBiNoLicence => {
            "This account has no Power BI licence. Open Power BI once in the browser and sign up, or ask your administrator for a licence."
        }
        PowerBiForbidden => {
            "Power BI does not let this account do that. Ask for a role in the workspace (Manage access), or ask an administrator of Power BI whether the app is allowed."
        }
        PowerBiUnknown => {
            "Power BI answered with something that is not in our list (status {status}). Try again in a few minutes; if it stays like this, report it with the whole answer."
        }

        // Pasted text.
        PastedTooLong => {
            "This is more text than fits here at once. Paste only the part that holds the IDs, such as the app’s Overview page."
        }
        PastedNothing => {
            "There is nothing in this text that the set-up needs. Open your app registration, copy the whole Overview page and paste it here."
        }
        PastedBlockIncomplete => {
            "The block that the script printed is cut off. Copy it again, from the line BEGIN WKPBIC SETUP to the line END WKPBIC SETUP."
        }
        PastedBlockDamaged => {
            "The script’s block holds a value for {field} that cannot be right, so it was left out. Copy the block again."
        }
        PastedSeveralValues => "The text holds more than one value for {field}. Choose the one that belongs to your app.",
        PastedIdsUnlabelled => {
            "Nothing in the text says which ID is which. Compare with the Overview page, and choose what is the client ID and what the tenant ID."
        }
        PastedSecretId => {
            "A Secret ID was in the text and was left out, since nobody can sign in with it. What counts is the column Value beside it."
        }
        PastedObjectId => "An Object ID was in the text and was left out. What counts is Application (client) ID on the Overview page.",
        PastedSecretMasked => {
            "The portal shows only the beginning of this secret, since it shows a Value once. Make a new client secret and copy its Value at once."
        }
        PastedDateAmbiguous => "The expiry date can be read as {first} or as {second}. Choose the one that the portal means.",
        PastedDateUnreadable => {
            "The expiry date could not be read. Enter it yourself; it stands beside the secret under Certificates & secrets."
        }
        PastedPassword => "A password was in the text and was not read. Enter it yourself where it is asked for, if at all.",

        // Explained errors.
        AccountSessionMixed => {
            "Your browser was still signed in to Microsoft in another way. Close the other Microsoft tabs or open a private window, sign in again and pick your work account."
        }
        AccountPickAgain => {
            "Microsoft could not tell which of your accounts you meant. Sign in again and pick your work account in the list."
        }
        SignInInterrupted => {
            "Microsoft’s page was closed before its last question, such as “Stay signed in?”. Sign in again and answer every page."
        }
        SignInPageExpired => "Microsoft’s page was open for too long. Go back to step 3 and sign in again.",
        GuestInvitationOpen => {
            "This account was invited to the organisation but has not accepted yet. Open the invitation mail from Microsoft and accept it, or sign in with an account of the organisation itself."
        }
        AccountAgeConsentMissing => {
            "Microsoft keeps this account as under age, and a consent is missing. Sign in with another work account, or ask your administrator."
        }
        AccountOfMinor => "Microsoft keeps this account as that of a minor and blocks it. Sign in with another work account.",
        AccountLocked => {
            "The account is locked for a while after too many wrong passwords, or Microsoft mistrusts your server’s address. Wait half an hour without trying, then sign in on Microsoft’s page."
        }
        PasswordChangeNeeded => {
            "Microsoft wants a new password for this account. Sign in at https://myaccount.microsoft.com, change it there, then sign in here again."
        }
        AccountHasNoPassword => {
            "This account has no password at Microsoft, so user name and password cannot work. Choose “Sign in with Microsoft” in step 3."
        }
        AccountDisabled => "An administrator has switched this account off. Ask them to allow its sign-in, or use another work account.",
        PasswordWrong => {
            "Microsoft says that the user name or the password is wrong. Check both at https://www.office.com first; several wrong tries lock the account."
        }
        SecondFactorNotSetUp => {
            "Your organisation asks for a second factor, and this account has none yet. Sign in here in the browser and follow Microsoft’s pages to set one up."
        }
        SecondFactorDamaged => {
            "Microsoft could not check this account’s second factor, and trying again does not help. Ask your administrator to reset its sign-in methods, then set them up again."
        }
        SecondFactorBusy => {
            "Microsoft could not check your second factor just now, for example after too many calls or messages. Wait some minutes, then sign in again."
        }
        SecondFactorRegistrationBlocked => {
            "Your organisation does not let you set up a second factor from here. Do it in the office network or on a company device, or ask your administrator."
        }
        AccountNotAssigned => {
            "Only chosen people may use this app, and this account is not among them. Ask an administrator to add it under Enterprise applications → your app → Users and groups."
        }
        AppNotAssigned => {
            "Power BI takes only chosen apps in your organisation, and this one is not among them. Ask an administrator to assign it to the Power BI Service enterprise application."
        }
        CompanySignInFailed => {
            "Your organisation’s own sign-in server refused or gave a wrong answer. Show the details below to the people who run it."
        }
        CompanySignInUnavailable => {
            "Your organisation’s own sign-in server did not answer properly. Sign in again in some minutes; if it stays like this, tell the people who run it."
        }
        CompanyDomainUnknown => {
            "Microsoft does not know the sign-in server of this account’s domain. Check the part after the @; if it is right, ask your administrator."
        }
        UsernameIncomplete => "Microsoft needs the full address of your work account, such as anna@contoso.com. Correct it in step 2.",
        UsernameUnknown => {
            "Microsoft cannot find the user name that was typed. Sign in again and enter the full address of your work account."
        }
        CompanyServerUnreachable => {
            "Microsoft checks this password on a server in your organisation, and that server does not answer. Try again in some minutes; if it stays like this, tell your administrator."
        }
        CompanyServerFailed => {
            "Microsoft checks this password on a server in your organisation, and that server has a fault. Show the details below to your administrator."
        }
        SignInHours => {
            "Your organisation does not let this account sign in at this hour. Try again in working hours, or ask your administrator."
        }
        DeviceNotAllowed => {
            "Your organisation asks for a company device. Sign in from a computer that your organisation manages, or ask your administrator to make an exception for this app."
        }
        BlockedByPolicy => {
            "A security rule of your organisation (Conditional Access) blocks this sign-in. Send the details below to your administrator: the sign-in log in Microsoft Entra names the rule."
        }
        SecurityDefaultsBlock => {
            "Your organisation’s security defaults refuse a sign-in by user name and password. Choose “Sign in with Microsoft” in step 3."
        }
        AppNotApproved => "Your organisation admits approved apps only. Ask your administrator to leave this app out of that rule.",
        GuestNotAllowed => {
            "This is a guest account, and a rule of one of the two organisations keeps guests out. Sign in with an account of the directory that holds the app."
        }
        PartnerAdminRefused => {
            "A partner’s administrator cannot do this here. Let an administrator of your own organisation sign in or give consent."
        }
        TenantBlockedByNetwork => {
            "The network you are in lets people sign in to certain organisations only. Try another network, or ask the people who run it to admit your tenant ID."
        }
        SignInFrequencyReached => {
            "Your organisation asks for a fresh sign-in from time to time, and that time has come. Sign in again; to end this, ask your administrator to lift the sign-in frequency for this account."
        }
        MicrosoftBusy => "Microsoft has a passing fault. Nothing is wrong with your settings; try again in some minutes.",
        MicrosoftNeedsSupport => {
            "Microsoft has a fault that trying again does not cure. Ask your administrator to open a support case with the trace ID and the correlation ID below."
        }
        TenantBlockedByMicrosoft => {
            "Microsoft has blocked this directory, and only Microsoft can lift that. Ask your administrator to open a support case."
        }
        TenantNotValid => {
            "Microsoft cannot read the tenant ID. Copy Directory (tenant) ID from the Overview page into step 2, without blanks around it."
        }
        TenantNotOwn => {
            "The tenant ID must be that of your own directory, not common, organizations or consumers. Copy Directory (tenant) ID from the Overview page into step 2."
        }
        CodeFromOtherTenant => "The tenant ID was changed in the middle of the sign-in. Check it in step 2, then sign in again.",
        AppInOtherTenant => {
            "Your app is for its own directory only, and the tenant ID is that of another one. Copy both IDs from the same Overview page into step 2."
        }
        AppDisabled => {
            "This app has been switched off in your organisation. Ask an administrator to open Enterprise applications → your app → Properties and to allow sign-in."
        }
        AppNotInstalled => {
            "This app is registered but not yet set up in the directory. Let an administrator open the consent link in step 3; that sets it up."
        }
        ClientIdOfMicrosoft => {
            "This client ID belongs to an app of Microsoft’s own. Copy Application (client) ID from the Overview page of the app that you have registered."
        }
        CloudWrong => "Your directory lives in another Microsoft cloud, such as US Government or China. Choose the right cloud in step 2.",
        PowerBiNotInTenant => {
            "Microsoft finds no Power BI in this directory. Let somebody of your organisation open https://app.powerbi.com once and sign up; then check the tenant ID and the cloud in step 2."
        }
        PowerBiSwitchedOff => {
            "Power BI is switched off in your organisation. Ask an administrator to switch on the enterprise application Power BI Service, or to look at the subscription."
        }
        PermissionApiRemoved => {
            "Your app asks for permissions of an API that no longer exists. Remove it under API permissions and keep Power BI Service."
        }
        PermissionsMissing => {
            "Your app does not list the Power BI permissions yet. Open API permissions → Add a permission → Power BI Service, tick the five permissions of step 2, and grant consent."
        }
        ProfilePermissionMissing => {
            "The permission User.Read was removed from your app. Add it back under API permissions → Microsoft Graph, then sign in again."
        }
        ScopeNotValid => {
            "Microsoft does not know one of the permissions that were asked for. Check the cloud in step 2, and that API permissions lists those of Power BI Service."
        }
        ConsentNotPermitted => "You may not give consent for the whole organisation. Send the consent link of step 3 to an administrator.",
        ClientAssertionRefused => {
            "Microsoft refuses a certificate or a signed text that was sent in place of the client secret. Use a client secret in step 2, and make sure that your server’s clock is right."
        }
        AppIsPublic => {
            "Microsoft treats your app as one without a secret. Under Authentication, add the redirect URI to the platform Web and remove it from Mobile and desktop applications."
        }
        RedirectUriIsSpa => {
            "The redirect URI is registered as Single-page application. Under Authentication, remove it there and add it to the platform Web."
        }
        SpaSignInEnded => {
            "The sign-in ended after 24 hours, since the redirect URI is registered as Single-page application. Under Authentication, move it to the platform Web, then sign in again."
        }
        RequestFromBrowser => {
            "Microsoft saw a browser where your web server should be. Ask your host whether a proxy adds an Origin header to outgoing requests."
        }
        RequestNotUnderstood => {
            "Microsoft could not make sense of the request. You did nothing wrong: update this plugin, start the sign-in again, and if it stays like this, report it with the details below."
        }
        RequestLacksValue => {
            "Microsoft misses a value in the request. Make sure that no field of step 2 is empty; if all are filled, a proxy or firewall may have cut the request."
        }
        MicrosoftAddressOpened => {
            "This address of Microsoft is for programs only; the Back button or a bookmark may have led you there. Go back to step 3 and start the sign-in from its button."
        }
        RequestLoop => {
            "The same request reached Microsoft too often in a short time, so it stopped answering. Wait five minutes without trying, then go on."
        }
        RedirectUriNotRegistered => {
            "Your app has no redirect URI yet. Copy the address from step 2 and add it under Authentication, platform Web."
        }
        RedirectUriInsecure => {
            "The address of your site begins with http://, and Microsoft takes https:// only. Switch your site to https, then register the new redirect URI under Authentication."
        }
        RedirectUriNotValid => {
            "Microsoft cannot read the redirect URI. Use the copy button of step 2 and make sure that the host name has plain letters only."
        }
        RedirectUriChanged => {
            "The address of your site changed in the middle of the sign-in, for example between http and https or with and without www. Open wp-admin at the address in Settings → General, then sign in again."
        }
        PowerBiNotFound => {
            "Power BI does not find the workspace, report or dataset. It may be deleted, or this account has no role in its workspace."
        }
        PowerBiServicePrincipalsOff => {
            "Power BI does not let this app in without a person. Ask an administrator of Power BI to open Admin portal → Tenant settings → Developer settings and to allow service principals for a group that holds the app. It takes some minutes to work."
        }
        PowerBiAppNotAccessible => {
            "Power BI does not serve this app here. An app without a person needs a workspace (My workspace never works), a role in it, and the tenant setting for service principals."
        }
        PowerBiFeatureRetired => "Microsoft has ended this feature of Power BI, such as streaming datasets. Update this plugin.",
        HttpRefused => {
            "A server refused with status {status} and gave no reason here. Paste the whole answer or page, not only the status."
        }
        ProxyLoginRequired => {
            "A proxy between your web server and Microsoft wants a user name and password. Ask your host to let the server reach Microsoft, or to set the proxy in wp-config.php."
        }
        SitePageExpired => {
            "This page was open for too long, or you signed in to WordPress anew. Reload the page; what you typed but did not save must be entered again."
        }
        SiteLoggedOut => "WordPress no longer knows who you are. Log in to WordPress again, then come back to this page.",
        SiteRestMissing => {
            "The plugin’s REST address does not exist on this site. Open Settings → Permalinks and press Save Changes; if that does not help, deactivate and activate the plugin."
        }
        SiteRestBlocked => {
            "Something on this site blocks the REST API, most often a security plugin. Allow the namespace wkpbic/v1 in its settings, or ask your host."
        }
        SiteAnswerNotJson => {
            "Your site answered with a web page where data was expected. Often a PHP warning, a firewall or a cache is in the way: try Settings → Permalinks → Save Changes, then ask your host for the error log."
        }
        SiteNotReached => {
            "Your browser could not reach your site. Check your connection, switch off ad blockers for this page, and try again."
        }
        SiteCriticalError => {
            "Your site stopped with a critical error of its own. WordPress has mailed the details to the address in Settings → General; show them to your host."
        }
        NothingRecognised => {
            "We found no error in this text. Copy everything from Microsoft’s page, with the line that begins with AADSTS and the IDs below it."
        }
        NothingPasted => "Paste the error first: the whole page, the address or the line from a log.",

        // Compared addresses.
        RedirectUriPort => "{port} is no port. A port is a number up to 65535; most addresses need none.",
        RedirectUriPercentBroken => {
            "The percent sign at character {position} of the redirect URI is cut off: two digits must follow it. Copy the address again."
        }
        RedirectUriNonAscii => {
            "Character {position} of the redirect URI is {character}; Microsoft may refuse letters beyond a to z. A path in plain letters is safer."
        }
        RedirectUriQueryPersonal => {
            "Microsoft takes no question mark in the redirect URI of an app that admits personal accounts. Choose “Single tenant” under Supported account types, or register the second address, which has none."
        }
        RedirectUriWildcardManifest => {
            "An asterisk in a redirect URI works through the manifest only, and Microsoft advises against it. Register the whole address."
        }
        RedirectUriTooMany => "One app takes at most {max} redirect URIs, and these are {actual}. Remove those that no site uses.",
        RedirectUriLocalhostTwins => {
            "{first} and {second} differ by their port only, which Microsoft ignores on localhost. Remove one of them under Authentication."
        }
        SiteBehindProxy => {
            "Visitors reach {host} over https, but WordPress believes that it is http, because a proxy stands in between. Switch Settings → General, WordPress Address to https; if it is https already, ask your host to pass the https state on to PHP."
        }
        SiteAddressHttp => {
            "You opened this page over https, but {host} is stored with http. Switch Settings → General, WordPress Address to https, then come back."
        }
        SiteWwwDiffers => {
            "The WordPress admin is at {admin_host} and the site at {home_host}. If your server sends one to the other, signing in fails: use the same host in both fields of Settings → General."
        }
        SiteHostDiffers => {
            "The WordPress admin is at {admin_host} and the site at {home_host}. That is fine as long as you always open the admin there."
        }
        SiteNetworkAdmin => {
            "This is the network admin, and every site of the network has its own redirect URI. Open the wizard in the admin of the site that you want to connect."
        }
        SiteOpenedOverHttp => {
            "You opened this page over http, but Microsoft sends you back over https, where you may have to log in to WordPress again. Open the wizard over https before you sign in."
        }
        SiteAdminUrlQuery => {
            "Another plugin appends something to the address of the WordPress admin. The redirect URI here leaves it out; switch the plugin off if signing in fails."
        }
        AddressInvisibleCharacter => {
            "Character {position} of one address is invisible ({code_point}). Remove the address under Authentication and paste it again with the copy button of step 2."
        }
        AddressBlank => {
            "Character {position} of one address is a blank or line break ({code_point}). Remove the address under Authentication and paste it again with the copy button of step 2."
        }
        AddressAmpersandEscaped => {
            "One address reads &amp; or &#038; where a plain & belongs, because it was copied from a page’s source. Use the copy button of step 2."
        }
        AddressSchemeDiffers => {
            "The registered address begins with “{registered}”, and this site asks with “{requested}”. Register the address of step 2; if that one begins with http://, switch your site to https first."
        }
        AddressUserinfo => "One address holds a user name before the host. Register the address of step 2, which has none.",
        AddressWwwDiffers => {
            "The registered host is {registered}, and this site asks with {requested}: www. makes them two different addresses. Register the address of step 2."
        }
        AddressHostDiffers => {
            "The registered host is “{registered}”, and this site asks with “{requested}”. Register the address of step 2; every site and every staging copy needs its own."
        }
        AddressHostCaseDiffers => {
            "The hosts {registered} and {requested} differ in capital letters only. Microsoft does not say whether that matters, so register the address just as step 2 shows it."
        }
        AddressPortDiffers => {
            "The registered port is “{registered}”, and this site asks with “{requested}”. Register the address just as step 2 shows it, port included."
        }
        AddressPortIgnored => {
            "The ports “{registered}” and “{requested}” differ, but Microsoft ignores the port on localhost. There is nothing to do."
        }
        AddressSubdirectoryDiffers => {
            "The folders before WordPress differ: “{registered}” is registered, and this site asks with “{requested}”. Register the address of step 2."
        }
        AddressLanguagePrefixDiffers => {
            "A language stands in the path: “{registered}” is registered, and this site asks with “{requested}”. A translation plugin adds it; open the wizard in the site’s main language and register the address of step 2."
        }
        AddressPathDiffers => {
            "The paths differ: “{registered}” is registered, and this site asks with “{requested}”. Register the address of step 2."
        }
        AddressPathCaseDiffers => {
            "The letters are the same, but some are capital in one address only, and behind the host that counts. Register the address just as step 2 shows it."
        }
        AddressTrailingSlashDiffers => {
            "Only one of the two addresses has a slash at the end of its path. Register the address just as step 2 shows it."
        }
        AddressPercentEncodingDiffers => {
            "Some characters are encoded with a percent sign in one address only. Register the address just as step 2 shows it."
        }
        AddressStepMissing => "Only one of the two addresses holds step=3. Register the whole address of step 2, including its end.",
        AddressQueryOrderDiffers => {
            "The same parts follow the question mark in another order. Register the address just as step 2 shows it."
        }
        AddressQueryDiffers => "Only one of the two addresses holds “{text}”. Register the whole address of step 2.",
        AddressParameterDiffers => "The value of {parameter} differs. Register the address just as step 2 shows it.",
        AddressFragment => "The addresses differ behind a #, which no redirect URI may hold. Register the address of step 2.",
        AddressWildcard => {
            "The asterisk of “{registered}” covers “{requested}”. Microsoft advises against it; register the whole address of step 2."
        }
        AddressDiffers => "The addresses differ at character {position}. Register the address just as step 2 shows it.",
        DiscoveryIssuerUnreadable => {
            "Microsoft’s answer about the directory could not be read; perhaps a firewall or proxy answered in its place. Try again in a few minutes."
        }
        DiscoveryCloudDiffers => {
            "Your directory seems to be in Microsoft’s cloud {found}, and {chosen} is chosen. Choose {found} in step 2 if signing in fails."
        }
        DiscoveryCloudUnknown => {
            "Your directory is in a Microsoft cloud that this plugin does not know ({value}), so signing in will most likely fail."
        }

        // Scripts, consent requests and expiry.
        ScriptNameCharacter => {
            "Character {position} of the name ({code_point}) is invisible or turns the direction of writing, so a script with it would not read as it runs. Type another name for the app."
        }
        ScriptNameCut => "Microsoft takes {max} characters for an app’s name, and this has {actual}; the rest is cut off.",
        ScriptLifetime => {
            "A client secret lives from {min_months} to {max_months} months, and {months} was asked for. Microsoft advises less than 12."
        }
        ScriptPermissionsMissing => "Choose at least one of the Power BI permissions.",
        ScriptPermissionUnknown => "{permission} is not one of the Power BI permissions that this plugin uses.",
        AdminRequestLinkForeign => "The consent link does not lead to Microsoft’s sign-in of this app. Reload the page and try again.",
        MailtoLong => {
            "The mail has {actual} characters as a link, and some mail programs cut it after {max}. Copy the text into a new mail instead."
        }
        ExpiryDateMissing => {
            "Enter the day on which the client secret expires. Certificates & secrets shows it in the column Expires. Without it nobody can remind you."
        }
        ExpiryDateUnreadable => "This is not a date. Write year, month and day, such as 2027-05-24.",
        ExpiryDateImpossible => "The calendar has no such day. Copy the date from the column Expires under Certificates & secrets.",
        ExpiryDateAmbiguous => "This may be {first} or {second}. Choose the one that is meant.",
        ExpiryDatePast => {
            "{date} is over, so this secret no longer works. Make a new one under Certificates & secrets and paste its Value and its date."
        }
        ExpiryDateToday => "This secret expires today. Make a new one under Certificates & secrets now, and paste its Value and its date.",
        ExpiryDateFar => {
            "This is more than {max_months} months away, the longest that the portal offers. Compare the date with the column Expires."
        }

        // Quiz, scorecard and permissions.
        QuizPersonalAccount => {
            "A personal Microsoft account cannot work: Power BI needs a work or school account. If your company uses Microsoft 365, use that account. If not, Microsoft 365 Business or a Power BI trial with your own domain gives you one."
        }
        QuizNoAccount => {
            "You need a work or school account first. Ask whoever looks after Microsoft 365 in your company; if nobody does, Microsoft 365 Business or a Power BI trial with your own domain gives you one."
        }
        QuizAccountUnsure => {
            "If you sign in with your company’s mail address, it is most likely a work account. If Microsoft asks “Work or personal?”, choose work."
        }
        QuizAdminNeeded => "Your administrator has to register the app. Step 2 has a page that you can send to them.",
        QuizRegisterUnsure => "Just try: if the portal shows New registration greyed out, send your administrator the page from step 2.",
        QuizPowerBiNeverOpened => {
            "Open app.powerbi.com once with your work account and sign up. Until then Power BI Service is missing from the portal’s list of permissions."
        }
        QuizPowerBiUnsure => {
            "If Power BI Service is missing from the portal’s list of permissions, open app.powerbi.com once with your work account."
        }
        QuizUnattended => {
            "Without a person, the app signs in by itself. For that, an administrator of Power BI must allow service principals and add the app to a workspace."
        }

        // Fields and rules of extensions.
        ValueRequired => "This must not be empty.",
        ValueTooShort => "This is too short: {actual} characters, and at least {min} are needed.",
        ValueNotGuid => "Enter an ID of 32 digits and letters a to f in five groups, such as 1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37.",
        ValueIsGuid => "This is an ID, and something else belongs here.",
        ValueNotOffered => "Choose one of the values from the list.",
        ValueNotAllowed => "This value cannot be used here.",
        ValueNotEmail => "Enter a full mail address, such as anna@contoso.com.",
        ValueNotHttpsUrl => "Enter a whole address that begins with https://.",
        ValuePatternMismatch => "This does not have the form that is expected here.",
        RuleKindUnknown => "An extension uses a rule of the kind {kind}, which does not exist. Tell its developer.",
        RuleParameterMissing => "An extension’s rule {kind} lacks {parameter}. Tell its developer.",
        RuleTooMany => "An extension’s field has more than {max} rules or values. Tell its developer.",
        RulePatternTooLong => "An extension’s pattern has {actual} characters, and at most {max} are taken. Tell its developer.",
        RulePatternUnsupported => "An extension’s pattern cannot be used; the trouble begins at character {position}. Tell its developer.",

        // The site and this plugin.
        EncryptionUnavailable => {
            "PHP’s sodium extension is missing, so the secret cannot be encrypted and was not stored. Ask your host to switch it on."
        }
        SecretUnreadable => "The stored secret is damaged and cannot be read. Enter it again in step 2.",
        SiteKeysChanged => {
            "Your site’s keys have changed since the secret was stored, so it cannot be read any more. Enter the secret again in step 2."
        }
        ContractMismatch => {
            "Parts of the plugin come from different versions. Empty your caches and reload; if it stays like this, install the plugin again."
        }
        DevelopmentUrlRefused => {
            "WKPBIC_DEVELOPMENT_MICROSOFT_URL is ignored: it works on development sites only, and with an address on this machine only."
        }
        NotConnected => "Nobody has signed in yet. Sign in at step 3 first.",
        NotAllowed => "You are not allowed to do this. Reload the page, or ask an administrator of this site.",
        StorageFailed => "The database did not store the value; nothing was changed. Try again, and ask your host if it stays like this.",
        WasmMissing => {
            "Your browser has no WebAssembly, so values are checked only when you save, and signing in is not possible. Use a current browser."
        }
        WasmBlockedByCsp => {
            "A Content-Security-Policy header of your site forbids WebAssembly, so values are checked only when you save, and signing in is not possible. Add 'wasm-unsafe-eval' to its script-src."
        }
        WasmNotFound => {
            "The file core_bg.wasm or core.js could not be loaded (status {status}). Install the plugin again, or ask your host why the file is blocked."
        }
        WasmCorrupt => {
            "The file core_bg.wasm is damaged or does not belong to core.js. Empty your caches and reload; if it stays like this, install the plugin again."
        }
        WasmNetwork => {
            "Your browser could not fetch core_bg.wasm. Check your connection and any Content-Security-Policy header (connect-src 'self'), then reload."
        }
    }
}
