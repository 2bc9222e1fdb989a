//! Sizes of the shipped modules, as a browser would fetch them.

use std::io::Write;
use std::path::Path;

use anyhow::{Context, ensure};

/// Most bytes of a module with its loader, brotli: the core is loaded by every page of the wizard, the kit when somebody
/// asks for it.
const LIMITS: &[(&str, usize)] = &[("core", 96_000), ("kit", 80_000)];

/// Prints raw, gzip and brotli bytes of each module, its loader and both together. Fails where a module is over its limit.
pub(crate) fn print(folder: &Path) -> anyhow::Result<()> {
    println!("{:<14}{:>9}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip", "brotli", "limit");
    let mut over = Vec::new();
    for &(module, limit) in LIMITS {
        let mut total = [0_usize; 3];
        for name in [format!("{module}_bg.wasm"), format!("{module}.js")] {
            let bytes = std::fs::read(folder.join(&name)).with_context(|| format!("{name} is not built; run `cargo xtask wasm`"))?;
            let sizes = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
            print_row(&name, &sizes, "");
            for (sum, size) in total.iter_mut().zip(sizes) {
                *sum += size;
            }
        }
        print_row(&format!("{module} together"), &total, &limit.to_string());
        if total[2] > limit {
            over.push(format!("{module} with its loader takes {} bytes (brotli), {limit} are its limit", total[2]));
        }
    }
    ensure!(over.is_empty(), "{}", over.join("; "));
    Ok(())
}

fn print_row(name: &str, [raw, gzip, brotli]: &[usize; 3], limit: &str) {
    println!("{name:<14}{raw:>9}{gzip:>9}{brotli:>9}{limit:>9}");
}

fn gzip(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?.len())
}

fn brotli(bytes: &[u8]) -> anyhow::Result<usize> {
    let mut packed = Vec::new();
    brotli::CompressorWriter::new(&mut packed, 4096, 11, 24).write_all(bytes)?;
    Ok(packed.len())
}
