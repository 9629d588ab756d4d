//! Holding the modules to the WebAssembly that the oldest browsers know, see docs/browsers.md.

use crate::Failure;
use crate::shell::{command, put_on_path, root, run};
use crate::tools::read;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// What a module may use: options of wasm-opt, each with the name that MDN's data has for it. The browser specs hold
/// them against the oldest browsers.
const ALLOWED: &str = "xtask/wasm-opt/features.json";

/// The name of the section in which a module lists what it uses.
const LIST: &[u8] = b"target_features";

/// Checks that a module uses nothing but what is allowed.
///
/// `tools` are the folders in which wasm-opt is looked for before those on the path.
///
/// # Errors
/// When it uses more, which wasm-opt names on the terminal, or lists its features, which wasm-opt would believe.
pub fn check(file: &Path, module: &[u8], tools: &[PathBuf]) -> Result<(), Failure> {
    if module.windows(LIST.len()).any(|bytes| bytes == LIST) {
        return Err(format!("{} lists its features: strip the list, see index.html", file.display()));
    }
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let allowed = allowed(&read(&root().join(ALLOWED))?, &name)?;
    let mut wasm_opt = command("wasm-opt");
    put_on_path(&mut wasm_opt, tools)?;
    wasm_opt.args(["--quiet", "--mvp-features"]).args(allowed).arg(file).args(["--output", "/dev/null"]);
    run(&format!("the check that {} uses nothing but {ALLOWED} allows", file.display()), &mut wasm_opt)
}

/// The options for a module: what every one may use, and what it may besides, as docs/browsers.md has it.
fn allowed(json: &str, module: &str) -> Result<Vec<String>, Failure> {
    let mut features: BTreeMap<String, BTreeMap<String, String>> =
        serde_json::from_str(json).map_err(|error| format!("{ALLOWED}: {error}"))?;
    let of = ["every module", module].map(|name| features.remove(name).unwrap_or_default());
    Ok(of.into_iter().flatten().map(|(option, _)| option).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_module_is_not_believed_what_it_says_of_itself() {
        let failure =
            check(Path::new("app_bg.wasm"), b"\0asm\x01\0\0\0\0\x12\x0ftarget_features\x01+", &[]).unwrap_err();
        assert!(failure.contains("app_bg.wasm lists its features"), "{failure}");
    }

    #[test]
    fn what_is_allowed_are_options() {
        let json = read(&root().join(ALLOWED)).unwrap();
        let [page, sheets] = ["app_bg.wasm", "sheets_bg.wasm"].map(|module| allowed(&json, module).unwrap());
        assert!(sheets.iter().all(|option| option.starts_with("--enable-")), "{sheets:?}");
        assert!(page.iter().any(|option| option == "--enable-reference-types"), "{page:?}");
        let more: Vec<_> = sheets.iter().filter(|option| !page.contains(option)).collect();
        assert_eq!(more, ["--enable-simd"], "a module may use what is allowed to it alone");
    }
}
