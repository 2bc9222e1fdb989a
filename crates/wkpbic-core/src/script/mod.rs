//! The set-up as one command: a script that registers the app, and a manifest for the portal.
//!
//! There are two scripts, for bash and for PowerShell, and both call `az`: Azure Cloud Shell has it signed in under
//! either shell, so nothing needs to be installed and both do exactly the same; Microsoft's PowerShell modules would
//! ask for a sign-in and consent of their own.
//!
//! What a script makes sure of:
//! - Every value of the shop is written by one function per language that no text can break out of. The app's name
//!   reaches `az` inside of an argument that begins with our own words, because `az` reads a file in place of an
//!   argument that begins with `@`, and its own `ad app create` looks for the name in a filter without escaping it.
//! - It stops at the first failure, and says what was made and how to delete it.
//! - A second run finds the app by name and redirect URI and goes on with it. An app of the same name with another
//!   redirect URI stops it.
//! - Consent is granted with `az ad app permission grant`, which works through Microsoft Graph. `admin-consent` does
//!   not work in Cloud Shell, nor in the national clouds.
//! - The secret is never an argument of a command; it stands in the printed block only.
//!
//! The words in a script are English, like the commands between them. The scripts are plain ASCII but for the name.

mod bash;
mod power_shell;
mod quote;

use serde::Serialize;

use crate::characters::code_point;
use crate::cloud::Cloud;
use crate::error::ErrorCode as E;
use crate::permission::{PERMISSIONS, Permission};
use crate::phrase::Phrase;
use crate::redirect::{RedirectUri, check_redirect_uri};
use crate::verdict::{Level, Param, Verdict};

/// Most UTF-16 code units of an app's name ("Validation differences by supported account types": 120 characters; in
/// which units is not said, so the smallest reading holds).
pub const MAX_APP_NAME_UNITS: usize = 120;
/// The app's name when the shop has none, and its beginning when it has.
pub const APP_NAME: &str = "WooCommerce Power BI Connector";
/// Shortest lifetime of a secret, in months.
pub const MIN_LIFETIME_MONTHS: u32 = 1;
/// Longest lifetime of a secret, in months ("How to add credentials").
pub const MAX_LIFETIME_MONTHS: u32 = 24;
/// The application "Power BI Service" in every cloud but GCC.
pub const POWER_BI_RESOURCE: &str = "00000009-0000-0000-c000-000000000000";
/// The application "Microsoft Power BI Government Community Cloud" ("Register an app", note on GCC). The IDs of its
/// permissions are not published.
pub const POWER_BI_GCC_RESOURCE: &str = "fc4979e5-0aa5-429f-b13a-5d1365be5566";
/// First line of the block that a script prints.
pub const BLOCK_BEGIN: &str = "-----BEGIN WKPBIC SETUP-----";
/// Last line of the block that a script prints.
pub const BLOCK_END: &str = "-----END WKPBIC SETUP-----";

/// What the parts of a script are for, in their order.
const PARTS: [Phrase; 8] = [
    Phrase::ScriptFacts,
    Phrase::ScriptCheckSignIn,
    Phrase::ScriptApp,
    Phrase::ScriptPermissions,
    Phrase::ScriptServicePrincipal,
    Phrase::ScriptConsent,
    Phrase::ScriptSecret,
    Phrase::ScriptBlock,
];

/// What a script is made of, as it comes from the wizard. Nothing in it is secret.
#[derive(Clone, Copy, Debug)]
pub struct ScriptFacts<'a> {
    /// The shop's name, any Unicode; may be empty.
    pub site_name: &'a str,
    /// The shop's redirect URI.
    pub redirect_uri: &'a str,
    /// One of [`crate::cloud::CLOUD_IDS`].
    pub cloud: &'a str,
    /// Names out of [`PERMISSIONS`], in any order; one that stands twice counts once.
    pub permissions: &'a [&'a str],
    /// How long the secret shall live, 1 to 24 months.
    pub secret_lifetime_months: u32,
    /// The app's name; without one it is [`APP_NAME`] and the shop's name.
    pub app_name: Option<&'a str>,
}

