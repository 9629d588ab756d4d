//! SHA256SUMS: the checksum of every file of a folder, as `sha256sum -c` reads it.

use crate::Failure;
use crate::finish::{at, files};
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
    for file in files(folder)? {
        let name = file.strip_prefix(folder).unwrap_or(&file);
        if name == Path::new(NAME) || name.starts_with(LEFT_OUT) {
            continue;
        }
        let name = name.to_str().ok_or_else(|| format!("{}: its name is not Unicode", file.display()))?;
        let bytes = fs::read(&file).map_err(|error| at(&file, &error))?;
        let sum: String = Sha256::digest(&bytes).iter().map(|byte| format!("{byte:02x}")).collect();
        sums.insert(name.to_owned(), sum);
    }
    let lines = sums.iter().map(|(name, sum)| format!("{sum}  {name}\n"));
    write(&folder.join(NAME), &lines.collect::<String>())
}

/// The lines of a file with checksums: the name of each file with its sum.
pub fn parse(text: &str) -> BTreeMap<&str, &str> {
    text.lines().filter_map(|line| line.split_once("  ")).map(|(sum, name)| (name, sum)).collect()
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
