//! `read_discovery`.

use serde_json::Value;
use wkpbic_core::cloud::Cloud;
use wkpbic_core::discovery::{Discovery, tenant_from_discovery};

use super::Call;
use super::input::{json, optional_text, text};

pub(crate) const CALLS: &[Call] = &[("read_discovery", read)];

fn read(input: &Value) -> Result<Value, String> {
    let document = Discovery {
        issuer: optional_text(input, "issuer")?.unwrap_or_default(),
        cloud_instance_name: optional_text(input, "cloud_instance_name")?,
        tenant_region_scope: optional_text(input, "tenant_region_scope")?,
        tenant_region_sub_scope: optional_text(input, "tenant_region_sub_scope")?,
    };
    json(tenant_from_discovery(&document, Cloud::parse(text(input, "cloud")?).ok_or("no such cloud")?))
}
