//! Developer tool. `cargo xtask` lists what it does.

mod contract;
mod fuzz;
mod size;
mod surface;
mod wasm;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask contract            write php-plugin/generated and js/src/generated/contract.ts from the Rust tables
cargo xtask contract --check    fail when one of them is stale
cargo xtask wasm                build core and kit into php-plugin/build, print their sizes
cargo xtask wasm --write-types  the same, and write js/src/generated/core.d.ts and kit.d.ts
cargo xtask surface             write the list of the core's public API, and mark every list in CHANGELOG.md
cargo xtask surface --check     fail when the list is stale or a change is not told
cargo xtask fuzz SECONDS        hostile input for every parser of the core, so long for each
cargo xtask size                print the sizes of what is built, and fail where a module is over its limit";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let root = root();
    let done = match arguments.as_slice() {
        ["contract"] => contract::write(&root),
        ["contract", "--check"] => contract::check(&root),
        ["surface"] => surface::write(&root),
        ["surface", "--check"] => surface::check(&root),
        ["wasm"] => wasm::build(&root, false),
        ["wasm", "--write-types"] => wasm::build(&root, true),
        ["fuzz", seconds] => fuzz::run(&root, seconds),
        ["size"] => size::print(&wasm::output_folder(&root)),
        _ => {
            println!("{USAGE}");
            return if arguments.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(2) };
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

/// The folder of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).map(Path::to_path_buf).unwrap_or_default()
}
