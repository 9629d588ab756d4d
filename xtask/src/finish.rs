//! The last step of each build: a release is minified and checked, then everything but its pages moves under `v/<hash>/`, so that a file once fetched may be
//! kept for ever, and pages of two builds never mix their files.

use crate::tools::{read, write};
use crate::{Failure, features, minify, offline, paths, portal, release};
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use walkdir::{DirEntry, WalkDir};

/// What keeps its name beside the pages: who may embed, and what is told of a release.
const STAYING: [&str; 3] = [portal::WHO, "bom.json", "SHA256SUMS"];

/// Finishes the build that Trunk is about to deliver.
pub fn finish_build() -> Result<(), Failure> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").ok_or("`finish` is called by Trunk, at the end of a build")?;
    let site = Path::new(&staging);
    release::write_licences(&site.join("help"))?;
    builds_in_turn(site)?;
    let is_release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    portal::leave_out(site, is_release)?;
    if is_release {
        portal::take_in(site)?;
        release(site)?;
    }
    let folder = finish(site)?;
    offline::write(site, &folder, is_release)
}

/// Names the files of a built site anew, after some of them were changed.
///
/// # Errors
/// When the folder holds no site, or those of several builds.
pub fn reseal(site: &Path) -> Result<(), Failure> {
    let names = if site.join("v").is_dir() { entries(&site.join("v"))? } else { Vec::new() };
    let [hashed] = names.as_slice() else {
        return Err(format!("{} is no site of one build: index.html and one folder in v/", site.display()));
    };
    let folder = format!("\"v/{}/", hashed.file_name().unwrap_or_default().to_string_lossy());
    for page in pages(site) {
        write(&page, &read(&page)?.replace(&folder, "\"./"))?;
    }
    offline::remove(site)?;
    for entry in entries(hashed)? {
        let target = site.join(entry.file_name().unwrap_or_default());
        fs::rename(&entry, target).map_err(|error| at(&entry, &error))?;
    }
    fs::remove_dir_all(site.join("v")).map_err(|error| at(site, &error))?;
    let folder = finish(site)?;
    offline::write(site, &folder, true)?;
    release::write_checksums(site)
}

/// Lets a build of the application take the place of another on the same page: wasm-bindgen declares what runs it by a word
/// that a script may say only once.
fn builds_in_turn(site: &Path) -> Result<(), Failure> {
    for name in ["app.js", "office.js"] {
        let file = site.join(name);
        let script = read(&file)?;
        let (before, after) = script
            .split_once("let wasm_bindgen =")
            .ok_or_else(|| format!("{name} does not declare wasm_bindgen as it used to"))?;
        write(&file, &format!("{before}var wasm_bindgen ={after}"))?;
    }
    Ok(())
}

/// What only a release needs: small files that tell nothing of the machine that built them.
fn release(site: &Path) -> Result<(), Failure> {
    let mut files = files(site)?;
    files.retain(|file| !portal::is_done(file));
    minify::minify(&files)?;
    for page in pages(site) {
        write(&page, &minify::page(&read(&page)?))?;
    }
    for script in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "js")) {
        release::check_script(script, &read(script)?)?;
    }
    for module in files.iter().filter(|file| file.extension().is_some_and(|extension| extension == "wasm")) {
        let bytes = fs::read(module).map_err(|error| at(module, &error))?;
        paths::check(module, &bytes)?;
        features::check(module, &bytes, &[])?;
    }
    Ok(())
}

/// Moves the files, and returns the folder that they lie in: "v/<hash>".
fn finish(site: &Path) -> Result<String, Failure> {
    let folder = format!("v/{}", digest(site)?);
    let hashed = site.join(&folder);
    let entries = entries(site)?;
    fs::create_dir_all(&hashed).map_err(|error| at(&hashed, &error))?;
    let pages = pages(site);
    for entry in
        entries.iter().filter(|entry| !pages.contains(entry) && !STAYING.iter().any(|name| entry.ends_with(name)))
    {
        let target = hashed.join(entry.file_name().unwrap_or_default());
        fs::rename(entry, target).map_err(|error| at(entry, &error))?;
    }
    for page in pages {
        write(&page, &rewrite(&read(&page)?, &folder, |file| site.join(file).is_file())?)?;
    }
    Ok(folder)
}

