//! `bash_script`, `power_shell_script`, `manifest`, `script_lines`, `check_script_facts`.
//!
//! A script is long and mostly the same. With the member `show`, a list of beginnings, the answer is only those lines
//! that begin so, without the blanks in front of them.

use serde_json::Value;
use wkpbic_core::script::{ScriptFacts, Shell, bash_script, check_script_facts, manifest, power_shell_script, script_lines};
use wkpbic_core::verdict::Verdict;

use super::Call;
use super::input::{json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[
    ("bash_script", |input| with_facts(input, |facts| shown(input, bash_script(facts)))),
    ("power_shell_script", |input| with_facts(input, |facts| shown(input, power_shell_script(facts)))),
    ("manifest", |input| with_facts(input, |facts| either(manifest(facts)))),
    ("check_script_facts", |input| with_facts(input, |facts| json(check_script_facts(facts)))),
    ("script_lines", |input| {
        let shell = Shell::parse(text(input, "shell")?).ok_or("no such shell")?;
        with_facts(input, |facts| either(script_lines(facts, shell)))
    }),
];

fn with_facts(input: &Value, then: impl FnOnce(&ScriptFacts<'_>) -> Result<Value, String>) -> Result<Value, String> {
    let permissions = input.get("permissions").and_then(Value::as_array).ok_or("permissions are not a list")?;
    let permissions: Vec<&str> =
        permissions.iter().map(|name| name.as_str().ok_or("a permission is not a text")).collect::<Result<_, _>>()?;
    let months = input.get("secret_lifetime_months").and_then(Value::as_u64).and_then(|months| u32::try_from(months).ok());
    then(&ScriptFacts {
        site_name: text(input, "site_name")?,
        redirect_uri: text(input, "redirect_uri")?,
        cloud: text(input, "cloud")?,
        permissions: &permissions,
        secret_lifetime_months: months.ok_or("secret_lifetime_months is not a number")?,
        app_name: optional_text(input, "app_name")?,
    })
}

fn either(answer: Result<impl serde::Serialize, Verdict>) -> Result<Value, String> {
    match answer {
        Ok(answer) => json(answer),
        Err(verdict) => json(verdict),
    }
}

fn shown(input: &Value, answer: Result<String, Verdict>) -> Result<Value, String> {
    let Some(beginnings) = input.get("show").and_then(Value::as_array) else {
        return either(answer);
    };
    let wanted = |line: &&str| beginnings.iter().filter_map(Value::as_str).any(|beginning| line.starts_with(beginning));
    either(
        answer.map(|script| {
            script.split('\n').map(|line| line.trim_start_matches(' ')).filter(wanted).map(str::to_owned).collect::<Vec<_>>()
        }),
    )
}
