//! Sizes of the shipped core, as a browser would fetch it.

use std::io::Write;
use std::path::Path;

use anyhow::Context;

/// Prints raw, gzip and brotli bytes of the wasm, its loader and both together.
pub(crate) fn print(folder: &Path) -> anyhow::Result<()> {
    println!("{:<14}{:>9}{:>9}{:>9}", "bytes", "raw", "gzip", "brotli");
    let mut total = [0_usize; 3];
    for name in ["core_bg.wasm", "core.js"] {
        let bytes = std::fs::read(folder.join(name)).with_context(|| format!("{name} is not built; run `cargo xtask wasm`"))?;
        let sizes = [bytes.len(), gzip(&bytes)?, brotli(&bytes)?];
        print_row(name, &sizes);
        for (sum, size) in total.iter_mut().zip(sizes) {
            *sum += size;
        }
    }
    print_row("together", &total);
    Ok(())
}

fn print_row(name: &str, [raw, gzip, brotli]: &[usize; 3]) {
    println!("{name:<14}{raw:>9}{gzip:>9}{brotli:>9}");
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
