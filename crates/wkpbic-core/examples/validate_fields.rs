//! What the wizard says beside each field, for values that people paste by mistake.
//!
//! `cargo run -q -p wkpbic-core --example validate_fields`
#![allow(clippy::print_stdout, reason = "a program writes its answers")]

use wkpbic_core::field::{Context, FieldId, validate_field};

fn main() {
    for line in verdicts() {
        println!("{line}");
    }
}

/// One line for each value: the field, how serious it is, and the stable code that a sentence belongs to.
fn verdicts() -> Vec<String> {
    let pasted = [
        (FieldId::ClientId, "3b7e9d54-6c21-4f8a-a0d3-5e9b1c7f2846"),
        (FieldId::ClientId, "WooCommerce Power BI"),
        (FieldId::TenantId, "contoso.onmicrosoft.com"),
        (FieldId::ClientSecret, "d0c5a1b2-7e34-4f96-8a5b-1c2d3e4f5a6b"),
    ];
    pasted
        .into_iter()
        .map(|(field, text)| {
            let verdict = validate_field(field, text, &Context::default());
            format!("{} {:?} {}", field.as_str(), verdict.level, verdict.code_text())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn each_mistake_has_its_code() {
        assert_eq!(
            super::verdicts(),
            [
                "client_id Ok ok",
                "client_id Error client_id_not_guid",
                "tenant_id Hint tenant_id_is_domain",
                "client_secret Error client_secret_is_guid"
            ]
        );
    }
}
