//! Fields and rules of extensions.

use super::Sentence;
use wkpbic_core::error::ErrorCode::*;

pub(super) const SENTENCES: &[Sentence] = &[
    (ValueRequired, "This must not be empty."),
    (ValueTooShort, "This is too short: {actual} characters, and at least {min} are needed."),
    (ValueNotGuid, "Enter an ID of 32 digits and letters a to f in five groups, such as 1f0a9c52-7d3e-4b68-95c1-e2a4d6f80b37."),
    (ValueIsGuid, "This is an ID, and something else belongs here."),
    (ValueNotOffered, "Choose one of the values from the list."),
    (ValueNotAllowed, "This value cannot be used here."),
    (ValueNotEmail, "Enter a full mail address, such as anna@contoso.com."),
    (ValueNotHttpsUrl, "Enter a whole address that begins with https://."),
    (ValuePatternMismatch, "This does not have the form that is expected here."),
    (RuleKindUnknown, "An extension uses a rule of the kind {kind}, which does not exist. Tell its developer."),
    (RuleParameterMissing, "An extension’s rule {kind} lacks {parameter}. Tell its developer."),
    (RuleTooMany, "An extension’s field has more than {max} rules or values. Tell its developer."),
    (RulePatternTooLong, "An extension’s pattern has {actual} characters, and at most {max} are taken. Tell its developer."),
    (RulePatternUnsupported, "An extension’s pattern cannot be used; the trouble begins at character {position}. Tell its developer."),
    (
        ExtensionIdInvalid,
        "An extension names a part in a way that cannot be used; names look like my-plugin/warehouse. Tell its developer.",
    ),
    (ExtensionIdTaken, "An extension uses a name that is taken already. Tell its developer."),
    (ExtensionPartInvalid, "An extension’s {parameter} is missing or cannot be used. Tell its developer."),
    (ExtensionStepUnknown, "An extension adds something to a step that does not exist. Tell its developer."),
    (ExtensionTooMany, "Extensions add more than {max} parts of one kind; the rest is left out. Tell the developer of the last one."),
    (ExtensionFailed, "Something of an extension did not work and is left out. Tell its developer, or switch the extension off."),
];
