//! The request that a shop sends to its administrator: facts for a mail, a page or plain text. The words to them are
//! phrases of the catalogue; nothing in it is secret.

use crate::address::Address;
use crate::cloud::Cloud;
use crate::consent::{AdminConsentRequest, ConsentScope};
use crate::endpoints::Endpoints;
use crate::error::ErrorCode as E;
use crate::guid::ClientId;
use crate::permission::{PERMISSIONS, Permission};
use crate::phrase::Phrase;
use crate::pkce::State;
use crate::redirect::RedirectUri;
use crate::tenant::Tenant;
use crate::verdict::{Level, Verdict};
use serde::Serialize;

/// Most characters of a mail link that mail programs on Windows are known to take whole.
pub const MAX_MAILTO_CHARS: usize = 2000;

/// The roles that may grant delegated Power BI permissions for everybody, by their names in Microsoft Entra ("Grant
/// tenant-wide admin consent to an application"). A Global Administrator may as well, and is not needed.
pub const GRANTING_ROLES: &[&str] = &["Privileged Role Administrator", "Cloud Application Administrator", "Application Administrator"];

/// What the app cannot do, the most reassuring first.
const LIMITS: &[Phrase] = &[
    Phrase::LimitActsAsUser,
    Phrase::LimitPowerBiOnly,
    Phrase::LimitNoDirectory,
    Phrase::LimitNoTenantSettings,
    Phrase::LimitOwnDirectory,
];

/// What a request is made of.
#[derive(Clone, Copy, Debug)]
pub struct AdminRequestFacts<'a> {
    /// The shop's name; goes out as it is.
    pub site_name: &'a str,
    /// The app's name; goes out as it is.
    pub app_name: &'a str,
    /// Microsoft's hosts, or the stand-in's.
    pub endpoints: &'a Endpoints,
    /// The app's directory, once it is known.
    pub tenant: Option<&'a Tenant>,
    /// The app, once it is registered.
    pub client_id: Option<&'a ClientId>,
    /// The shop's redirect URI.
    pub redirect_uri: &'a RedirectUri,
    /// A consent link that exists already.
    pub consent_url: Option<&'a str>,
    /// For a consent link that is spelled here; used when there is no `consent_url`.
    pub state: Option<&'a State>,
}

/// One permission with its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct RequestedPermission {
    /// The name in the portal.
    pub name: &'static str,
    /// Why it is asked for.
    pub purpose: Phrase,
}

/// One way to undo.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Undo {
    /// What to do.
    pub phrase: Phrase,
    /// Where; the words say the way through the menus too, since the portal's addresses are not documented.
    pub url: String,
}

/// A request as data; in JSON an object with these members. Texts that came from the shop are not escaped for any
/// language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AdminRequest {
    /// What is asked: [`Phrase::AdminAskConsent`] for an app that exists, else [`Phrase::AdminAskRegister`].
    pub ask: Phrase,
    /// The shop's name.
    pub site_name: String,
    /// The shop's address, scheme and host.
    pub site_address: String,
    /// The app's name.
    pub app_name: String,
    /// The app.
    pub client_id: Option<String>,
    /// The directory.
    pub tenant_id: Option<String>,
    /// The cloud's name.
    pub cloud: &'static str,
    /// The redirect URI, which is what registering needs.
    pub redirect_uri: String,
    /// What is asked for, always the full list, because a new grant may replace an earlier one.
    pub permissions: Vec<RequestedPermission>,
    /// What the app cannot do.
    pub limits: &'static [Phrase],
    /// Who may grant it, as a sentence.
    pub who: Phrase,
    /// Who may grant it, as names of roles.
    pub roles: &'static [&'static str],
    /// Where to grant it; null until app and directory are known.
    pub consent_url: Option<String>,
    /// How to undo it.
    pub undo: Vec<Undo>,
}

/// Puts a request together.
///
/// # Errors
/// `admin_request_link_foreign` where the link that was passed in is not the admin consent of this app in this directory at
/// Microsoft (or the stand-in): a mail to an administrator is a good place for somebody else's link.
///
/// ```
/// use wkpbic_core::{admin_request::*, cloud::CLOUDS, endpoints::Endpoints, phrase::Phrase, redirect::RedirectUri};
///
/// let request = admin_request(&AdminRequestFacts {
///     site_name: "Joe's shop",
///     app_name: "WooCommerce Power BI Connector",
///     endpoints: &Endpoints::of(&CLOUDS[0]),
///     tenant: None,
///     client_id: None,
///     redirect_uri: &RedirectUri::parse("https://shop.example/cb").unwrap(),
///     consent_url: None,
///     state: None,
/// })
/// .unwrap();
/// assert_eq!(request.ask, Phrase::AdminAskRegister);
/// assert_eq!(request.site_address, "https://shop.example");
/// ```
pub fn admin_request(facts: &AdminRequestFacts<'_>) -> Result<AdminRequest, Verdict> {
    let cloud = facts.endpoints.cloud();
    let app = facts.tenant.zip(facts.client_id);
    let consent_url = match (app, facts.consent_url, facts.state) {
        (None, _, _) => None,
        (Some((tenant, client_id)), Some(url), _) if leads_to(url, facts.endpoints, tenant, client_id) => Some(url.to_owned()),
        (Some(_), Some(_), _) => return Err(Verdict::new(Level::Error, E::AdminRequestLinkForeign, vec![])),
        (Some((tenant, client_id)), None, Some(state)) => Some(
            AdminConsentRequest {
                endpoints: facts.endpoints,
                tenant,
                client_id,
                redirect_uri: facts.redirect_uri,
                state,
                scope: ConsentScope::Named,
            }
            .url(),
        ),
        (Some(_), None, None) => None,
    };
    Ok(AdminRequest {
        ask: if app.is_some() { Phrase::AdminAskConsent } else { Phrase::AdminAskRegister },
        site_name: facts.site_name.to_owned(),
        site_address: origin(facts.redirect_uri.as_str()),
        app_name: facts.app_name.to_owned(),
        client_id: facts.client_id.map(|id| id.as_str().to_owned()),
        tenant_id: facts.tenant.map(|tenant| tenant.as_str().to_owned()),
        cloud: cloud.id,
        redirect_uri: facts.redirect_uri.as_str().to_owned(),
        permissions: PERMISSIONS
            .iter()
            .map(|permission| RequestedPermission { name: permission.name, purpose: purpose(permission) })
            .collect(),
        limits: LIMITS,
        who: Phrase::AdminWhoMayGrant,
        roles: GRANTING_ROLES,
        consent_url,
        undo: undo(cloud, facts.client_id),
    })
}

