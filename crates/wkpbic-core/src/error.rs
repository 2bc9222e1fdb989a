//! Every code the project can give, with who must act and which parameters its sentence may mention.
//!
//! A code is public: never reused, never renamed. The sentence that goes with it lives in the message catalogue.

use serde::{Serialize, Serializer};

/// Who has to do something about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// The person at the wizard.
    You,
    /// An administrator of the Microsoft Entra directory.
    EntraAdmin,
    /// An administrator of Power BI (Fabric).
    PowerBiAdmin,
    /// Whoever runs the web server.
    Host,
    /// Nobody: it passes, or it is no fault.
    Nobody,
}

impl Actor {
    /// The word used in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::You => "you",
            Self::EntraAdmin => "entra_admin",
            Self::PowerBiAdmin => "power_bi_admin",
            Self::Host => "host",
            Self::Nobody => "nobody",
        }
    }
}

/// Whether waiting helps, and for how long.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Wait {
    /// It does not.
    None,
    /// Some minutes.
    Minutes,
    /// Hours.
    Hours,
}

impl Wait {
    /// The word used in the contract.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Minutes => "minutes",
            Self::Hours => "hours",
        }
    }
}

/// What is known about an [`ErrorCode`] beside its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ErrorInfo {
    /// Who has to act.
    pub actor: Actor,
    /// Whether waiting helps.
    pub wait: Wait,
    /// The wizard step at which it is mended, 1 to 4.
    pub step: Option<u8>,
    /// Whether the identical request may work later.
    pub retryable: bool,
    /// Whether the cure is a person at Microsoft's page.
    pub interaction_required: bool,
    /// The HTTP status of a REST answer that carries it.
    pub status: u16,
    /// The names of its parameters, in the order of the sentence.
    pub params: &'static [&'static str],
}

impl ErrorInfo {
    const fn new(actor: Actor, step: u8, status: u16, params: &'static [&'static str]) -> Self {
        let step = if step == 0 { None } else { Some(step) };
        Self { actor, wait: Wait::None, step, retryable: false, interaction_required: false, status, params }
    }

    const fn interactive(self) -> Self {
        Self { interaction_required: true, ..self }
    }

    const fn passing(self) -> Self {
        Self { retryable: true, wait: Wait::Minutes, ..self }
    }

    const fn slow(self) -> Self {
        Self { wait: Wait::Minutes, ..self }
    }

    const fn hours(self) -> Self {
        Self { wait: Wait::Hours, ..self }
    }

    const fn again(self) -> Self {
        Self { retryable: true, ..self }
    }
}

macro_rules! error_codes {
    ($( $(#[$doc:meta])* $name:ident = $text:literal => $info:expr; )+) => {
        /// A stable code; its text form is snake_case.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum ErrorCode { $( $(#[$doc])* $name, )+ }

        impl ErrorCode {
            /// Every code, in the order of declaration.
            pub const ALL: &'static [Self] = &[ $( Self::$name, )+ ];

            /// The code as written in JSON, REST answers and the contract.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $( Self::$name => $text, )+ }
            }

            /// Who must act, and which parameters there are.
            #[must_use]
            #[allow(clippy::indexing_slicing, reason = "a row for each code, in the order of declaration")]
            pub const fn info(self) -> ErrorInfo {
                INFOS[self as usize]
            }
        }

        /// A table and not a `match`, which would be eight kilobytes of code.
        static INFOS: [ErrorInfo; ErrorCode::ALL.len()] = [ $( $info, )+ ];
    };
}

use Actor::{EntraAdmin, Host, Nobody, PowerBiAdmin, You};

const fn field(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 2, 400, params)
}

const fn address(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 1, 400, params)
}

/// Two addresses that should be one: mended at the registration.
const fn compared(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 2, 400, params)
}

const fn sign_in(params: &'static [&'static str]) -> ErrorInfo {
    ErrorInfo::new(You, 3, 400, params)
}

