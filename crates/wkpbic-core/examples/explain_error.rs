//! What a text from Microsoft means: give it a pasted page, a query string, a JSON body or a number.
//!
//! `cargo run -q -p wkpbic-core --example explain_error -- "AADSTS7000222: The provided client secret keys … are expired."`
#![allow(clippy::print_stdout, reason = "a program writes its answers")]

use wkpbic_core::diagnosis::explain;

fn main() {
    let text = std::env::args().skip(1).collect::<Vec<_>>().join(" ");
    println!("{}", answer(&text));
}

/// Code, who has to act, whether waiting helps, and the step of the wizard at which it is mended.
fn answer(text: &str) -> String {
    let diagnosis = explain(text);
    let step = diagnosis.step.map_or_else(|| "no step".to_owned(), |step| format!("step {step}"));
    format!("{}: actor {:?}, wait {:?}, {step}", diagnosis.code.as_str(), diagnosis.actor, diagnosis.wait)
}

#[cfg(test)]
mod tests {
    use super::answer;

    #[test]
    fn an_expired_secret_is_mended_in_step_2() {
        let body = r#"{"error":"invalid_client","error_description":"AADSTS7000222: The provided client secret keys are expired.","error_codes":[7000222]}"#;
        assert_eq!(answer(body), "client_secret_expired: actor You, wait None, step 2");
    }

    #[test]
    fn an_empty_text_is_told_so() {
        assert!(answer("").starts_with("nothing_pasted:"), "{}", answer(""));
    }
}
