//! What is needed once at most, and fetched then: the one command, the request to the administrator, the calendar, the rules
//! of extensions' fields, and what extensions look up.

mod addresses;
mod admin;
mod expiry;
mod extension;
mod script;
mod tables;

#[cfg(all(test, target_arch = "wasm32"))]
pub(crate) use {addresses::*, admin::*, expiry::*, extension::*, script::*, tables::*};

use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");
