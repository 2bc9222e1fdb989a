//! Tries the core on a file of texts: reads one JSON object a line, `{"call": "validate_field", "input": {…}}`, and
//! writes one answer a line. A line that cannot be answered gets `{"error": "…"}`; the program goes on.
//!
//! ```text
//! echo '{"call":"tidy","input":{"text":" x "}}' | cargo run -q -p wkpbic-core --example judge
//! ```
#![allow(clippy::print_stdout, reason = "a program writes its answers")]

#[path = "../tests/calls/mod.rs"]
mod calls;

use std::io::{BufRead, Write};

use serde_json::{Value, json};

fn main() -> std::io::Result<()> {
    let mut input = std::io::stdin().lock();
    let mut output = std::io::stdout().lock();
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        if line.iter().any(|byte| !byte.is_ascii_whitespace()) {
            writeln!(output, "{}", answer(&line))?;
        }
        line.clear();
    }
    Ok(())
}

fn answer(line: &[u8]) -> Value {
    let request: Value = match serde_json::from_slice(line) {
        Ok(request) => request,
        Err(error) => return json!({ "error": format!("not a line of JSON: {error}") }),
    };
    let Some(call) = request.get("call").and_then(Value::as_str) else {
        return json!({ "error": "the object has no member \"call\"", "calls": calls::names() });
    };
    match calls::answer(call, request.get("input").unwrap_or(&Value::Null)) {
        Ok(answer) => json!({ "result": answer }),
        Err(error) => json!({ "error": error }),
    }
}
