//! The tools a build needs, installed where they are missing: into the user's cache folder, so that a fresh clone
//! finds them, each version in a folder of its own.

use crate::Failure;
use crate::shell::{capture, command, root, run};
use cargo_metadata::{Metadata, MetadataCommand};
use serde::Deserialize;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The newest Trunk that Rust 1.95 compiles.
pub const TRUNK: &str = "0.21.14";

/// The version that drives Firefox.
const GECKODRIVER: &str = "0.37.1";

/// Sees to the WebAssembly target, Trunk and wasm-bindgen, and returns the folders to put on the path.
pub fn for_build() -> Result<Vec<PathBuf>, Failure> {
    wasm_target()?;
    run("cargo fetch", command("cargo").args(["fetch", "--locked", "--quiet"]))?;
    Ok(vec![wasm_bindgen()?, cargo_tool("trunk", TRUNK, &["--no-default-features"], "about two and a half minutes")?])
}

/// As [`for_build`], and wasm-opt and esbuild, which only a release build needs.
pub fn for_release() -> Result<Vec<PathBuf>, Failure> {
    let mut folders = for_build()?;
    // The wasm-opt of Debian ruins the module.
    folders.push(npm_tool("xtask/wasm-opt", "binaryen", "half a minute")?);
    folders.push(npm_tool("xtask/esbuild", "esbuild", "a few seconds")?);
    Ok(folders)
}

/// Sees to wasm-bindgen's command line and test runner, in the version of the crate; returns their folder.
pub fn wasm_bindgen() -> Result<PathBuf, Failure> {
    let version = locked_version("wasm-bindgen")?;
    let bins = ["--bin", "wasm-bindgen", "--bin", "wasm-bindgen-test-runner"];
    cargo_tool("wasm-bindgen-cli", &version, &bins, "about a minute")
}

/// Sees to the program that drives Firefox, which Debian does not have, and returns it.
pub fn geckodriver() -> Result<PathBuf, Failure> {
    Ok(cargo_tool("geckodriver", GECKODRIVER, &[], "about two minutes")?.join("geckodriver"))
}

/// Adds the WebAssembly target to the toolchain in use.
pub fn wasm_target() -> Result<(), Failure> {
    const TARGET: &str = "wasm32-unknown-unknown";
    let sysroot = capture("rustc", command("rustc").args(["--print", "sysroot"]))?;
    if Path::new(sysroot.trim()).join("lib/rustlib").join(TARGET).is_dir() {
        return Ok(());
    }
    rustup(&["target", "add", TARGET])
}