/// The facts after every check.
struct Prepared {
    app_name: String,
    /// How long the name was, where it is cut.
    cut_from: Option<usize>,
    redirect_uri: RedirectUri,
    cloud: &'static Cloud,
    permissions: Vec<&'static Permission>,
    lifetime_months: u32,
}

/// What one part of a script does: `{"phrase": "script_app", "first_line": 20, "last_line": 48}` in JSON, lines from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct ScriptLine {
    /// The name of the explaining sentence.
    pub phrase: Phrase,
    /// Its first line.
    pub first_line: u32,
    /// Its last line.
    pub last_line: u32,
}

/// The language of a script.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shell {
    /// Bash, of version 3.2 or later.
    Bash,
    /// PowerShell, of version 7.3 or later and not on Windows, where `az` is a batch file that splits arguments anew.
    PowerShell,
}

impl Shell {
    /// The shell of that name, `bash` or `power_shell`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        match text {
            "bash" => Some(Self::Bash),
            "power_shell" => Some(Self::PowerShell),
            _ => None,
        }
    }

    fn parts(self, facts: &Prepared) -> Vec<(Phrase, String)> {
        let (templates, quoted) = match self {
            Self::Bash => (&bash::TEMPLATES, quote::bash as fn(&str) -> String),
            Self::PowerShell => (&power_shell::TEMPLATES, quote::power_shell as fn(&str) -> String),
        };
        let value = |name: &str| match name {
            "app_name" => quoted(&facts.app_name),
            "same_name" => quoted(&format!("displayName eq {}", quote::odata(&facts.app_name))),
            "redirect_uri" => quoted(facts.redirect_uri.as_str()),
            "application" => quoted(&application(facts)),
            "cloud" => facts.cloud.id.to_owned(),
            "azure_cloud" => azure_cloud(facts.cloud).to_owned(),
            "portal" => format!("https://{}", facts.cloud.portal_host),
            "power_bi" => format!("https://{}", facts.cloud.service_host),
            "resource" => resource(facts.cloud).to_owned(),
            "permissions" => permission_list(facts),
            "lifetime_months" => facts.lifetime_months.to_string(),
            "begin" => BLOCK_BEGIN.to_owned(),
            "end" => BLOCK_END.to_owned(),
            _ => String::new(),
        };
        PARTS.iter().zip(templates).map(|(phrase, template)| (*phrase, fill(template, &value))).collect()
    }
}

/// Judges the facts before a script is made of them.
///
/// Errors: `script_name_character` (`position`, `code_point`; a control character, or one that turns the direction of
/// writing, so that a person would read something else than what runs), `cloud_unknown`,
/// `script_lifetime` (`min_months`, `max_months`, `months`), `script_permissions_missing`, `script_permission_unknown`
/// (`permission`), and those of [`check_redirect_uri`]. Hint: `script_name_cut` (`max`, `actual`), or what the redirect
/// URI hints.
#[must_use]
pub fn check_script_facts(facts: &ScriptFacts<'_>) -> Verdict {
    match prepare(facts) {
        Err(verdict) => verdict,
        Ok(Prepared { cut_from: Some(actual), .. }) => {
            Verdict::new(Level::Hint, E::ScriptNameCut, vec![("max", MAX_APP_NAME_UNITS.into()), ("actual", actual.into())])
        }
        Ok(prepared) => check_redirect_uri(prepared.redirect_uri.as_str()),
    }
}

