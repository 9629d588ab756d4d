//! The rule packs, which go along with a release: as they are written, and in the form that the page opens. An office that
//! has to judge by the rules of before, or to write rules of its own, begins with one of them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::Failure;
use crate::shell::root;
use crate::tools::{read, write};

/// Writes the pack in use and those before it.
pub fn write_beside(target: &Path) -> Result<(), Failure> {
    fs::create_dir_all(target).map_err(|error| format!("{}: {error}", target.display()))?;
    let packs = root().join("packs");
    let mut files = earlier(&packs)?;
    files.push(("baotou-2024".to_owned(), packs.join("baotou-2024.toml")));
    for (name, file) in files {
        let text = read(&file)?;
        write(&target.join(format!("{name}.toml")), &text)?;
        write(&target.join(format!("{name}.json")), &form(&text)?)?;
    }
    Ok(())
}

/// The packs of before, each with its name.
fn earlier(packs: &Path) -> Result<Vec<(String, PathBuf)>, Failure> {
    let folder = packs.join("earlier");
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    let mut found = Vec::new();
    for entry in fs::read_dir(&folder).map_err(at)? {
        let file = entry.map_err(at)?.path();
        let name = file.file_stem().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        found.push((name, file));
    }
    found.sort();
    Ok(found)
}

/// The JSON form of a pack.
fn form(text: &str) -> Result<String, Failure> {
    let form: serde_json::Value = toml::from_str(text).map_err(|error| error.to_string())?;
    Ok(form.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use sha2::{Digest, Sha256};

    #[test]
    fn the_form_of_a_pack_of_before_has_the_digest_that_answers_named() {
        let text = read(&root().join("packs/earlier/baotou-2024-1.toml")).unwrap();
        let hash = Sha256::digest(form(&text).unwrap());
        let hash: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
        assert_eq!(hash, "eaecb701134f4b1d1045cc588850bf541730c5390805d02f64032e86c3279169");
    }
}
