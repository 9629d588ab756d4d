//! SHA256SUMS: the checksum of every file of a folder, as `sha256sum -c` reads it.

use crate::Failure;
use crate::tools::write;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The file with the checksums, which names every file beside and below it but itself.
pub const NAME: &str = "SHA256SUMS";

/// What may lie in dist/ and belongs to no release: what `cargo xtask pictures` writes.
const LEFT_OUT: &str = "pictures";

/// Writes the checksums of all that lies in `folder`.
pub fn write_over(folder: &Path) -> Result<(), Failure> {
    let mut sums = BTreeMap::new();
    add(folder, "", &mut sums)?;
    let lines = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n"));
    write(&folder.join(NAME), &lines.collect::<String>())
}

/// The lines of a file with checksums: the name of each file with its sum.
pub fn parse(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect()
}

fn add(folder: &Path, before: &str, sums: &mut BTreeMap<String, String>) -> Result<(), Failure> {
    let at = |error: std::io::Error| format!("{}: {error}", folder.display());
    for entry in fs::read_dir(folder).map_err(at)? {
        let path = entry.map_err(at)?.path();
        let name = path.file_name().and_then(|name| name.to_str());
        let name = name.ok_or_else(|| format!("{}: its name is not Unicode", path.display()))?;
        if before.is_empty() && (name == NAME || name == LEFT_OUT) {
            continue;
        }
        if path.is_dir() {
            add(&path, &format!("{before}{name}/"), sums)?;
        } else {
            let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
            let sum = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
            sums.insert(format!("{before}{name}"), sum);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_but_the_list_itself_is_named_with_its_sum() {
        let folder = std::env::temp_dir().join(format!("xinheng-checksums-{}", std::process::id()));
        for inner in ["site/v", "pictures"] {
            fs::create_dir_all(folder.join(inner)).unwrap();
        }
        fs::write(folder.join("site/v/b"), "abc").unwrap();
        fs::write(folder.join("a"), "").unwrap();
        fs::write(folder.join("pictures/list.png"), "x").unwrap();
        write_over(&folder).unwrap();
        write_over(&folder).unwrap();
        let text = fs::read_to_string(folder.join(NAME)).unwrap();
        fs::remove_dir_all(&folder).unwrap();
        // Of FIPS 180-4's examples: nothing, and abc.
        let expected = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n\
                        ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  site/v/b\n";
        assert_eq!(text, expected);
        assert_eq!(parse(&text)["a"], &text[..64]);
    }
}