/// Why the connector asks for a permission.
#[must_use]
pub fn purpose(permission: &Permission) -> Phrase {
    match permission.name {
        "Workspace.ReadWrite.All" => Phrase::PurposeMakeWorkspaces,
        "Report.Read.All" => Phrase::PurposeShowReports,
        "Dashboard.Read.All" => Phrase::PurposeShowDashboards,
        "Content.Create" => Phrase::PurposeMakeDashboards,
        _ => Phrase::PurposePushOrders,
    }
}

/// Both ways to undo, with the address where it is done. Addresses by public code; Microsoft documents none of them.
fn undo(cloud: &Cloud, client_id: Option<&ClientId>) -> Vec<Undo> {
    let portal = |place: &str| format!("https://{}/#view/{place}", cloud.portal_host);
    let registration = match client_id {
        Some(id) => format!("Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Overview/appId/{}", id.as_str()),
        None => "Microsoft_AAD_RegisteredApps/ApplicationsListBlade".to_owned(),
    };
    vec![
        Undo { phrase: Phrase::UndoRevokeConsent, url: portal("Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview") },
        Undo { phrase: Phrase::UndoDeleteApp, url: portal(&registration) },
    ]
}

/// Whether an address is the admin consent of this app in this directory, in one of its two forms.
fn leads_to(address: &str, endpoints: &Endpoints, tenant: &Tenant, client_id: &ClientId) -> bool {
    let path = address.strip_prefix(endpoints.login()).and_then(|rest| rest.split_once('?')).map(|(path, _)| path.to_ascii_lowercase());
    let tenant = tenant.as_str().to_ascii_lowercase();
    let form = path.is_some_and(|path| ["adminconsent", "v2.0/adminconsent"].iter().any(|end| path == format!("/{tenant}/{end}")));
    // The host is certain now; what follows must stand as a browser would read it, and name this app alone.
    let query = Address::read(address).query.unwrap_or_default();
    let apps = form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "client_id").map(|(_, value)| value);
    form && query.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'"' | b'\'' | b'<' | b'>'))
        && !address.contains('#')
        && apps.eq([client_id.as_str()])
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> String {
    let parts = Address::read(address);
    let port = parts.port.filter(|_| parts.has_own_port()).map_or_else(String::new, |port| format!(":{port}"));
    [&parts.scheme.to_ascii_lowercase(), &parts.host.to_ascii_lowercase(), &port].map(String::as_str).concat()
}

/// A link that opens a new mail: `{"url": "mailto:?subject=…&body=…", "verdict": {…}}` in JSON.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MailtoUrl {
    /// The link, ASCII only.
    pub url: String,
    /// `mailto_long` (warn; `max`, `actual`) where some mail programs may cut it.
    pub verdict: Verdict,
}

/// Spells a mail link by RFC 6068: UTF-8 percent-encoded, a blank as `%20`, every kind of line break in the body as
/// `%0D%0A` and in the subject, which has one line, as a blank. Other control characters become blanks. At most twelve
/// characters for a character.
///
/// ```
/// use wkpbic_core::admin_request::mailto_url;
///
/// assert_eq!(mailto_url("Power BI & Co", "Hi,\nplease").url, "mailto:?subject=Power%20BI%20%26%20Co&body=Hi%2C%0D%0Aplease");
/// ```
#[must_use]
pub fn mailto_url(subject: &str, body: &str) -> MailtoUrl {
    let mut url = String::from("mailto:?subject=");
    encode(&mut url, subject, " ");
    url.push_str("&body=");
    encode(&mut url, body, "\r\n");
    let actual = url.len();
    let verdict = if actual > MAX_MAILTO_CHARS {
        Verdict::new(Level::Warn, E::MailtoLong, vec![("max", MAX_MAILTO_CHARS.into()), ("actual", actual.into())])
    } else {
        Verdict::ok()
    };
    MailtoUrl { url, verdict }
}

fn encode(url: &mut String, text: &str, line_break: &str) {
    let mut plain = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\r' => {
                let _ = characters.next_if_eq(&'\n');
                plain.push_str(line_break);
            }
            '\n' | '\u{2028}' | '\u{2029}' => plain.push_str(line_break),
            control if control.is_control() => plain.push(' '),
            other => plain.push(other),
        }
    }
    for part in form_urlencoded::byte_serialize(plain.as_bytes()) {
        url.push_str(if part == "+" { "%20" } else { part });
    }
}
