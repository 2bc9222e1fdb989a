//! Errors of Microsoft, of Power BI and of the way to them, explained from their text.

macro_rules! explained {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
        /// Another Microsoft session of the browser got in the way.
        AccountSessionMixed = "account_session_mixed" => microsoft(You, 3).interactive();
        /// Microsoft could not settle on one of several accounts.
        AccountPickAgain = "account_pick_again" => microsoft(You, 3).interactive().again();
        /// An ordinary question of Microsoft's pages was left unanswered.
        SignInInterrupted = "sign_in_interrupted" => microsoft(You, 3).interactive().again();
        /// Microsoft's page was open for too long.
        SignInPageExpired = "sign_in_page_expired" => microsoft(You, 3).interactive();
        /// A guest has not accepted the invitation, or is of another directory.
        GuestInvitationOpen = "guest_invitation_open" => microsoft(You, 3).interactive();
        /// A consent for the age group is missing.
        AccountAgeConsentMissing = "account_age_consent_missing" => microsoft(EntraAdmin, 3).interactive();
        /// A rule about the legal age blocks the account.
        AccountOfMinor = "account_of_minor" => microsoft(You, 3);
        /// Too many wrong passwords, or an address with a bad name.
        AccountLocked = "account_locked" => microsoft(You, 3).interactive().slow();
        /// The password has to be changed or set up first.
        PasswordChangeNeeded = "password_change_needed" => microsoft(You, 3).interactive();
        /// The account signs in without a password that Microsoft holds.
        AccountHasNoPassword = "account_has_no_password" => microsoft(You, 3).interactive();
        /// Sign-in is switched off for the account.
        AccountDisabled = "account_disabled" => microsoft(EntraAdmin, 3);
        /// User name or password is wrong.
        PasswordWrong = "password_wrong" => microsoft(You, 3).interactive();
        /// A second factor is asked for and none is registered.
        SecondFactorNotSetUp = "second_factor_not_set_up" => microsoft(You, 3).interactive();
        /// The second factor of the account is damaged.
        SecondFactorDamaged = "second_factor_damaged" => microsoft(EntraAdmin, 3).interactive();
        /// The second factor could not be checked for the moment.
        SecondFactorBusy = "second_factor_busy" => microsoft(You, 3).interactive().passing();
        /// The second factor may not be set up from here.
        SecondFactorRegistrationBlocked = "second_factor_registration_blocked" => microsoft(EntraAdmin, 3).interactive();
        /// The app demands assignment and the account is not assigned.
        AccountNotAssigned = "account_not_assigned" => microsoft(EntraAdmin, 3);
        /// The API demands assignment and the app is not assigned.
        AppNotAssigned = "app_not_assigned" => microsoft(EntraAdmin, 4);
        /// The organisation's own sign-in server refuses or is misconfigured.
        CompanySignInFailed = "company_sign_in_failed" => microsoft(EntraAdmin, 3).interactive();
        /// The organisation's own sign-in server failed for the moment.
        CompanySignInUnavailable = "company_sign_in_unavailable" => microsoft(EntraAdmin, 3).interactive().passing();
        /// The federation of the account's domain is unknown.
        CompanyDomainUnknown = "company_domain_unknown" => microsoft(EntraAdmin, 3);
        /// The user name is not a full address.
        UsernameIncomplete = "username_incomplete" => microsoft(You, 2);
        /// Microsoft cannot make sense of the user name.
        UsernameUnknown = "username_unknown" => microsoft(You, 3).interactive();
        /// The agent on the organisation's premises does not answer.
        CompanyServerUnreachable = "company_server_unreachable" => microsoft(EntraAdmin, 3).passing();
        /// The agent on the organisation's premises is at fault.
        CompanyServerFailed = "company_server_failed" => microsoft(EntraAdmin, 3);
        /// The account may not sign in at this hour.
        SignInHours = "sign_in_hours" => microsoft(EntraAdmin, 3).hours();
        /// A policy asks for a known device.
        DeviceNotAllowed = "device_not_allowed" => microsoft(EntraAdmin, 3).interactive();
        /// Conditional Access blocks the sign-in.
        BlockedByPolicy = "blocked_by_policy" => microsoft(EntraAdmin, 3).interactive();
        /// Security defaults refuse a sign-in without the browser.
        SecurityDefaultsBlock = "security_defaults_block" => microsoft(You, 3).interactive();
        /// A policy admits approved apps only.
        AppNotApproved = "app_not_approved" => microsoft(EntraAdmin, 3);
        /// Guests are not admitted, or not like this.
        GuestNotAllowed = "guest_not_allowed" => microsoft(EntraAdmin, 3);
        /// A partner's administrator may not do this.
        PartnerAdminRefused = "partner_admin_refused" => microsoft(EntraAdmin, 3);
        /// A proxy with tenant restrictions refuses the directory.
        TenantBlockedByNetwork = "tenant_blocked_by_network" => microsoft(EntraAdmin, 3);
        /// A policy asks for a fresh sign-in from time to time.
        SignInFrequencyReached = "sign_in_frequency_reached" => microsoft(You, 3).interactive();
        /// A passing fault at Microsoft.
        MicrosoftBusy = "microsoft_busy" => microsoft(Nobody, 0).passing();
        /// A fault at Microsoft that trying again does not cure.
        MicrosoftNeedsSupport = "microsoft_needs_support" => microsoft(EntraAdmin, 3);
        /// Microsoft has blocked the directory.
        TenantBlockedByMicrosoft = "tenant_blocked_by_microsoft" => microsoft(EntraAdmin, 2);
        /// The request names no directory that could exist.
        TenantNotValid = "tenant_not_valid" => microsoft(You, 2);
        /// A shared endpoint was used for an app of one directory.
        TenantNotOwn = "tenant_not_own" => microsoft(You, 2);
        /// The code belongs to another directory.
        CodeFromOtherTenant = "code_from_other_tenant" => microsoft(You, 2).interactive();
        /// The app admits accounts of its own directory only.
        AppInOtherTenant = "app_in_other_tenant" => microsoft(You, 2);
        /// The app is switched off.
        AppDisabled = "app_disabled" => microsoft(EntraAdmin, 2);
        /// The app has no enterprise application in the directory.
        AppNotInstalled = "app_not_installed" => microsoft(EntraAdmin, 3);
        /// The client ID is that of an app of Microsoft.
        ClientIdOfMicrosoft = "client_id_of_microsoft" => microsoft(You, 2);
        /// Directory and chosen cloud do not belong together.
        CloudWrong = "cloud_wrong" => microsoft(You, 2);
        /// Power BI is unknown in the directory.
        PowerBiNotInTenant = "power_bi_not_in_tenant" => microsoft(You, 4);
        /// Power BI is switched off in the directory.
        PowerBiSwitchedOff = "power_bi_switched_off" => microsoft(EntraAdmin, 4);
        /// The registration lists an API that no longer exists.
        PermissionApiRemoved = "permission_api_removed" => microsoft(You, 2);
        /// The registration does not list the permissions that are asked for.
        PermissionsMissing = "permissions_missing" => microsoft(You, 2);
        /// The permission User.Read is missing.
        ProfilePermissionMissing = "profile_permission_missing" => microsoft(You, 2).interactive();
        /// A permission in the request does not exist.
        ScopeNotValid = "scope_not_valid" => microsoft(You, 2);
        /// The person who consents lacks the right to.
        ConsentNotPermitted = "consent_not_permitted" => microsoft(EntraAdmin, 3);
        /// A certificate or signed assertion is not accepted.
        ClientAssertionRefused = "client_assertion_refused" => microsoft(You, 2);
        /// The app is treated as public, so a secret is refused.
        AppIsPublic = "app_is_public" => microsoft(You, 2);
        /// The redirect URI stands under the platform for single-page apps.
        RedirectUriIsSpa = "redirect_uri_is_spa" => microsoft(You, 2);
        /// A sign-in of a single-page app has ended after 24 hours.
        SpaSignInEnded = "spa_sign_in_ended" => microsoft(You, 2).interactive();
        /// The request for tokens carried an Origin header.
        RequestFromBrowser = "request_from_browser" => microsoft(Host, 3);
        /// The request is not what Microsoft expects.
        RequestNotUnderstood = "request_not_understood" => microsoft(You, 3);
        /// The request lacks a value.
        RequestLacksValue = "request_lacks_value" => microsoft(You, 2);
        /// An address of Microsoft was opened that only programs use.
        MicrosoftAddressOpened = "microsoft_address_opened" => microsoft(You, 3);
        /// The same request came too often.
        RequestLoop = "request_loop" => microsoft(You, 3).slow();
        /// The app has no redirect URI.
        RedirectUriNotRegistered = "redirect_uri_not_registered" => microsoft(You, 2);
        /// The redirect URI begins with http.
        RedirectUriInsecure = "redirect_uri_insecure" => microsoft(Host, 1);
        /// The redirect URI is no address that Microsoft takes.
        RedirectUriNotValid = "redirect_uri_not_valid" => microsoft(You, 2);
        /// The two halves of a sign-in named different addresses.
        RedirectUriChanged = "redirect_uri_changed" => microsoft(You, 3).interactive();
        /// Power BI finds nothing at this place.
        PowerBiNotFound = "power_bi_not_found" => microsoft(You, 4);
        /// Service principals may not use the API.
        PowerBiServicePrincipalsOff = "power_bi_service_principals_off" => microsoft(PowerBiAdmin, 4).slow();
        /// The API does not serve this app, or not at this place.
        PowerBiAppNotAccessible = "power_bi_app_not_accessible" => microsoft(PowerBiAdmin, 4).slow();
        /// Microsoft has ended what was asked for.
        PowerBiFeatureRetired = "power_bi_feature_retired" => microsoft(Nobody, 0);
        /// A status below 500 and nothing else.
        HttpRefused = "http_refused" => ErrorInfo::new(You, 0, 502, &["status"]);
        /// Status 407: a proxy wants a login.
        ProxyLoginRequired = "proxy_login_required" => ErrorInfo::new(Host, 0, 502, &[]);
        /// The nonce of the page is too old.
        SitePageExpired = "site_page_expired" => ErrorInfo::new(You, 0, 403, &[]);
        /// WordPress does not know who is asking.
        SiteLoggedOut = "site_logged_out" => ErrorInfo::new(You, 0, 401, &[]);
        /// The REST route does not exist.
        SiteRestMissing = "site_rest_missing" => ErrorInfo::new(Host, 1, 404, &[]);
        /// Something blocks the REST API.
        SiteRestBlocked = "site_rest_blocked" => ErrorInfo::new(Host, 1, 403, &[]);
        /// The site answers with a page in place of JSON.
        SiteAnswerNotJson = "site_answer_not_json" => ErrorInfo::new(Host, 1, 502, &[]);
        /// The browser could not reach the site.
        SiteNotReached = "site_not_reached" => ErrorInfo::new(You, 0, 503, &[]).passing();
        /// WordPress stopped with a fatal error.
        SiteCriticalError = "site_critical_error" => ErrorInfo::new(Host, 1, 500, &[]);
        /// No error was found in a text.
        NothingRecognised = "nothing_recognised" => ErrorInfo::new(You, 3, 422, &[]);
        /// There is no text.
        NothingPasted = "nothing_pasted" => ErrorInfo::new(You, 3, 422, &[]);
    } };
}
