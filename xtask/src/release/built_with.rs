//! The tools that a build's bytes depend on, in the versions in use.

use crate::Failure;
use crate::shell::{capture, command};
use crate::tools::{TRUNK, locked_version, npm_version};

/// Each tool with its version, in the order in which a build meets them.
pub fn tools() -> Result<Vec<(&'static str, String)>, Failure> {
    Ok(vec![
        ("rustc", rust_version()?),
        ("trunk", TRUNK.to_owned()),
        ("wasm-bindgen", locked_version("wasm-bindgen")?),
        ("binaryen", npm_version("xtask/wasm-opt", "binaryen")?),
        ("esbuild", npm_version("xtask/esbuild", "esbuild")?),
    ])
}

/// The version of the compiler, which is that of the standard library: `1.95.0`.
pub fn rust_version() -> Result<String, Failure> {
    let answer = capture("rustc", command("rustc").arg("--version"))?;
    let version = answer.split_whitespace().nth(1).ok_or_else(|| format!("not a version of rustc: {answer}"))?;
    Ok(version.to_owned())
}