/// The script for bash.
///
/// # Errors
/// The verdict of [`check_script_facts`], where its level is error.
///
/// ```
/// use wkpbic_core::script::{ScriptFacts, bash_script};
///
/// let facts = ScriptFacts {
///     site_name: "Joe's shop",
///     redirect_uri: "https://shop.example/wp-admin/admin.php?page=wkpbic-setup-wizard&step=3",
///     cloud: "global",
///     permissions: &["Report.Read.All"],
///     secret_lifetime_months: 6,
///     app_name: None,
/// };
/// let script = bash_script(&facts).unwrap();
/// assert!(script.contains(r"app_name='WooCommerce Power BI Connector - Joe'\''s shop'"));
/// ```
pub fn bash_script(facts: &ScriptFacts<'_>) -> Result<String, Verdict> {
    script(facts, Shell::Bash)
}

/// The script for PowerShell.
///
/// # Errors
/// The verdict of [`check_script_facts`], where its level is error.
pub fn power_shell_script(facts: &ScriptFacts<'_>) -> Result<String, Verdict> {
    script(facts, Shell::PowerShell)
}

fn script(facts: &ScriptFacts<'_>, shell: Shell) -> Result<String, Verdict> {
    let prepared = prepare(facts)?;
    Ok(shell.parts(&prepared).into_iter().map(|(_, text)| text).collect())
}

/// What each part of a script does, in the order of its lines. The parts cover every line.
///
/// # Errors
/// The verdict of [`check_script_facts`], where its level is error.
pub fn script_lines(facts: &ScriptFacts<'_>, shell: Shell) -> Result<Vec<ScriptLine>, Verdict> {
    let prepared = prepare(facts)?;
    let mut last_line = 0_u32;
    let line = |(phrase, text): (Phrase, String)| {
        let first_line = last_line.saturating_add(1);
        last_line = last_line.saturating_add(u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX));
        ScriptLine { phrase, first_line, last_line }
    };
    Ok(shell.parts(&prepared).into_iter().map(line).collect())
}

/// What belongs into the app's manifest, as JSON in the **Microsoft Graph** format (portal: Manifest, tab "Microsoft
/// Graph App Manifest"; members `web.redirectUris`, `signInAudience`), not in the older Azure AD Graph format
/// (`replyUrlsWithType`). The members replace those of the same name; the editor's others stay.
///
/// For the cloud `gcc`, `requiredResourceAccess` is left out: the IDs of its permissions are not published, and the
/// portal's page API permissions must be used.
///
/// # Errors
/// The verdict of [`check_script_facts`], where its level is error.
pub fn manifest(facts: &ScriptFacts<'_>) -> Result<String, Verdict> {
    let prepared = prepare(facts)?;
    let mut text = application(&prepared);
    if prepared.cloud.id != "gcc" {
        let access: Vec<_> = prepared
            .permissions
            .iter()
            .map(|permission| format!("        {{ \"id\": \"{}\", \"type\": \"Scope\" }}", permission.guid))
            .collect();
        text.truncate(text.len().saturating_sub("\n}".len()));
        text.push_str(",\n  \"requiredResourceAccess\": [\n    {\n      \"resourceAppId\": \"");
        text.push_str(resource(prepared.cloud));
        text.push_str("\",\n      \"resourceAccess\": [\n");
        text.push_str(&access.join(",\n"));
        text.push_str("\n      ]\n    }\n  ]\n}");
    }
    text.push('\n');
    Ok(text)
}

/// The app without permissions, as Microsoft Graph's `application` (without a line break at the end).
fn application(facts: &Prepared) -> String {
    format!(
        "{{\n  \"displayName\": {},\n  \"signInAudience\": \"AzureADMyOrg\",\n  \"web\": {{ \"redirectUris\": [{}] }}\n}}",
        quote::json(&facts.app_name),
        quote::json(facts.redirect_uri.as_str())
    )
}

/// The application whose permissions are asked for.
fn resource(cloud: &Cloud) -> &'static str {
    if cloud.id == "gcc" { POWER_BI_GCC_RESOURCE } else { POWER_BI_RESOURCE }
}

