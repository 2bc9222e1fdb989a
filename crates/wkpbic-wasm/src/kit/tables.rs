//! What extensions look up in the core's tables.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wkpbic_core::error::{Actor, ErrorCode, Wait};
use wkpbic_core::permission::{ConsentClass, PERMISSIONS, Purpose};

use crate::address;
use crate::convert::to_js;
use crate::failure::Failure;

#[derive(Serialize)]
struct CloudHosts {
    id: &'static str,
    login_host: &'static str,
    portal_host: &'static str,
    service_host: &'static str,
    embed_host: &'static str,
    api_host: &'static str,
    scope_prefix: &'static str,
}

/// The hosts of a cloud. Throws for a cloud that does not exist.
#[wasm_bindgen(js_name = cloudHosts, unchecked_return_type = "CloudHosts")]
pub fn cloud_hosts(#[wasm_bindgen(unchecked_param_type = "CloudId")] cloud: &str) -> Result<JsValue, JsValue> {
    let cloud = address::cloud(cloud)?;
    Ok(to_js(&CloudHosts {
        id: cloud.id,
        login_host: cloud.login_host,
        portal_host: cloud.portal_host,
        service_host: cloud.service_host,
        embed_host: cloud.embed_host,
        api_host: cloud.api_host,
        scope_prefix: cloud.scope_prefix,
    })?)
}

#[derive(Serialize)]
struct PermissionFacts {
    name: &'static str,
    guid: &'static str,
    scope: String,
    purpose: Purpose,
    consent: ConsentClass,
}

/// The five permissions, as they are called in a cloud. Throws for a cloud that does not exist.
#[wasm_bindgen(js_name = permissionTable, unchecked_return_type = "PermissionFacts[]")]
pub fn permission_table(#[wasm_bindgen(unchecked_param_type = "CloudId")] cloud: &str) -> Result<JsValue, JsValue> {
    let cloud = address::cloud(cloud)?;
    let table: Vec<PermissionFacts> = PERMISSIONS
        .iter()
        .map(|permission| PermissionFacts {
            name: permission.name,
            guid: permission.guid,
            scope: [cloud.scope_prefix, "/", permission.name].concat(),
            purpose: permission.purpose,
            consent: permission.consent,
        })
        .collect();
    Ok(to_js(&table)?)
}

#[derive(Serialize)]
struct ErrorFacts {
    actor: Actor,
    wait: Wait,
    step: Option<u8>,
    retryable: bool,
    interaction_required: bool,
}

/// Who must act on a code, where, and whether waiting helps. Throws for a code that does not exist.
#[wasm_bindgen(js_name = errorFacts, unchecked_return_type = "ErrorFacts")]
pub fn error_facts(#[wasm_bindgen(unchecked_param_type = "ErrorCode")] code: &str) -> Result<JsValue, JsValue> {
    let code = ErrorCode::ALL.iter().find(|known| known.as_str() == code).ok_or(Failure::ArgumentUnreadable)?;
    let info = code.info();
    Ok(to_js(&ErrorFacts {
        actor: info.actor,
        wait: info.wait,
        step: info.step,
        retryable: info.retryable,
        interaction_required: info.interaction_required,
    })?)
}
