//! Scripts, consent requests, the expiry of secrets, and the questions at the beginning.

macro_rules! preparing {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
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
        /// A stored secret is about to expire.
        SecretExpiresSoon = "secret_expires_soon" => ErrorInfo::new(You, 2, 409, &["date", "days"]);


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
    } };
}
