//! The door of `wkpbic-core` to the browser: it converts values and draws random numbers, and decides nothing.
//!
//! It is built twice. The module of feature `core` is loaded by every page of the wizard; that of feature `kit` holds what is
//! needed once at most, and is fetched then. Both have `contractHash`.
//!
//! Functions that can be misused throw an `Error` with `name` `WkpbicCoreError`, a stable `code` and `params`.
#![allow(missing_docs, reason = "the generated TypeScript declarations carry the documentation of the exports")]
#![cfg_attr(not(all(feature = "core", feature = "kit")), allow(dead_code, reason = "the modules share what converts values"))]

mod address;
mod contract_hash;
mod convert;
mod failure;
#[cfg(feature = "core")]
mod fields;
#[cfg(feature = "kit")]
mod kit;
#[cfg(feature = "core")]
mod setup;
#[cfg(feature = "core")]
mod sign_in;
#[cfg(all(test, target_arch = "wasm32"))]
mod tests;

use wasm_bindgen::prelude::*;

use failure::Failure;

#[cfg(all(target_family = "wasm", not(target_feature = "atomics")))]
#[global_allocator]
static ALLOCATOR: talc::wasm::WasmDynamicTalc = talc::wasm::new_wasm_dynamic_allocator();

#[cfg(feature = "core")]
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("types.ts");

/// Which contract this module was built with; PHP and the script must name the same.
#[wasm_bindgen(js_name = contractHash)]
pub fn contract_hash() -> String {
    contract_hash::CONTRACT_HASH.to_owned()
}
