//! Fields and rules of extensions.

macro_rules! extension {
    ($later:tt $($rows:tt)*) => { gather! { $later $($rows)*
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
        /// The id of an extension's part is not of the form `plugin/name`, or is one of ours.
        ExtensionIdInvalid = "extension_id_invalid" => ErrorInfo::new(Host, 0, 400, &[]);
        /// Two parts of extensions have one id.
        ExtensionIdTaken = "extension_id_taken" => ErrorInfo::new(Host, 0, 400, &[]);
        /// Something of an extension's part is missing or of the wrong form.
        ExtensionPartInvalid = "extension_part_invalid" => ErrorInfo::new(Host, 0, 400, &["parameter"]);
        /// An extension's part belongs to a step that nobody has.
        ExtensionStepUnknown = "extension_step_unknown" => ErrorInfo::new(Host, 0, 400, &[]);
        /// Extensions register more than there may be.
        ExtensionTooMany = "extension_too_many" => ErrorInfo::new(Host, 0, 400, &["max"]);
        /// Code of an extension threw, or answered with something else than it should.
        ExtensionFailed = "extension_failed" => ErrorInfo::new(Host, 0, 500, &[]);
    } };
}
