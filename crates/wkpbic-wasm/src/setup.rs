//! What the wizard asks beside the fields: pasted texts, errors, addresses, the quiz, the scorecard.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use wasm_bindgen::prelude::*;
use wkpbic_core::diagnosis::explain;
use wkpbic_core::doctor;
use wkpbic_core::expiry;
use wkpbic_core::guid::ClientId;
use wkpbic_core::paste;
use wkpbic_core::permission::{self, permission_names};
use wkpbic_core::portal::{self, PortalTarget};
use wkpbic_core::quiz::{self, Account, Answer, Audience, QuizAnswers};
use wkpbic_core::scorecard::{self, Check, Evidence, Item, ScorecardInput};
use wkpbic_core::tenant::Tenant;

use crate::address;
use crate::convert::{Argument, date, list, text, to_js};
use crate::failure::Failure;

/// Finds the values of a set-up in whatever was pasted. Holds a secret where one was found: show it, keep it nowhere.
#[wasm_bindgen(js_name = readPasted, unchecked_return_type = "Pasted")]
pub fn read_pasted(text: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&paste::read_pasted(text))?)
}

/// Makes a diagnosis of any error text: a page, an address, JSON, a log line.
#[wasm_bindgen(js_name = explainError, unchecked_return_type = "Diagnosis")]
pub fn explain_error(text: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&explain(text))?)
}

/// Compares a registered redirect URI with the one that was sent, and names the cause of the difference.
#[wasm_bindgen(js_name = redirectDoctor, unchecked_return_type = "AddressDifference")]
pub fn redirect_doctor(registered: &str, requested: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&doctor::redirect_doctor(registered, requested))?)
}

/// Picks the way through step 2 from the answers of step 1.
#[wasm_bindgen(js_name = pickRoute, unchecked_return_type = "QuizResult")]
pub fn pick_route(#[wasm_bindgen(unchecked_param_type = "QuizAnswers")] answers: JsValue) -> Result<JsValue, JsValue> {
    let answers = Argument::new(answers)?;
    let answers = QuizAnswers {
        account: answers.word("account", Account::parse)?,
        may_register_apps: answers.word("may_register_apps", Answer::parse)?,
        power_bi_opened: answers.word("power_bi_opened", Answer::parse)?,
        audience: answers.word("audience", Audience::parse)?,
        command_line: answers.optional_word("command_line", Answer::parse)?.unwrap_or(Answer::No),
    };
    Ok(to_js(&quiz::pick_route(&answers))?)
}

/// The ten items with their states.
#[wasm_bindgen(js_name = scorecard, unchecked_return_type = "ScoredItem[]")]
pub fn score(#[wasm_bindgen(unchecked_param_type = "ScorecardInput")] input: JsValue) -> Result<JsValue, JsValue> {
    let input = Argument::new(input)?;
    let input = ScorecardInput {
        claims: input.list("claims", |item| Item::parse(&text(item)?).ok_or(Failure::ArgumentUnreadable))?,
        evidence: input.list("evidence", evidence)?,
        sign_in_method: input.optional_text("sign_in_method")?.unwrap_or_default(),
    };
    Ok(to_js(&scorecard::scorecard(&input))?)
}

fn evidence(value: JsValue) -> Result<Evidence, Failure> {
    let evidence = Argument::new(value)?;
    Ok(Evidence {
        check: evidence.word("check", Check::parse)?,
        passed: evidence.truth("passed")?,
        at: evidence.number("at")?,
        code: evidence.optional_text("code")?.unwrap_or_default(),
        item: evidence.optional_word("item", Item::parse)?,
    })
}

/// Compares the `scope` of a token answer with the wanted permissions, all five of them unless they are named. Throws for a
/// permission that does not exist.
#[wasm_bindgen(js_name = grantedPermissions, unchecked_return_type = "GrantedPermissions")]
pub fn granted_permissions(
    scope: &str,
    #[wasm_bindgen(unchecked_optional_param_type = "PermissionId[] | null")] wanted: JsValue,
) -> Result<JsValue, JsValue> {
    let known = permission_names();
    let permission = |name: JsValue| {
        let name = text(name)?;
        known.iter().copied().find(|permission| name == *permission).ok_or(Failure::ArgumentUnreadable)
    };
    let wanted = if wanted.is_undefined() || wanted.is_null() { known.clone() } else { list(&wanted, permission)? };
    Ok(to_js(&permission::granted_permissions(scope, &wanted))?)
}

/// Reads the day on which a secret ends. `today` is `YYYY-MM-DD`; throws where it is none.
#[wasm_bindgen(js_name = checkExpiry, unchecked_return_type = "ExpiryCheck")]
pub fn check_expiry(text: &str, today: &str) -> Result<JsValue, JsValue> {
    Ok(to_js(&expiry::check_expiry(text, date(today)?))?)
}

/// The address of a page of Microsoft's portals. An ID that is none counts as missing; throws for a page that does not exist.
#[wasm_bindgen(js_name = portalLink, unchecked_return_type = "PortalLink")]
pub fn portal_link(
    #[wasm_bindgen(unchecked_param_type = "PortalTarget")] target: &str,
    #[wasm_bindgen(unchecked_param_type = "CloudId")] cloud: &str,
    client_id: Option<String>,
    tenant_id: Option<String>,
) -> Result<JsValue, JsValue> {
    let target = PortalTarget::parse(target).ok_or(Failure::ArgumentUnreadable)?;
    let client_id = client_id.as_deref().and_then(ClientId::parse);
    let tenant = tenant_id.as_deref().and_then(Tenant::parse);
    Ok(to_js(&portal::portal_link(target, address::cloud(cloud)?, client_id.as_ref(), tenant.as_ref()))?)
}
