//! The rule packs, which go along with a release: as they are written, and in the form that the page opens. An office that
//! has to judge by the rules of before, or to write rules of its own, begins with one of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::shell::root;
use crate::tools::{read, write};

/// Writes the packs that are built in and those before them.
pub fn write_beside(target: &Path) -> Result<(), Failure> {
    fs::create_dir_all(target).map_err(|error| format!("{}: {error}", target.display()))?;
    let packs = root().join("packs");
    let files = [written(&packs)?, written(&packs.join("earlier"))?].concat();
    for (name, file) in files.into_iter().filter(|(name, _)| name != "calendar") {
        let text = read(&file)?;
        write(&target.join(format!("{name}.toml")), &text)?;
        write(&target.join(format!("{name}.json")), &form(&name, &text)?)?;
    }
    Ok(())
}

/// The files of a folder that are written as TOML, each with its name.
fn written(folder: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).map_err(at)? {
        let file = entry.map_err(at)?.path();
        if file.extension().is_some_and(|extension| extension == "toml") {
            let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
            found.push((name, file));
        }
    }
    found.sort();
    Ok(found)
}

/// The whole JSON form of a pack; one that it rests on is that of this id among the packs.
fn form(name: &str, text: &str) -> Result<String, Failure> {
    let form_of = |id: &str| {
        let text = read(&root().join(format!("packs/{id}.toml"))).ok()?;
        pack::toml::parse(&text).ok().map(|located| located.form)
    };
    pack::toml::json_of(name, text, &form_of).map_err(|faults| faults.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_form_of_a_pack_of_before_has_the_digest_that_answers_named() {
        let text = read(&root().join("packs/earlier/baotou-2024-1.toml")).unwrap();
        let hash = Sha256::digest(form("baotou-2024-1", &text).unwrap());
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, "eaecb701134f4b1d1045cc588850bf541730c5390805d02f64032e86c3279169");
    }
}
