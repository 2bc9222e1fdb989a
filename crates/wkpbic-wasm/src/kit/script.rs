//! The one command that registers the app.

#![allow(unreachable_pub, reason = "wasm-bindgen exports public functions only")]

use serde::Serialize;
use wasm_bindgen::prelude::*;
use wkpbic_core::script::{self, ScriptFacts, ScriptLine, Shell};
use wkpbic_core::verdict::Verdict;

use crate::convert::{Argument, text, to_js};
use crate::failure::Failure;

#[derive(Serialize)]
struct SetupScript {
    verdict: Verdict,
    text: Option<String>,
    lines: Vec<ScriptLine>,
}

/// Makes the one command that registers the app: a script for a shell, or the portal's manifest. What is wrong with a fact is
/// the verdict; throws where one is missing or of another kind.
#[wasm_bindgen(js_name = setupScript, unchecked_return_type = "SetupScript")]
pub fn setup_script(
    #[wasm_bindgen(unchecked_param_type = "SetupScriptFacts")] facts: JsValue,
    #[wasm_bindgen(unchecked_param_type = "SetupScriptKind")] kind: &str,
) -> Result<JsValue, JsValue> {
    let shell = Shell::parse(kind);
    if shell.is_none() && kind != "manifest" {
        return Err(Failure::ArgumentUnreadable.into());
    }
    let facts = Argument::new(facts)?;
    let permissions = facts.list("permissions", text)?;
    let (site_name, redirect_uri, cloud) = (facts.text("site_name")?, facts.text("redirect_uri")?, facts.text("cloud")?);
    let app_name = facts.optional_text("app_name")?;
    let permissions: Vec<&str> = permissions.iter().map(String::as_str).collect();
    let facts = ScriptFacts {
        site_name: &site_name,
        redirect_uri: &redirect_uri,
        cloud: &cloud,
        permissions: &permissions,
        secret_lifetime_months: facts.optional_small_number("secret_lifetime_months")?.ok_or(Failure::ArgumentUnreadable)?,
        app_name: app_name.as_deref(),
    };
    let text = match shell {
        Some(Shell::Bash) => script::bash_script(&facts),
        Some(Shell::PowerShell) => script::power_shell_script(&facts),
        None => script::manifest(&facts),
    };
    let lines = shell.and_then(|shell| script::script_lines(&facts, shell).ok()).unwrap_or_default();
    Ok(to_js(&SetupScript { verdict: script::check_script_facts(&facts), text: text.ok(), lines })?)
}
