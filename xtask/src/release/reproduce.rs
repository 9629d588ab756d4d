//! `cargo xtask reproduce`: builds the release once more, in another folder, and compares every byte.

use super::checksums;
use crate::shell::{capture, command, root, run};
use crate::tools::read;
use crate::{Failure, unknown_argument};
use std::fs;
use std::path::Path;

/// Builds in the checkout and in a copy of it elsewhere, with nothing compiled beforehand, and names each file that
/// differs.
///
/// # Errors
/// When a build fails, or when the two differ; the copy then stays to be looked at.
pub fn reproduce(arguments: &[String]) -> Result<(), Failure> {
    if let [argument, ..] = arguments {
        return Err(unknown_argument(argument));
    }
    crate::dist(false)?;
    // Longer than this path and deeper, so that neither can hide in the other.
    let elsewhere = std::env::temp_dir().join(format!("xinheng-{}/built/in/another/folder", std::process::id()));
    copy_sources(&elsewhere)?;
    eprintln!("xtask: building once more in {}", elsewhere.display());
    let mut cargo = command("cargo");
    cargo.args(["xtask", "dist"]).current_dir(&elsewhere).env_remove("CARGO_TARGET_DIR");
    run("the second build", &mut cargo)?;
    let sums = |folder: &Path| read(&folder.join("dist").join(checksums::NAME));
    let (here, there) = (sums(root())?, sums(&elsewhere)?);
    let different = different(&here, &there);
    if !different.is_empty() {
        return Err(format!("built in {} these differ: {}", elsewhere.display(), different.join(", ")));
    }
    println!("{} files, the same bytes in both folders", checksums::parse(&here).len());
    let built = elsewhere.ancestors().nth(4).unwrap_or(&elsewhere);
    fs::remove_dir_all(built).map_err(|error| format!("{}: {error}", built.display()))
}

/// Copies what is or would be committed.
fn copy_sources(target: &Path) -> Result<(), Failure> {
    let mut git = command("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let names = capture("git ls-files", &mut git)?;
    // A file that was deleted and not yet committed is still named.
    for name in names.split('\0').filter(|name| !name.is_empty() && root().join(name).is_file()) {
        let file = target.join(name);
        let copied =
            fs::create_dir_all(file.parent().unwrap_or(target)).and_then(|()| fs::copy(root().join(name), &file));
        copied.map_err(|error| format!("{}: {error}", file.display()))?;
    }
    Ok(())
}

/// The files that only one list has, or both with different sums.
fn different(here: &str, there: &str) -> Vec<String> {
    let (here, there) = (checksums::parse(here), checksums::parse(there));
    let mut names: Vec<&str> = here.keys().chain(there.keys()).copied().collect();
    names.sort_unstable();
    names.dedup();
    names.into_iter().filter(|name| here.get(name) != there.get(name)).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::different;

    #[test]
    fn files_that_differ_or_that_one_build_lacks_are_named() {
        assert_eq!(different("1  a\n2  b\n", "2  b\n1  a\n"), Vec::<String>::new());
        assert_eq!(different("1  a\n2  b\n3  c\n", "1  a\n4  b\n5  d\n"), ["b", "c", "d"]);
    }
}
