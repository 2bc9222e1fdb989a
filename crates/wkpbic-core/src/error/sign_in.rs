//! An attempt to sign in, from its beginning to the answer.

macro_rules! sign_in {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
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
        /// Microsoft gave no ID token.
        IdTokenMissing = "id_token_missing" => sign_in(&[]);
        /// The ID token is not a signed JWT with the claims it must have.
        IdTokenUnreadable = "id_token_unreadable" => sign_in(&[]);
        /// The ID token is signed in a way that is not accepted, or not at all.
        IdTokenAlgorithm = "id_token_algorithm" => sign_in(&[]);
        /// The ID token names a key that the directory does not publish.
        IdTokenKeyUnknown = "id_token_key_unknown" => sign_in(&[]);
        /// The signature of the ID token does not fit.
        IdTokenSignatureWrong = "id_token_signature_wrong" => sign_in(&[]);
        /// The ID token comes from somebody else.
        IdTokenIssuerWrong = "id_token_issuer_wrong" => sign_in(&[]);
        /// The ID token is for another app.
        IdTokenAudienceWrong = "id_token_audience_wrong" => sign_in(&[]);
        /// The ID token has expired, by the clock of this server.
        IdTokenExpired = "id_token_expired" => ErrorInfo::new(Host, 3, 400, &[]);
        /// The ID token was issued in the future, by the clock of this server.
        IdTokenIssuedLater = "id_token_issued_later" => ErrorInfo::new(Host, 3, 400, &[]);
        /// The ID token does not count yet, by the clock of this server.
        IdTokenNotYetValid = "id_token_not_yet_valid" => ErrorInfo::new(Host, 3, 400, &[]);
        /// The ID token belongs to another sign-in.
        IdTokenNonceWrong = "id_token_nonce_wrong" => sign_in(&[]);
        /// The ID token is of another directory.
        IdTokenTenantWrong = "id_token_tenant_wrong" => sign_in(&[]);
        /// An administrator has consented.
        AdminConsentGranted = "admin_consent_granted" => ErrorInfo::new(Nobody, 3, 200, &["tenant"]);
    } };
}