const fn microsoft(actor: Actor, step: u8) -> ErrorInfo {
    ErrorInfo::new(actor, step, 502, &[])
}

error_codes! {
    /// The client ID is empty.
    ClientIdRequired = "client_id_required" => field(&[]);
    /// The client ID is not a GUID.
    ClientIdNotGuid = "client_id_not_guid" => field(&[]);
    /// The client ID is a well-known example.
    ClientIdPlaceholder = "client_id_placeholder" => field(&["value"]);
    /// Client ID and tenant ID are the same text.
    ClientIdSameAsTenantId = "client_id_same_as_tenant_id" => field(&["field"]);
    /// The tenant ID is empty.
    TenantIdRequired = "tenant_id_required" => field(&[]);
    /// The tenant ID is neither a GUID nor a domain.
    TenantIdInvalid = "tenant_id_invalid" => field(&[]);
    /// The tenant ID is one of the words that mean any directory.
    TenantIdSharedEndpoint = "tenant_id_shared_endpoint" => field(&["value"]);
    /// The tenant ID is a well-known example.
    TenantIdPlaceholder = "tenant_id_placeholder" => field(&["value"]);
    /// The client secret is empty.
    ClientSecretRequired = "client_secret_required" => field(&[]);
    /// The Secret ID was pasted in place of the Value.
    ClientSecretIsGuid = "client_secret_is_guid" => field(&[]);
    /// The client secret is a well-known example.
    ClientSecretPlaceholder = "client_secret_placeholder" => field(&["value"]);
    /// Shorter than Microsoft Graph's schema says.
    ClientSecretShort = "client_secret_short" => field(&["min", "actual"]);
    /// Longer than Microsoft Graph's schema says.
    ClientSecretLong = "client_secret_long" => field(&["max", "actual"]);
    /// Not of the shape that secrets have had in recent years.
    ClientSecretUnusualShape = "client_secret_unusual_shape" => field(&[]);
    /// The account is empty.
    UsernameRequired = "username_required" => field(&[]);
    /// The account is not a mail address.
    UsernameNotEmail = "username_not_email" => field(&[]);
    /// The account's domain belongs to a mail service for private persons.
    UsernameConsumerDomain = "username_consumer_domain" => field(&["domain"]);
    /// Not one of the clouds.
    CloudUnknown = "cloud_unknown" => field(&[]);
    /// A blank or an invisible character at one end.
    EdgeSpace = "edge_space" => field(&[]);
    /// An invisible character inside.
    HiddenCharacter = "hidden_character" => field(&["position", "code_point"]);
    /// A blank inside.
    InnerSpace = "inner_space" => field(&["position", "code_point"]);
    /// Quotes or brackets around the value.
    WrappedValue = "wrapped_value" => field(&[]);
    /// Something that manifests or address bars put before an ID.
    ValueWithPrefix = "value_with_prefix" => field(&["prefix"]);
    /// A character beyond ASCII, such as a Cyrillic letter or an en dash.
    LookAlikeCharacter = "look_alike_character" => field(&["position", "code_point"]);
    /// A domain name in place of the GUID.
    TenantIdIsDomain = "tenant_id_is_domain" => field(&[]);
    /// A password with a blank at one end.
    PasswordEdgeSpace = "password_edge_space" => field(&[]);
    /// Not a day of the calendar as `YYYY-MM-DD`.
    DateNotIso = "date_not_iso" => field(&[]);
    /// Not one of the sign-in methods.
    SignInMethodUnknown = "sign_in_method_unknown" => field(&[]);
    /// More characters than the field takes.
    TooLong = "too_long" => field(&["max", "actual"]);
    /// No such field.
    FieldUnknown = "field_unknown" => field(&["field"]);
    /// Set by a constant in wp-config.php.
    FieldLocked = "field_locked" => ErrorInfo::new(Host, 2, 409, &["field"]);
    /// The body of a request is not JSON.
    RequestNotJson = "request_not_json" => ErrorInfo::new(Host, 0, 400, &[]);
    /// The value is not a piece of text.
    FieldNotText = "field_not_text" => field(&["field"]);

    /// Not an absolute address.
    RedirectUriNotAbsolute = "redirect_uri_not_absolute" => address(&[]);
    /// A blank or line break in the address.
    RedirectUriSpace = "redirect_uri_space" => address(&["position"]);
    /// A scheme other than https or http.
    RedirectUriScheme = "redirect_uri_scheme" => address(&["scheme"]);
    /// The scheme is not in lower case.
    RedirectUriSchemeCase = "redirect_uri_scheme_case" => address(&["scheme"]);
    /// Plain http on a host other than localhost.
    RedirectUriNotHttps = "redirect_uri_not_https" => ErrorInfo::new(Host, 1, 400, &["host"]);
    /// Plain http on a name below localhost.
    RedirectUriLocalhostSubdomain = "redirect_uri_localhost_subdomain" => address(&["host"]);
    /// Plain http on 127.0.0.1, which the portal's form refuses.
    RedirectUri127Http = "redirect_uri_127_http" => address(&[]);
    /// The IPv6 loopback address.
    RedirectUriIpv6Loopback = "redirect_uri_ipv6_loopback" => address(&[]);
    /// More than 256 characters.
    RedirectUriTooLong = "redirect_uri_too_long" => address(&["max", "actual"]);
    /// One of the characters that Entra does not take.
    RedirectUriCharacter = "redirect_uri_character" => address(&["character", "position"]);
    /// A host name with characters beyond ASCII.
    RedirectUriInternationalHost = "redirect_uri_international_host" => address(&["host"]);
    /// A host name in `xn--` form.
    RedirectUriPunycodeHost = "redirect_uri_punycode_host" => address(&["host"]);
    /// A fragment.
    RedirectUriFragment = "redirect_uri_fragment" => address(&[]);
    /// A wildcard.
    RedirectUriWildcard = "redirect_uri_wildcard" => address(&[]);
    /// A user name before the host.
    RedirectUriUserinfo = "redirect_uri_userinfo" => address(&[]);
    /// An example host.
    RedirectUriPlaceholderHost = "redirect_uri_placeholder_host" => address(&["host"]);
    /// A number in place of a host name.
    RedirectUriIpHost = "redirect_uri_ip_host" => address(&["host"]);
    /// Capital letters in the host name.
    RedirectUriHostCase = "redirect_uri_host_case" => address(&["host"]);
    /// A port that the scheme has anyway.
    RedirectUriDefaultPort = "redirect_uri_default_port" => address(&["port"]);
    /// No path at all.
    RedirectUriNoPath = "redirect_uri_no_path" => address(&[]);
    /// Percent-encoded characters.
    RedirectUriPercentEncoded = "redirect_uri_percent_encoded" => address(&["position"]);
    /// Not the address of this site.
    RedirectUriNotThisSite = "redirect_uri_not_this_site" => sign_in(&[]);

    /// No attempt has this state.
    StateUnknown = "state_unknown" => sign_in(&[]);
    /// The attempt is older than 15 minutes.
    SignInExpired = "sign_in_expired" => sign_in(&[]);
    /// The client, the tenant or the like was changed while the person was at Microsoft's page.
    SignInSettingsChanged = "sign_in_settings_changed" => sign_in(&[]);
    /// Another WordPress user started the attempt.
    SignInOtherUser = "sign_in_other_user" => sign_in(&[]);
    /// Another browser started the attempt.
    SignInOtherBrowser = "sign_in_other_browser" => sign_in(&[]);
    /// The attempt was used before, by somebody else or elsewhere.
    StateReused = "state_reused" => sign_in(&[]);
    /// The same person in the same browser opened the answer again.
    SignInAlreadyDone = "sign_in_already_done" => ErrorInfo::new(Nobody, 4, 409, &[]);
    /// The attempt handed over is not of the agreed form.
    SignInMalformed = "sign_in_malformed" => sign_in(&["field"]);
    /// A value that signing in needs is missing.
    SetupIncomplete = "setup_incomplete" => ErrorInfo::new(You, 2, 409, &["field"]);
    /// The sign-in worked.
    SignedIn = "signed_in" => ErrorInfo::new(Nobody, 4, 200, &[]);
    /// A parameter stands twice in the answer.
    CallbackDuplicateParameter = "callback_duplicate_parameter" => sign_in(&["parameter"]);
    /// The answer holds neither a code nor an error.
    CallbackIncomplete = "callback_incomplete" => sign_in(&[]);
    /// The answer holds no state.
    CallbackStateMissing = "callback_state_missing" => sign_in(&[]);
    /// An administrator has consented.
    AdminConsentGranted = "admin_consent_granted" => ErrorInfo::new(Nobody, 3, 200, &["tenant"]);

    /// AADSTS50011: the redirect URI is not among the registered ones.
    RedirectUriMismatch = "redirect_uri_mismatch" => microsoft(You, 2).slow();
    /// AADSTS700016: no such app in this directory.
    ClientUnknown = "client_unknown" => microsoft(You, 2);
    /// AADSTS90002: no such directory.
    TenantUnknown = "tenant_unknown" => microsoft(You, 2);
    /// AADSTS7000215: the secret is wrong.
    ClientSecretWrong = "client_secret_wrong" => microsoft(You, 2);
    /// AADSTS7000222: the secret has expired.
    ClientSecretExpired = "client_secret_expired" => microsoft(You, 2);
    /// AADSTS7000218: Microsoft saw no secret.
    ClientSecretMissing = "client_secret_missing" => microsoft(You, 2);
    /// AADSTS65001: nobody has consented.
    ConsentRequired = "consent_required" => microsoft(You, 3).interactive();
    /// AADSTS90094, AADSTS90095: only an administrator may consent.
    ConsentNeedsAdmin = "consent_needs_admin" => microsoft(EntraAdmin, 3).interactive();
    /// AADSTS65004 or `access_denied`: the person pressed Cancel.
    SignInDeclined = "sign_in_declined" => microsoft(You, 3).interactive();
    /// AADSTS70008: the authorization code is too old.
    CodeExpired = "code_expired" => microsoft(You, 3).interactive();
    /// AADSTS54005: the authorization code was redeemed before.
    CodeUsed = "code_used" => microsoft(You, 3).interactive();
    /// AADSTS50148, AADSTS501481: verifier and challenge do not belong together.
    CodeVerifierMismatch = "code_verifier_mismatch" => microsoft(You, 3).interactive();
    /// `invalid_grant`: the refresh token no longer counts.
    GrantRevoked = "grant_revoked" => microsoft(You, 3).interactive();
    /// Microsoft wants to see the person: more sign-in, another factor, a policy.
    InteractionRequired = "interaction_required" => microsoft(You, 3).interactive();
    /// AADSTS50020, AADSTS50034: the account is not of this directory.
    AccountNotInTenant = "account_not_in_tenant" => microsoft(You, 3).interactive();
    /// AADSTS500207 and the like: a personal account.
    AccountNotWorkOrSchool = "account_not_work_or_school" => microsoft(You, 1).interactive();
    /// A status of 500 or more.
    MicrosoftUnavailable = "microsoft_unavailable" => ErrorInfo::new(Nobody, 0, 502, &["status"]).passing();
    /// Status 429.
    MicrosoftThrottled = "microsoft_throttled" => ErrorInfo::new(Nobody, 0, 503, &["seconds"]).passing();
    /// The answer is not what the specification says.
    MicrosoftUnreadableAnswer = "microsoft_unreadable_answer" => microsoft(Nobody, 0).passing();
    /// The answer is larger than anything expected.
    MicrosoftAnswerTooLarge = "microsoft_answer_too_large" => microsoft(Nobody, 0).passing();
    /// An error that is not in our list.
    MicrosoftUnknown = "microsoft_unknown" => ErrorInfo::new(You, 3, 502, &["error", "aadsts"]);
    /// No connection from this server to Microsoft.
    MicrosoftUnreachable = "microsoft_unreachable" => ErrorInfo::new(Host, 0, 504, &["transport"]).passing();

    /// Power BI refuses the token.
    PowerBiTokenRefused = "power_bi_token_refused" => microsoft(You, 3).interactive();
    /// The account has no Power BI licence.
    PowerBiNoLicence = "power_bi_no_licence" => microsoft(You, 4);
    /// Power BI says no to this account.
    PowerBiForbidden = "power_bi_forbidden" => microsoft(PowerBiAdmin, 4);
    /// Power BI answers with something that is not in our list.
    PowerBiUnknown = "power_bi_unknown" => ErrorInfo::new(You, 4, 502, &["status"]);

    // Pasted text.
    /// More text than "paste anything" reads.
    PastedTooLong = "pasted_too_long" => field(&[]);
    /// Nothing of use in the pasted text.
    PastedNothing = "pasted_nothing" => field(&[]);
    /// The set-up script's block has no end.
    PastedBlockIncomplete = "pasted_block_incomplete" => field(&[]);
    /// A line of the set-up script's block is not of the agreed form.
    PastedBlockDamaged = "pasted_block_damaged" => field(&["field"]);
    /// More than one value for a field.
    PastedSeveralValues = "pasted_several_values" => field(&["field"]);
    /// GUIDs that nothing tells apart.
    PastedIdsUnlabelled = "pasted_ids_unlabelled" => field(&[]);
    /// A Secret ID, which is of no use.
    PastedSecretId = "pasted_secret_id" => field(&[]);
    /// An Object ID, which is of no use.
    PastedObjectId = "pasted_object_id" => field(&[]);
    /// The portal shows no more of the secret than its beginning.
    PastedSecretMasked = "pasted_secret_masked" => field(&[]);
    /// A date that two countries read differently.
    PastedDateAmbiguous = "pasted_date_ambiguous" => field(&["first", "second"]);
    /// A date that cannot be read.
    PastedDateUnreadable = "pasted_date_unreadable" => field(&[]);
    /// A person's password, which is not read.
    PastedPassword = "pasted_password" => field(&[]);

    // Explained errors.
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

    // Compared addresses.
    /// A port that is no number up to 65535.
    RedirectUriPort = "redirect_uri_port" => address(&["port"]);
    /// A percent sign without two hexadecimal digits.
    RedirectUriPercentBroken = "redirect_uri_percent_broken" => address(&["position"]);
    /// A character beyond ASCII behind the host.
    RedirectUriNonAscii = "redirect_uri_non_ascii" => address(&["character", "position"]);
    /// A query where personal accounts may sign in.
    RedirectUriQueryPersonal = "redirect_uri_query_personal" => address(&[]);
    /// A wildcard in the manifest: possible, advised against.
    RedirectUriWildcardManifest = "redirect_uri_wildcard_manifest" => address(&[]);
    /// More redirect URIs than one app takes.
    RedirectUriTooMany = "redirect_uri_too_many" => address(&["max", "actual"]);
    /// Two redirect URIs on localhost that differ by port alone.
    RedirectUriLocalhostTwins = "redirect_uri_localhost_twins" => address(&["first", "second"]);
    /// A proxy speaks https, and WordPress believes in http.
    SiteBehindProxy = "site_behind_proxy" => ErrorInfo::new(Host, 1, 400, &["host"]);
    /// The page came over https, and the site's stored address begins with http.
    SiteAddressHttp = "site_address_http" => address(&["host"]);
    /// The hosts of wp-admin and of the site differ by `www.`.
    SiteWwwDiffers = "site_www_differs" => address(&["admin_host", "home_host"]);
    /// The hosts of wp-admin and of the site differ.
    SiteHostDiffers = "site_host_differs" => address(&["admin_host", "home_host"]);
    /// The network admin of a multisite, which has no set-up of its own.
    SiteNetworkAdmin = "site_network_admin" => address(&[]);
    /// The wizard was opened over http, and Microsoft comes back over https.
    SiteOpenedOverHttp = "site_opened_over_http" => address(&[]);
    /// Another plugin has appended something to the address of wp-admin.
    SiteAdminUrlQuery = "site_admin_url_query" => address(&[]);
    /// A character that nobody sees, in one of two addresses.
    AddressInvisibleCharacter = "address_invisible_character" => compared(&["position", "code_point"]);
    /// A blank in one of two addresses.
    AddressBlank = "address_blank" => compared(&["position", "code_point"]);
    /// An ampersand in HTML's form.
    AddressAmpersandEscaped = "address_ampersand_escaped" => compared(&[]);
    /// The beginnings differ.
    AddressSchemeDiffers = "address_scheme_differs" => compared(&["registered", "requested"]);
    /// A user name before one host.
    AddressUserinfo = "address_userinfo" => compared(&[]);
    /// `www.` before one host.
    AddressWwwDiffers = "address_www_differs" => compared(&["registered", "requested"]);
    /// The hosts differ.
    AddressHostDiffers = "address_host_differs" => compared(&["registered", "requested"]);
    /// The hosts differ in upper and lower case.
    AddressHostCaseDiffers = "address_host_case_differs" => compared(&["registered", "requested"]);
    /// The ports differ.
    AddressPortDiffers = "address_port_differs" => compared(&["registered", "requested"]);
    /// The ports differ on localhost.
    AddressPortIgnored = "address_port_ignored" => ErrorInfo::new(Nobody, 2, 200, &["registered", "requested"]);
    /// A folder stands before WordPress in one address.
    AddressSubdirectoryDiffers = "address_subdirectory_differs" => compared(&["registered", "requested"]);
    /// A language's short name stands in one path.
    AddressLanguagePrefixDiffers = "address_language_prefix_differs" => compared(&["registered", "requested"]);
    /// The paths differ.
    AddressPathDiffers = "address_path_differs" => compared(&["registered", "requested"]);
    /// Upper and lower case differ behind the host.
    AddressPathCaseDiffers = "address_path_case_differs" => compared(&[]);
    /// A slash at the end of one path.
    AddressTrailingSlashDiffers = "address_trailing_slash_differs" => compared(&[]);
    /// The same characters, encoded in one address.
    AddressPercentEncodingDiffers = "address_percent_encoding_differs" => compared(&[]);
    /// `step=3` in one address only.
    AddressStepMissing = "address_step_missing" => compared(&[]);
    /// The same parameters in another order.
    AddressQueryOrderDiffers = "address_query_order_differs" => compared(&[]);
    /// A parameter in one address only.
    AddressQueryDiffers = "address_query_differs" => compared(&["text"]);
    /// A parameter with another value.
    AddressParameterDiffers = "address_parameter_differs" => compared(&["parameter"]);
    /// A fragment.
    AddressFragment = "address_fragment" => compared(&[]);
    /// A registered asterisk covers the other address.
    AddressWildcard = "address_wildcard" => compared(&["registered", "requested"]);
    /// No cause that has a name.
    AddressDiffers = "address_differs" => compared(&["position"]);
    /// The discovery document names no directory of Microsoft's.
    DiscoveryIssuerUnreadable = "discovery_issuer_unreadable" => microsoft(Nobody, 2).passing();
    /// The directory lives in another cloud than the chosen one.
    DiscoveryCloudDiffers = "discovery_cloud_differs" => field(&["chosen", "found"]);
    /// The directory lives in a cloud that is not in our list.
    DiscoveryCloudUnknown = "discovery_cloud_unknown" => field(&["value"]);

    // Scripts, consent requests and expiry.
    /// A character in a name that a script must not hold.
    ScriptNameCharacter = "script_name_character" => address(&["position", "code_point"]);
    /// The name is cut to what Entra takes.
    ScriptNameCut = "script_name_cut" => address(&["max", "actual"]);
    /// A secret's lifetime outside of what Entra's portal offers.
    ScriptLifetime = "script_lifetime" => address(&["min_months", "max_months", "months"]);
    /// No permission is chosen.
    ScriptPermissionsMissing = "script_permissions_missing" => address(&[]);
    /// Not one of the five permissions.
    ScriptPermissionUnknown = "script_permission_unknown" => address(&["permission"]);
    /// A consent link that leads elsewhere than to Microsoft.
    AdminRequestLinkForeign = "admin_request_link_foreign" => sign_in(&[]);
    /// A mail address link that some mail programs cut.
    MailtoLong = "mailto_long" => sign_in(&["max", "actual"]);
    /// The expiry date is empty.
    ExpiryDateMissing = "expiry_date_missing" => field(&[]);
    /// Not a date.
    ExpiryDateUnreadable = "expiry_date_unreadable" => field(&[]);
    /// A day that the calendar does not have.
    ExpiryDateImpossible = "expiry_date_impossible" => field(&[]);
    /// Day and month may be meant either way round.
    ExpiryDateAmbiguous = "expiry_date_ambiguous" => field(&["first", "second"]);
    /// The day is over.
    ExpiryDatePast = "expiry_date_past" => field(&["date"]);
    /// The day is today.
    ExpiryDateToday = "expiry_date_today" => field(&[]);
    /// Later than Entra's portal lets a secret live.
    ExpiryDateFar = "expiry_date_far" => field(&["max_months"]);

    // Quiz, scorecard and permissions.

    /// A personal account cannot work.
    QuizPersonalAccount = "quiz_personal_account" => ErrorInfo::new(You, 1, 400, &[]);
    /// There is no Microsoft account yet.
    QuizNoAccount = "quiz_no_account" => ErrorInfo::new(EntraAdmin, 1, 400, &[]);
    /// The kind of account is unclear.
    QuizAccountUnsure = "quiz_account_unsure" => address(&[]);
    /// The person may not register apps.
    QuizAdminNeeded = "quiz_admin_needed" => ErrorInfo::new(EntraAdmin, 1, 400, &[]);
    /// It is unclear whether the person may register apps.
    QuizRegisterUnsure = "quiz_register_unsure" => address(&[]);
    /// Nobody has opened Power BI yet.
    QuizPowerBiNeverOpened = "quiz_power_bi_never_opened" => address(&[]);
    /// It is unclear whether anybody has opened Power BI.
    QuizPowerBiUnsure = "quiz_power_bi_unsure" => address(&[]);
    /// Data is to flow without a person.
    QuizUnattended = "quiz_unattended" => ErrorInfo::new(PowerBiAdmin, 1, 400, &[]);

    // Fields and rules of extensions.

    /// An extension's field is empty and must not be.
    ValueRequired = "value_required" => field(&[]);
    /// Fewer characters than the field wants.
    ValueTooShort = "value_too_short" => field(&["min", "actual"]);
    /// Not a GUID.
    ValueNotGuid = "value_not_guid" => field(&[]);
    /// A GUID where none belongs.
    ValueIsGuid = "value_is_guid" => field(&[]);
    /// Not one of the values on offer.
    ValueNotOffered = "value_not_offered" => field(&[]);
    /// One of the values that are ruled out.
    ValueNotAllowed = "value_not_allowed" => field(&[]);
    /// Not a mail address.
    ValueNotEmail = "value_not_email" => field(&[]);
    /// Not an https address.
    ValueNotHttpsUrl = "value_not_https_url" => field(&[]);
    /// Not of the form that the field wants.
    ValuePatternMismatch = "value_pattern_mismatch" => field(&[]);
    /// An extension names a kind of rule that does not exist.
    RuleKindUnknown = "rule_kind_unknown" => ErrorInfo::new(Host, 0, 400, &["kind"]);
    /// An extension's rule lacks a parameter.
    RuleParameterMissing = "rule_parameter_missing" => ErrorInfo::new(Host, 0, 400, &["kind", "parameter"]);
    /// An extension's field has too many rules or values.
    RuleTooMany = "rule_too_many" => ErrorInfo::new(Host, 0, 400, &["max"]);
    /// An extension's pattern is too long.
    RulePatternTooLong = "rule_pattern_too_long" => ErrorInfo::new(Host, 0, 400, &["max", "actual"]);
    /// An extension's pattern is not in the dialect.
    RulePatternUnsupported = "rule_pattern_unsupported" => ErrorInfo::new(Host, 0, 400, &["position"]);

    // The site and this plugin.
    /// PHP lacks libsodium.
    EncryptionUnavailable = "encryption_unavailable" => ErrorInfo::new(Host, 1, 500, &[]);
    /// A stored secret is damaged.
    SecretUnreadable = "secret_unreadable" => ErrorInfo::new(You, 2, 500, &[]);
    /// The site's keys are not those that a secret was stored with.
    SiteKeysChanged = "site_keys_changed" => ErrorInfo::new(You, 2, 500, &[]);
    /// Wasm, script and PHP come from different versions.
    ContractMismatch = "contract_mismatch" => ErrorInfo::new(Host, 0, 500, &[]);
    /// The development address is not loopback, or the site is not a development site.
    DevelopmentUrlRefused = "development_url_refused" => ErrorInfo::new(Host, 0, 400, &[]);
    /// Nobody has signed in yet.
    NotConnected = "not_connected" => ErrorInfo::new(You, 3, 409, &[]);
    /// The person may not do this.
    NotAllowed = "not_allowed" => ErrorInfo::new(You, 0, 403, &[]);
    /// The database did not take a value.
    StorageFailed = "storage_failed" => ErrorInfo::new(Host, 0, 500, &[]).passing();
    /// The browser has no WebAssembly.
    WasmMissing = "wasm_missing" => ErrorInfo::new(You, 0, 400, &[]);
    /// A Content-Security-Policy forbids WebAssembly.
    WasmBlockedByCsp = "wasm_blocked_by_csp" => ErrorInfo::new(Host, 0, 400, &[]);
    /// The server does not hand out the wasm file or its loader.
    WasmNotFound = "wasm_not_found" => ErrorInfo::new(Host, 0, 400, &["status"]);
    /// The wasm file is damaged, or of another version than its loader.
    WasmCorrupt = "wasm_corrupt" => ErrorInfo::new(Host, 0, 400, &[]);
    /// The browser could not reach the wasm file.
    WasmNetwork = "wasm_network" => ErrorInfo::new(You, 0, 400, &[]).passing();
}

impl Serialize for ErrorCode {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unique_snake_case_words() {
        let mut seen = BTreeSet::new();
        for code in ErrorCode::ALL {
            let text = code.as_str();
            assert!(seen.insert(text), "{text} stands twice");
            assert!(text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_'), "{text}");
        }
    }

    #[test]
    fn words_in_json_are_those_of_the_contract() {
        for actor in [You, EntraAdmin, PowerBiAdmin, Host, Nobody] {
            assert_eq!(serde_json::to_value(actor).unwrap(), actor.as_str());
        }
        for wait in [Wait::None, Wait::Minutes, Wait::Hours] {
            assert_eq!(serde_json::to_value(wait).unwrap(), wait.as_str());
        }
    }

    #[test]
    fn steps_and_statuses_are_possible() {
        for code in ErrorCode::ALL {
            let info = code.info();
            assert!(info.step.is_none_or(|step| (1..=crate::limits::STEPS).contains(&step)), "{code:?}");
            assert!((200..600).contains(&info.status), "{code:?}");
        }
    }
}
