//! Keeping the folders of the building machine out of the shipped module, where panic messages would name them.

use crate::Failure;
use crate::shell::root;
use crate::tools::metadata;
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Has all that `cargo` compiles for the browser, itself or through Trunk, name files by their places in the
/// checkout and in their packages. Every build for the browser gets the same flags: others would compile all anew.
///
/// Flags in RUSTFLAGS or CARGO_ENCODED_RUSTFLAGS are kept. Those of Cargo's configuration files give way, as they do
/// to either variable.
pub fn hide(cargo: &mut Command) -> Result<(), Failure> {
    let metadata = metadata(&[])?;
    let foreign = metadata.packages.iter().filter(|package| package.source.is_some());
    let packages = package_folders(foreign.map(|package| package.manifest_path.as_std_path()));
    let variable = |name| std::env::var(name).ok();
    let kept = kept(variable("CARGO_ENCODED_RUSTFLAGS"), variable("RUSTFLAGS"));
    let flags: Vec<String> = kept.into_iter().chain(remaps(home().as_deref(), root(), &packages)).collect();
    // Cargo reads this variable before RUSTFLAGS, and its separator lets a path hold blanks.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\x1f"));
    Ok(())
}

/// Of several prefixes that match, the compiler takes the last: the home folder catches what the others miss.
fn remaps(home: Option<&Path>, checkout: &Path, packages: &BTreeSet<PathBuf>) -> Vec<String> {
    let all = home.map(|home| (home, "~")).into_iter().chain([(checkout, "xinheng")]);
    let all = all.chain(packages.iter().map(|folder| (folder.as_path(), "crates")));
    all.map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display())).collect()
}

/// The flags a person has set, read as Cargo reads them.
fn kept(encoded: Option<String>, plain: Option<String>) -> Vec<String> {
    let flags: Vec<String> = match encoded {
        Some(encoded) => encoded.split('\x1f').map(str::to_owned).collect(),
        None => plain.unwrap_or_default().split(' ').map(|flag| flag.trim().to_owned()).collect(),
    };
    flags.into_iter().filter(|flag| !flag.is_empty()).collect()
}

/// The folders in which packages lie side by side, of the manifests of these. A registry's is named after its host.
fn package_folders<'a>(manifests: impl Iterator<Item = &'a Path>) -> BTreeSet<PathBuf> {
    manifests.filter_map(|manifest| Some(manifest.parent()?.parent()?.to_owned())).collect()
}

/// The person's home folder, unless it is the root of the file system, below which everything lies.
fn home() -> Option<PathBuf> {
    std::env::home_dir().filter(|home| home.is_absolute() && home.parent().is_some())
}

/// Checks that a module names neither the home folder nor the registry's.
///
/// # Errors
/// When it does, with the first such path.
pub fn check(file: &Path, module: &[u8]) -> Result<(), Failure> {
    let home = home().map(|home| format!("{}/", home.display()));
    for folder in home.as_deref().into_iter().chain(["registry/src/"]) {
        if let Some(at) = module.windows(folder.len()).position(|bytes| bytes == folder.as_bytes()) {
            let path = String::from_utf8_lossy(&module[at..module.len().min(at + 100)]).into_owned();
            return Err(format!("{} names a folder of this machine: {path}", file.display()));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flags_a_person_has_set_are_kept() {
        assert_eq!(kept(None, Some(" -C  opt-level=1 ".into())), ["-C", "opt-level=1"]);
        assert_eq!(kept(Some("--cfg=a b\x1f-g".into()), Some("-O".into())), ["--cfg=a b", "-g"]);
        assert!(kept(None, None).is_empty());
    }

    #[test]
    fn the_nearest_folder_names_a_file() {
        let manifests = ["yew-0.23.0", "csv-1.3.0"]
            .map(|package| format!("/home/li/.cargo/registry/src/host-1/{package}/Cargo.toml"));
        let packages = package_folders(manifests.iter().map(Path::new));
        assert_eq!(
            remaps(Some(Path::new("/home/li")), Path::new("/home/li/xinheng"), &packages),
            [
                "--remap-path-prefix=/home/li=~",
                "--remap-path-prefix=/home/li/xinheng=xinheng",
                "--remap-path-prefix=/home/li/.cargo/registry/src/host-1=crates",
            ]
        );
    }

    #[test]
    fn a_path_of_this_machine_in_a_module_is_found() {
        let file = Path::new("app_bg.wasm");
        let failure = check(file, b"\0asm at /opt/cargo/registry/src/host-1/yew/lib.rs").unwrap_err();
        assert!(failure.contains("registry/src/host-1/yew"), "{failure}");
        let below_home = home().unwrap().join("x.rs");
        check(file, below_home.to_string_lossy().as_bytes()).unwrap_err();
        check(file, b"\0asm at crates/yew/lib.rs and src/page/day.rs").unwrap();
    }
}
