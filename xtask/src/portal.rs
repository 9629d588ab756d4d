//! What the site has for portals: the page within frames and the page on embedding, which stand beside index.html, and of
//! the npm package what they run.

use crate::tools::{self, read, write};
use crate::{Failure, finish, help, minify, package};
use std::fs;
use std::path::Path;

/// The pages beside index.html.
pub const PAGES: [&str; 2] = ["embed.html", "embedding.html"];
/// Who may embed: an office writes it, so it keeps its name.
pub const WHO: &str = "embed.json";
/// The scripts and the style of the pages.
const OWN: &str = "embed";
/// The package, as the pages import it.
const NPM: &str = "npm";
/// Host pages to learn from, which belong to no site.
const EXAMPLES: &str = "portal";
/// What the pages need no more of than its name: nobody imports tables here.
const NOT_NEEDED: [&str; 2] = ["tables_bg.wasm", "workbooks_bg.wasm"];

/// Leaves out of a site in the making what is not for it: the examples, and the pages for portals where there is no package
/// to run, which a build for developing does not make.
///
/// # Errors
/// When a file cannot be removed.
pub fn leave_out(site: &Path, release: bool) -> Result<(), Failure> {
    let mut gone = vec![EXAMPLES];
    if !release {
        gone.extend([OWN, WHO]);
        gone.extend(PAGES);
    }
    for name in gone {
        let path = site.join(name);
        let removed = match path.is_dir() {
            true => fs::remove_dir_all(&path),
            false if path.is_file() => fs::remove_file(&path),
            false => Ok(()),
        };
        removed.map_err(|error| finish::at(&path, &error))?;
    }
    if !release {
        for language in ["zh", "en"] {
            let file = site.join(format!("help/{language}.json"));
            write(&file, &help::without_files(&read(&file)?)?)?;
        }
    }
    Ok(())
}

/// Puts the package into a release in the making, and makes the scripts of the pages small.
///
/// # Errors
/// When there is no package yet, or a file cannot be written.
pub fn take_in(site: &Path) -> Result<(), Failure> {
    let target = site.join(NPM);
    fs::create_dir_all(&target).map_err(|error| finish::at(&target, &error))?;
    let package = package::folder();
    for file in finish::entries(&package)? {
        let name = file.file_name().unwrap_or_default();
        let runs =
            file.extension().is_some_and(|extension| ["js", "css", "wasm"].iter().any(|runs| extension == *runs));
        if !runs || NOT_NEEDED.iter().any(|other| name == *other) {
            continue;
        }
        if file.extension().is_some_and(|extension| extension == "js") {
            // A site has no maps: nobody debugs the package there.
            write(&target.join(name), minify::without_map(&read(&file)?))?;
        } else {
            fs::copy(&file, target.join(name)).map_err(|error| finish::at(&file, &error))?;
        }
    }
    minify::modules(&package::with_extension(&site.join(OWN), "js")?, &tools::for_release()?)
}

/// Whether a file of a release in the making is small already: those of the package, and the scripts of the pages.
pub fn is_done(file: &Path) -> bool {
    let folder = file.parent().and_then(Path::file_name).unwrap_or_default();
    folder == NPM || (folder == OWN && file.extension().is_some_and(|extension| extension == "js"))
}

/// Whether a file of a site, named below its hashed folder, is one of theirs.
pub fn is_for_portals(name: &str) -> bool {
    [NPM, OWN].iter().any(|folder| name.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/')))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shell::root;

    #[test]
    fn the_pages_for_portals_and_who_may_embed_stand_beside_the_site() {
        for name in PAGES.into_iter().chain([WHO]) {
            assert!(root().join("www").join(name).is_file(), "{name}");
        }
    }
}
