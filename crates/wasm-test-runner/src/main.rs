//! Runs a wasm test binary in Node or, where a test file asks for it, in a headless browser.
//! `.cargo/config.toml` names it as the runner of the wasm target.

fn main() -> anyhow::Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(std::env::args_os())
}
