//! Prints what TypeScript needs of the contract: unions of ids and a few tables.

use std::fmt::Write;

use wkpbic_core::admin_request::purpose;
use wkpbic_core::cloud::CLOUD_IDS;
use wkpbic_core::error::{ErrorCode, USUAL_MINUTES, Wait};
use wkpbic_core::expiry::{PORTAL_LIFETIMES_DAYS, PORTAL_RECOMMENDED_DAYS, REMINDER_DAYS};
use wkpbic_core::field::{FIELDS, SIGN_IN_METHODS};
use wkpbic_core::limits;
use wkpbic_core::permission::PERMISSIONS;
use wkpbic_core::phrase::Phrase;
use wkpbic_core::quiz::{self, Route};
use wkpbic_core::scorecard::{Check, Item};
use wkpbic_core::script::{APP_NAME, MAX_LIFETIME_MONTHS, MIN_LIFETIME_MONTHS};

use super::NOTICE;

/// `contract.ts`.
pub(super) fn contract(hash: &str) -> String {
    let mut text = format!("// {NOTICE}\n\n");
    let fields: Vec<&str> = FIELDS.iter().map(|field| field.id.as_str()).collect();
    let permissions: Vec<&str> = PERMISSIONS.iter().map(|permission| permission.name).collect();
    let codes: Vec<&str> = ErrorCode::ALL.iter().map(|code| code.as_str()).collect();
    ids(&mut text, "FIELD_IDS", "FieldId", "A field of the set-up.", &fields);
    let stored: Vec<&str> = FIELDS.iter().filter(|field| field.stored).map(|field| field.id.as_str()).collect();
    ids(&mut text, "STORED_FIELD_IDS", "StoredFieldId", "A field that the plugin keeps.", &stored);
    ids(&mut text, "CLOUD_IDS", "CloudId", "A Microsoft cloud.", CLOUD_IDS);
    ids(&mut text, "SIGN_IN_METHODS", "SignInMethod", "A way in which the plugin gets its tokens.", SIGN_IN_METHODS);
    ids(&mut text, "PERMISSION_IDS", "PermissionId", "A delegated Power BI permission.", &permissions);
    ids(&mut text, "ERROR_CODES", "ErrorCode", "A stable code; its sentence comes with the page.", &codes);
    let phrases: Vec<&str> = Phrase::ALL.iter().map(|phrase| phrase.as_str()).collect();
    ids(&mut text, "PHRASES", "Phrase", "A stable name of an explaining sentence; it comes with the page.", &phrases);

    let items: Vec<&str> = Item::ALL.iter().map(|item| item.as_str()).collect();
    ids(&mut text, "SCORECARD_ITEMS", "ScorecardItem", "An item of the scorecard.", &items);
    let checks: Vec<&str> = Check::ALL.iter().map(|check| check.as_str()).collect();
    ids(&mut text, "SCORECARD_CHECKS", "ScorecardCheck", "A check that says something about items of the scorecard.", &checks);
    let routes: Vec<&str> = Route::ALL.iter().map(|route| route.as_str()).collect();
    ids(&mut text, "QUIZ_ROUTES", "QuizRoute", "A way through step 2.", &routes);
    text.push_str("/** The questions of step 1, each with the words that answer it. */\nexport const QUIZ_QUESTIONS = {\n");
    for (question, words) in quiz::questions() {
        let words: Vec<String> = words.iter().map(|word| quoted(word)).collect();
        let _ = writeln!(text, "\t{question}: [{}],", words.join(", "));
    }
    text.push_str("} as const;\n\n");

    constant(&mut text, "CONTRACT_HASH", "Which contract this file belongs to.", &quoted(hash));
    constant(&mut text, "PAGE_SLUG", "The wizard's page.", &quoted(limits::PAGE_SLUG));
    constant(&mut text, "CONNECTION_PAGE_SLUG", "The page that shows the connection.", &quoted(limits::CONNECTION_PAGE_SLUG));
    constant(&mut text, "LOG_PAGE_SLUG", "The page that shows the log.", &quoted(limits::LOG_PAGE_SLUG));
    constant(&mut text, "HELP_PAGE_SLUG", "The page that has something about every code.", &quoted(limits::HELP_PAGE_SLUG));
    constant(&mut text, "APP_NAME", "The name that an app registration is given.", &quoted(APP_NAME));
    constant(&mut text, "STEPS", "How many steps the wizard has.", &limits::STEPS.to_string());
    constant(&mut text, "REDIRECT_STEP", "The step that Microsoft sends people back to.", &limits::REDIRECT_STEP.to_string());
    constant(&mut text, "REST_NAMESPACE", "The REST namespace of the plugin.", &quoted(limits::REST_NAMESPACE));

    let lifetimes: Vec<String> = PORTAL_LIFETIMES_DAYS.iter().map(ToString::to_string).collect();
    let lifetimes = format!("[{}] as const", lifetimes.join(", "));
    constant(&mut text, "SECRET_LIFETIMES_DAYS", "How long the portal offers a new client secret to live.", &lifetimes);
    constant(&mut text, "RECOMMENDED_LIFETIME_DAYS", "Which of them the portal recommends.", &PORTAL_RECOMMENDED_DAYS.to_string());
    let months = format!("{{ min: {MIN_LIFETIME_MONTHS}, max: {MAX_LIFETIME_MONTHS} }} as const");
    constant(&mut text, "SCRIPT_LIFETIME_MONTHS", "How long the script can make a client secret live.", &months);

    text.push_str("/** What is known about a field. `required`: signing in needs it. */\nexport const FIELDS = {\n");
    for field in FIELDS {
        let _ =
            writeln!(text, "\t{}: {{ step: {}, secret: {}, required: {} }},", field.id.as_str(), field.step, field.secret, field.required);
    }
    text.push_str("} as const satisfies Record<FieldId, { step: number; secret: boolean; required: boolean }>;\n\n");

    text.push_str(
        "/** Who must act on a code. */\nexport type Actor = 'you' | 'entra_admin' | 'power_bi_admin' | 'host' | 'nobody';\n\n\
         /** What is known about a code. `step`: where it is mended. */\nexport const ERRORS = {\n",
    );
    for code in ErrorCode::ALL {
        let info = code.info();
        let step = info.step.map_or("null".to_owned(), |step| step.to_string());
        let _ = writeln!(text, "\t{}: {{ actor: {}, step: {step} }},", code.as_str(), quoted(info.actor.as_str()));
    }
    text.push_str("} as const satisfies Record<ErrorCode, { actor: Actor; step: number | null }>;\n\n");

    text.push_str("/** The codes for which waiting helps; the others are not there. */\nexport const WAITS = {\n");
    for code in ErrorCode::ALL {
        let wait = code.info().wait;
        if !matches!(wait, Wait::None) {
            let _ = writeln!(text, "\t{}: {},", code.as_str(), quoted(wait.as_str()));
        }
    }
    text.push_str("} as const satisfies Partial<Record<ErrorCode, 'minutes' | 'hours'>>;\n\n");

    text.push_str("/** The codes about which the same may be asked again without anybody. */\nexport const MAY_BE_REPEATED: readonly ErrorCode[] = [\n");
    for code in ErrorCode::ALL.iter().filter(|code| code.may_be_repeated()) {
        let _ = writeln!(text, "\t{},", quoted(code.as_str()));
    }
    text.push_str("];\n\n/** How many minutes it usually takes at most, where Microsoft says so. */\n");
    text.push_str("export const USUAL_MINUTES: Readonly<Partial<Record<ErrorCode, number>>> = {\n");
    for (code, minutes) in USUAL_MINUTES {
        let _ = writeln!(text, "\t{}: {minutes},", code.as_str());
    }
    text.push_str("};\n\n");

    text.push_str("/** Why each permission is asked for. */\nexport const PURPOSES: Readonly<Record<PermissionId, Phrase>> = {\n");
    for permission in PERMISSIONS {
        let _ = writeln!(text, "\t{}: {},", quoted(permission.name), quoted(purpose(permission).as_str()));
    }
    text.push_str("};\n\n");

    let days: Vec<String> = REMINDER_DAYS.iter().map(u16::to_string).collect();
    let what = "So many days before the client secret ends, somebody is reminded.";
    let _ = writeln!(text, "/** {what} */\nexport const REMINDER_DAYS = [{}] as const;", days.join(", "));
    text
}

fn ids(text: &mut String, constant: &str, union: &str, what: &str, values: &[&str]) {
    let _ = writeln!(text, "/** {what} */\nexport type {union} = (typeof {constant})[number];\nexport const {constant} = [");
    for value in values {
        let _ = writeln!(text, "\t{},", quoted(value));
    }
    text.push_str("] as const;\n\n");
}

fn constant(text: &mut String, name: &str, what: &str, value: &str) {
    let _ = writeln!(text, "/** {what} */\nexport const {name} = {value};\n");
}

/// A TypeScript string literal; the values are identifiers, host names and paths.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\\', "\\\\").replace('\'', "\\'").replace('\n', "\\n"))
}
