//! What Microsoft and Power BI answer to the calls of a set-up.

macro_rules! microsoft {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
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

        /// A probe of the redirect URI came to nothing that can be read.
        RedirectUriUnproved = "redirect_uri_unproved" => microsoft(You, 3);
        /// The account that signed in is not the one that was typed.
        AccountDiffers = "account_differs" => ErrorInfo::new(You, 3, 409, &["signed_in", "typed"]);
        /// The token lacks permissions.
        PermissionsNotGranted = "permissions_not_granted" => ErrorInfo::new(You, 3, 409, &["permissions"]).interactive();
        /// Power BI refuses without a word about the reason.
        PowerBiRefusedSilently = "power_bi_refused_silently" => ErrorInfo::new(You, 4, 502, &["status"]);
        /// The account is in no workspace.
        PowerBiNoWorkspace = "power_bi_no_workspace" => ErrorInfo::new(You, 4, 409, &[]);
        /// The account may look at its workspaces and not write.
        PowerBiReadOnly = "power_bi_read_only" => ErrorInfo::new(You, 4, 409, &[]);
    } };
}
