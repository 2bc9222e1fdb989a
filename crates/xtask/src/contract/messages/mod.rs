//! The message catalogue: one sentence per code, in plain words, with where the right value is or what to do next.
//! Labels are Microsoft's own, as they stand in the portal. Words in braces are the code's parameters.

mod compared;
mod explained;
mod extension;
mod fields;
mod microsoft;
mod pasted;
mod preparing;
mod redirect_uri;
mod sign_in;
mod site;

use wkpbic_core::error::ErrorCode;

/// A code with its sentence.
type Sentence = (ErrorCode, &'static str);

/// The topics of `wkpbic_core::error`, in the same order.
const TOPICS: [&[Sentence]; 10] = [
    fields::SENTENCES,
    redirect_uri::SENTENCES,
    sign_in::SENTENCES,
    microsoft::SENTENCES,
    pasted::SENTENCES,
    explained::SENTENCES,
    compared::SENTENCES,
    preparing::SENTENCES,
    extension::SENTENCES,
    site::SENTENCES,
];

/// The sentence of each code at the place of the code; a code without one, or with two, does not compile.
static SENTENCES: [&str; ErrorCode::ALL.len()] = by_code();

#[allow(clippy::panic, clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "runs in the compiler only")]
const fn by_code() -> [&'static str; ErrorCode::ALL.len()] {
    let mut sentences = [""; ErrorCode::ALL.len()];
    let mut topic = 0;
    while topic < TOPICS.len() {
        let mut row = 0;
        while row < TOPICS[topic].len() {
            let (code, text) = TOPICS[topic][row];
            if !sentences[code as usize].is_empty() {
                panic!("{}", code.as_str());
            }
            sentences[code as usize] = text;
            row += 1;
        }
        topic += 1;
    }
    let mut place = 0;
    while place < sentences.len() {
        if sentences[place].is_empty() {
            panic!("{}", ErrorCode::ALL[place].as_str());
        }
        place += 1;
    }
    sentences
}

/// The sentence of a code, in English.
#[allow(clippy::indexing_slicing, reason = "a sentence for each code, by construction")]
pub(super) fn sentence(code: ErrorCode) -> &'static str {
    SENTENCES[code as usize]
}

/// What a parameter is, for translators.
pub(super) fn parameter_note(name: &str) -> &'static str {
    match name {
        "aadsts" => "Microsoft's error number, or 0",
        "actual" => "how many there are: characters of a text, or addresses of an app",
        "admin_host" => "host name of the WordPress admin, such as www.shop.example",
        "character" => "the character in question",
        "chosen" => "name of the cloud that was chosen, such as global",
        "code_point" => "an invisible character, such as U+200B",
        "constants" => "names of constants in wp-config.php, such as WKPBIC_CLIENT_SECRET",
        "current" => "address of this site, such as staging.shop.example",
        "date" => "a date, such as 2027-05-24",
        "days" => "number of days",
        "domain" => "a mail domain, such as gmail.com",
        "error" => "Microsoft's short name of an error, such as invalid_request",
        "first" | "second" => "one of two readings: a date, or a redirect URI",
        "field" => "name of a field, such as client_id",
        "found" => "name of the cloud that was found, such as gcc",
        "home_host" => "host name of the site, such as shop.example",
        "host" => "a host name",
        "hours" => "number of hours",
        "kind" => "name of a kind of rule, such as pattern",
        "max" => "how many are allowed: characters of a text, addresses of an app, rules or values of a field",
        "max_months" => "most months allowed",
        "min" => "fewest characters expected",
        "min_months" => "fewest months allowed",
        "months" => "number of months that was given",
        "parameter" => "name of a URL parameter, such as code",
        "permission" => "name of a permission",
        "permissions" => "names of permissions, such as Report.Read.All, Content.Create",
        "port" => "a port number",
        "prefix" => "text before an ID, such as urn:uuid:",
        "position" => "position of a character, counted from 1",
        "registered" => "part of the address registered at Microsoft, for example its host name; may be empty",
        "requested" => "the same part of the address that the site asked for; may be empty",
        "role" => "name of a WordPress role, such as shop_manager",
        "scheme" => "the beginning of an address, such as http",
        "seconds" => "number of seconds",
        "signed_in" | "typed" => "a Microsoft account, such as name@company.example",
        "status" => "an HTTP status, such as 404, or 0",
        "stored" => "address of the site where the connection was made, such as shop.example",
        "tenant" => "ID of a Microsoft directory",
        "text" => "part of an address, such as lang=de",
        "transport" => "kind of network fault: dns, refused, timeout, tls, reset, truncated, blocked or other",
        "value" => "an example text that was pasted",
        _ => "a value",
    }
}
