//! What a person types into the form, and what a request carries.

macro_rules! fields {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
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
        /// A tick of the scorecard that is neither set nor taken away.
        ClaimNotTrueOrFalse = "claim_not_true_or_false" => ErrorInfo::new(Host, 0, 400, &["field"]);
        /// A secret among the arguments of a command, where other users of the server and the shell's history see it.
        SecretInArgument = "secret_in_argument" => field(&["field"]);
        /// A command was told to read a secret, and none came.
        SecretNotGiven = "secret_not_given" => field(&["field"]);
        /// A command to store fields names none.
        NothingToSet = "nothing_to_set" => field(&[]);
    } };
}