/// `name=ID` of each permission, blank-separated; without the ID where it is not known.
fn permission_list(facts: &Prepared) -> String {
    let id = |permission: &Permission| if facts.cloud.id == "gcc" { "" } else { permission.guid };
    facts.permissions.iter().map(|permission| format!("{}={}", permission.name, id(permission))).collect::<Vec<_>>().join(" ")
}

/// What `az cloud show` calls the cloud.
fn azure_cloud(cloud: &Cloud) -> &'static str {
    match cloud.id {
        "gcc_high" | "dod" => "AzureUSGovernment",
        "china" => "AzureChinaCloud",
        _ => "AzureCloud",
    }
}

/// Fills a template in which `§name§` stands for a value. A value is never looked through again.
fn fill(template: &str, value: &dyn Fn(&str) -> String) -> String {
    template.split('§').enumerate().map(|(at, piece)| if at.is_multiple_of(2) { piece.to_owned() } else { value(piece) }).collect()
}

fn prepare(facts: &ScriptFacts<'_>) -> Result<Prepared, Verdict> {
    let error = |code, params| Verdict::new(Level::Error, code, params);
    let given = facts.app_name.map(str::trim).filter(|name| !name.is_empty());
    let whole_name = match (given, facts.site_name.trim()) {
        (Some(name), _) => name.to_owned(),
        (None, "") => APP_NAME.to_owned(),
        (None, site) => format!("{APP_NAME} - {site}"),
    };
    let typed = facts.app_name.filter(|_| given.is_some()).unwrap_or(facts.site_name);
    if let Some((position, character)) = (1_usize..).zip(typed.chars()).find(|(_, character)| is_refused(*character)) {
        return Err(error(E::ScriptNameCharacter, vec![("position", position.into()), ("code_point", code_point(character).into())]));
    }
    let redirect_uri = RedirectUri::parse(facts.redirect_uri)?;
    let Some(cloud) = Cloud::parse(facts.cloud) else {
        return Err(error(E::CloudUnknown, vec![]));
    };
    let months = facts.secret_lifetime_months;
    if !(MIN_LIFETIME_MONTHS..=MAX_LIFETIME_MONTHS).contains(&months) {
        let number = |name, value| (name, Param::Number(value));
        let params = vec![number("min_months", MIN_LIFETIME_MONTHS), number("max_months", MAX_LIFETIME_MONTHS), number("months", months)];
        return Err(error(E::ScriptLifetime, params));
    }
    if let Some(&unknown) = facts.permissions.iter().find(|&&name| PERMISSIONS.iter().all(|permission| permission.name != name)) {
        return Err(error(E::ScriptPermissionUnknown, vec![("permission", unknown.chars().take(100).collect::<String>().into())]));
    }
    let permissions: Vec<_> = PERMISSIONS.iter().filter(|permission| facts.permissions.contains(&permission.name)).collect();
    if permissions.is_empty() {
        return Err(error(E::ScriptPermissionsMissing, vec![]));
    }
    let app_name = cut(&whole_name);
    let cut_from = (app_name.len() < whole_name.len()).then(|| whole_name.encode_utf16().count());
    Ok(Prepared { app_name, cut_from, redirect_uri, cloud, permissions, lifetime_months: months })
}

/// Control characters, and those that turn the direction of writing (Unicode Standard Annex 9, section 2).
fn is_refused(character: char) -> bool {
    character.is_control() || matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

/// The longest beginning that Entra takes, without blanks or a joiner at its end.
fn cut(name: &str) -> String {
    let mut units = 0_usize;
    let fits = |character: &char| {
        units = units.saturating_add(character.len_utf16());
        units <= MAX_APP_NAME_UNITS
    };
    let beginning: String = name.chars().take_while(fits).collect();
    if beginning.len() == name.len() {
        beginning
    } else {
        beginning.trim_end_matches(|last: char| last.is_whitespace() || last == '\u{200D}').to_owned()
    }
}