/// Adds rustfmt and clippy, which a minimal toolchain lacks.
pub fn lint_components() -> Result<(), Failure> {
    for (subcommand, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        let there = command("cargo").args([subcommand, "--version"]).output().is_ok_and(|o| o.status.success());
        if !there {
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

fn rustup(arguments: &[&str]) -> Result<(), Failure> {
    let asked = format!("rustup {}", arguments.join(" "));
    run(&asked, command("rustup").args(arguments)).map_err(|failure| format!("{failure}; `{asked}` must succeed once"))
}

/// Sees to the packages of a folder with a package-lock.json, in its node_modules.
pub fn node_modules(folder: &Path) -> Result<(), Failure> {
    let lock = read(&folder.join("package-lock.json"))?;
    // `npm ci` empties node_modules first, so that this copy stands there only after an install that ended well.
    let installed = folder.join("node_modules/.installed-lock.json");
    if fs::read_to_string(&installed).is_ok_and(|old| old == lock) {
        return Ok(());
    }
    npm_ci(folder)?;
    write(&installed, &lock)
}

/// Sees to the npm package that the package.json in `source` pins, and returns the folder of its programs.
fn npm_tool(source: &str, name: &str, time: &str) -> Result<PathBuf, Failure> {
    let version = npm_version(source, name)?;
    let source = root().join(source);
    let folder = install(name, &version, time, |folder| {
        for file in ["package.json", "package-lock.json"] {
            write(&folder.join(file), &read(&source.join(file))?)?;
        }
        npm_ci(folder)
    })?;
    Ok(folder.join("node_modules/.bin"))
}

/// The version of a package that the package.json in `source` pins.
pub fn npm_version(source: &str, name: &str) -> Result<String, Failure> {
    let manifest = format!("{source}/package.json");
    let package: serde_json::Value =
        serde_json::from_str(&read(&root().join(&manifest))?).map_err(|error| format!("{manifest}: {error}"))?;
    let version = package["dependencies"][name].as_str().ok_or_else(|| format!("{manifest} names no {name}"))?;
    Ok(version.to_owned())
}

fn npm_ci(folder: &Path) -> Result<(), Failure> {
    crate::system::node()?;
    let mut npm = Command::new("npm");
    // What these packages would run at their installation is not needed.
    npm.args(["ci", "--ignore-scripts", "--no-fund", "--no-audit", "--no-update-notifier", "--loglevel=error"])
        .current_dir(folder);
    run(&format!("npm ci in {}", folder.display()), &mut npm)
}

/// Sees to a program from crates.io and returns its folder.
fn cargo_tool(name: &str, version: &str, arguments: &[&str], time: &str) -> Result<PathBuf, Failure> {
    let folder = install(name, version, time, |folder| {
        let build = folder.join("build");
        let mut cargo = command("cargo");
        cargo
            .args(["install", "--quiet", "--locked", name, "--version", version, "--no-track", "--root"])
            .arg(folder)
            .args(arguments)
            .env("CARGO_TARGET_DIR", &build)
            // A tool need not be fast code: without optimisation it is built in half the time.
            .env("CARGO_PROFILE_RELEASE_LTO", "false")
            .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
            .env("CARGO_PROFILE_RELEASE_CODEGEN_UNITS", "16")
            // Flags meant for this repository's code have no place in a tool.
            .env_remove("RUSTFLAGS")
            .env_remove("CARGO_ENCODED_RUSTFLAGS");
        run(&format!("the installation of {name} {version}"), &mut cargo)?;
        fs::remove_dir_all(&build).map_err(|error| format!("{}: {error}", build.display()))
    })?;
    Ok(folder.join("bin"))
}

/// The folder of a tool in the cache. Where it is missing, `make` fills a temporary folder, which then takes the
/// name: a half-finished install never looks finished.
fn install(
    name: &str,
    version: &str,
    time: &str,
    make: impl Fn(&Path) -> Result<(), Failure>,
) -> Result<PathBuf, Failure> {
    let cache = cache()?;
    let finished = cache.join(format!("{name}-{version}"));
    if finished.is_dir() {
        return Ok(finished);
    }
    let prefix = format!("{name}-{version}.unfinished-");
    remove_abandoned(&cache, &prefix);
    eprintln!("xtask: installing {name} {version} into {} ({time}, once)", cache.display());
    let unfinished = cache.join(format!("{prefix}{}", std::process::id()));
    fs::create_dir_all(&unfinished).map_err(|error| format!("{}: {error}", unfinished.display()))?;
    let made = make(&unfinished);
    // Another xtask may have been quicker; its install is as good.
    let named = made.is_ok() && fs::rename(&unfinished, &finished).is_ok();
    if !named {
        let _ = fs::remove_dir_all(&unfinished);
    }
    made?;
    if finished.is_dir() { Ok(finished) } else { Err(format!("{} could not be created", finished.display())) }
}

/// Removes what interrupted installs left: up to a gigabyte each. Those still at work are let be.
fn remove_abandoned(cache: &Path, prefix: &str) {
    for entry in fs::read_dir(cache).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let process = name.to_str().and_then(|name| name.strip_prefix(prefix));
        if process.is_some_and(|process| !Path::new("/proc").join(process).exists()) {
            let _ = fs::remove_dir_all(entry.path());
        }
    }
}

fn cache() -> Result<PathBuf, Failure> {
    let folder = std::env::var_os("XDG_CACHE_HOME")
        .map(PathBuf::from)
        .filter(|folder| folder.is_absolute())
        .or_else(|| std::env::var_os("HOME").map(|home| PathBuf::from(home).join(".cache")))
        .ok_or("neither XDG_CACHE_HOME nor HOME is set: there is no folder for the tools")?;
    Ok(folder.join("xinheng"))
}

/// What Cargo knows of the packages of the workspace and of all that they use.
pub fn metadata(arguments: &[&str]) -> Result<Metadata, Failure> {
    let mut cargo = command("cargo");
    cargo.args(["metadata", "--locked", "--format-version", "1"]).args(arguments);
    let answer = capture("cargo metadata", &mut cargo)?;
    MetadataCommand::parse(answer).map_err(|error| format!("the answer of cargo metadata: {error}"))
}

/// What stands in Cargo.lock of a package.
#[derive(Deserialize)]
pub struct Locked {
    pub name: String,
    pub version: String,
    /// The SHA-256 of its archive in the registry, in hexadecimal digits.
    pub checksum: Option<String>,
}

/// The packages that Cargo.lock names.
pub fn locked() -> Result<Vec<Locked>, Failure> {
    #[derive(Deserialize)]
    struct Lock {
        package: Vec<Locked>,
    }
    let lock: Lock =
        toml::from_str(&read(&root().join("Cargo.lock"))?).map_err(|error| format!("Cargo.lock: {error}"))?;
    Ok(lock.package)
}

/// The version of a package that Cargo.lock names.
pub fn locked_version(package: &str) -> Result<String, Failure> {
    let found = locked()?.into_iter().find(|locked| locked.name == package);
    found.map(|locked| locked.version).ok_or_else(|| format!("Cargo.lock does not name {package}"))
}

/// The text of a file.
pub fn read(file: &Path) -> Result<String, Failure> {
    fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))
}

/// Writes a text file.
pub fn write(file: &Path, text: &str) -> Result<(), Failure> {
    fs::write(file, text).map_err(|error| format!("{}: {error}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::locked_version;

    #[test]
    fn the_version_is_that_of_the_package_itself() {
        assert!(locked_version("wasm-bindgen").unwrap().starts_with("0.2."));
        assert!(locked_version("wasm").unwrap_err().contains("wasm"));
    }
}