/// The pages of a site: index.html, and beside it those for portals, where there are any.
fn pages(site: &Path) -> Vec<PathBuf> {
    let names = ["index.html"].into_iter().chain(portal::PAGES);
    names.map(|name| site.join(name)).filter(|page| page.is_file()).collect()
}

/// The page with its references to `./name` turned to `folder/name`.
///
/// # Errors
/// When a file it names is missing, or when it holds a script of its own, which its policy would not let run.
pub fn rewrite(page: &str, folder: &str, exists: impl Fn(&str) -> bool) -> Result<String, Failure> {
    let mut pieces = page.split("\"./");
    let mut written = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let name = piece.split('"').next().unwrap_or_default();
        let file = format!("{folder}/{name}");
        if !exists(&file) {
            return Err(format!("./{name} is named, and is neither in www/ nor written by the build"));
        }
        written.push('"');
        written.push_str(folder);
        written.push('/');
        written.push_str(piece);
    }
    let inline = |script: &str| !script.split('>').next().unwrap_or_default().contains(" src=");
    if written.split("<script").skip(1).any(inline) {
        return Err("a page holds an inline script, which its Content-Security-Policy forbids".into());
    }
    Ok(written)
}

/// A name for the content of all files below `folder`: the same files, the same name.
fn digest(folder: &Path) -> Result<String, Failure> {
    let mut hash = Sha256::new();
    for file in files(folder)? {
        let content = fs::read(&file).map_err(|error| at(&file, &error))?;
        let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().into_owned();
        // The lengths keep apart what the bytes alone would run together.
        hash.update((name.len() as u64).to_le_bytes());
        hash.update(&name);
        hash.update((content.len() as u64).to_le_bytes());
        hash.update(&content);
    }
    Ok(hash.finalize().iter().take(8).map(|byte| format!("{byte:02x}")).collect())
}

/// Every file below `folder`, in the order of their paths.
///
/// # Errors
/// When a folder cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let entries = WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = entries.filter(|entry| !entry.as_ref().is_ok_and(|entry| entry.file_type().is_dir()));
    files.map(|entry| entry.map(DirEntry::into_path)).collect::<Result<_, _>>().map_err(|error| error.to_string())
}

pub fn entries(folder: &Path) -> Result<Vec<PathBuf>, Failure> {
    let read = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect());
    let mut paths: Vec<PathBuf> = read.map_err(|error| at(folder, &error))?;
    paths.sort();
    Ok(paths)
}

pub fn at(path: &Path, error: &std::io::Error) -> Failure {
    format!("{}: {error}", path.display())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = r#"<link href="./app.css"><script defer src="./boot.js"></script><a href="https://x.example/">"#;

    #[test]
    fn references_move_to_the_hashed_folder_and_others_stay() {
        let page = rewrite(PAGE, "v/1a", |_| true).unwrap();
        let expected =
            r#"<link href="v/1a/app.css"><script defer src="v/1a/boot.js"></script><a href="https://x.example/">"#;
        assert_eq!(page, expected);
    }

    #[test]
    fn a_missing_file_is_named() {
        let failure = rewrite(PAGE, "v/1a", |file| file != "v/1a/boot.js").unwrap_err();
        assert!(failure.contains("./boot.js"), "{failure}");
    }

    #[test]
    fn an_inline_script_is_refused() {
        let failure = rewrite("<script type=module>x()</script>", "v/1a", |_| true).unwrap_err();
        assert!(failure.contains("inline"), "{failure}");
    }

    #[test]
    fn the_folder_takes_its_name_from_the_content() {
        let names = ["one", "two", "one"].map(|content| {
            let site = std::env::temp_dir().join(format!("xinheng-finish-{}", std::process::id()));
            fs::create_dir_all(site.join("sample")).unwrap();
            fs::write(site.join("index.html"), r#"<link href="./sample/a">"#).unwrap();
            fs::write(site.join("sample/a"), content).unwrap();
            finish(&site).unwrap();
            let page = fs::read_to_string(site.join("index.html")).unwrap();
            let file = page.strip_prefix("<link href=\"").and_then(|rest| rest.strip_suffix("\">")).unwrap().to_owned();
            assert_eq!(fs::read_to_string(site.join(&file)).unwrap(), content);
            fs::remove_dir_all(&site).unwrap();
            file
        });
        assert_eq!(names[0], names[2]);
        assert_ne!(names[0], names[1]);
    }
}
