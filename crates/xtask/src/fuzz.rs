//! Runs the fuzz targets of `wkpbic-core` with libFuzzer on the stable toolchain: coverage by flags of LLVM, no
//! sanitizer, since the core has no unsafe code.

use std::path::Path;
use std::process::Command;

use anyhow::{Context, ensure};

const TARGET: &str = "x86_64-unknown-linux-gnu";
const FLAGS: &[&str] = &[
    "--cfg=fuzzing",
    "-Cpasses=sancov-module",
    "-Cllvm-args=-sanitizer-coverage-level=4",
    "-Cllvm-args=-sanitizer-coverage-inline-8bit-counters",
    "-Cllvm-args=-sanitizer-coverage-pc-table",
    "-Cllvm-args=-sanitizer-coverage-trace-compares",
    "-Ccodegen-units=1",
    "-Cdebug-assertions",
    "-Coverflow-checks",
];

/// Builds the fuzz targets and runs each for so many seconds. Fails at the first input that brings one down, and says
/// where that input lies.
pub(crate) fn run(root: &Path, seconds: &str) -> anyhow::Result<()> {
    let seconds: u32 = seconds.parse().context("the time is not a number of seconds")?;
    let folder = root.join("crates/wkpbic-core/fuzz");
    let built = root.join("target/fuzz");
    let status = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
        .current_dir(&folder)
        .env("CARGO_ENCODED_RUSTFLAGS", FLAGS.join("\u{1f}"))
        .env("CARGO_TARGET_DIR", &built)
        .args(["build", "--quiet", "--locked", "--release", "--target", TARGET])
        .status()
        .context("cannot start cargo")?;
    ensure!(status.success(), "cargo could not build the fuzz targets");
    let names = targets(&folder)?;
    ensure!(!names.is_empty(), "there is no fuzz target");
    for name in names {
        fuzz(&built, &folder, &name, seconds)?;
    }
    Ok(())
}

fn targets(folder: &Path) -> anyhow::Result<Vec<String>> {
    let mut names: Vec<String> = std::fs::read_dir(folder.join("fuzz_targets"))?
        .filter_map(|entry| entry.ok()?.path().file_stem()?.to_str().map(str::to_owned))
        .collect();
    names.sort();
    Ok(names)
}

fn fuzz(built: &Path, folder: &Path, name: &str, seconds: u32) -> anyhow::Result<()> {
    let grown = built.join("corpus").join(name);
    let artifacts = built.join("artifacts").join(name);
    std::fs::create_dir_all(&grown)?;
    std::fs::create_dir_all(&artifacts)?;
    let output = Command::new(built.join(TARGET).join("release").join(name))
        .arg(format!("-max_total_time={seconds}"))
        .args(["-timeout=5", "-rss_limit_mb=2048", "-max_len=70000", "-print_final_stats=1"])
        .arg(format!("-artifact_prefix={}/", artifacts.display()))
        .arg(&grown)
        .arg(folder.join("corpus").join(name))
        .output()
        .with_context(|| format!("cannot start {name}"))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let runs: u64 = said
        .lines()
        .find_map(|line| line.strip_prefix("stat::number_of_executed_units:"))
        .and_then(|number| number.trim().parse().ok())
        .unwrap_or_default();
    let tail: Vec<&str> = said.lines().rev().take(40).collect();
    ensure!(output.status.success(), "{name} went down:\n{}", tail.into_iter().rev().collect::<Vec<_>>().join("\n"));
    ensure!(runs > 0, "{name} ran nothing");
    println!("{name:<12}{runs:>10} inputs in {seconds} s");
    Ok(())
}
